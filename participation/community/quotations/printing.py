"""Printing quotations: with the summary they are frozen, and everything that led to a child is cut off."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.access import Act, Actor, require
from participation.community import codebooks
from participation.community.consultations import held
from participation.community.quotations.proposing import lacking_of, unpublished_on, words_of
from participation.community.quotations.records import Quotation
from participation.community.summaries import Draw, Summary
from participation.community.summaries import publish as publish_summary
from participation.errors import Closed
from participation.storage import audit
from participation.storage.database import find


@dataclass(frozen=True)
class ToldQuotation:
    """Words as anyone may read them, with the theme and the group they stand for, and nothing else."""

    words: str
    question: str
    theme: str
    group_label: str
    is_composite: bool
    is_respelled: bool


@dataclass(frozen=True)
class Ready:
    """The words that publishing prints as they stand now, and how many more are proposed but not ready."""

    quotations: tuple[ToldQuotation, ...]
    unready: int

    @property
    def hash(self) -> str:
        """Tells whether other words are ready than were looked at."""
        told = [[one.words, one.question, one.theme, one.is_composite] for one in self.quotations]
        return sha256(json.dumps(told).encode()).hexdigest()


def ready(db: Session, actor: Actor, consultation_id: int) -> Ready:
    """What whoever publishes reads first. Reading is noted, where there are words to read."""
    require(actor, Act.PUBLISH_SUMMARY)
    found = _ready(db, consultation_id)
    if found.quotations:
        audit.note(db, actor, Act.READ_FREE_TEXTS, f"consultation {consultation_id}")
    return found


def publish(
    db: Session, actor: Actor, summary_id: int, draw: Draw, today: date, *, seen: str | None = None
) -> Summary:
    """Publish a summary with its quotations, while no child can change its mind.

    Those that lack something are deleted: nobody is asked again. `seen`: the hash of the words as they were
    read; Closed where others are ready by now.
    """
    require(actor, Act.PUBLISH_SUMMARY)
    held(db, find(db, Summary, summary_id).consultation_id)
    if seen is not None and seen != _ready(db, find(db, Summary, summary_id).consultation_id).hash:
        raise Closed("other words are ready to be printed than were read")
    summary = publish_summary(db, actor, summary_id, draw, today)
    for one in unpublished_on(db, summary.consultation_id):
        if lacking_of(db, one):
            db.delete(one)
        else:
            _freeze(db, one, today)
    db.flush()
    db.info["tidy"] = True
    return summary


def told(db: Session, consultation_id: int) -> tuple[ToldQuotation, ...]:
    """What was printed, in an order that tells nothing: by theme and by words."""
    frozen = select(Quotation).where(
        Quotation.consultation_id == consultation_id, Quotation.words.is_not(None)
    )
    return _as_told(db, consultation_id, list(db.scalars(frozen)))


def _ready(db: Session, consultation_id: int) -> Ready:
    proposed = unpublished_on(db, consultation_id)
    whole = [one for one in proposed if not lacking_of(db, one)]
    return Ready(_as_told(db, consultation_id, whole), len(proposed) - len(whole))


def _as_told(db: Session, consultation_id: int, found: Sequence[Quotation]) -> tuple[ToldQuotation, ...]:
    book = codebooks.newest(db, consultation_id)
    names = {code.key: code.name for code in book.codes} if book else {}
    told = [
        ToldQuotation(
            words_of(db, one),
            one.question,
            names.get(one.code, ""),
            one.group_label,
            one.is_composite,
            one.is_respelled,
        )
        for one in found
    ]
    return tuple(sorted(told, key=lambda one: (one.theme, one.words)))


def _freeze(db: Session, quotation: Quotation, today: date) -> None:
    quotation.words, quotation.frozen_on = words_of(db, quotation), today
    quotation.sealed, quotation.sources, quotation.child_says_yes = None, [], None
