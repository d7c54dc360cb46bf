"""Approving quotations: the child with the card reads what would be printed, and says yes, no, or nothing."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.community.answers import FreeText, approval_of, consultation_claimed
from participation.community.consultations import Consultation, held, survey_of
from participation.community.quotations.proposing import lacking_of, unpublished_on, words_of
from participation.community.quotations.records import Quotation
from participation.community.summaries import summary_on
from participation.disclosure.quotations import Lack
from participation.errors import NotFound

CHILDS = {Lack.CHILD_SAYS_YES, Lack.ONE_PER_CHILD}


@dataclass(frozen=True)
class Asked:
    """The very words grown-ups want to print, and what the child has said to it so far."""

    quotation_id: int
    words: str
    is_respelled: bool
    says_yes: bool | None


def asked_about(db: Session, words: str) -> tuple[Asked, ...]:
    """What the child with this card is asked about: all that lacks nothing but the child's own yes."""
    consultation = consultation_claimed(db, words)
    return tuple(
        Asked(one.id, words_of(db, one), one.is_respelled, one.child_says_yes)
        for one in _of_card(db, consultation, words)
        if set(lacking_of(db, one)) <= CHILDS
    )


def answer(db: Session, words: str, quotation_id: int, *, says_yes: bool) -> None:
    """Say yes or no to these words. It can be changed until they are published, and is noted nowhere.

    One child is quoted once: a yes to one is a no to the others of the same card.
    """
    consultation = held(db, consultation_claimed(db, words).id)
    asked = {one.quotation_id for one in asked_about(db, words)}
    if quotation_id not in asked:
        raise NotFound(f"Quotation {quotation_id}")
    for one in _of_card(db, consultation, words):
        if one.id == quotation_id:
            one.child_says_yes = says_yes
        elif says_yes and one.child_says_yes:
            one.child_says_yes = False


def _of_card(db: Session, consultation: Consultation, words: str) -> list[Quotation]:
    """Words taken from this child's own texts. Only the card leads to them."""
    summary = summary_on(db, consultation.id)
    if summary is None or summary.published_on:
        return []
    asked = [question.id for question in survey_of(db, consultation).questions]
    approvals = [approval_of(db, question, words) for question in asked]
    mine = select(FreeText.id).where(FreeText.asked_in == consultation.id, FreeText.approval.in_(approvals))
    texts = set(db.scalars(mine))
    found = unpublished_on(db, consultation.id)
    return [one for one in found if not one.is_composite and set(one.sources) <= texts]
