"""Replies: what happened, for every claim card (General Comment 12, paragraph 45)."""

from datetime import date

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from participation.access import Act, Actor, require
from participation.community.consultations import Consultation
from participation.errors import Closed, Incomplete
from participation.rights import deadlines
from participation.storage import audit
from participation.storage.database import Record, find


class Reply(Record):
    """An answer to the children in their own kind of words. A new one is added; none is changed."""

    __tablename__ = "public_replies"
    kept_for = "for good: it is public"

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultations.id"))
    heard: Mapped[str]
    done: Mapped[str]
    not_done: Mapped[str]
    told_on: Mapped[date]
    consultation: Mapped[Consultation] = relationship()


def reply(
    db: Session, actor: Actor, consultation_id: int, *, heard: str, done: str, not_done: str, today: date
) -> Reply:
    """Tell the children what was heard, what is done, and what is not done and why."""
    require(actor, Act.REPLY_TO_CHILDREN)
    consultation = find(db, Consultation, consultation_id)
    if consultation.closed_on is None:
        raise Closed("the children are still answering")
    texts = {"heard": heard, "done": done, "not_done": not_done}
    missing = [name for name, text in texts.items() if not text.strip()]
    if missing:
        raise Incomplete(*missing)
    stripped = {name: text.strip() for name, text in texts.items()}
    answer = Reply(consultation_id=consultation.id, told_on=today, **stripped)
    db.add(answer)
    db.flush()
    audit.note(db, actor, Act.REPLY_TO_CHILDREN, f"consultation {consultation.id}")
    return answer


def replies_to(db: Session, consultation: Consultation) -> list[Reply]:
    return list(db.scalars(select(Reply).filter_by(consultation_id=consultation.id).order_by(Reply.id)))


def overdue(db: Session, today: date) -> list[Consultation]:
    """The consultations whose promised day has gone by without an answer."""
    answered = select(Reply.consultation_id)
    waiting = select(Consultation).where(Consultation.id.not_in(answered)).order_by(Consultation.answer_on)
    return [found for found in db.scalars(waiting) if deadlines.overdue(found.answer_on, today)]
