"""Drafts: answers under way, sealed with a secret that only the child's browser holds.

A bookmark, if the child asks for one, leads back from a few easy words to the place and the secret.
"""

import json
from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import Index, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.errors import NotFound
from participation.storage import codes, keys
from participation.storage.database import WITHOUT_ROWID, Record, find, insert_or_change
from participation.storage.keys import seal_for, unseal_for
from participation.surveys.questions import Answer

DAYS_KEPT, DAYS_MARKED = 1, 7


class Draft(Record):
    """It does not say whose it is, nor which door it belongs to."""

    __tablename__ = "drafts"
    __table_args__ = (Index("drafts_one_per_bookmark", "bookmark", unique=True), WITHOUT_ROWID)
    kept_for = "until sent in, at most to the end of the next day; with a bookmark seven days from its making"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    sealed: Mapped[bytes]
    kept_until: Mapped[date]
    bookmark: Mapped[str | None]
    pointer: Mapped[bytes | None]


def hold(db: Session, secret: str, place: str) -> None:
    """Wait for one's turn to change this draft, and look anew at what another page of it kept meanwhile.

    Held before it is made, too. On SQLite the one writer has its turn already.
    """
    print_ = _print(db, secret, place)
    if db.get_bind().dialect.name == "postgresql":
        db.execute(select(func.pg_advisory_xact_lock(int(print_[:15], 16))))
    db.get(Draft, print_, populate_existing=True)


def answers_in(db: Session, secret: str, place: str) -> dict[str, Answer]:
    """The answers so far at this door; none where nothing has been kept."""
    draft = db.get(Draft, _print(db, secret, place))
    if draft is None:
        return {}
    plain = json.loads(unseal_for(db, secret, draft.sealed, place))
    return {question: Answer.from_plain(kept) for question, kept in plain.items()}


def keep(db: Session, secret: str, place: str, answers: Mapping[str, Answer], today: date) -> None:
    plain = json.dumps({question: answer.to_plain() for question, answer in answers.items()})
    before = db.get(Draft, _print(db, secret, place))
    until = today + timedelta(days=DAYS_KEPT)
    kept = {
        "sealed": seal_for(db, secret, plain, place),
        "kept_until": max(until, before.kept_until) if before and before.bookmark else until,
    }
    insert_or_change(db, Draft(fingerprint=_print(db, secret, place), **kept), kept)


def keep_along(db: Session, secret: str, place: str, beside: str) -> None:
    """Keep one draft at least as long as another of the same browser that it belongs to."""
    draft, other = (db.get(Draft, _print(db, secret, one)) for one in (place, beside))
    if draft and other:
        draft.kept_until = max(draft.kept_until, other.kept_until)


def mark(db: Session, secret: str, place: str, pointer: str, today: date) -> str:
    """Make a bookmark and return its words; one made before holds no longer. Raise NotFound without a draft.

    The words are kept nowhere, and lead to the draft only: when it is sent in or thrown away, to nothing.
    """
    draft = find(db, Draft, _print(db, secret, place))
    words = codes.new_words(codes.BOOKMARK_WORDS)
    key = keys.stretched(db, words)
    draft.bookmark = codes.fingerprint(db, "bookmark", key)
    draft.pointer = seal_for(db, key, pointer, "bookmark")
    draft.kept_until = today + timedelta(days=DAYS_MARKED)
    return words


def marked(db: Session, words: str, today: date) -> str:
    """What the words of a bookmark lead to. Raise NotFound where they lead nowhere, or no longer."""
    key = keys.stretched(db, codes.normal_words(words))
    given = codes.fingerprint(db, "bookmark", key)
    draft = db.scalar(select(Draft).filter_by(bookmark=given).where(Draft.kept_until >= today))
    if draft is None or draft.pointer is None:
        raise NotFound("bookmark")
    return unseal_for(db, key, draft.pointer, "bookmark")


def throw_away(db: Session, secret: str, place: str) -> None:
    db.execute(delete(Draft).where(Draft.fingerprint == _print(db, secret, place)))


def forget(db: Session, today: date) -> int:
    """Delete the drafts whose time is past; return how many."""
    return len(db.scalars(delete(Draft).where(Draft.kept_until < today).returning(Draft.fingerprint)).all())


def _print(db: Session, secret: str, place: str) -> str:
    return codes.fingerprint(db, "draft", f"{place}|{secret}")
