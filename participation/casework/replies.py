"""Replies: every child is answered, and says whether it was understood right.

General Comment 12, paragraph 45: the child is told what came of it, and may object.
"""

from datetime import date, timedelta
from enum import Enum, auto

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from participation.access import CHILD, Act, Actor, require
from participation.casework import corrections
from participation.casework.cases import Case, case_to_change, hold, past_their_time
from participation.casework.concerns import Concern, StepTaken
from participation.casework.corrections import Correction
from participation.casework.help_given import HelpGiven
from participation.casework.individual_plans import Attached, IndividualPlan, PlanVersion, stands_completed
from participation.casework.meeting_notes import MeetingNote
from participation.casework.meetings import Meeting, Topic
from participation.casework.open_questions import OpenQuestion
from participation.casework.own_codes import OwnCode
from participation.casework.voices import DAYS_TO_ANSWER, Passage, Voice, voice_claimed
from participation.casework.weighings import Reading, Weighing
from participation.errors import Closed, Incomplete, NotFound
from participation.storage import audit, keys
from participation.storage.database import Record, find


class Understood(Enum):
    YES = auto()
    PARTLY = auto()
    NO = auto()


class Reply(Record):
    __tablename__ = "replies"
    kept_for = "as long as its case"

    id: Mapped[int] = mapped_column(primary_key=True)
    voice_id: Mapped[int] = mapped_column(ForeignKey("voices.id"))
    sealed: Mapped[bytes]
    written_by: Mapped[str]
    told_on: Mapped[date]
    understood: Mapped[str | None]
    comment: Mapped[bytes | None]
    commented_on: Mapped[date | None]
    voice: Mapped[Voice] = relationship()


def reply(db: Session, actor: Actor, voice_id: int, words: str, today: date) -> Reply:
    """Answer the child. What is told stays told: a new answer is a new reply."""
    require(actor, Act.REPLY_TO_VOICE)
    voice = find(db, Voice, voice_id)
    case = case_to_change(db, actor, voice.case_id)
    if voice.approved_on is None:
        raise NotFound("voice")
    if not words.strip():
        raise Incomplete("words")
    answer = Reply(voice_id=voice.id, sealed=b"", written_by=actor.name, told_on=today)
    db.add(answer)
    db.flush()
    answer.sealed = keys.seal(db, case.key_id, words.strip(), f"reply {answer.id}")
    corrections.mark_answered(db, voice.id, today)
    audit.note(db, actor, Act.REPLY_TO_VOICE, f"voice {voice.id}")
    return answer


def replies_to(db: Session, voice: Voice) -> list[Reply]:
    return list(db.scalars(select(Reply).filter_by(voice_id=voice.id).order_by(Reply.id)))


def words_of(db: Session, answer: Reply) -> str:
    return keys.unseal(db, answer.voice.case.key_id, answer.sealed, f"reply {answer.id}")


def comment_of(db: Session, answer: Reply) -> str:
    """What the child said to the answer; empty where nothing was said."""
    if answer.comment is None:
        return ""
    return keys.unseal(db, answer.voice.case.key_id, answer.comment, f"comment {answer.id}")


def say_if_understood(
    db: Session, claim: str, reply_id: int, *, understood: Understood, comment: str, today: date
) -> Reply:
    """The child says whether the answer was understood right; may be said again, the last word counts."""
    voice = voice_claimed(db, claim)
    hold(db, voice.case_id)
    answer = find(db, Reply, reply_id)
    if answer.voice_id != voice.id:
        raise NotFound("reply")
    if voice.case.closed_on:
        raise Closed("the case is closed")
    answer.understood, answer.commented_on = understood.name, today
    said = comment.strip()
    answer.comment = keys.seal(db, voice.case.key_id, said, f"comment {answer.id}") if said else None
    audit.note(db, CHILD, Act.SAY_IF_UNDERSTOOD, f"voice {voice.id}")
    return answer


def take_back(db: Session, claim: str, passage_id: str) -> None:
    """The child takes a passage back. What stands in a completed plan stays there."""
    voice = voice_claimed(db, claim)
    hold(db, voice.case_id)
    passage = find(db, Passage, passage_id)
    if passage.voice_id != voice.id:
        raise NotFound("passage")
    if stands_completed(db, passage.id):
        raise Closed("this stands in a completed plan")
    for kind in (Attached, Weighing):
        db.execute(delete(kind).where(kind.passage_id == passage.id))
    db.delete(passage)
    db.info["tidy"] = True
    audit.note(db, CHILD, Act.TAKE_BACK_PASSAGE, f"passage {passage.id}")


def owed(db: Session, today: date) -> dict[int, int]:
    """How many children wait too long for an answer, by coordinator: no case, no words."""
    last_day = today - timedelta(days=DAYS_TO_ANSWER)
    late = select(Voice).join(Case).where(Voice.approved_on < last_day, Case.closed_on.is_(None))
    answered = set(db.scalars(select(Reply.voice_id)))
    waiting: dict[int, int] = {}
    for voice in db.scalars(late):
        if voice.id not in answered:
            waiting[voice.case.coordinator_id] = waiting.get(voice.case.coordinator_id, 0) + 1
    return waiting


def forget(db: Session, today: date) -> int:
    """Forget the cases whose time is past, with everything in them; return how many."""
    gone = past_their_time(db, today)
    for case in gone:
        _forget(db, case)
    return len(gone)


def _forget(db: Session, case: Case) -> None:
    voices = select(Voice.id).filter_by(case_id=case.id).scalar_subquery()
    passages = select(Passage.id).where(Passage.voice_id.in_(voices)).scalar_subquery()
    plans = select(IndividualPlan.id).filter_by(case_id=case.id).scalar_subquery()
    concerns = select(Concern.id).filter_by(case_id=case.id).scalar_subquery()
    meetings = select(Meeting.id).filter_by(case_id=case.id).scalar_subquery()
    versions = select(PlanVersion.id).where(PlanVersion.plan_id.in_(plans)).scalar_subquery()
    for doomed in (
        delete(StepTaken).where(StepTaken.concern_id.in_(concerns)),
        delete(Concern).where(Concern.case_id == case.id),
        delete(Reply).where(Reply.voice_id.in_(voices)),
        delete(Attached).where(Attached.version_id.in_(versions)),
        delete(PlanVersion).where(PlanVersion.plan_id.in_(plans)),
        delete(IndividualPlan).where(IndividualPlan.case_id == case.id),
        delete(Weighing).where(Weighing.passage_id.in_(passages)),
        delete(Reading).where(Reading.voice_id.in_(voices)),
        delete(Correction).where(Correction.voice_id.in_(voices)),
        delete(HelpGiven).where(HelpGiven.voice_id.in_(voices)),
        delete(OpenQuestion).where(OpenQuestion.voice_id.in_(voices)),
        delete(Passage).where(Passage.voice_id.in_(voices)),
        delete(Voice).where(Voice.case_id == case.id),
        delete(MeetingNote).where(MeetingNote.meeting_id.in_(meetings)),
        delete(Topic).where(Topic.meeting_id.in_(meetings)),
        delete(Meeting).where(Meeting.case_id == case.id),
        delete(OwnCode).where(OwnCode.case_id == case.id),
    ):
        db.execute(doomed)
    keys.destroy(db, case.key_id)
    db.delete(case)
