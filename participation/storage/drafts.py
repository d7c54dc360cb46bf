"""Drafts: answers under way, sealed with a secret that only the child's browser holds."""

import json
from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.storage.codes import fingerprint
from participation.storage.database import WITHOUT_ROWID, Record, insert_or_change
from participation.storage.keys import seal_for, unseal_for
from participation.surveys.questions import Answer

DAYS_KEPT = 1


class Draft(Record):
    """It does not say whose it is, nor which door it belongs to."""

    __tablename__ = "drafts"
    __table_args__ = WITHOUT_ROWID
    kept_for = "until sent in, at most to the end of the next day"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    sealed: Mapped[bytes]
    kept_until: Mapped[date]


def answers_in(db: Session, secret: str, place: str) -> dict[str, Answer]:
    """The answers so far at this door; none where nothing has been kept."""
    draft = db.get(Draft, _print(db, secret, place))
    if draft is None:
        return {}
    plain = json.loads(unseal_for(db, secret, draft.sealed, place))
    return {question: Answer.from_plain(kept) for question, kept in plain.items()}


def keep(db: Session, secret: str, place: str, answers: Mapping[str, Answer], today: date) -> None:
    plain = json.dumps({question: answer.to_plain() for question, answer in answers.items()})
    kept = {
        "sealed": seal_for(db, secret, plain, place),
        "kept_until": today + timedelta(days=DAYS_KEPT),
    }
    insert_or_change(db, Draft(fingerprint=_print(db, secret, place), **kept), kept)


def throw_away(db: Session, secret: str, place: str) -> None:
    db.execute(delete(Draft).where(Draft.fingerprint == _print(db, secret, place)))


def forget(db: Session, today: date) -> int:
    """Delete the drafts whose time is past; return how many."""
    return len(db.scalars(delete(Draft).where(Draft.kept_until < today).returning(Draft.fingerprint)).all())


def _print(db: Session, secret: str, place: str) -> str:
    return fingerprint(db, "draft", f"{place}|{secret}")
