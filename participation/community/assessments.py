"""Assessments: what a matter does to children's rights, with children's words as evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from participation.access import Act, Actor, require
from participation.community import councils, summaries
from participation.community.councils import Statement
from participation.community.matters import Matter, matter_of
from participation.community.summaries import Summary
from participation.errors import Closed, Incomplete, NotFound
from participation.rights import assessment as rules
from participation.rights.assessment import QUESTIONS, Evidence
from participation.storage import audit
from participation.storage.database import Record, find


class Assessment(Record):
    __tablename__ = "assessments"
    kept_for = "for good: it is part of the basis of a decision"

    id: Mapped[int] = mapped_column(primary_key=True)
    matter_id: Mapped[int] = mapped_column(ForeignKey("matters.id"), unique=True)
    answers: Mapped[dict[str, Any]] = mapped_column(JSON)
    begun_on: Mapped[date]
    finished_on: Mapped[date | None]
    finished_by: Mapped[str | None]
    days_before: Mapped[int | None]
    matter: Mapped[Matter] = relationship()

    @property
    def came_after(self) -> bool:
        """Whether it was finished only after the decision: such an assessment repairs nothing."""
        return self.days_before is not None and self.days_before < 0


@dataclass(frozen=True)
class Gathered:
    """What children have said on the matter, as the house already knows it."""

    summaries: tuple[Summary, ...]
    statements: tuple[Statement, ...]

    @property
    def kinds(self) -> frozenset[Evidence]:
        found = {Evidence.SUMMARY: self.summaries, Evidence.STATEMENT: self.statements}
        return frozenset(kind for kind, pieces in found.items() if pieces)


def begin(db: Session, actor: Actor, matter_id: int, today: date) -> Assessment:
    """The assessment of a matter; begun where there is none."""
    require(actor, Act.ASSESS)
    matter = matter_of(db, actor, matter_id)
    standing = assessment_on(db, matter.id)
    if standing:
        return standing
    assessment = Assessment(matter_id=matter.id, answers={}, begun_on=today)
    db.add(assessment)
    db.flush()
    audit.note(db, actor, Act.ASSESS, f"assessment {assessment.id} begun")
    return assessment


def assessment_on(db: Session, matter_id: int) -> Assessment | None:
    return db.scalar(select(Assessment).filter_by(matter_id=matter_id))


def assessment_of(db: Session, actor: Actor, assessment_id: int) -> Assessment:
    require(actor, Act.READ_COMMUNITY)
    return find(db, Assessment, assessment_id)


def gathered(db: Session, matter_id: int) -> Gathered:
    """The published summaries and the statements sent on a matter."""
    return Gathered(
        tuple(summaries.published_on_matter(db, matter_id)), tuple(councils.statements_on(db, matter_id))
    )


def keep(
    db: Session, actor: Actor, assessment_id: int, answers: Mapping[str, str | tuple[str, ...]]
) -> Assessment:
    """Keep some answers; the others stay as they are."""
    require(actor, Act.ASSESS)
    assessment = _unfinished(db, assessment_id)
    unknown = [question for question in answers if question not in QUESTIONS]
    if unknown:
        raise NotFound(f"no question {unknown[0]}")
    plain = {question: list(v) if isinstance(v, tuple) else v.strip() for question, v in answers.items()}
    assessment.answers = assessment.answers | plain
    audit.note(db, actor, Act.ASSESS, f"assessment {assessment.id}")
    return assessment


def answers_of(assessment: Assessment) -> dict[str, str | tuple[str, ...]]:
    kept = assessment.answers.items()
    return {question: tuple(value) if isinstance(value, list) else str(value) for question, value in kept}


def missing(db: Session, assessment: Assessment) -> tuple[str, ...]:
    """The questions that finishing still lacks."""
    return rules.missing(answers_of(assessment), gathered(db, assessment.matter_id).kinds)


def finish(db: Session, actor: Actor, assessment_id: int, today: date) -> Assessment:
    """Finish, and stamp how many days before the decision that was, or that it came after."""
    require(actor, Act.FINISH_ASSESSMENT)
    assessment = _unfinished(db, assessment_id)
    lacking = missing(db, assessment)
    if lacking:
        raise Incomplete(*lacking)
    assessment.finished_on, assessment.finished_by = today, actor.name
    assessment.days_before = rules.days_before(today, assessment.matter.decision_on)
    audit.note(db, actor, Act.FINISH_ASSESSMENT, f"assessment {assessment.id}")
    return assessment


def _unfinished(db: Session, assessment_id: int) -> Assessment:
    assessment = find(db, Assessment, assessment_id)
    if assessment.finished_on:
        raise Closed("the assessment is finished")
    return assessment
