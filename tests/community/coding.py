"""Coding in tests: a round of children who wrote, a codebook, and two planners who code alike."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.access import Actor, Role
from participation.community import codebooks, own_words
from participation.community.answers import FreeText
from participation.community.codebooks import CodeWords, Turn
from participation.community.consultations import Consultation
from participation.community.own_words import Indirect
from participation.disclosure.free_text import QUESTIONS
from participation.storage import keys
from tests.conftest import TODAY

PER, PIA = Actor(Role.PLANNER, 1, "Per"), Actor(Role.PLANNER, 7, "Pia")
LIGHT = CodeWords("Lys", "Mer lys ute", ("For lite lys om kvelden",))
BUS = CodeWords("Buss", "Bussen og tidene", ("Bussen kommer for sent",))
VIOLENCE = CodeWords("Vold", "Noen blir slått", ("Han slår",), is_severe=True)
SEEN = {"c1": "lys", "c2": "buss", "c3": "slår"}
"""What a text holds where a coder sees the code."""


def codes_in(words: str) -> set[str]:
    return {key for key, sign in SEEN.items() if sign in words.casefold()}


def make_codebook(db: Session, asked: Consultation, *codes: CodeWords) -> None:
    for words in codes or (LIGHT, BUS, VIOLENCE):
        codebooks.add(db, PER, asked.id, words, TODAY)


def texts_of(db: Session, asked: Consultation) -> dict[str, str]:
    """Every text by its name."""
    found = db.scalars(select(FreeText).filter_by(asked_in=asked.id).order_by(FreeText.id))
    return {one.id: keys.unseal(db, asked.words_key_id, one.sealed, f"free text {one.id}") for one in found}


def code_all(db: Session, asked: Consultation, turns: Iterable[Turn] = (Turn.FIRST, Turn.SECOND)) -> None:
    """Per codes everything, and Pia all of it once more; both see the same."""
    for turn in turns:
        for text, words in texts_of(db, asked).items():
            actor = PER if turn is Turn.FIRST else PIA
            codebooks.code(db, actor, asked.id, text, turn=turn, codes=codes_in(words))


def release_texts(db: Session, asked: Consultation, texts: Iterable[str]) -> list[int]:
    """Two planners let these texts be passed on as they are."""
    found = []
    for text in texts:
        nothing = dict.fromkeys(QUESTIONS, Indirect.NO)
        decided = own_words.decide(
            db, PER, asked.id, text, removed=[], checklist=nothing, words={}, today=TODAY
        )
        own_words.second_reading(db, PIA, decided.id, approves=True, why="", today=TODAY)
        found.append(decided.id)
    return found
