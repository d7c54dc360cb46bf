"""Answers: sheets that nobody can trace to a child, cut up at closing; cards that only open the answer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from secrets import SystemRandom, token_hex
from typing import Any

from sqlalchemy import ForeignKey, Index, delete, func, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from participation.access import Act, Actor, require
from participation.community.consultations import Consultation, Ticket, survey_of, takes_answers
from participation.disclosure.published import FLOOR
from participation.errors import Closed, NotFound
from participation.storage import audit, codes, drafts, keys
from participation.storage.database import WITHOUT_ROWID, Record, find
from participation.surveys import routing
from participation.surveys.counted import counted_row
from participation.surveys.definition import Page, Survey
from participation.surveys.questions import Answer, Answers, Scale, Status

DAYS_CLAIMS_KEPT = 365
DAYS_TEXTS_KEPT = 180
ON_PAPER = "on paper"
"""Stands in a sheet that was typed in from paper. No question can be called so."""


class Sheet(Record):
    """What one child answered. Only the child's own claim card leads to it, and only until closing."""

    __tablename__ = "sheets"
    __table_args__ = WITHOUT_ROWID
    kept_for = "until the consultation is closed; then cut up, and its key destroyed"

    id: Mapped[str] = mapped_column(primary_key=True, default=lambda: token_hex(16))
    asked_in: Mapped[int] = mapped_column(ForeignKey("consultations.id"))
    withdrawal: Mapped[str] = mapped_column(unique=True)
    sealed: Mapped[bytes]


class Claim(Record):
    """A claim card: it opens what happened, and nothing else."""

    __tablename__ = "claims"
    __table_args__ = WITHOUT_ROWID
    kept_for = "a year after the consultation is closed"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultations.id"))
    consultation: Mapped[Consultation] = relationship()


class FreeText(Record):
    """One child's own words to one question, apart from everything else that child said."""

    __tablename__ = "free_texts"
    __table_args__ = (Index("free_texts_one_per_approval", "approval", unique=True), WITHOUT_ROWID)
    kept_for = "180 days after the consultation is closed; then its key is destroyed"

    id: Mapped[str] = mapped_column(primary_key=True, default=lambda: token_hex(16))
    asked_in: Mapped[int] = mapped_column(ForeignKey("consultations.id"))
    question: Mapped[str]
    sealed: Mapped[bytes]
    approval: Mapped[str | None]


@dataclass(frozen=True)
class Written(Answer):
    """An answer in own words, and what only the words of the child's card lead to."""

    approval: str | None = None


def so_far(db: Session, consultation: Consultation, secret: str) -> dict[str, Answer]:
    """What this browser has answered so far."""
    return drafts.answers_in(db, secret, f"consultation {consultation.id}")


def keep_page(
    db: Session, consultation: Consultation, secret: str, page: Page, answer: Answer, today: date
) -> Page | None:
    """Keep one answer and return the next page, if any. What is sent in is begun by no late page again."""
    drafts.hold(db, secret, f"consultation {consultation.id}")
    answers = so_far(db, consultation, secret)
    if page.question.kept and not is_taken(db, _card(db, consultation, secret)):
        answers[page.id] = answer
        drafts.keep(db, secret, f"consultation {consultation.id}", answers, today)
    return routing.page_after(survey_of(db, consultation), answers, page)


def mark(db: Session, consultation: Consultation, secret: str, pointer: str, today: date) -> str:
    """Words with which the child goes on elsewhere; they lead nowhere once it is sent in."""
    return drafts.mark(db, secret, f"consultation {consultation.id}", pointer, today)


def throw_away(db: Session, consultation: Consultation, secret: str) -> None:
    """The child does not want to send it."""
    drafts.throw_away(db, secret, f"consultation {consultation.id}")


def send_in(db: Session, ticket: Ticket, secret: str, today: date) -> str:
    """Use the ticket, pour the draft into a sheet, and cut the thread between them.

    Return the words of the claim card. A second send from the same browser returns the same card
    and makes no second sheet.
    """
    consultation = ticket.consultation
    drafts.hold(db, secret, f"consultation {consultation.id}")
    words = _card(db, consultation, secret)
    if is_taken(db, words):
        return words
    pour(db, ticket, so_far(db, consultation, secret), words, today)
    throw_away(db, consultation, secret)
    return words


