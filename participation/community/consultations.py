"""Consultations: a survey put before many children about a matter, and the tickets that let them in."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import JSON, ForeignKey, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from participation.access import CHILD, Act, Actor, require
from participation.community import devices
from participation.community.matters import Matter
from participation.disclosure.published import FLOOR
from participation.errors import Closed, Incomplete, NotFound
from participation.rights.ladder import AIMS, Rung
from participation.storage import audit, codes, definitions, keys
from participation.storage.database import WITHOUT_ROWID, Record, find
from participation.surveys.definition import Survey
from participation.surveys.questions import Scale

MOST_BREAKDOWNS = 2
MOST_TICKETS = 500
DAYS_TICKETS_KEPT = 30
DAYS_UNTIL_CLOSED_ANYWAY = 14


class Consultation(Record):
    """What was promised to the children stands here, and cannot be changed once it is open."""

    __tablename__ = "consultations"
    kept_for = "for good: it holds no answers"

    id: Mapped[int] = mapped_column(primary_key=True)
    matter_id: Mapped[int] = mapped_column(ForeignKey("matters.id"))
    digest: Mapped[str] = mapped_column(ForeignKey("frozen_surveys.digest"))
    rung: Mapped[int]
    breakdowns: Mapped[list[str]] = mapped_column(JSON)
    read_by: Mapped[str]
    opened_on: Mapped[date]
    closes_on: Mapped[date]
    answer_on: Mapped[date]
    closed_on: Mapped[date | None]
    invited: Mapped[int] = mapped_column(default=0)
    sheets_key_id: Mapped[str]
    words_key_id: Mapped[str]
    matter: Mapped[Matter] = relationship()

    @property
    def promise(self) -> Rung:
        return Rung(self.rung)


class Ticket(Record):
    """One way in, for one child or for a class. It knows how often it may be used, never what was said."""

    __tablename__ = "tickets"
    __table_args__ = WITHOUT_ROWID
    kept_for = "thirty days after the consultation is closed"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultations.id"))
    uses_left: Mapped[int]
    consultation: Mapped[Consultation] = relationship()


def may_break_down(survey: Survey) -> tuple[str, ...]:
    """The questions that answers may be counted by: one answer each, put to every child."""
    found = [one.id for one in survey.questions if one.counted and one.scale is Scale.CATEGORIES]
    return tuple(name for name in found if name in asked_of_everybody(survey))


def asked_of_everybody(survey: Survey) -> frozenset[str]:
    """The questions on no route: that a child was asked them tells nothing of what it answered before."""
    return frozenset(page.question.id for page in survey.pages if page.show_if is None)


def open_consultation(
    db: Session,
    actor: Actor,
    matter_id: int,
    survey: Survey,
    *,
    rung: Rung,
    breakdowns: Sequence[str],
    read_by: str,
    closes_on: date,
    answer_on: date,
    today: date,
) -> Consultation:
    """Open a consultation. What is declared here is a promise, and stays as it is."""
    require(actor, Act.OPEN_CONSULTATION)
    matter = find(db, Matter, matter_id)
    wrong = _what_is_wrong(survey, rung, breakdowns, read_by, closes_on, answer_on, today)
    if wrong:
        raise Incomplete(*wrong)
    consultation = Consultation(
        matter_id=matter.id,
        digest=definitions.freeze(db, survey, today),
        rung=int(rung),
        breakdowns=list(breakdowns),
        read_by=read_by.strip(),
        opened_on=today,
        closes_on=closes_on,
        answer_on=answer_on,
        sheets_key_id=keys.new_data_key(db, today),
        words_key_id=keys.new_data_key(db, today),
    )
    db.add(consultation)
    db.flush()
    audit.note(db, actor, Act.OPEN_CONSULTATION, f"consultation {consultation.id}")
    return consultation


def make_tickets(db: Session, actor: Actor, consultation_id: int, n: int, today: date) -> list[str]:
    """Make n codes that each open the door once; they are shown now and never again."""
    consultation = _open(db, actor, consultation_id, today)
    if not 1 <= n <= MOST_TICKETS:
        raise Incomplete("tickets")
    made = [_ticket(db, consultation, uses=1) for _ in range(n)]
    audit.note(db, actor, Act.PRINT_CODES, f"{n} codes for consultation {consultation.id}")
    return made


def make_class_ticket(db: Session, actor: Actor, consultation_id: int, uses: int, today: date) -> str:
    """Make one code that a whole class can use, as often as there are children."""
    consultation = _open(db, actor, consultation_id, today)
    if not 1 <= uses <= MOST_TICKETS:
        raise Incomplete("uses")
    code = _ticket(db, consultation, uses=uses)
    audit.note(db, actor, Act.PRINT_CODES, f"a class code for consultation {consultation.id}")
    return code


def take_back_tickets(db: Session, actor: Actor, consultation_id: int, today: date) -> None:
    """Take back what is left of every code, because it was lost: nobody was invited by that.

    How many they were is told to nobody, since it would tell how many have answered.
    """
    consultation = _open(db, actor, consultation_id, today)
    if not are_unused(db, consultation):
        raise Closed("every code is used")
    unused = select(Ticket).filter_by(consultation_id=consultation.id).where(Ticket.uses_left > 0)
    for ticket in db.scalars(unused):
        consultation.invited -= ticket.uses_left
        ticket.uses_left = 0
    audit.note(db, actor, Act.PRINT_CODES, f"unused codes of consultation {consultation.id} taken back")


def close(db: Session, actor: Actor, consultation_id: int, today: date) -> Consultation:
    """Take no more answers. Nobody sees any yet: the sheets stay sealed until the numbers are released."""
    require(actor, Act.CLOSE_CONSULTATION)
    consultation = held(db, consultation_id)
    if not may_close(db, consultation, today):
        raise Closed("nobody sees results while children are still answering")
    consultation.closed_on = today
    devices.shut(db, consultation.id)
    audit.note(db, actor, Act.CLOSE_CONSULTATION, f"consultation {consultation.id}")
    return consultation


def close_what_is_due(db: Session, today: date) -> int:
    """Close what nobody closed in two weeks, so that no sheet is left lying; return how many."""
    due = due_for_closing(db, today - timedelta(days=DAYS_UNTIL_CLOSED_ANYWAY))
    for consultation in due:
        consultation.closed_on = today
        devices.shut(db, consultation.id)
        audit.note(db, CHILD, Act.CLOSE_CONSULTATION, f"consultation {consultation.id}, by the clock")
    return len(due)


def prolong(db: Session, actor: Actor, consultation_id: int, closes_on: date, today: date) -> Consultation:
    """Wait for more children, where a group is too small to tell of; the day of the answer stands."""
    require(actor, Act.OPEN_CONSULTATION)
    consultation = held(db, consultation_id)
    if consultation.closed_on:
        raise Closed("this consultation is closed")
    if not max(today, consultation.closes_on) < closes_on < consultation.answer_on:
        raise Incomplete("closes_on")
    consultation.closes_on = closes_on
    audit.note(db, actor, Act.OPEN_CONSULTATION, f"consultation {consultation.id}, until {closes_on}")
    return consultation


def ticket_behind(db: Session, code: str, today: date, *, used_too: bool = False) -> Ticket:
    """The ticket that this code opens. Raise NotFound or, when it is used or late, Closed.

    `used_too` is for sending: nobody else uses the ticket or closes the consultation until that is done.
    """
    ticket = db.get(Ticket, codes.fingerprint(db, "ticket", codes.normal(code)))
    if ticket is None:
        raise NotFound("ticket")
    if used_too:
        db.refresh(ticket.consultation, with_for_update={"read": True})
        db.refresh(ticket, with_for_update=True)
    if not used_too and (ticket.uses_left < 1 or not takes_answers(ticket.consultation, today)):
        raise Closed("this consultation takes no more answers from this code")
    return ticket


def takes_answers(consultation: Consultation, today: date) -> bool:
    return consultation.closed_on is None and today <= consultation.closes_on


def enough(n: int) -> int | None:
    """How many they are, once they are so many that the number tells on nobody."""
    return n if n >= FLOOR else None


def may_close(db: Session, consultation: Consultation, today: date) -> bool:
    """After the closing day, or when every code is used and nobody is left to answer.

    Not before the closing day where so few were invited that their words would tell who they are.
    """
    if consultation.closed_on:
        return False
    everybody = consultation.invited >= FLOOR and not are_unused(db, consultation)
    return today > consultation.closes_on or everybody


def are_unused(db: Session, consultation: Consultation) -> bool:
    """Whether a child could still come in with a code that was made."""
    left = select(func.sum(Ticket.uses_left)).filter_by(consultation_id=consultation.id)
    return bool(db.scalar(left))


def consultation_of(db: Session, actor: Actor, consultation_id: int) -> Consultation:
    require(actor, Act.READ_COMMUNITY)
    return find(db, Consultation, consultation_id)


def held(db: Session, consultation_id: int) -> Consultation:
    """The consultation, kept still: until this is done no child sends in, and nobody else changes it."""
    consultation = find(db, Consultation, consultation_id)
    db.refresh(consultation, with_for_update=True)
    return consultation


def consultations_on(db: Session, actor: Actor, matter_id: int) -> list[Consultation]:
    require(actor, Act.READ_COMMUNITY)
    return list(db.scalars(select(Consultation).filter_by(matter_id=matter_id).order_by(Consultation.id)))


def all_consultations(db: Session, actor: Actor) -> list[Consultation]:
    require(actor, Act.READ_COMMUNITY)
    return list(db.scalars(select(Consultation).order_by(Consultation.closes_on.desc(), Consultation.id)))


def survey_of(db: Session, consultation: Consultation) -> Survey:
    return definitions.survey_behind(db, consultation.digest)


def due_for_closing(db: Session, day: date) -> list[Consultation]:
    """Those still open though their closing day was before this day, all of them kept still."""
    due = select(Consultation).where(Consultation.closed_on.is_(None), Consultation.closes_on < day)
    return list(db.scalars(due.order_by(Consultation.id).with_for_update()))


def forget(db: Session, today: date) -> int:
    """Delete the tickets of consultations long closed; return how many."""
    last_day = today - timedelta(days=DAYS_TICKETS_KEPT)
    closed = select(Consultation.id).where(Consultation.closed_on < last_day).scalar_subquery()
    gone = delete(Ticket).where(Ticket.consultation_id.in_(closed)).returning(Ticket.uses_left)
    return len(db.scalars(gone).all())


def _open(db: Session, actor: Actor, consultation_id: int, today: date) -> Consultation:
    require(actor, Act.PRINT_CODES)
    consultation = held(db, consultation_id)
    if not takes_answers(consultation, today):
        raise Closed("this consultation takes no more answers")
    return consultation


def _ticket(db: Session, consultation: Consultation, uses: int) -> str:
    code = codes.new_ticket_code()
    given = codes.fingerprint(db, "ticket", codes.normal(code))
    db.add(Ticket(fingerprint=given, consultation_id=consultation.id, uses_left=uses))
    consultation.invited += uses
    return code


def _what_is_wrong(
    survey: Survey,
    rung: Rung,
    breakdowns: Sequence[str],
    read_by: str,
    closes_on: date,
    answer_on: date,
    today: date,
) -> list[str]:
    possible = may_break_down(survey)
    checks = {
        "survey": survey.door != "case",
        "rung": rung in AIMS,
        "breakdowns": len(set(breakdowns)) == len(breakdowns) <= MOST_BREAKDOWNS
        and all(question in possible for question in breakdowns),
        "read_by": bool(read_by.strip()),
        "closes_on": closes_on >= today,
        "answer_on": answer_on > closes_on,
    }
    return [name for name, right in checks.items() if not right]
