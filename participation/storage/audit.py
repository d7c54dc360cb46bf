"""The audit trail: written once, never changed. It names things, never the child's words.

Each entry carries a keyed digest over itself and the one before, so that an edit, a deletion or a swap
shows (OWASP ASVS 5.0, 16.4.2). A cut-off tail shows only against an earlier copy.
"""

import hmac
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import DateTime, func, select, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.access import Act, Actor
from participation.storage.database import Record
from participation.storage.keys import keyring


class Entry(Record):
    __tablename__ = "audit"
    kept_for = "for good: taking anything out would break the chain"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    account_id: Mapped[int | None]
    act: Mapped[str]
    about: Mapped[str]
    digest: Mapped[str]


def note(db: Session, actor: Actor, act: Act, about: str) -> None:
    """Write down that the actor did this. What it was about is said without words of the child."""
    if db.get_bind().dialect.name == "postgresql":
        db.execute(text("SELECT pg_advisory_xact_lock(12)"))
    db.flush()
    last = db.scalar(select(Entry).order_by(Entry.id.desc()).limit(1))
    entry = Entry(
        id=last.id + 1 if last else 1,
        at=datetime.now(UTC).replace(microsecond=0),
        account_id=actor.account_id,
        act=act.name,
        about=about,
    )
    entry.digest = _digest(db, entry, last.digest if last else "")
    db.add(entry)
    db.flush()


def entries(db: Session, before: int | None = None, at_most: int = 100) -> list[Entry]:
    """The newest entries first, from before the one with this id."""
    newest = select(Entry).order_by(Entry.id.desc()).limit(at_most)
    return list(db.scalars(newest if before is None else newest.where(Entry.id < before)))


def count(db: Session) -> int:
    return db.scalar(select(func.count()).select_from(Entry)) or 0


def broken_at(db: Session) -> int | None:
    """The id of the first entry that does not follow from the one before, or None."""
    previous, expected = "", 1
    for entry in db.scalars(select(Entry).order_by(Entry.id)):
        if entry.id != expected or not hmac.compare_digest(entry.digest, _digest(db, entry, previous)):
            return entry.id
        previous, expected = entry.digest, entry.id + 1
    return None


def _digest(db: Session, entry: Entry, previous: str) -> str:
    at = entry.at if entry.at.tzinfo else entry.at.replace(tzinfo=UTC)
    parts = (
        previous,
        str(entry.id),
        at.astimezone(UTC).isoformat(),
        str(entry.account_id),
        entry.act,
        entry.about,
    )
    return hmac.new(keyring(db).derived("audit"), "\x1f".join(parts).encode(), sha256).hexdigest()
