"""Summaries: counted, protected, and only then kept. Nothing gets past the gate unprotected."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import JSON, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from participation.access import CHILD, Act, Actor, require
from participation.community import answers
from participation.community.consultations import (
    Consultation,
    due_for_closing,
    held,
    may_close,
    survey_of,
)
from participation.disclosure.groups import CHOSEN, Asked
from participation.disclosure.protection import ProtectedTable, protect
from participation.disclosure.tables import Row, Table, count, count_options
from participation.errors import Closed, Incomplete, NotFound, WouldDisclose
from participation.storage import audit
from participation.storage.database import Record, find
from participation.surveys.definition import Page, Survey
from participation.surveys.questions import Scale
from participation.surveys.rules import Chose

DAYS_UNTIL_CLOSED_ANYWAY = 14

Draw = Callable[[ProtectedTable, str], str]
"""From a table and a language to a chart as SVG."""


class Summary(Record):
    """What remains of a consultation: protected tables, and what a planner writes about them."""

    __tablename__ = "summaries"
    kept_for = "for good: it is public once published"

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultations.id"), unique=True)
    tables_kept: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    title: Mapped[str] = mapped_column(default="")
    findings: Mapped[str] = mapped_column(default="")
    not_reached: Mapped[str] = mapped_column(default="")
    what_next: Mapped[str] = mapped_column(default="")
    drafted_on: Mapped[date]
    published_on: Mapped[date | None]
    consultation: Mapped[Consultation] = relationship()
    charts: Mapped[list["Chart"]] = relationship()

    @property
    def tables(self) -> tuple[ProtectedTable, ...]:
        return tuple(ProtectedTable.from_plain(kept) for kept in self.tables_kept)

    @property
    def answered(self) -> int | None:
        """How many children answered, if that may be told."""
        return self.tables[0].total() if self.tables else None


class Chart(Record):
    """A chart of one protected table in one language, drawn once, at publication."""

    __tablename__ = "charts"
    kept_for = "as long as its summary"

    summary_id: Mapped[int] = mapped_column(ForeignKey("summaries.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    svg: Mapped[str]


def close(db: Session, actor: Actor, consultation_id: int, today: date) -> Summary:
    """Count, protect, and cut up the sheets. The true counts are gone when this returns."""
    require(actor, Act.CLOSE_CONSULTATION)
    consultation = held(db, consultation_id)
    if not may_close(db, consultation, today):
        raise Closed("nobody sees results while children are still answering")
    summary = _close(db, consultation, today)
    audit.note(db, actor, Act.CLOSE_CONSULTATION, f"consultation {consultation.id}")
    return summary


def close_what_is_due(db: Session, today: date) -> int:
    """Close what nobody closed in two weeks, so that no sheet is left lying; return how many."""
    due = due_for_closing(db, today - timedelta(days=DAYS_UNTIL_CLOSED_ANYWAY))
    for consultation in due:
        _close(db, consultation, today)
        audit.note(db, CHILD, Act.CLOSE_CONSULTATION, f"consultation {consultation.id}, by the clock")
    return len(due)


def write(
    db: Session,
    actor: Actor,
    summary_id: int,
    *,
    title: str,
    findings: str,
    not_reached: str,
    what_next: str,
) -> Summary:
    """Write the words of a summary that is not published yet."""
    require(actor, Act.DRAFT_SUMMARY)
    summary = _unpublished(db, summary_id)
    summary.title, summary.findings = title.strip(), findings.strip()
    summary.not_reached, summary.what_next = not_reached.strip(), what_next.strip()
    audit.note(db, actor, Act.DRAFT_SUMMARY, f"summary {summary.id}")
    return summary


def lacking(summary: Summary) -> list[str]:
    """What publication still lacks."""
    return [name for name in ("title", "findings", "what_next") if not getattr(summary, name)]


def publish(db: Session, actor: Actor, summary_id: int, draw: Draw, today: date) -> Summary:
    """Publish: from now on nothing in it changes. The charts are drawn here, once, in each language."""
    require(actor, Act.PUBLISH_SUMMARY)
    summary = _unpublished(db, summary_id)
    missing = lacking(summary)
    if missing:
        raise Incomplete(*missing)
    for language in survey_of(db, summary.consultation).languages:
        for place, table in enumerate(summary.tables):
            summary.charts.append(Chart(place=place, language=language, svg=draw(table, language)))
    summary.published_on = today
    audit.note(db, actor, Act.PUBLISH_SUMMARY, f"summary {summary.id}")
    return summary


def summary_of(db: Session, actor: Actor, summary_id: int) -> Summary:
    require(actor, Act.READ_COMMUNITY)
    return find(db, Summary, summary_id)


def summary_on(db: Session, consultation_id: int) -> Summary | None:
    return db.scalar(select(Summary).filter_by(consultation_id=consultation_id))


def published(db: Session) -> list[Summary]:
    """Every published summary, the newest first: they are public."""
    out = select(Summary).where(Summary.published_on.is_not(None))
    return list(db.scalars(out.order_by(Summary.published_on.desc(), Summary.id.desc())))


def published_summary(db: Session, summary_id: int) -> Summary:
    summary = find(db, Summary, summary_id)
    if summary.published_on is None:
        raise NotFound(f"Summary {summary_id}")
    return summary


def published_on_matter(db: Session, matter_id: int) -> list[Summary]:
    return [summary for summary in published(db) if summary.consultation.matter_id == matter_id]


def chart_in(db: Session, summary_id: int, place: int, language: str) -> str:
    """The chart of a published summary in this language, as SVG."""
    published_summary(db, summary_id)
    return find_chart(db, summary_id, place, language).svg


def find_chart(db: Session, summary_id: int, place: int, language: str) -> Chart:
    chart = db.get(Chart, (summary_id, place, language))
    if chart is None:
        raise NotFound(f"chart {place} of summary {summary_id} in {language}")
    return chart


def _close(db: Session, consultation: Consultation, today: date) -> Summary:
    survey = survey_of(db, consultation)
    rows = answers.cut_up(db, consultation, survey)
    consultation.closed_on = today
    tables = _protected(_counted(rows, survey, consultation.breakdowns))
    kept = [table.to_plain() for table in tables]
    summary = Summary(consultation_id=consultation.id, tables_kept=kept, drafted_on=today)
    db.add(summary)
    db.flush()
    return summary


def _counted(rows: Sequence[Row], survey: Survey, by: Sequence[str]) -> list[Table]:
    """One table for each question that is counted, or for each option where several may be chosen."""
    breakdowns = {question: survey.page(question).question.categories for question in by}
    tables: list[Table] = []
    for page in survey.pages:
        question = page.question
        if not question.counted or question.id in breakdowns or not _can_be_told(survey, page, by):
            continue
        if question.scale is Scale.MANY:
            tables += count_options(rows, question.id, question.categories, breakdowns)
        else:
            tables.append(
                count(rows, question.id, question.categories, breakdowns, asked=_asked(survey, page))
            )
    return tables


def _protected(tables: Sequence[Table]) -> tuple[ProtectedTable, ...]:
    """The tables as they may be told; none at all where so few answered that any number would tell."""
    try:
        return protect(tables) if tables else ()
    except WouldDisclose:
        return ()


def _can_be_told(survey: Survey, page: Page, by: Sequence[str]) -> bool:
    """A routed question is counted only where one earlier answer decides who meets it.

    Not where each option is counted by itself, nor where a group that is published decides: how many met the
    question would then be told twice, and with it what is hidden.
    """
    if page.show_if is None:
        return True
    if page.question.scale is Scale.MANY or set(page.show_if.questions) & set(by):
        return False
    return _asked(survey, page) is not None


def _asked(survey: Survey, page: Page) -> Asked | None:
    rule = page.show_if
    if not isinstance(rule, Chose) or rule.operator not in {"any_of", "equals"}:
        return None
    before = survey.page(rule.question).question
    if not before.counted:
        return None
    if before.scale is Scale.MANY:
        one = rule.operator == "any_of" and len(rule.values) == 1
        return Asked(rule.question, (CHOSEN,), rule.values[0]) if one else None
    return Asked(rule.question, rule.values)


def _unpublished(db: Session, summary_id: int) -> Summary:
    """The summary as it can still be changed, and by nobody else until this is done."""
    summary = find(db, Summary, summary_id)
    db.refresh(summary, with_for_update=True)
    if summary.published_on:
        raise Closed("this summary is published already")
    return summary
