"""Voices: what a child says in a case, approved by the child. What is not approved is the child's own."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from secrets import token_hex

from sqlalchemy import ForeignKey, Index, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from participation.access import CHILD, Act, Actor, require
from participation.casework import help_given, open_questions
from participation.casework.cases import Case, case_of, case_to_change, hold
from participation.casework.sharing import Chosen, Sharing
from participation.errors import Closed, Incomplete, NotFound
from participation.rights.occasions import SITUATIONS, Occasion
from participation.storage import audit, codes, definitions, drafts, keys
from participation.storage.database import WITHOUT_ROWID, Record, find
from participation.surveys import routing
from participation.surveys.definition import Page, Survey
from participation.surveys.questions import Answer, Status

DAYS_OPEN = 14
DAYS_TO_ANSWER = 14


class Voice(Record):
    """An invitation to speak, and that it was taken up. Nothing of what is said stands here."""

    __tablename__ = "voices"
    kept_for = "as long as its case"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    occasion: Mapped[str]
    digest: Mapped[str] = mapped_column(ForeignKey("frozen_surveys.digest"))
    fingerprint: Mapped[str] = mapped_column(unique=True)
    claim: Mapped[str | None] = mapped_column(unique=True)
    language: Mapped[str | None]
    invited_on: Mapped[date]
    open_until: Mapped[date]
    approved_on: Mapped[date | None]
    taken_back_on: Mapped[date | None]
    case: Mapped[Case] = relationship()
    passages: Mapped[list["Passage"]] = relationship(back_populates="voice", order_by="Passage.place")

    @property
    def answer_by(self) -> date | None:
        """The day by which the child should have an answer."""
        return self.approved_on + timedelta(days=DAYS_TO_ANSWER) if self.approved_on else None

    def stands_open(self, today: date) -> bool:
        """Whether the child can still take up the invitation."""
        spent = self.approved_on or self.taken_back_on or self.case.closed_on
        return not spent and self.open_until >= today


class Passage(Record):
    """Words that the child has read and said yes to, for the plan or for the coordinator only."""

    __tablename__ = "passages"
    __table_args__ = (Index("passages_one_per_question", "voice_id", "question", unique=True), WITHOUT_ROWID)
    kept_for = "as long as its case, unless the child takes it back"

    id: Mapped[str] = mapped_column(primary_key=True, default=lambda: token_hex(8))
    voice_id: Mapped[int] = mapped_column(ForeignKey("voices.id"))
    place: Mapped[int]
    question: Mapped[str]
    sharing: Mapped[str]
    sealed: Mapped[bytes]
    voice: Mapped[Voice] = relationship(back_populates="passages")

    @property
    def may_stand_in_plan(self) -> bool:
        return self.sharing == Sharing.PLAN.name


def invite(
    db: Session, actor: Actor, case_id: int, *, occasion: Occasion, survey: Survey, today: date
) -> tuple[Voice, str]:
    """Open a voice and return it with the code, to be handed to the child in person."""
    require(actor, Act.INVITE_VOICE)
    case = case_to_change(db, actor, case_id)
    if survey.door == "group" or occasion.is_childs:
        raise Incomplete("survey")
    code = codes.new_case_code()
    voice = Voice(
        case_id=case.id,
        occasion=occasion.value,
        digest=definitions.freeze(db, survey, today),
        fingerprint=codes.fingerprint(db, "voice", codes.normal(code)),
        invited_on=today,
        open_until=today + timedelta(days=DAYS_OPEN),
    )
    db.add(voice)
    db.flush()
    audit.note(db, actor, Act.INVITE_VOICE, f"voice {voice.id} in case {case.id}")
    return voice, code


def take_back(db: Session, actor: Actor, voice_id: int, today: date) -> Voice:
    """Take back an invitation that got lost: its code is dead at once. What is said yes to stays."""
    require(actor, Act.TAKE_BACK_INVITATION)
    voice = find(db, Voice, voice_id)
    case_to_change(db, actor, voice.case_id)
    if not voice.stands_open(today):
        raise Closed("this invitation is used, late or taken back already")
    voice.taken_back_on = today
    audit.note(db, actor, Act.TAKE_BACK_INVITATION, f"voice {voice.id} in case {voice.case_id}")
    return voice


def voice_behind(db: Session, code: str, today: date, *, approved_too: bool = False) -> Voice:
    """The voice that this code opens. Raise NotFound or, when it is used or late, Closed."""
    given = codes.fingerprint(db, "voice", codes.normal(code))
    voice = db.scalar(select(Voice).filter_by(fingerprint=given))
    if voice is None:
        raise NotFound("voice")
    if not approved_too and not voice.stands_open(today):
        raise Closed("this code is used, out of date or taken back")
    return voice


def survey_of(db: Session, voice: Voice) -> Survey:
    return definitions.survey_behind(db, voice.digest)


def said(db: Session, voice: Voice, secret: str) -> dict[str, Answer]:
    """What this browser has answered so far."""
    return drafts.answers_in(db, secret, f"voice {voice.id}")


def keep_page(db: Session, voice: Voice, secret: str, page: Page, answer: Answer, today: date) -> Page | None:
    """Keep one answer and return the next page, if any."""
    _hold(db, voice, today)
    answers = said(db, voice, secret)
    if page.question.kept:
        if answers.get(page.id) != answer:
            _let_go(db, voice, secret, page.id, today)
        answers[page.id] = answer
        drafts.keep(db, secret, f"voice {voice.id}", answers, today)
        help_given.stay(db, voice.id, secret)
    return routing.page_after(survey_of(db, voice), answers, page)


def mark(db: Session, voice: Voice, secret: str, pointer: str, today: date) -> str:
    """Words with which the child goes on elsewhere; they lead nowhere once it has said yes."""
    _hold(db, voice, today)
    words = drafts.mark(db, secret, f"voice {voice.id}", pointer, today)
    help_given.stay(db, voice.id, secret)
    return words


def throw_away(db: Session, voice: Voice, secret: str) -> None:
    """Nothing of what this browser holds is left."""
    for place in ("voice", "passages", "help"):
        drafts.throw_away(db, secret, f"{place} {voice.id}")


def suggested(db: Session, voice: Voice, secret: str, *, language: str, level: str) -> tuple[Chosen, ...]:
    """The child's own words so far, as passages to go through: nothing is shared until chosen."""
    survey, kept = survey_of(db, voice), said(db, voice, secret)
    chosen = {passage.question: passage for passage in _chosen(db, voice, secret)}
    answers = routing.on_path(survey, kept)
    found = []
    for question in survey.questions:
        answer = answers.get(question.id)
        if answer is None or answer.status is not Status.ANSWERED:
            continue
        wording = survey.wording(language, level, question.id)
        value, before = answer.value or "", chosen.get(question.id)
        words, sharing = question.said(value, wording), Sharing.COORDINATOR
        if before:
            words, sharing = before.words, before.sharing
        found.append(Chosen(question.id, wording["text"], words, sharing, question.strokes(value)))
    return tuple(found)


