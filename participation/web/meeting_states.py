"""Meeting states: how far a meeting has come, and if the child waits for an answer; no child's words."""

from dataclasses import dataclass
from datetime import date

from participation.casework import meeting_notes, meetings
from participation.casework.cases import Case
from participation.casework.meeting_notes import MeetingNote
from participation.casework.meetings import Details, Meeting
from participation.web.current import Session


@dataclass(frozen=True)
class Met:
    """A meeting, what the child was told of it, and the newest note."""

    meeting: Meeting
    details: Details
    newest: MeetingNote | None

    @property
    def is_unread(self) -> bool:
        """Whether the child has sent something that the coordinator has not said to have read."""
        return self.meeting.sent_on is not None and self.meeting.seen_on is None

    @property
    def undecided(self) -> int:
        """How many crossed-out topics the child is to hear about."""
        return sum(topic.waits for topic in self.meeting.topics)

    @property
    def must_be_mended(self) -> bool:
        return self.newest is not None and self.newest.must_be_mended

    def lacks_note(self, today: date) -> bool:
        """Whether the meeting is over and the child has not been told of it."""
        return self.newest is None and self.meeting.on_day < today

    def waits(self, today: date) -> bool:
        return self.is_unread or self.undecided > 0 or self.must_be_mended or self.lacks_note(today)


def met(db: Session, meeting: Meeting) -> Met:
    notes = meeting_notes.notes_of(db, meeting)
    return Met(meeting, meetings.details_of(db, meeting), notes[-1] if notes else None)


def met_in(db: Session, case: Case) -> list[Met]:
    """The meetings of a case, the last one first."""
    return [met(db, meeting) for meeting in meetings.meetings_in(db, case)]
