"""Contacts: a child who answers without a name asks to be contacted. Nothing here leads to an answer.

It knows no consultation, no code and no browser, and no time finer than the day. It is noted in no trail
that it was written: the trail has a clock.
"""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from secrets import token_hex

from sqlalchemy import or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.access import Act, Actor, require
from participation.casework import duty
from participation.errors import Closed, Incomplete, NotFound
from participation.storage import audit, keys
from participation.storage.database import WITHOUT_ROWID, Record, find

LONGEST_NAME, LONGEST_REACH, LONGEST_ABOUT = 120, 300, 2000
DAYS_KEPT_DONE, DAYS_KEPT = 90, 180


class ContactWish(Record):
    """That somebody wants to be contacted. Who, how and why are sealed under a key of its own."""

    __tablename__ = "contact_wishes"
    __table_args__ = WITHOUT_ROWID
    kept_for = "90 days after somebody was contacted, 180 days at most"

    id: Mapped[str] = mapped_column(primary_key=True, default=lambda: token_hex(8))
    key_id: Mapped[str]
    asked_on: Mapped[date]
    sealed: Mapped[bytes]
    done: Mapped[bytes | None]
    done_on: Mapped[date | None]
    done_by: Mapped[str | None]


@dataclass(frozen=True)
class Wish:
    """What the child wrote."""

    called: str
    reach: str
    about: str


def ask(db: Session, wish: Wish, today: date) -> None:
    """Keep the wish for those on duty. Where nobody is, nothing is kept: a promise would be a lie."""
    if not duty.now(db).people:
        raise Closed("nobody is on duty here")
    if not wish.reach.strip():
        raise Incomplete("reach")
    kept = ContactWish(id=token_hex(8), key_id=keys.new_data_key(db, today), asked_on=today)
    plain = json.dumps({name: text.strip() for name, text in vars(wish).items()})
    kept.sealed = keys.seal(db, kept.key_id, plain, f"contact {kept.id}")
    db.add(kept)


def wishes_for(db: Session, actor: Actor) -> list[ContactWish]:
    """What waits and what is done, for those on duty; the oldest that waits first."""
    require(actor, Act.READ_CONTACT)
    if actor.account_id not in duty.now(db).people:
        return []
    found = db.scalars(select(ContactWish).order_by(ContactWish.asked_on, ContactWish.id))
    return sorted(found, key=lambda wish: wish.done_on is not None)


def read(db: Session, actor: Actor, contact_id: str) -> tuple[ContactWish, Wish]:
    """Who wants to be contacted, noted in the trail before anything is shown."""
    require(actor, Act.READ_CONTACT)
    kept = _wish_for(db, actor, contact_id)
    audit.note(db, actor, Act.READ_CONTACT, f"contact {kept.id}")
    return kept, Wish(**json.loads(keys.unseal(db, kept.key_id, kept.sealed, f"contact {kept.id}")))


def finish(db: Session, actor: Actor, contact_id: str, done: str, today: date) -> ContactWish:
    """Say what was done. From then on it is kept for ninety days."""
    require(actor, Act.ANSWER_CONTACT)
    kept = _wish_for(db, actor, contact_id)
    if kept.done_on:
        raise Closed("somebody has done this already")
    if not done.strip():
        raise Incomplete("done")
    kept.done = keys.seal(db, kept.key_id, done.strip(), f"contact done {kept.id}")
    kept.done_on, kept.done_by = today, actor.name
    audit.note(db, actor, Act.ANSWER_CONTACT, f"contact {kept.id}")
    return kept


def done_in_words(db: Session, kept: ContactWish) -> str:
    """What was done; empty where nothing is yet."""
    return keys.unseal(db, kept.key_id, kept.done, f"contact done {kept.id}") if kept.done else ""


def forget(db: Session, today: date) -> int:
    """Delete what is past its time, with its key; return how many."""
    done_before, asked_before = (today - timedelta(days=days) for days in (DAYS_KEPT_DONE, DAYS_KEPT))
    old = or_(ContactWish.done_on < done_before, ContactWish.asked_on < asked_before)
    gone = list(db.scalars(select(ContactWish).where(old)))
    for kept in gone:
        keys.destroy(db, kept.key_id)
        db.delete(kept)
    return len(gone)


def _wish_for(db: Session, actor: Actor, contact_id: str) -> ContactWish:
    """The wish, for those on duty; to everyone else it does not exist."""
    if actor.account_id not in duty.now(db).people:
        raise NotFound(f"ContactWish {contact_id}")
    return find(db, ContactWish, contact_id)
