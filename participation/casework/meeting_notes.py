"""Meeting notes: what was said and decided, in words for the child, who says if it is right."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from enum import Enum, auto

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from participation.access import CHILD, Act, Actor, require
from participation.casework.cases import hold
from participation.casework.meetings import Meeting, meeting_to_change
from participation.errors import Closed, Incomplete, NotFound
from participation.storage import audit, keys
from participation.storage.database import Record


class Verdict(Enum):
    """What the child says of a note."""

    RIGHT = auto()
    WRONG = auto()
    NOT_UNDERSTOOD = auto()


class MeetingNote(Record):
    """One version of what the child is told after a meeting. None is changed: a mended one is a new one."""

    __tablename__ = "meeting_notes"
    __table_args__ = (UniqueConstraint("meeting_id", "number"),)
    kept_for = "as long as its case"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    number: Mapped[int]
    sealed: Mapped[bytes]
    written_by: Mapped[str]
    written_on: Mapped[date]
    verdict: Mapped[str | None]
    comment: Mapped[bytes | None]
    said_on: Mapped[date | None]
    meeting: Mapped[Meeting] = relationship()

    @property
    def must_be_mended(self) -> bool:
        """Whether the child says that it is wrong, or cannot be understood."""
        return self.verdict in {Verdict.WRONG.name, Verdict.NOT_UNDERSTOOD.name}


@dataclass(frozen=True)
class Noted:
    """What was talked about, what was decided, and who does what until when."""

    talked: str
    decided: str
    who_does: str


def write(db: Session, actor: Actor, meeting_id: int, noted: Noted, today: date) -> MeetingNote:
    """Write to the child after the meeting; again, where the child said that it was not right."""
    require(actor, Act.WRITE_MEETING_NOTE)
    meeting = meeting_to_change(db, actor, meeting_id)
    if meeting.on_day > today:
        raise Closed("the meeting has not been held")
    if any(topic.waits for topic in meeting.topics):
        raise Incomplete("topics")
    before = notes_of(db, meeting)
    note = MeetingNote(
        meeting_id=meeting.id, number=len(before) + 1, sealed=b"", written_by=actor.name, written_on=today
    )
    db.add(note)
    db.flush()
    note.sealed = keys.seal(db, meeting.case.key_id, json.dumps(asdict(noted)), f"note {note.id}")
    audit.note(db, actor, Act.WRITE_MEETING_NOTE, f"note {note.number} of meeting {meeting.id}")
    return note


def say_if_right(
    db: Session, meeting: Meeting, number: int, *, verdict: Verdict, comment: str, today: date
) -> MeetingNote:
    """The child says whether the newest note is right; may be said again, the last word counts."""
    hold(db, meeting.case_id)
    notes = notes_of(db, meeting)
    if not notes or number > len(notes):
        raise NotFound("note")
    if number < len(notes) or meeting.case.closed_on:
        raise Closed("there is a newer note, or the case is closed")
    note, words = notes[-1], comment.strip()
    note.verdict, note.said_on = verdict.name, today
    note.comment = keys.seal(db, meeting.case.key_id, words, f"verdict {note.id}") if words else None
    audit.note(db, CHILD, Act.SAY_IF_RIGHT, f"note {note.number} of meeting {meeting.id}")
    return note


def notes_of(db: Session, meeting: Meeting) -> list[MeetingNote]:
    """Every version, the newest last."""
    return list(db.scalars(select(MeetingNote).filter_by(meeting_id=meeting.id).order_by(MeetingNote.number)))


def words_of(db: Session, note: MeetingNote) -> Noted:
    return Noted(**json.loads(keys.unseal(db, note.meeting.case.key_id, note.sealed, f"note {note.id}")))


def comment_of(db: Session, note: MeetingNote) -> str:
    """What the child said to the note; empty where nothing was said."""
    if note.comment is None:
        return ""
    return keys.unseal(db, note.meeting.case.key_id, note.comment, f"verdict {note.id}")
