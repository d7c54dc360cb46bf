"""Recordings: sentences read in by somebody, each in one language and for these very words.

A recording belongs to the hash of its sentence: one that changes has none until it is read in anew.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from hashlib import sha256

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.access import Act, Actor, require
from participation.errors import Incomplete, NotFound
from participation.owner import formats
from participation.storage import audit
from participation.storage.database import Record, insert_or_change

MOST_BYTES = 1_000_000
"""Room for half a minute and more: a sentence needs a tenth of it."""
LONGEST_READER = 80


class Recording(Record):
    """One sentence as it was read. `version` tells one recording of it from the next."""

    __tablename__ = "recordings"
    kept_for = "until it is replaced or removed"

    language: Mapped[str] = mapped_column(primary_key=True)
    sentence: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    content: Mapped[bytes] = mapped_column(deferred=True)
    size: Mapped[int]
    version: Mapped[str]
    read_by: Mapped[str]
    added_on: Mapped[date]


class Unfit(Enum):
    """Why a file is no recording we take."""

    NO_SOUND = auto()
    TOO_LARGE = auto()


@dataclass(frozen=True)
class Played:
    """A recording with its sound, as it is given out."""

    kind: str
    version: str
    content: bytes


def unfit(content: bytes) -> Unfit | None:
    """Why this is no recording we take, if it is not."""
    if len(content) > MOST_BYTES:
        return Unfit.TOO_LARGE
    return None if formats.sound_in(content) else Unfit.NO_SOUND


def keep(
    db: Session, actor: Actor, language: str, sounds: Mapping[str, bytes], read_by: str, today: date
) -> None:
    """Keep recordings by the names of their sentences; what was there before is replaced."""
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    if wrong := [sentence for sentence, content in sounds.items() if unfit(content)]:
        raise Incomplete(*wrong)
    for sentence, content in sounds.items():
        kept = {
            "kind": formats.sound_in(content),
            "content": content,
            "size": len(content),
            "version": sha256(content).hexdigest()[:8],
            "read_by": read_by.strip()[:LONGEST_READER],
            "added_on": today,
        }
        insert_or_change(db, Recording(language=language, sentence=sentence, **kept), kept)
    audit.note(db, actor, Act.EDIT_CHILDRENS_PAGES, f"{len(sounds)} recordings kept")


def take_away(db: Session, actor: Actor, language: str, sentence: str) -> None:
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    gone = delete(Recording).filter_by(language=language, sentence=sentence).returning(Recording.sentence)
    if not db.scalars(gone).all():
        raise NotFound(f"no recording of {sentence} in {language}")
    audit.note(db, actor, Act.EDIT_CHILDRENS_PAGES, f"recording {sentence[:8]} removed")


def recorded(db: Session, language: str) -> dict[str, Recording]:
    """All recordings in a language by their sentences, without the sound."""
    return {one.sentence: one for one in db.scalars(select(Recording).filter_by(language=language))}


def among(db: Session, language: str, sentences: Collection[str]) -> dict[str, Recording]:
    """The recordings there are of these sentences, without the sound."""
    wanted = select(Recording).where(Recording.language == language, Recording.sentence.in_(sentences))
    return {one.sentence: one for one in db.scalars(wanted)}


def names_by_language(db: Session) -> dict[str, set[str]]:
    """Which sentences can be heard, language by language."""
    found: dict[str, set[str]] = {}
    for language, sentence in db.execute(select(Recording.language, Recording.sentence)):
        found.setdefault(language, set()).add(sentence)
    return found


def weight(db: Session) -> int:
    """How many bytes all recordings take together."""
    return int(db.scalar(select(func.sum(Recording.size))) or 0)


def played(db: Session, language: str, sentence: str, kind: str) -> Played:
    """The sound itself."""
    wanted = select(Recording.kind, Recording.version, Recording.content)
    found = db.execute(wanted.filter_by(language=language, sentence=sentence, kind=kind)).one_or_none()
    if found is None:
        raise NotFound(f"no {kind} of {sentence} in {language}")
    return Played(*found)
