"""Own words: what of a child's text may be passed on, as people decided. The text itself never is."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from enum import Enum, auto
from typing import Any

from sqlalchemy import JSON, ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.access import Act, Actor, require
from participation.community.answers import DAYS_CLAIMS_KEPT, DAYS_TEXTS_KEPT, FreeText
from participation.community.consultations import Consultation, held
from participation.disclosure.free_text import QUESTIONS, Decision, Question, Word, replaced
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.storage import audit, keys
from participation.storage.database import Record, find


class State(Enum):
    """How far a text has come on its way out of the house."""

    STAYS_INSIDE = auto()
    AWAITS_SECOND_READER = auto()
    SENT_BACK = auto()
    RELEASED = auto()
    TAKEN_BACK = auto()


class Indirect(Enum):
    """What a person found when asked whether something else tells who the child is."""

    NO = auto()
    TAKEN_OUT = auto()
    STILL_TELLS = auto()


class ReleasedText(Record):
    """A child's words without what tells who it is. Others may use them once a second reader has agreed."""

    __tablename__ = "released_texts"
    kept_for = "180 days after closing, a year where the words are released; then their key is destroyed"

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultations.id"))
    question: Mapped[str]
    source: Mapped[str | None] = mapped_column(unique=True)
    key_id: Mapped[str]
    sealed: Mapped[bytes]
    checklist: Mapped[dict[str, str]] = mapped_column(JSON)
    state: Mapped[str]
    decided_by: Mapped[int]
    decided_on: Mapped[date]
    second_reader: Mapped[int | None]
    read_on: Mapped[date | None]
    sent_back_because: Mapped[bytes | None]


@dataclass(frozen=True)
class TextToRead:
    """One text of a consultation, and what is decided on it so far."""

    id: str
    question: str
    decided: ReleasedText | None

    @property
    def is_left(self) -> bool:
        """Whether the first reader has something to do."""
        return self.decided is None or self.decided.state == State.SENT_BACK.name


def texts_of(db: Session, actor: Actor, consultation_id: int) -> list[TextToRead]:
    """The texts of a consultation, in no order that tells anything, and without their words."""
    require(actor, Act.DECIDE_ON_WORDS)
    consultation = find(db, Consultation, consultation_id)
    rows = db.execute(
        select(FreeText.id, FreeText.question, ReleasedText)
        .outerjoin(ReleasedText, ReleasedText.source == FreeText.id)
        .where(FreeText.asked_in == consultation.id)
        .order_by(FreeText.question, FreeText.id)
    )
    return [TextToRead(*row) for row in rows]


def original(db: Session, actor: Actor, consultation_id: int, text_id: str) -> tuple[FreeText, str]:
    """One text as the child wrote it, for the one who decides on it. That it was read is noted."""
    require(actor, Act.DECIDE_ON_WORDS)
    text = _text(db, consultation_id, text_id)
    audit.note(db, actor, Act.READ_FREE_TEXTS, f"a text of consultation {consultation_id}")
    return text, _unsealed(db, text)


def decide(
    db: Session,
    actor: Actor,
    consultation_id: int,
    text_id: str,
    *,
    removed: Iterable[Decision],
    checklist: Mapping[Question, Indirect],
    words: Mapping[Word, str],
    today: date,
) -> ReleasedText:
    """Decide what is taken out. Every question is answered; where something still tells, it stays inside."""
    require(actor, Act.DECIDE_ON_WORDS)
    held(db, consultation_id)
    text = _text(db, consultation_id, text_id)
    decided = db.scalar(select(ReleasedText).filter_by(source=text.id)) or _new(db, text, today)
    if decided.state == State.RELEASED.name:
        raise Closed("these words are released: take them back first")
    if missing := [question.name for question in QUESTIONS if question not in checklist]:
        raise Incomplete(*missing)
    gone = sorted(removed, key=lambda one: one.start)
    plain = {"words": replaced(_unsealed(db, text), gone, words), "removed": [asdict(one) for one in gone]}
    decided.sealed = keys.seal(db, decided.key_id, json.dumps(plain), _place(decided))
    decided.checklist = {question.name: checklist[question].name for question in QUESTIONS}
    stays = Indirect.STILL_TELLS in checklist.values()
    decided.state = (State.STAYS_INSIDE if stays else State.AWAITS_SECOND_READER).name
    decided.decided_by, decided.decided_on = _account(actor), today
    decided.second_reader = decided.read_on = decided.sent_back_because = None
    db.flush()
    audit.note(db, actor, Act.DECIDE_ON_WORDS, f"own words {decided.id} of consultation {consultation_id}")
    return decided


def awaiting(db: Session, actor: Actor, consultation_id: int) -> list[ReleasedText]:
    """What waits for this second reader: never what the reader decided on as the first."""
    require(actor, Act.READ_AS_SECOND)
    waiting = select(ReleasedText).filter_by(consultation_id=consultation_id)
    waiting = waiting.where(
        ReleasedText.state == State.AWAITS_SECOND_READER.name, ReleasedText.decided_by != actor.account_id
    )
    return list(db.scalars(waiting.order_by(ReleasedText.id)))


