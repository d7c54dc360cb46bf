"""Guard: slows down guessing at the doors that open without an account."""

from datetime import datetime

from sqlalchemy.orm import Session

from participation.storage import limits
from participation.storage.limits import TooManyTries

__all__ = ["TooManyTries", "let_pass", "note_wrong"]


def let_pass(db: Session, door: str, address: str, now: datetime) -> None:
    """Raise TooManyTries where this address has tried too many wrong codes at this door just now."""
    limits.check(db, door, address, now)


def note_wrong(db: Session, door: str, address: str, now: datetime) -> None:
    limits.note_failure(db, door, address, now)
