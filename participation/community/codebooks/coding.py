"""Coding: one text at a time, by two people who do not see each other's work, and then settled by both."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from participation.access import Act, Actor, require
from participation.community.answers import DAYS_TEXTS_KEPT, FreeText
from participation.community.codebooks.changing import newest, require_open
from participation.community.codebooks.records import Code, Codebook, Coding, Turn
from participation.community.consultations import Consultation
from participation.disclosure import suggestions
from participation.disclosure.themes import Agreement, Coded, agreement, coded_twice_at_least
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.storage import audit, keys
from participation.storage.database import find


@dataclass(frozen=True)
class Text:
    """What one child wrote to one question, and which codes were seen in it by turn, lately or long ago."""

    id: str
    question: str
    words: str
    seen: Mapping[Turn, frozenset[str]]


@dataclass(frozen=True)
class Agreed:
    """How two coders agree on one code among the texts to one question."""

    question: str
    code: Code
    agreement: Agreement


def next_text(db: Session, actor: Actor, consultation_id: int, turn: Turn) -> Text | None:
    """The next text this person may code in this turn; None where there is none left."""
    require(actor, Act.CODE_TEXTS)
    book = newest(db, find(db, Consultation, consultation_id).id)
    left = waiting(db, actor, consultation_id, turn) if book and book.codes else []
    return text_behind(db, actor, consultation_id, left[0]) if left else None


def waiting(db: Session, actor: Actor, consultation_id: int, turn: Turn) -> list[str]:
    """The texts this person may still code in this turn, in an order that tells nothing.

    A second coder meets those that must be read twice: drawn by their random names, the same every time.
    """
    require(actor, Act.CODE_TEXTS)
    codings, other = _codings(db, consultation_id), _other(turn)
    found: list[str] = []
    for texts in _ids(db, consultation_id).values():
        wanted = texts if turn is Turn.FIRST else texts[: coded_twice_at_least(len(texts))]
        for text in wanted:
            theirs = codings.get((text, other))
            if (text, turn) not in codings and (theirs is None or theirs.coder != actor.account_id):
                found.append(text)
    return found


def text_behind(db: Session, actor: Actor, consultation_id: int, text_id: str) -> Text:
    """One text to be read and coded. Reading is noted."""
    require(actor, Act.CODE_TEXTS)
    consultation, text = find(db, Consultation, consultation_id), find(db, FreeText, text_id)
    if text.asked_in != consultation.id or consultation.closed_on is None:
        raise NotFound(f"FreeText {text_id}")
    audit.note(db, actor, Act.CODE_TEXTS, f"consultation {consultation.id}")
    return _opened(db, consultation, text)


def suggested(book: Codebook, words: str) -> list[str]:
    """The codes whose names and examples are most like these words: help only, the coder decides."""
    include = {code.key: [code.name, code.definition, *code.include] for code in book.codes}
    return suggestions.suggest(words, include, {code.key: code.exclude for code in book.codes})


def code(
    db: Session, actor: Actor, consultation_id: int, text_id: str, *, turn: Turn, codes: Iterable[str]
) -> Coding:
    """Keep which codes this person sees in a text; the two turns belong to two different people."""
    require(actor, Act.CODE_TEXTS)
    book, found = _open_text(db, consultation_id, text_id, codes)
    codings = _codings(db, consultation_id)
    theirs = codings.get((text_id, _other(turn)))
    if turn is Turn.SETTLED or (theirs and theirs.coder == actor.account_id):
        raise NotAllowed("the second coder is another person than the first")
    if theirs and (text_id, turn) in codings:
        raise Closed("both have coded this text; now it can only be settled")
    return _keep(db, actor, book, text_id, turn, found)


def settle(db: Session, actor: Actor, consultation_id: int, text_id: str, *, codes: Iterable[str]) -> Coding:
    """Write down what the two coders agreed on after talking; either of them may."""
    require(actor, Act.CODE_TEXTS)
    book, found = _open_text(db, consultation_id, text_id, codes)
    codings = _codings(db, consultation_id)
    coders = [
        codings[text_id, turn].coder for turn in (Turn.FIRST, Turn.SECOND) if (text_id, turn) in codings
    ]
    if len(coders) < 2:
        raise Closed("both must have coded it before it is settled")
    if actor.account_id not in coders:
        raise NotAllowed("it is settled by those who coded it")
    return _keep(db, actor, book, text_id, Turn.SETTLED, found)


def differing(db: Session, actor: Actor, consultation_id: int) -> list[str]:
    """The texts that two coders saw differently, and that nobody has settled."""
    require(actor, Act.CODE_TEXTS)
    codings = _codings(db, consultation_id)
    pairs = [(text, codings[text, Turn.FIRST]) for text, turn in codings if turn is Turn.SECOND
             if (text, Turn.SETTLED) not in codings and (text, Turn.FIRST) in codings]  # fmt: skip
    return sorted(text for text, one in pairs if set(one.codes) != set(codings[text, Turn.SECOND].codes))


def agreed(db: Session, actor: Actor, consultation_id: int) -> list[Agreed]:
    """How the two agree, code by code and question by question."""
    require(actor, Act.CODE_TEXTS)
    book = newest(db, consultation_id)
    texts = texts_in(db, consultation_id)
    return [
        Agreed(question, code, agreement(texts[question], code.key))
        for question in sorted(texts)
        for code in (book.codes if book else ())
    ]


def unread(db: Session, consultation_id: int) -> list[str]:
    """The texts that no first coder has read with the codebook as it is."""
    codings = _codings(db, consultation_id)
    texts = [text for found in _ids(db, consultation_id).values() for text in found]
    return [text for text in texts if (text, Turn.FIRST) not in codings]


def texts_in(db: Session, consultation_id: int) -> dict[str, list[Coded]]:
    """Every text of the consultation as it is coded now, by question; nothing of what is outdated."""
    codings = _codings(db, consultation_id)

    def seen(text: str, turn: Turn) -> frozenset[str] | None:
        return frozenset(codings[text, turn].codes) if (text, turn) in codings else None

    return {
        question: [
            Coded(seen(text, Turn.FIRST) or frozenset(), seen(text, Turn.SECOND), seen(text, Turn.SETTLED))
            for text in texts
        ]
        for question, texts in _ids(db, consultation_id).items()
    }


def forget(db: Session, today: date) -> int:
    """Delete the codings of texts whose time is past; return how many."""
    last_day = today - timedelta(days=DAYS_TEXTS_KEPT)
    closed = select(Consultation.id).where(Consultation.closed_on < last_day).scalar_subquery()
    gone = delete(Coding).where(Coding.consultation_id.in_(closed)).returning(Coding.text_id)
    return len(db.scalars(gone).all())


def _opened(db: Session, consultation: Consultation, text: FreeText) -> Text:
    words = keys.unseal(db, consultation.words_key_id, text.sealed, f"free text {text.id}")
    codings = db.scalars(select(Coding).filter_by(text_id=text.id))
    return Text(text.id, text.question, words, {Turn(one.turn): frozenset(one.codes) for one in codings})


def _open_text(
    db: Session, consultation_id: int, text_id: str, codes: Iterable[str]
) -> tuple[Codebook, list[str]]:
    consultation, book = require_open(db, consultation_id), newest(db, consultation_id)
    if find(db, FreeText, text_id).asked_in != consultation.id:
        raise NotFound(f"FreeText {text_id}")
    chosen = sorted(set(codes))
    if book is None or not set(chosen) <= book.keys:
        raise Incomplete("codes")
    return book, chosen


def _keep(db: Session, actor: Actor, book: Codebook, text_id: str, turn: Turn, codes: list[str]) -> Coding:
    """The coding, in place of an older one; what was settled on older codings is settled no more."""
    coding = db.get(Coding, (text_id, turn.value)) or Coding(text_id=text_id, turn=turn.value)
    coding.consultation_id, coding.coder = book.consultation_id, actor.account_id or 0
    coding.codes, coding.version = codes, book.version
    db.add(coding)
    settled = db.get(Coding, (text_id, Turn.SETTLED.value))
    if turn is not Turn.SETTLED and settled is not None:
        db.delete(settled)
    db.flush()
    audit.note(db, actor, Act.CODE_TEXTS, f"consultation {book.consultation_id}")
    return coding


def _codings(db: Session, consultation_id: int) -> dict[tuple[str, Turn], Coding]:
    """Every coding made since a meaning last changed: older ones are made once more."""
    book = newest(db, consultation_id)
    since = book.since if book else 0
    found = select(Coding).where(Coding.consultation_id == consultation_id, Coding.version >= since)
    return {(coding.text_id, Turn(coding.turn)): coding for coding in db.scalars(found)}


def _ids(db: Session, consultation_id: int) -> dict[str, list[str]]:
    """The names of the texts by question. They are random, and so is their order."""
    texts = select(FreeText.question, FreeText.id).filter_by(asked_in=consultation_id).order_by(FreeText.id)
    found: dict[str, list[str]] = {}
    for question, text in db.execute(texts):
        found.setdefault(question, []).append(text)
    return found


def _other(turn: Turn) -> Turn:
    return Turn.SECOND if turn is Turn.FIRST else Turn.FIRST
