"""Summaries: numbers that are released, and what planners write about them; two people stand behind each."""

import logging
from collections.abc import Callable
from datetime import date

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, foreign, mapped_column, relationship

from participation.access import Act, Actor, Role, require
from participation.community import releases
from participation.community.consultations import Consultation, may_break_down, survey_of
from participation.community.releases import Release, ReleaseDraft
from participation.disclosure.published import ProtectedTable
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.storage import audit
from participation.storage.database import Database, Record, find

LOG = logging.getLogger(__name__)

Draw = Callable[[ProtectedTable, str], str]
"""From a table and a language to a chart as SVG."""

BY_THE_CLOCK = Actor(Role.PLANNER)
"""Releases what nobody released in time."""


class Summary(Record):
    """What remains of a consultation: what was released of it, and what is written about that."""

    __tablename__ = "summaries"
    kept_for = "for good: it is public once published"

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultations.id"), unique=True)
    title: Mapped[str] = mapped_column(default="")
    findings: Mapped[str] = mapped_column(default="")
    not_reached: Mapped[str] = mapped_column(default="")
    what_next: Mapped[str] = mapped_column(default="")
    drafted_on: Mapped[date]
    written_by: Mapped[int | None]
    ready_on: Mapped[date | None]
    sent_back: Mapped[str] = mapped_column(default="")
    published_on: Mapped[date | None]
    published_by: Mapped[int | None]
    consultation: Mapped[Consultation] = relationship()
    charts: Mapped[list["Chart"]] = relationship()
    releases: Mapped[list[Release]] = relationship(
        primaryjoin=lambda: Summary.consultation_id == foreign(Release.consultation_id),
        order_by=Release.number,
        viewonly=True,
    )

    @property
    def tables(self) -> tuple[ProtectedTable, ...]:
        """Everything released, as the last release tells it."""
        return self.releases[-1].tables if self.releases else ()

    @property
    def answered(self) -> int | None:
        """How many children answered, if that may be told."""
        return self.releases[-1].answered if self.releases else None


