"""Paper: sheets that children wrote by hand, typed in for them and counted as every other sheet."""

from datetime import date

from sqlalchemy.orm import Session

from participation.access import Act, Actor, require
from participation.community import answers
from participation.community.consultations import consultation_of, ticket_behind
from participation.errors import Closed, NotFound
from participation.storage import audit, codes
from participation.surveys.questions import Answers

FEWEST_TOLD = 10
MOST_SHEETS = 100
"""So many copies are printed at a time."""


class UsedCode(Closed):
    """Somebody has answered with this code already, or it was taken back."""


def enter(db: Session, actor: Actor, consultation_id: int, code: str, said: Answers, today: date) -> str:
    """Use the code that stands on the paper, and make a sheet of what stands there.

    Return the words of a card for the child who wants one; they are kept nowhere.
    Which sheet it became is noted nowhere either.
    """
    require(actor, Act.ENTER_PAPER)
    ticket = ticket_behind(db, code, today, used_too=True)
    if ticket.consultation_id != consultation_id:
        raise NotFound("ticket")
    if ticket.uses_left < 1:
        raise UsedCode("nothing is left of this code")
    words = codes.new_words(codes.GROUP_WORDS)
    answers.pour(db, ticket, said, words, today, on_paper=True)
    audit.note(db, actor, Act.ENTER_PAPER, f"a paper sheet in consultation {consultation_id}")
    return words


def how_many(db: Session, actor: Actor, consultation_id: int) -> int | None:
    """How many answered on paper, once they and those who answered on a screen are too many to be known."""
    require(actor, Act.ENTER_PAPER)
    consultation = consultation_of(db, actor, consultation_id)
    if not answers.are_whole(db, consultation):
        return None
    on_paper = answers.how_many_on_paper(db, consultation)
    on_screen = answers.how_many(db, consultation) - on_paper
    is_safe = on_paper >= FEWEST_TOLD and (on_screen == 0 or on_screen >= FEWEST_TOLD)
    return on_paper if is_safe else None
