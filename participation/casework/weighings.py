"""Weighings: the adult's reading, apart from the child's words, and what weight the words were given.

General Comment 14, paragraph 97: where the result differs from what the child wished, the reason is stated.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date
from enum import Enum, auto

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.access import Act, Actor, require
from participation.casework.cases import case_to_change
from participation.casework.voices import Passage, Voice, passage_in
from participation.errors import Incomplete, NotFound
from participation.rights.weight import Weight
from participation.storage import audit, keys
from participation.storage.database import Record, find


class Follows(Enum):
    """Whether the decision is what the child wished."""

    YES = auto()
    PARTLY = auto()
    NO = auto()


class Reading(Record):
    """How a grown-up understood it, with the grown-up's name; never mixed with the child's words."""

    __tablename__ = "readings"
    kept_for = "as long as its case"

    voice_id: Mapped[int] = mapped_column(ForeignKey("voices.id"), primary_key=True)
    sealed: Mapped[bytes]
    written_by: Mapped[str]
    written_on: Mapped[date]


class Weighing(Record):
    __tablename__ = "weighings"
    kept_for = "as long as its passage"

    passage_id: Mapped[str] = mapped_column(ForeignKey("passages.id"), primary_key=True)
    weight: Mapped[str]
    follows: Mapped[str]
    sealed: Mapped[bytes]
    written_by: Mapped[str]
    written_on: Mapped[date]


@dataclass(frozen=True)
class Reasons:
    """What was considered, what was decided, and why if it is not what the child wished."""

    considered: str
    decision: str
    reason: str = ""


def note_reading(db: Session, actor: Actor, voice_id: int, words: str, today: date) -> Reading:
    """Write down the adult's own reading of a voice."""
    require(actor, Act.NOTE_READING)
    voice = find(db, Voice, voice_id)
    case = case_to_change(db, actor, voice.case_id)
    if voice.approved_on is None:
        raise NotFound("voice")
    reading = db.get(Reading, voice.id) or Reading(voice_id=voice.id)
    reading.sealed = keys.seal(db, case.key_id, words.strip(), f"reading {voice.id}")
    reading.written_by, reading.written_on = actor.name, today
    db.add(reading)
    audit.note(db, actor, Act.NOTE_READING, f"voice {voice.id}")
    return reading


def reading_of(db: Session, voice: Voice) -> tuple[Reading, str] | None:
    """The adult's reading of a voice and its words, if there is one."""
    reading = db.get(Reading, voice.id)
    if reading is None:
        return None
    return reading, keys.unseal(db, voice.case.key_id, reading.sealed, f"reading {voice.id}")


def weigh(
    db: Session,
    actor: Actor,
    passage_id: str,
    *,
    weight: Weight,
    follows: Follows,
    reasons: Reasons,
    today: date,
) -> Weighing:
    """Record the weight a passage was given. Raise Incomplete where the reasons are not whole."""
    require(actor, Act.WEIGH)
    passage = passage_in(db, actor, passage_id)
    missing = [name for name in ("considered", "decision") if not getattr(reasons, name).strip()]
    if follows is not Follows.YES and not reasons.reason.strip():
        missing.append("reason")
    if missing:
        raise Incomplete(*missing)
    weighing = db.get(Weighing, passage.id) or Weighing(passage_id=passage.id)
    weighing.weight, weighing.follows = weight.value, follows.name
    key_id = passage.voice.case.key_id
    weighing.sealed = keys.seal(db, key_id, json.dumps(asdict(reasons)), f"weighing {passage.id}")
    weighing.written_by, weighing.written_on = actor.name, today
    db.add(weighing)
    audit.note(db, actor, Act.WEIGH, f"passage {passage.id}")
    return weighing


def weighing_of(db: Session, passage: Passage) -> tuple[Weighing, Reasons] | None:
    """The weighing of a passage and its reasons, if there is one."""
    weighing = db.get(Weighing, passage.id)
    if weighing is None:
        return None
    plain = json.loads(keys.unseal(db, passage.voice.case.key_id, weighing.sealed, f"weighing {passage.id}"))
    return weighing, Reasons(**plain)


def unweighed(db: Session, passage_ids: list[str]) -> list[str]:
    """Those of the passages that have no weighing yet."""
    weighed = set(db.scalars(select(Weighing.passage_id).where(Weighing.passage_id.in_(passage_ids))))
    return [passage_id for passage_id in passage_ids if passage_id not in weighed]