def pour(
    db: Session, ticket: Ticket, said: Answers, words: str, today: date, *, on_paper: bool = False
) -> None:
    """Use the ticket once, and make one sheet and one card of these words."""
    consultation = ticket.consultation
    if ticket.uses_left < 1 or not takes_answers(consultation, today):
        raise Closed("this consultation takes no more answers from this code")
    survey = survey_of(db, consultation)
    ticket.uses_left -= 1
    sheet = Sheet(id=token_hex(16), asked_in=consultation.id)
    sheet.withdrawal = codes.fingerprint(db, "withdrawal", words)
    kept: dict[str, Any] = {name: answer.to_plain() for name, answer in routing.on_path(survey, said).items()}
    for name in (name for name in kept if survey.page(name).question.scale is Scale.WORDS):
        kept[name]["approval"] = approval_of(db, name, words)
    plain = json.dumps(kept | ({ON_PAPER: True} if on_paper else {}))
    sheet.sealed = keys.seal(db, consultation.sheets_key_id, plain, f"sheet {sheet.id}")
    claim = codes.fingerprint(db, "claim", words)
    db.add_all([sheet, Claim(fingerprint=claim, consultation_id=consultation.id)])


def is_taken(db: Session, words: str) -> bool:
    """Whether somebody has a card with these words."""
    return db.get(Claim, codes.fingerprint(db, "claim", words)) is not None


def card_of(db: Session, consultation: Consultation, secret: str) -> str:
    """The words of the claim card again, for the browser that sent it in; else NotFound."""
    words = _card(db, consultation, secret)
    if not is_taken(db, words):
        raise NotFound("claim")
    return words


def consultation_claimed(db: Session, words: str) -> Consultation:
    """The consultation behind a claim card."""
    claim = db.get(Claim, codes.fingerprint(db, "claim", codes.normal_words(words)))
    if claim is None:
        raise NotFound("claim")
    return claim.consultation


def can_withdraw(db: Session, words: str) -> bool:
    """Whether the sheet behind this card is still whole, so that the child can take it back."""
    sheet = _sheet_behind(db, words)
    return sheet is not None and find(db, Consultation, sheet.asked_in).closed_on is None


def approval_of(db: Session, question: str, words: str) -> str:
    """What ties a text to its child's card: another for each question, so that no two texts lie together."""
    return codes.fingerprint(db, f"quotation {question}", codes.normal_words(words))


def withdraw(db: Session, words: str) -> None:
    """Take one's answers back. Possible until closing: then there is no sheet any more."""
    sheet = _sheet_behind(db, words)
    if sheet is not None:
        db.refresh(find(db, Consultation, sheet.asked_in), with_for_update={"read": True})
        sheet = _sheet_behind(db, words, hold=True)
    if sheet is None or not can_withdraw(db, words):
        raise Closed("there is no sheet behind this card any more")
    db.delete(sheet)
    db.info["tidy"] = True


def how_many(db: Session, consultation: Consultation) -> int:
    """How many sheets have come in."""
    return db.scalar(select(func.count()).select_from(Sheet).filter_by(asked_in=consultation.id)) or 0


def how_many_on_paper(db: Session, consultation: Consultation) -> int:
    """How many of the sheets that are still whole were typed in from paper."""
    sheets = db.scalars(select(Sheet).filter_by(asked_in=consultation.id))
    return sum(ON_PAPER in _plain(db, consultation, sheet) for sheet in sheets)


def counted(
    db: Session, consultation: Consultation, survey: Survey
) -> list[dict[str, str | tuple[str, ...]]]:
    """What is to be counted of every sheet, in an order that tells nothing: never to be shown."""
    return [counted_row(survey, said) for said in _all_opened(db, consultation)]


def are_whole(db: Session, consultation: Consultation) -> bool:
    """Whether the sheets have not been cut up yet."""
    return keys.is_there(db, consultation.sheets_key_id)


def cut_up(db: Session, consultation: Consultation, survey: Survey) -> None:
    """Take every sheet apart: keep free texts apart, then destroy the sheets and all their key has sealed.

    Free texts of fewer children than FLOOR are not kept: it would be known too well who they are.
    """
    opened = _all_opened(db, consultation, hold=True)
    SystemRandom().shuffle(opened)
    for question in survey.questions if len(opened) >= FLOOR else ():
        if question.kept and question.scale is Scale.WORDS:
            _keep_words(db, consultation, question.id, [said.get(question.id) for said in opened])
    db.execute(delete(Sheet).where(Sheet.asked_in == consultation.id))
    keys.destroy(db, consultation.sheets_key_id)
    _lay_anew(db, Ticket, consultation)
    _lay_anew(db, Claim, consultation)
    db.info["tidy"] = True


