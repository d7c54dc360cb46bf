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
from participation.rights.assessment import QUESTIONS, Evidence, Step
from participation.storage import audit
from participation.storage.database import Record, find


class Assessment(Record):
    """Fixed when it is finished, and with it what children had said; only the following up stays open."""

    __tablename__ = "assessments"
    kept_for = "for good: it is part of the basis of a decision"

    id: Mapped[int] = mapped_column(primary_key=True)
    matter_id: Mapped[int] = mapped_column(ForeignKey("matters.id"), unique=True)
    answers: Mapped[dict[str, Any]] = mapped_column(JSON)
    begun_on: Mapped[date]
    finished_on: Mapped[date | None]
    finished_by: Mapped[str | None]
    days_before: Mapped[int | None]
    evidence: Mapped[dict[str, list[int]] | None] = mapped_column(JSON(none_as_null=True))
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
    def ids(self) -> dict[str, list[int]]:
        return {
            "summaries": [summary.id for summary in self.summaries],
            "statements": [statement.id for statement in self.statements],
        }

    @property
    def kinds(self) -> frozenset[Evidence]:
        found = {Evidence.SUMMARY: self.summaries, Evidence.STATEMENT: self.statements}
        return frozenset(kind for kind, pieces in found.items() if pieces)


def begin(db: Session, actor: Actor, matter_id: int, today: date) -> Assessment:
    """The assessment of a matter; begun where there is none."""
    require(actor, Act.ASSESS)
    matter = matter_of(db, actor, matter_id)
    db.refresh(matter, with_for_update=True)
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


def gathered(db: Session, assessment: Assessment) -> Gathered:
    """The published summaries and the statements sent on the matter; once finished, those it rested on."""
    kept = assessment.evidence
    if kept is None:
        on_matter = assessment.matter_id
        said = summaries.published_on_matter(db, on_matter), councils.statements_on(db, on_matter)
        return Gathered(tuple(said[0]), tuple(said[1]))
    return Gathered(
        tuple(find(db, Summary, summary_id) for summary_id in kept["summaries"]),
        tuple(find(db, Statement, statement_id) for statement_id in kept["statements"]),
    )


def keep(
    db: Session, actor: Actor, assessment_id: int, answers: Mapping[str, str | tuple[str, ...]]
) -> Assessment:
    """Keep some answers; the others stay as they are. Once finished, only the following up is kept, whole."""
    require(actor, Act.ASSESS)
    assessment = _held(db, assessment_id)
    unknown = [question for question in answers if question not in QUESTIONS]
    if unknown:
        raise NotFound(f"no question {unknown[0]}")
    if assessment.finished_on:
        _check_follow_up(answers)
    plain = {question: list(v) if isinstance(v, tuple) else v.strip() for question, v in answers.items()}
    assessment.answers = assessment.answers | plain
    audit.note(db, actor, Act.ASSESS, f"assessment {assessment.id}")
    return assessment


def answers_of(assessment: Assessment) -> dict[str, str | tuple[str, ...]]:
    kept = assessment.answers.items()
    return {question: tuple(value) if isinstance(value, list) else str(value) for question, value in kept}


def missing(db: Session, assessment: Assessment) -> tuple[str, ...]:
    """The questions that finishing still lacks."""
    return rules.missing(answers_of(assessment), gathered(db, assessment).kinds)


def finish(db: Session, actor: Actor, assessment_id: int, today: date) -> Assessment:
    """Finish: stamp how many days before the decision that was, and fix what children had said by then."""
    require(actor, Act.FINISH_ASSESSMENT)
    assessment = _held(db, assessment_id)
    if assessment.finished_on:
        raise Closed("the assessment is finished")
    lacking = missing(db, assessment)
    if lacking:
        raise Incomplete(*lacking)
    assessment.finished_on, assessment.finished_by = today, actor.name
    assessment.evidence = gathered(db, assessment).ids
    assessment.days_before = rules.days_before(today, assessment.matter.decision_on)
    audit.note(db, actor, Act.FINISH_ASSESSMENT, f"assessment {assessment.id}")
    return assessment


def _held(db: Session, assessment_id: int) -> Assessment:
    """The assessment, which nobody else changes until this is done."""
    assessment = find(db, Assessment, assessment_id)
    db.refresh(assessment, with_for_update=True)
    return assessment


def _check_follow_up(answers: Mapping[str, str | tuple[str, ...]]) -> None:
    """What is told after finishing belongs to the following up, and leaves no hole in it."""
    if any(QUESTIONS[question].step is not Step.FOLLOW_UP for question in answers):
        raise Closed("the assessment is finished")
    asked = (QUESTIONS[question] for question in answers if not QUESTIONS[question].optional)
    holes = [question.id for question in asked if not question.is_answered(answers[question.id], ())]
    if holes:
        raise Incomplete(*holes)