class Chart(Record):
    """A chart of one protected table in one language, drawn once, at publication."""

    __tablename__ = "charts"
    kept_for = "as long as its summary"

    summary_id: Mapped[int] = mapped_column(ForeignKey("summaries.id"), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    svg: Mapped[str]


def release(
    db: Session,
    actor: Actor,
    consultation_id: int,
    *,
    seen: str | None = None,
    keeps_sheets: bool = False,
    today: date,
) -> Summary:
    """Release the numbers, as they were `seen`, and begin the summary of them if that is not done yet."""
    summary = summary_on(db, consultation_id)
    if summary and summary.published_on:
        raise Closed("the summary is published: nothing in it changes")
    releases.release(db, actor, consultation_id, seen=seen, keeps_sheets=keeps_sheets, today=today)
    if summary is None:
        summary = Summary(consultation_id=consultation_id, drafted_on=today)
        db.add(summary)
        db.flush()
    summary.ready_on = None
    db.expire(summary, ["releases"])
    return summary


def release_what_is_due(database: Database, today: date) -> int:
    """Release what nobody released in time, as it was declared, and let no sheet lie; return how many.

    One round that cannot be released holds up none of the others; it is tried again the next day.
    """
    with database.reading() as db:
        due = [consultation.id for consultation in releases.due_for_release(db, today)]
    return sum(_is_released_by_the_clock(database, consultation_id, today) for consultation_id in due)


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
    summary.written_by, summary.ready_on = actor.account_id, None
    audit.note(db, actor, Act.DRAFT_SUMMARY, f"summary {summary.id}")
    return summary


def lacking(summary: Summary) -> list[str]:
    """What publication still lacks."""
    return [name for name in ("title", "findings", "what_next") if not getattr(summary, name)]


def put_forward(db: Session, actor: Actor, summary_id: int, today: date) -> Summary:
    """Ask somebody else to read it with fresh eyes."""
    require(actor, Act.PUT_FORWARD_SUMMARY)
    summary = _unpublished(db, summary_id)
    if missing := lacking(summary):
        raise Incomplete(*missing)
    if releases.may_release(db, summary.consultation):
        raise Closed("sheets wait for one more breakdown; they are destroyed before others read")
    summary.ready_on, summary.sent_back = today, ""
    audit.note(db, actor, Act.PUT_FORWARD_SUMMARY, f"summary {summary.id}")
    return summary


def send_back(db: Session, actor: Actor, summary_id: int, why: str) -> Summary:
    """Ask for another wording, and say why."""
    require(actor, Act.SEND_BACK_SUMMARY)
    summary = _ready(db, summary_id)
    if not why.strip():
        raise Incomplete("why")
    summary.ready_on, summary.sent_back = None, why.strip()
    audit.note(db, actor, Act.SEND_BACK_SUMMARY, f"summary {summary.id}")
    return summary


def may_publish(actor: Actor, summary: Summary) -> bool:
    """Whoever wrote it last does not publish it: four eyes see more than two."""
    return summary.ready_on is not None and summary.written_by != actor.account_id


def publish(db: Session, actor: Actor, summary_id: int, draw: Draw, today: date) -> Summary:
    """Publish: from now on nothing in it changes. The charts are drawn here, once, in each language."""
    require(actor, Act.PUBLISH_SUMMARY)
    summary = _ready(db, summary_id)
    if not may_publish(actor, summary):
        raise NotAllowed("whoever wrote it last does not publish it")
    for language in survey_of(db, summary.consultation).languages:
        for place, table in enumerate(summary.tables):
            summary.charts.append(Chart(place=place, language=language, svg=draw(table, language)))
    summary.published_on, summary.published_by = today, actor.account_id
    audit.note(db, actor, Act.PUBLISH_SUMMARY, f"summary {summary.id}")
    return summary


def summary_of(db: Session, actor: Actor, summary_id: int) -> Summary:
    require(actor, Act.READ_COMMUNITY)
    return find(db, Summary, summary_id)


def summary_on(db: Session, consultation_id: int) -> Summary | None:
    return db.scalar(select(Summary).filter_by(consultation_id=consultation_id))


def waiting_for_eyes(db: Session, actor: Actor) -> list[Summary]:
    """Summaries that this person is to read and publish, the oldest first."""
    ready = select(Summary).where(Summary.ready_on.is_not(None), Summary.published_on.is_(None))
    found = db.scalars(ready.order_by(Summary.ready_on, Summary.id))
    return [summary for summary in found if may_publish(actor, summary)]


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


def _is_released_by_the_clock(database: Database, consultation_id: int, today: date) -> bool:
    try:
        _release_by_the_clock(database, consultation_id, today)
    except Exception as trouble:
        LOG.error("round %d is not released: %s", consultation_id, type(trouble).__name__)
        return False
    return True


def _release_by_the_clock(database: Database, consultation_id: int, today: date) -> None:
    with database.writing() as db:
        consultation = find(db, Consultation, consultation_id)
        if releases.releases_of(db, consultation_id):
            releases.end_waiting(db, BY_THE_CLOCK, consultation_id)
            return
        draft = releases.find_draft(db, consultation_id)
        if draft is None or not draft.is_worked_out:
            _want_as_declared(db, consultation, draft, today)
    for _done in releases.work_out(database, consultation_id):
        pass
    with database.writing() as db:
        release(db, BY_THE_CLOCK, consultation_id, today=today)


def _want_as_declared(
    db: Session, consultation: Consultation, draft: ReleaseDraft | None, today: date
) -> None:
    """Groups as they were declared; what somebody has begun to mark as sensitive stays marked."""
    by = [name for name in consultation.breakdowns if name in may_break_down(survey_of(db, consultation))]
    releases.want(
        db,
        BY_THE_CLOCK,
        consultation.id,
        breakdowns=by,
        telling=draft.telling if draft else {},
        severe=draft.severe if draft else (),
        today=today,
    )


def _ready(db: Session, summary_id: int) -> Summary:
    summary = _unpublished(db, summary_id)
    if summary.ready_on is None:
        raise Closed("this summary is not put forward")
    return summary


def _unpublished(db: Session, summary_id: int) -> Summary:
    """The summary as it can still be changed, and by nobody else until this is done."""
    summary = find(db, Summary, summary_id)
    db.refresh(summary, with_for_update=True)
    if summary.published_on:
        raise Closed("this summary is published already")
    return summary
