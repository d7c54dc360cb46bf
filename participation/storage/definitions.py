"""Definitions: surveys frozen under their SHA-256, so that later edits change no old answer."""

from datetime import date
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.storage.database import Record, find, insert_or_change
from participation.surveys.definition import Survey


class FrozenSurvey(Record):
    __tablename__ = "frozen_surveys"
    kept_for = "for good"

    digest: Mapped[str] = mapped_column(primary_key=True)
    survey_id: Mapped[str]
    document: Mapped[dict[str, Any]] = mapped_column(JSON)
    frozen_on: Mapped[date]


def freeze(db: Session, survey: Survey, today: date) -> str:
    """Keep the definition as it stands today, once, and return its digest."""
    if db.get(FrozenSurvey, survey.digest) is None:
        document = survey.document()
        kept = FrozenSurvey(digest=survey.digest, survey_id=survey.id, document=document, frozen_on=today)
        insert_or_change(db, kept, {"survey_id": survey.id})
    return survey.digest


def survey_behind(db: Session, digest: str) -> Survey:
    return Survey.from_document(find(db, FrozenSurvey, digest).document)