def choose(db: Session, voice: Voice, secret: str, passages: Sequence[Chosen], today: date) -> None:
    """Keep what the child chose, still sealed for this browser alone."""
    _hold(db, voice, today)
    kept = {
        one.question: Answer(Status.ANSWERED, (one.asked, one.words, one.sharing.name, one.strokes))
        for one in passages
    }
    drafts.keep(db, secret, f"passages {voice.id}", kept, today)


def chosen(db: Session, voice: Voice, secret: str) -> tuple[Chosen, ...]:
    """The exact passages that the child is about to say yes to; what is taken out is not among them."""
    return tuple(one for one in _chosen(db, voice, secret) if one.says_something)


def approve(db: Session, voice: Voice, secret: str, *, language: str, today: date) -> str:
    """The child has read the very words, and says yes. Return the words of the claim card.

    A second yes from the same browser returns the same card and changes nothing.
    """
    words = codes.claim_words(db, secret, f"voice {voice.id}", codes.CASE_WORDS)
    claim = codes.fingerprint(db, "claim", words)
    hold(db, voice.case_id)
    if voice.claim == claim:
        return words
    _hold(db, voice, today)
    passages = chosen(db, voice, secret)
    if not passages:
        raise Incomplete("passage")
    for place, passage in enumerate(passages):
        _keep_passage(db, voice, place, passage)
    open_questions.keep(db, voice.id, routing.on_path(survey_of(db, voice), said(db, voice, secret)))
    help_given.keep(db, voice.id, voice.case.key_id, help_given.told(db, voice.id, secret))
    voice.claim, voice.language, voice.approved_on = claim, language, today
    throw_away(db, voice, secret)
    audit.note(db, CHILD, Act.APPROVE_VOICE, f"voice {voice.id}")
    return words


