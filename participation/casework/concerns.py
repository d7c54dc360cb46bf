"""Concerns: a child in a case calls something serious, and a named person reads it and does something.

It is sent at once, stands in no voice and enters no plan. Nothing is reported or told to anybody by itself:
each step is a person's, noted with a day and, where the law asks for one, a reason.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from participation.access import CHILD, Act, Actor, require
from participation.casework import duty
from participation.casework.cases import Case, hold
from participation.casework.duty import Duty
from participation.casework.voices import Voice
from participation.errors import Closed, Incomplete, NotFound
from participation.storage import audit, keys
from participation.storage.database import Record, find

LONGEST_ABOUT, LONGEST_REACH = 4000, 300


class Step(Enum):
    """What is done about a concern."""

    SEEN = auto()
    CONTACTED = auto()
    REPORTED = auto()
    NOT_REPORTED = auto()
    OTHER_HELP = auto()
    CLOSED = auto()


DECIDED = {Step.REPORTED, Step.NOT_REPORTED}
"""Before a concern is closed, somebody has reported it or said why not (barnevernsloven § 13-2)."""
REASONED = {Step.NOT_REPORTED, Step.OTHER_HELP, Step.CLOSED}


class Concern(Record):
    __tablename__ = "concerns"
    kept_for = "as long as its case"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    is_for_duty: Mapped[bool]
    """Whether the child was told that the person on duty and the deputy get it."""
    kept_from: Mapped[int | None]
    """The coordinator who is not to have it, where the child said so."""
    sent_at: Mapped[datetime]
    """By the clock on the office's wall, to count office hours."""
    sealed: Mapped[bytes]
    case: Mapped[Case] = relationship()
    steps: Mapped[list["StepTaken"]] = relationship(order_by="StepTaken.id")

    @property
    def is_seen(self) -> bool:
        return bool(self.steps)

    @property
    def is_closed(self) -> bool:
        return any(taken.step == Step.CLOSED.name for taken in self.steps)

    @property
    def is_decided(self) -> bool:
        """Whether it was reported, or somebody said why not."""
        return any(Step[taken.step] in DECIDED for taken in self.steps)


class StepTaken(Record):
    """One step, by whom and when; of a report no more than the day and the number on the receipt."""

    __tablename__ = "concern_steps"
    kept_for = "as long as its case"

    id: Mapped[int] = mapped_column(primary_key=True)
    concern_id: Mapped[int] = mapped_column(ForeignKey("concerns.id"))
    step: Mapped[str]
    done_on: Mapped[date]
    sealed: Mapped[bytes]
    written_by: Mapped[str]


@dataclass(frozen=True)
class Said:
    """What the child wrote: what it is about, and how to be reached. Both may be empty."""

    about: str
    reach: str


@dataclass(frozen=True)
class Told:
    """A step in words."""

    taken: StepTaken
    receipt: str
    reason: str


def raise_concern(
    db: Session, voice: Voice, said: Said, *, not_to_coordinator: bool = False, now: datetime
) -> Concern:
    """Send it, at once and with no yes asked for: it is the child's word that it is serious."""
    hold(db, voice.case_id)
    case, on_duty = voice.case, duty.now(db)
    if case.closed_on or voice.taken_back_on:
        raise Closed("this case is closed, or the code was taken back")
    if not_to_coordinator and not on_duty.people:
        raise Incomplete("not_to_coordinator")
    kept_from = case.coordinator_id if not_to_coordinator else None
    concern = Concern(case_id=case.id, is_for_duty=bool(on_duty.people), kept_from=kept_from, sent_at=now)
    concern.sealed = b""
    db.add(concern)
    db.flush()
    plain = json.dumps({"about": said.about.strip(), "reach": said.reach.strip()})
    concern.sealed = keys.seal(db, case.key_id, plain, f"concern {concern.id}")
    audit.note(db, CHILD, Act.RAISE_CONCERN, f"concern {concern.id} in case {case.id}")
    return concern


def readers(concern: Concern, on_duty: Duty) -> frozenset[int]:
    """Whom it concerns: those on duty and the coordinator, but never the one the child left out."""
    people = on_duty.people if concern.is_for_duty else frozenset()
    if concern.kept_from is None:
        return people | {concern.case.coordinator_id}
    return people - {concern.kept_from}


def concerns_of(db: Session, actor: Actor) -> list[Concern]:
    """Those that this actor may read: what nobody has read first, then what is open; the newest first."""
    require(actor, Act.READ_CONCERN)
    on_duty = duty.now(db)
    found = [c for c in db.scalars(select(Concern)) if actor.account_id in readers(c, on_duty)]
    return sorted(found, key=lambda c: (c.is_closed, c.is_seen, -c.id))


def read(db: Session, actor: Actor, concern_id: int) -> tuple[Concern, Said]:
    """The child's words, noted in the trail before anything is shown."""
    require(actor, Act.READ_CONCERN)
    concern = _concern_of(db, actor, concern_id)
    audit.note(db, actor, Act.READ_CONCERN, f"concern {concern.id}")
    plain = json.loads(keys.unseal(db, concern.case.key_id, concern.sealed, f"concern {concern.id}"))
    return concern, Said(plain["about"], plain["reach"])


def take_step(
    db: Session,
    actor: Actor,
    concern_id: int,
    step: Step,
    *,
    done_on: date,
    receipt: str = "",
    reason: str = "",
    today: date,
) -> StepTaken:
    """Note what was done. A report needs its receipt, a decision not to report its reason."""
    require(actor, Act.FOLLOW_UP_CONCERN)
    concern = _concern_of(db, actor, concern_id)
    hold(db, concern.case_id)
    if concern.is_closed:
        raise Closed("this concern is closed; a new one is a new one")
    _examine(concern, step, done_on, receipt, reason, today)
    taken = StepTaken(concern_id=concern.id, step=step.name, done_on=done_on, sealed=b"")
    taken.written_by = actor.name
    db.add(taken)
    db.flush()
    plain = json.dumps({"receipt": receipt.strip(), "reason": reason.strip()})
    taken.sealed = keys.seal(db, concern.case.key_id, plain, f"concern step {taken.id}")
    db.refresh(concern)
    audit.note(db, actor, Act.FOLLOW_UP_CONCERN, f"concern {concern.id}")
    return taken


def told(db: Session, concern: Concern) -> list[Told]:
    """What was done so far, in words, for those who may read the concern."""
    return [_told(db, concern, taken) for taken in concern.steps]


def _told(db: Session, concern: Concern, taken: StepTaken) -> Told:
    plain = json.loads(keys.unseal(db, concern.case.key_id, taken.sealed, f"concern step {taken.id}"))
    return Told(taken, plain["receipt"], plain["reason"])


def _concern_of(db: Session, actor: Actor, concern_id: int) -> Concern:
    """The concern, if it is this actor's to read; to everyone else it does not exist."""
    concern = find(db, Concern, concern_id)
    if actor.account_id not in readers(concern, duty.now(db)):
        raise NotFound(f"Concern {concern_id}")
    return concern


def _examine(concern: Concern, step: Step, done_on: date, receipt: str, reason: str, today: date) -> None:
    if step is Step.CLOSED and not concern.is_decided:
        raise Incomplete("step")
    if done_on > today:
        raise Incomplete("done_on")
    if step is Step.REPORTED and not receipt.strip():
        raise Incomplete("receipt")
    if step in REASONED and not reason.strip():
        raise Incomplete("reason")
