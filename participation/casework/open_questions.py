"""Open questions: what a child did not understand, or wants to be asked later; never a word of it.

That a child does not want to say something is told to nobody.
"""

from collections.abc import Mapping

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.storage.database import Record
from participation.surveys.questions import Answer, Status

TOLD_ON = (Status.NOT_UNDERSTOOD, Status.LATER)
"""What the coordinator can do something about: ask in other words, or at another time."""


class OpenQuestion(Record):
    """One question that stayed open when the child said yes to the rest."""

    __tablename__ = "open_questions"
    kept_for = "as long as its voice"

    voice_id: Mapped[int] = mapped_column(ForeignKey("voices.id"), primary_key=True)
    question: Mapped[str] = mapped_column(primary_key=True)
    status: Mapped[str]


def open_in(answers: Mapping[str, Answer]) -> dict[str, Status]:
    """The questions that the coordinator is told stayed open, and how."""
    return {question: answer.status for question, answer in answers.items() if answer.status in TOLD_ON}


def keep(db: Session, voice_id: int, answers: Mapping[str, Answer]) -> None:
    for question, status in open_in(answers).items():
        db.add(OpenQuestion(voice_id=voice_id, question=question, status=status.value))


def open_questions_of(db: Session, voice_id: int) -> dict[str, Status]:
    """By question, for the coordinator of the case."""
    found = db.scalars(select(OpenQuestion).filter_by(voice_id=voice_id).order_by(OpenQuestion.question))
    return {one.question: Status(one.status) for one in found}