def free_texts(db: Session, actor: Actor, consultation_id: int) -> dict[str, list[str]]:
    """The children's own words by question, in no order, for the planner who writes the summary."""
    require(actor, Act.READ_FREE_TEXTS)
    consultation = find(db, Consultation, consultation_id)
    audit.note(db, actor, Act.READ_FREE_TEXTS, f"consultation {consultation.id}")
    found: dict[str, list[str]] = {}
    for text in db.scalars(select(FreeText).filter_by(asked_in=consultation.id).order_by(FreeText.id)):
        words = keys.unseal(db, consultation.words_key_id, text.sealed, f"free text {text.id}")
        found.setdefault(text.question, []).append(words)
    return found


def forget(db: Session, today: date) -> int:
    """Delete free texts and claims whose time is past; return how many."""
    texts_of = _closed_before(db, today - timedelta(days=DAYS_TEXTS_KEPT))
    claims_of = _closed_before(db, today - timedelta(days=DAYS_CLAIMS_KEPT))
    ids = [consultation.id for consultation in texts_of]
    gone = db.scalars(delete(FreeText).where(FreeText.asked_in.in_(ids)).returning(FreeText.id)).all()
    for consultation in texts_of:
        keys.destroy(db, consultation.words_key_id)
    old = delete(Claim).where(Claim.consultation_id.in_([consultation.id for consultation in claims_of]))
    return len(gone) + len(db.scalars(old.returning(Claim.consultation_id)).all())


def _closed_before(db: Session, day: date) -> list[Consultation]:
    return list(db.scalars(select(Consultation).where(Consultation.closed_on < day)))


def _card(db: Session, consultation: Consultation, secret: str) -> str:
    return codes.claim_words(db, secret, f"consultation {consultation.id}", codes.GROUP_WORDS)


def _sheet_behind(db: Session, words: str, *, hold: bool = False) -> Sheet | None:
    """The sheet of this card; with `hold`, it is either counted or taken back, and never both."""
    given = codes.fingerprint(db, "withdrawal", codes.normal_words(words))
    found = select(Sheet).filter_by(withdrawal=given)
    return db.scalar(found.with_for_update() if hold else found)


def _all_opened(db: Session, consultation: Consultation, *, hold: bool = False) -> list[dict[str, Written]]:
    found = select(Sheet).filter_by(asked_in=consultation.id).order_by(Sheet.id)
    sheets = db.scalars(found.with_for_update() if hold else found)
    return [_opened(db, consultation, sheet) for sheet in sheets]


def _opened(db: Session, consultation: Consultation, sheet: Sheet) -> dict[str, Written]:
    plain = _plain(db, consultation, sheet)
    return {question: _written(kept) for question, kept in plain.items() if question != ON_PAPER}


def _plain(db: Session, consultation: Consultation, sheet: Sheet) -> dict[str, Any]:
    found = json.loads(keys.unseal(db, consultation.sheets_key_id, sheet.sealed, f"sheet {sheet.id}"))
    return dict(found)


def _written(kept: Mapping[str, Any]) -> Written:
    answer = Answer.from_plain(kept)
    return Written(answer.status, answer.value, kept.get("approval"))


def _keep_words(db: Session, consultation: Consultation, question: str, said: list[Written | None]) -> None:
    texts = [answer for answer in said if answer and answer.status is Status.ANSWERED]
    SystemRandom().shuffle(texts)
    for answer in texts:
        text = FreeText(id=token_hex(16), asked_in=consultation.id, question=question)
        text.approval = answer.approval
        text.sealed = keys.seal(db, consultation.words_key_id, str(answer.value), f"free text {text.id}")
        db.add(text)


def _lay_anew(db: Session, kind: type[Ticket] | type[Claim], consultation: Consultation) -> None:
    """Write the rows once more, by their random keys: as they lay, the fifth used was the fifth made."""
    here = kind.consultation_id == consultation.id
    found = db.execute(select(kind.__table__).where(here).order_by(kind.fingerprint))
    rows = [dict(row) for row in found.mappings()]
    if rows:
        db.execute(delete(kind).where(here).execution_options(synchronize_session=False))
        db.execute(insert(kind), rows)