def to_second_reader(db: Session, actor: Actor, released_id: int) -> tuple[ReleasedText, str]:
    """The words as they would stand, for the second reader, who does not see the text itself."""
    found = _for_second(db, actor, released_id)
    audit.note(db, actor, Act.READ_AS_SECOND, f"own words {found.id} of consultation {found.consultation_id}")
    return found, words_of(db, found)


def second_reading(
    db: Session, actor: Actor, released_id: int, *, approves: bool, why: str, today: date
) -> ReleasedText:
    """Agree that the words may be used, or send them back and say why."""
    found = _for_second(db, actor, released_id)
    if not approves and not why.strip():
        raise Incomplete("why")
    found.second_reader, found.read_on = actor.account_id, today
    found.state = (State.RELEASED if approves else State.SENT_BACK).name
    if approves:
        _leave_only_words(db, found)
    else:
        found.sent_back_because = keys.seal(db, found.key_id, why.strip(), f"{_place(found)} back")
    where = found.consultation_id
    if approves:
        audit.note(db, actor, Act.READ_AS_SECOND, f"own words {found.id} of consultation {where} released")
    else:
        audit.note(db, actor, Act.READ_AS_SECOND, f"own words {found.id} of consultation {where} sent back")
    return found


def take_back(db: Session, actor: Actor, released_id: int) -> ReleasedText:
    """Take words back that were released: from now on nobody may use them."""
    require(actor, Act.TAKE_BACK_WORDS)
    found = find(db, ReleasedText, released_id)
    held(db, found.consultation_id)
    db.refresh(found)
    if found.state != State.RELEASED.name:
        raise Closed("these words are not released")
    found.state = State.TAKEN_BACK.name
    audit.note(
        db, actor, Act.TAKE_BACK_WORDS, f"own words {found.id} of consultation {found.consultation_id}"
    )
    return found


def released(db: Session, consultation_id: int) -> list[ReleasedText]:
    """The words that may be used: two people have read them, and nobody has taken them back."""
    asked = select(ReleasedText).filter_by(consultation_id=consultation_id, state=State.RELEASED.name)
    return list(db.scalars(asked.order_by(ReleasedText.question, ReleasedText.id)))


def words_of(db: Session, text: ReleasedText) -> str:
    """The words as they stand after what was decided."""
    return str(_plain(db, text)["words"])


def removed_from(db: Session, text: ReleasedText) -> list[Decision]:
    """What the first reader took out, to go on from when the words were sent back."""
    return [Decision(one["start"], one["end"], Word(one["word"])) for one in _plain(db, text)["removed"]]


def why_sent_back(db: Session, text: ReleasedText) -> str:
    """What the second reader wrote; nothing where the words were not sent back."""
    because = text.sent_back_because
    return keys.unseal(db, text.key_id, because, f"{_place(text)} back") if because else ""


def forget(db: Session, today: date) -> int:
    """Delete what is past its time, and with every original the trace that leads to it."""
    gone = 0
    for days, only_inside in ((DAYS_TEXTS_KEPT, True), (DAYS_CLAIMS_KEPT, False)):
        closed = select(Consultation.id).where(Consultation.closed_on < today - timedelta(days=days))
        for text in db.scalars(select(ReleasedText).where(ReleasedText.consultation_id.in_(closed))):
            text.source = None
            if only_inside and text.state == State.RELEASED.name:
                continue
            keys.destroy(db, text.key_id)
            db.delete(text)
            gone += 1
        db.flush()
    return gone


def _text(db: Session, consultation_id: int, text_id: str) -> FreeText:
    text = find(db, FreeText, text_id)
    if text.asked_in != consultation_id:
        raise NotFound("a text of another consultation")
    return text


def _new(db: Session, text: FreeText, today: date) -> ReleasedText:
    decided = ReleasedText(consultation_id=text.asked_in, question=text.question, source=text.id)
    decided.key_id, decided.sealed, decided.state = keys.new_data_key(db, today), b"", ""
    decided.checklist, decided.decided_by, decided.decided_on = {}, 0, today
    db.add(decided)
    db.flush()
    return decided


def _for_second(db: Session, actor: Actor, released_id: int) -> ReleasedText:
    """What waits for a second reader, kept still; whoever decided first cannot be the second."""
    require(actor, Act.READ_AS_SECOND)
    found = find(db, ReleasedText, released_id)
    held(db, found.consultation_id)
    db.refresh(found)
    if found.decided_by == actor.account_id:
        raise NotAllowed("the second reader is somebody else than the first")
    if found.state != State.AWAITS_SECOND_READER.name:
        raise Closed("these words do not wait for a second reader")
    return found


def _leave_only_words(db: Session, text: ReleasedText) -> None:
    """What is released does not say where something was taken out."""
    plain = {"words": words_of(db, text), "removed": []}
    text.sealed = keys.seal(db, text.key_id, json.dumps(plain), _place(text))


def _plain(db: Session, text: ReleasedText) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(keys.unseal(db, text.key_id, text.sealed, _place(text)))
    return plain


def _unsealed(db: Session, text: FreeText) -> str:
    consultation = find(db, Consultation, text.asked_in)
    return keys.unseal(db, consultation.words_key_id, text.sealed, f"free text {text.id}")


def _place(text: ReleasedText) -> str:
    return f"released text {text.id}"


def _account(actor: Actor) -> int:
    if actor.account_id is None:
        raise NotAllowed("somebody must stand for the decision")
    return actor.account_id
