"""Corrections: a child who had help says afterwards whether it came out right, and what should stand there.

It is the child's word. It changes no passage, and nobody else can change it.
"""

from datetime import date
from enum import Enum, auto

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from participation.access import CHILD, Act
from participation.casework.cases import hold
from participation.casework.help_given import help_with
from participation.casework.voices import Voice, voice_claimed
from participation.errors import Closed, NotFound
from participation.storage import audit, keys
from participation.storage.database import Record

LONGEST_CORRECTION = 1000


class CameOut(Enum):
    """Whether what stands there is what the child meant."""

    YES = auto()
    PARTLY = auto()
    NO = auto()


class Correction(Record):
    __tablename__ = "corrections"
    kept_for = "as long as its voice"

    voice_id: Mapped[int] = mapped_column(ForeignKey("voices.id"), primary_key=True)
    came_out: Mapped[str]
    instead: Mapped[bytes | None]
    said_on: Mapped[date]
    answered_on: Mapped[date | None]
    """When the coordinator next answered the child."""
    voice: Mapped[Voice] = relationship()

    @property
    def waits(self) -> bool:
        """Whether something came out wrong and the child has not been answered since."""
        return self.came_out != CameOut.YES.name and self.answered_on is None


def say_if_it_came_out_right(
    db: Session, claim: str, *, came_out: CameOut, instead: str, today: date
) -> Correction:
    """The child says whether it came out right; may be said again, the last word counts."""
    voice = voice_claimed(db, claim)
    hold(db, voice.case_id)
    if not help_with(db, voice.id, voice.case.key_id):
        raise NotFound("nobody helped, and nobody asks")
    if voice.case.closed_on:
        raise Closed("the case is closed")
    correction = db.get(Correction, voice.id) or Correction(voice_id=voice.id)
    correction.came_out, correction.said_on, correction.answered_on = came_out.name, today, None
    said = instead.strip()
    correction.instead = keys.seal(db, voice.case.key_id, said, f"correction {voice.id}") if said else None
    db.add(correction)
    audit.note(db, CHILD, Act.SAY_IF_CAME_OUT_RIGHT, f"voice {voice.id}")
    return correction


def correction_of(db: Session, voice_id: int) -> Correction | None:
    return db.get(Correction, voice_id)


def came_out(db: Session, voice_id: int) -> CameOut | None:
    """What the child has said; nothing where it has not said it."""
    correction = correction_of(db, voice_id)
    return CameOut[correction.came_out] if correction else None


def words_of(db: Session, correction: Correction) -> str:
    """What should have stood there; empty where the child wrote nothing."""
    if correction.instead is None:
        return ""
    place = f"correction {correction.voice_id}"
    return keys.unseal(db, correction.voice.case.key_id, correction.instead, place)


def mark_answered(db: Session, voice_id: int, today: date) -> None:
    """The child has an answer again: nothing waits until it says so anew."""
    correction = correction_of(db, voice_id)
    if correction:
        correction.answered_on = today
