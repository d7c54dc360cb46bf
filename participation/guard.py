"""Guard: slows down guessing at the doors that open without an account, and knows the doors' keys apart."""

from datetime import date, datetime
from enum import Enum, auto

from sqlalchemy.orm import Session

from participation.storage import codes, drafts, limits
from participation.storage.easy_words import EASY_WORDS
from participation.storage.limits import TooManyTries

__all__ = [
    "DAYS_MARKED",
    "Key",
    "TooManyTries",
    "could_open",
    "key_typed",
    "let_pass",
    "marked",
    "note_wrong",
    "same_for_all",
]


DAYS_MARKED = drafts.DAYS_MARKED
"""How long a bookmark leads back."""


class Key(Enum):
    """What a child may hold: a code that opens a door, or a card that opens the answer."""

    TICKET = auto()
    CASE_CODE = auto()
    OWN_CODE = auto()
    CLAIM = auto()
    CASE_CLAIM = auto()
    BOOKMARK = auto()


WORDS = {
    codes.GROUP_WORDS: Key.CLAIM,
    codes.CASE_WORDS: Key.CASE_CLAIM,
    codes.BOOKMARK_WORDS: Key.BOOKMARK,
}
"""How many easy words each card has."""


def key_typed(typed: str) -> tuple[Key, str] | None:
    """What was typed, and as it stands in an address; None where a finger slipped."""
    if codes.is_well_typed(typed):
        return _kind_of(typed), codes.shown(typed)
    written = codes.normal_words(typed)
    words = written.split("-")
    kind = WORDS.get(len(words))
    return (kind, written) if kind and set(words) <= set(EASY_WORDS) else None


def could_open(tried: str) -> bool:
    """Whether this could have opened a door: no door looks at the signs that are in no code of ours."""
    return key_typed(tried) is not None or codes.is_well_typed(codes.normal(tried))


def marked(db: Session, words: str, today: date) -> str:
    """What the words of a child's bookmark lead back to. Raise NotFound."""
    return drafts.marked(db, words, today)


def _kind_of(code: str) -> Key:
    if codes.is_own_code(code):
        return Key.OWN_CODE
    return Key.CASE_CODE if codes.is_case_code(code) else Key.TICKET


def same_for_all(code: str) -> str:
    """The code without what people type differently."""
    return codes.normal(code)


def let_pass(db: Session, door: str, address: str, now: datetime) -> None:
    """Raise TooManyTries where this address has tried too many wrong codes at this door just now."""
    limits.check(db, door, address, now)


def note_wrong(db: Session, door: str, address: str, now: datetime) -> None:
    limits.note_failure(db, door, address, now)