def card_of(db: Session, voice: Voice, secret: str) -> str:
    """The words of the claim card again, for the browser that sent it in; else NotFound."""
    words = codes.claim_words(db, secret, f"voice {voice.id}", codes.CASE_WORDS)
    if voice.claim is None or voice.claim != codes.fingerprint(db, "claim", words):
        raise NotFound("claim")
    return words


def voice_claimed(db: Session, words: str) -> Voice:
    """The voice behind a claim card."""
    claim = codes.fingerprint(db, "claim", codes.normal_words(words))
    voice = db.scalar(select(Voice).filter_by(claim=claim))
    if voice is None:
        raise NotFound("claim")
    return voice


def words_of(db: Session, passage: Passage) -> Chosen:
    """Open one passage."""
    case = passage.voice.case
    plain = json.loads(keys.unseal(db, case.key_id, passage.sealed, f"passage {passage.id}"))
    strokes = plain.get("strokes", "")
    return Chosen(passage.question, plain["asked"], plain["words"], Sharing[passage.sharing], strokes)


def read(db: Session, actor: Actor, voice_id: int) -> Voice:
    """An approved voice, for its coordinator, noted in the trail before anything is shown."""
    require(actor, Act.READ_VOICE)
    voice = find(db, Voice, voice_id)
    case_of(db, actor, voice.case_id)
    if voice.approved_on is None:
        raise NotFound("what is not approved is the child's own")
    audit.note(db, actor, Act.READ_VOICE, f"voice {voice.id}")
    return voice


def voices_in(db: Session, actor: Actor, case_id: int) -> list[Voice]:
    """The voices of a case; no words. What a child began by itself and has not sent is not among them."""
    told = or_(Voice.approved_on.is_not(None), Voice.occasion.not_in(SITUATIONS))
    mine = select(Voice).filter_by(case_id=case_of(db, actor, case_id).id).where(told)
    return list(db.scalars(mine.order_by(Voice.id.desc())))


def passage_in(db: Session, actor: Actor, passage_id: str) -> Passage:
    """A passage of an open case that this actor coordinates, held so that nobody takes it back meanwhile."""
    case_to_change(db, actor, find(db, Passage, passage_id).voice.case_id)
    return find(db, Passage, passage_id)


def _hold(db: Session, voice: Voice, today: date) -> None:
    """One's turn in the case; when it comes, the invitation must still stand open."""
    hold(db, voice.case_id)
    if not voice.stands_open(today):
        raise Closed("this was sent in or taken back at the same moment")


def _chosen(db: Session, voice: Voice, secret: str) -> list[Chosen]:
    kept = drafts.answers_in(db, secret, f"passages {voice.id}")
    nothing = ("", "", Sharing.TAKEN_OUT.name)
    found = ((question, *(answer.value or nothing)) for question, answer in kept.items())
    return [
        Chosen(question, asked, words, Sharing[how], *drawn) for question, asked, words, how, *drawn in found
    ]


def _let_go(db: Session, voice: Voice, secret: str, question: str, today: date) -> None:
    """What was chosen for an answer holds no longer once the answer is another."""
    kept = drafts.answers_in(db, secret, f"passages {voice.id}")
    if kept.pop(question, None):
        drafts.keep(db, secret, f"passages {voice.id}", kept, today)


def _keep_passage(db: Session, voice: Voice, place: int, chosen: Chosen) -> None:
    passage = Passage(
        id=token_hex(8), voice_id=voice.id, place=place, question=chosen.question, sharing=chosen.sharing.name
    )
    drawn = {"strokes": chosen.strokes} if chosen.strokes else {}
    plain = json.dumps({"asked": chosen.asked, "words": chosen.words, **drawn})
    passage.sealed = keys.seal(db, voice.case.key_id, plain, f"passage {passage.id}")
    db.add(passage)
