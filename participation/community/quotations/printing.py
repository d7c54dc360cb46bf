"""Printing quotations: with the summary they are frozen, and everything that led to a child is cut off."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.access import Act, Actor, require
from participation.community import codebooks
from participation.community.consultations import held
from participation.community.quotations.proposing import lacking_of, unpublished_on, words_of
from participation.community.quotations.records import Quotation
from participation.community.summaries import Draw, Summary
from participation.community.summaries import publish as publish_summary
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


def publish(db: Session, actor: Actor, summary_id: int, draw: Draw, today: date) -> Summary:
    """Publish a summary with its quotations, while no child can change its mind.

    Those that lack something are deleted: nobody is asked again.
    """
    require(actor, Act.PUBLISH_SUMMARY)
    held(db, find(db, Summary, summary_id).consultation_id)
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
    book = codebooks.newest(db, consultation_id)
    names = {code.key: code.name for code in book.codes} if book else {}
    frozen = select(Quotation).where(
        Quotation.consultation_id == consultation_id, Quotation.words.is_not(None)
    )
    found = [
        ToldQuotation(
            one.words or "",
            one.question,
            names.get(one.code, ""),
            one.group_label,
            one.is_composite,
            one.is_respelled,
        )
        for one in db.scalars(frozen)
    ]
    return tuple(sorted(found, key=lambda one: (one.theme, one.words)))


def _freeze(db: Session, quotation: Quotation, today: date) -> None:
    quotation.words, quotation.frozen_on = words_of(db, quotation), today
    quotation.sealed, quotation.sources, quotation.child_says_yes = None, [], None
