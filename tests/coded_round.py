"""A coded round: children wrote, two planners coded, and words are proposed; before anything is told."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.access import Actor, Role
from participation.accounts import Account
from participation.community import codebooks, consultations, own_words, quotations
from participation.community.answers import FreeText, approval_of, keep_page, send_in
from participation.community.codebooks import CodeWords, Turn
from participation.community.consultations import Consultation
from participation.community.own_words import Indirect
from participation.community.quotations import Wording
from participation.disclosure.free_text import QUESTIONS
from participation.disclosure.quotations import Clue
from participation.surveys.questions import Answer, Status
from tests.released import summed_up

PRINTED = "Det er for mørkt på veien."
"""What is proposed for printing, from what the first child wrote."""
CODES = (
    CodeWords("Lys", "Mer lys ute", ("For lite lys om kvelden",)),
    CodeWords("Buss", "Bussen og tidene", ("Bussen kommer for sent",)),
)


def hold(db: Session, planner: Actor, asked: Consultation, n: int, today: date) -> dict[str, str | int]:
    """Let so many children write, and have it coded. Return what to put into the addresses of its doors."""
    cards = [_write(db, planner, asked, at, today) for at in range(n)]
    summed_up(db, planner, asked.id, today)
    for words in CODES:
        codebooks.add(db, planner, asked.id, words, today)
    _code(db, planner, second_planner(db), asked)
    sources = [_text_of(db, card) for card in (cards[0], cards[3], cards[6])]
    for text in sources:
        _let_pass(db, planner, second_planner(db), asked, text, today)
    source = sources[0]
    quotation = quotations.propose(db, planner, asked.id, [source], Wording(PRINTED, "c1", tuple(Clue)))
    return {
        "themes.consultation_id": asked.id,
        "quotations.consultation_id": asked.id,
        "key": "c1",
        "turn": "forste",
        "quotations.question": "first",
        "quotation_id": quotation.id,
        "card": cards[0],
    }


def second_planner(db: Session) -> Actor:
    """Another planner, who reads what the first one has coded or proposed."""
    email = "second@lyngvaer.example"
    account = db.scalar(select(Account).filter_by(email=email))
    if account is None:
        account = Account(name="Pia", email=email, role=Role.PLANNER.name)
        db.add(account)
        db.flush()
    return account.actor


def _text_of(db: Session, card: str) -> str:
    return db.scalars(select(FreeText.id).filter_by(approval=approval_of(db, "first", card))).one()


def _let_pass(db: Session, one: Actor, other: Actor, asked: Consultation, text: str, today: date) -> None:
    """Two people decide that the text may be passed on as it is."""
    nothing = dict.fromkeys(QUESTIONS, Indirect.NO)
    decided = own_words.decide(db, one, asked.id, text, removed=[], checklist=nothing, words={}, today=today)
    own_words.second_reading(db, other, decided.id, approves=True, why="", today=today)


def _write(db: Session, planner: Actor, asked: Consultation, at: int, today: date) -> str:
    survey, secret = consultations.survey_of(db, asked), f"writer {asked.id} {at}"
    code = consultations.make_tickets(db, planner, asked.id, 1, today)[0]
    words = f"Det er for mørkt på veien, sier barn {at}" if at % 3 == 0 else f"En park, sier barn {at}"
    for question, value in {"being_here": "good", "first": words}.items():
        keep_page(db, asked, secret, survey.page(question), Answer(Status.ANSWERED, value), today)
    return send_in(db, consultations.ticket_behind(db, code, today), secret, today)


def _code(db: Session, one: Actor, other: Actor, asked: Consultation) -> None:
    """Both code every text, and see one of them differently."""
    texts = list(db.scalars(select(FreeText.id).filter_by(asked_in=asked.id).order_by(FreeText.id)))
    for turn, coder in ((Turn.FIRST, one), (Turn.SECOND, other)):
        for text in texts:
            words = codebooks.text_behind(db, coder, asked.id, text).words
            codes = {"c1"} if "mørkt" in words else set()
            differs = text == texts[0] and turn is Turn.SECOND
            codebooks.code(db, coder, asked.id, text, turn=turn, codes=codes | ({"c2"} if differs else set()))
