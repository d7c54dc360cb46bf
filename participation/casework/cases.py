"""Cases: one child's need for coordinated services, known by a reference and never by a name."""

import re
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.access import Act, Actor, require
from participation.disclosure.free_text import holds_date, holds_identity_number
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
    """Whether this may stand for a child: a few capitals, then numbers; no identity number, no birthday."""
    fits = re.fullmatch(r"([A-ZÆØÅ]{0,4}|[Ss]ak)[-/ ]?\d+([-/.]\d+)*", text.strip())
    tells = holds_identity_number(re.sub(r"\D", "", text)) or holds_date(text)
    return bool(fits) and len(text) <= LONGEST_REFERENCE and not tells


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
    try:
        db.flush()
    except IntegrityError:
        raise ReferenceTaken("another case got this reference at the same moment") from None
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


def case_to_change(db: Session, actor: Actor, case_id: int) -> Case:
    """The case, if this actor coordinates it and it is still open, held for this change alone."""
    hold(db, case_id)
    return open_case_of(db, actor, case_id)


def hold(db: Session, case_id: int) -> None:
    """Wait for one's turn to change this case, and look anew at what others changed meanwhile.

    Whoever judges first and writes afterwards holds the case before judging. On SQLite the one writer
    has its turn already.
    """
    db.flush()
    db.execute(select(Case.id).where(Case.id == case_id).with_for_update())
    db.expire_all()


def cases_of(db: Session, actor: Actor) -> list[Case]:
    """The cases that this actor coordinates, the open ones first."""
    require(actor, Act.READ_CASE)
    mine = select(Case).filter_by(coordinator_id=actor.account_id)
    return sorted(db.scalars(mine), key=lambda case: (case.closed_on is not None, case.reference))


def close(db: Session, actor: Actor, case_id: int, today: date) -> Case:
    require(actor, Act.CLOSE_CASE)
    case = case_to_change(db, actor, case_id)
    case.closed_on = today
    audit.note(db, actor, Act.CLOSE_CASE, f"case {case.id}")
    return case


def how_many_of(db: Session, actor: Actor, account_id: int) -> int:
    """How many cases hang on one account, closed ones too until they are forgotten."""
    require(actor, Act.HAND_OVER_CASES)
    return db.scalar(select(func.count()).select_from(Case).filter_by(coordinator_id=account_id)) or 0


def hand_over(db: Session, actor: Actor, *, giver: int, taker: int) -> int:
    """Let another coordinator take over every case of somebody who leaves: no child waits in vain."""
    require(actor, Act.HAND_OVER_CASES)
    theirs = select(Case).filter_by(coordinator_id=giver).order_by(Case.id).with_for_update()
    handed = list(db.scalars(theirs))
    for case in handed:
        case.coordinator_id = taker
        audit.note(db, actor, Act.HAND_OVER_CASES, f"case {case.id} to account {taker}")
    return len(handed)


def past_their_time(db: Session, today: date) -> list[Case]:
    """The closed cases that are to be forgotten today, held for that."""
    last_day = today - timedelta(days=DAYS_KEPT_AFTER_CLOSING)
    past = select(Case).where(Case.closed_on < last_day)
    return list(db.scalars(past.order_by(Case.id).with_for_update()))
