"""Limits: wrong codes and passwords are counted, never the right ones: a whole school shares one address."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.errors import Closed
from participation.storage.codes import fingerprint
from participation.storage.database import WITHOUT_ROWID, Record, insert_or_change

WINDOW = timedelta(minutes=10)
FROM_ONE_PLACE = 30
FROM_EVERYWHERE = 2000


class TooManyTries(Closed):
    """Too many wrong tries; wait ten minutes."""


class Failure(Record):
    """How many wrong tries in a stretch of ten minutes, from an address that is kept as a fingerprint."""

    __tablename__ = "failures"
    __table_args__ = WITHOUT_ROWID
    kept_for = "one day"

    place: Mapped[str] = mapped_column(primary_key=True)
    window: Mapped[str] = mapped_column(primary_key=True)
    n: Mapped[int] = mapped_column(default=0)


def check(db: Session, purpose: str, address: str, now: datetime, *, at_most: int = FROM_ONE_PLACE) -> None:
    """Raise TooManyTries where this address, or everybody together, has failed too often just now."""
    if _failed(db, _place(db, purpose, address), now) >= at_most:
        raise TooManyTries(purpose)
    if _failed(db, _place(db, purpose, "everywhere"), now) >= FROM_EVERYWHERE:
        raise TooManyTries(f"{purpose} everywhere")


def note_failure(db: Session, purpose: str, address: str, now: datetime) -> None:
    for place in (_place(db, purpose, address), _place(db, purpose, "everywhere")):
        first = Failure(place=place, window=_window(now), n=1)
        insert_or_change(db, first, {"n": Failure.n + 1})


def forget(db: Session, now: datetime) -> int:
    """Delete the counts older than a day; return how many."""
    old = delete(Failure).where(Failure.window < _window(now - timedelta(days=1)))
    return len(db.scalars(old.returning(Failure.n)).all())


def _failed(db: Session, place: str, now: datetime) -> int:
    windows = [_window(now), _window(now - WINDOW)]
    return sum(db.scalars(select(Failure.n).where(Failure.place == place, Failure.window.in_(windows))))


def _place(db: Session, purpose: str, address: str) -> str:
    return fingerprint(db, f"limit {purpose}", address)


def _window(now: datetime) -> str:
    return now.replace(minute=now.minute // 10 * 10, second=0, microsecond=0, tzinfo=None).isoformat(
        "T", "minutes"
    )
