"""Cases: one child's need for coordinated services, known by a reference and never by a name."""

import re
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.access import Act, Actor, require
from participation.disclosure.free_text import holds_identity_number
from participation.errors import Closed, Incomplete, NotFound
from participation.storage import audit, keys
from participation.storage.database import Record, find

DAYS_KEPT_AFTER_CLOSING = 365
LONGEST_REFERENCE = 24


class Case(Record):
    __tablename__ = "cases"
    kept_for = "a year after it is closed; then its data key is destroyed"

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(unique=True)
    coordinator_id: Mapped[int]
    key_id: Mapped[str]
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]


class NotAReference(Incomplete):
    """A reference holds a digit and no name: 2026/114, BK-17."""


class ReferenceTaken(Closed):
    """Another case has this reference already."""


def is_reference(text: str) -> bool:
    """Whether this may stand for a child: letters and digits, at least one digit, no identity number."""
    fits = re.fullmatch(r"[A-ZÆØÅa-zæøå]{0,6}[-/ ]?\d[\dA-Za-z]*([-/.]\d+)*", text.strip())
    return bool(fits) and len(text) <= LONGEST_REFERENCE and not holds_identity_number(text)


def open_case(db: Session, actor: Actor, reference: str, today: date) -> Case:
    require(actor, Act.OPEN_CASE)
    reference = reference.strip()
    if not is_reference(reference):
        raise NotAReference("reference")
    if db.scalar(select(Case).filter_by(reference=reference)):
        raise ReferenceTaken("there is a case with this reference already")
    key_id = keys.new_data_key(db, today)
    case = Case(reference=reference, coordinator_id=actor.account_id, key_id=key_id, opened_on=today)
    db.add(case)
    db.flush()
    audit.note(db, actor, Act.OPEN_CASE, f"case {case.id}")
    return case


def case_of(db: Session, actor: Actor, case_id: int) -> Case:
    """The case, if this actor coordinates it; to everyone else it does not exist."""
    require(actor, Act.READ_CASE)
    case = find(db, Case, case_id)
    if case.coordinator_id != actor.account_id:
        raise NotFound(f"Case {case_id}")
    return case


def open_case_of(db: Session, actor: Actor, case_id: int) -> Case:
    """The case, if this actor coordinates it and it is still open."""
    case = case_of(db, actor, case_id)
    if case.closed_on:
        raise Closed("this case is closed")
    return case


def cases_of(db: Session, actor: Actor) -> list[Case]:
    """The cases that this actor coordinates, the open ones first."""
    require(actor, Act.READ_CASE)
    mine = select(Case).filter_by(coordinator_id=actor.account_id)
    return sorted(db.scalars(mine), key=lambda case: (case.closed_on is not None, case.reference))


def close(db: Session, actor: Actor, case_id: int, today: date) -> Case:
    require(actor, Act.CLOSE_CASE)
    case = open_case_of(db, actor, case_id)
    case.closed_on = today
    audit.note(db, actor, Act.CLOSE_CASE, f"case {case.id}")
    return case


def past_their_time(db: Session, today: date) -> list[Case]:
    """The closed cases that are to be forgotten today."""
    last_day = today - timedelta(days=DAYS_KEPT_AFTER_CLOSING)
    return list(db.scalars(select(Case).where(Case.closed_on < last_day)))
