"""Beside the case: who is on duty when something is serious, and a meeting the child takes part in."""

from collections.abc import Mapping
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from participation.access import Actor, Role
from participation.casework import (
    concerns,
    contacts,
    duty,
    meeting_notes,
    meeting_wishes,
    meetings,
    own_codes,
    voices,
)
from participation.casework.concerns import Said
from participation.casework.contacts import ContactWish, Wish
from participation.casework.meeting_notes import Noted
from participation.casework.meeting_wishes import Wishes
from participation.casework.meetings import Details
from participation.rights.office_hours import USUAL_HOURS

CANARY = "Sommerfuglen på brygga"
"""Words of one child that may turn up nowhere but where that child let them."""
People = Mapping[Role, Actor]


def on_duty(db: Session, people: People, other: Actor, voice_id: int, today: date) -> dict[str, str | int]:
    """The other coordinator is on duty and the child's own is the deputy; a child wrote to each."""
    given = {"person_id": other.account_id, "deputy_id": people[Role.COORDINATOR].account_id}
    duty.name(db, people[Role.ADMINISTRATOR], **given, hours=USUAL_HOURS, today=today)
    voice, sent = db.get(voices.Voice, voice_id), datetime.combine(today, time(20, 0))
    concern = concerns.raise_concern(db, voice, Said(CANARY, "På skolen"), now=sent)
    contacts.ask(db, Wish("Ida", "Telefon 99 99 99 99", CANARY), today)
    db.flush()
    return {"concern_id": concern.id, "contact_id": db.query(ContactWish).one().id}


def meeting(db: Session, coordinator: Actor, case_id: int, today: date) -> dict[str, str | int]:
    """A child with a code of its own, and a meeting today in which it has crossed out and added."""
    _, own = own_codes.hand_over(db, coordinator, case_id, today)
    details = Details("Møte om skolen", "Rådhuset", "kl. 13", ("Kari", "Læreren din"))
    meeting = meetings.plan(db, coordinator, case_id, on_day=today, details=details, topics=["Skolen"])
    topic = meeting.topics[0]
    meeting_wishes.keep(db, meeting, "secret", Wishes((topic.id,), (CANARY,), CANARY), today)
    meeting_wishes.send(db, meeting, "secret", language="nb", today=today)
    meetings.decide(db, coordinator, topic.id, is_taken_up=True, why="Skolen må få vite det.")
    noted = Noted("Vi snakket om skolen.", "Du får begynne senere.", "Kari ringer skolen.")
    meeting_notes.write(db, coordinator, meeting.id, noted, today)
    return {
        "meeting_id": meeting.id,
        "topic_id": topic.id,
        "my_page.code": own,
        "my_meetings.code": own,
        "my_meetings.number": 1,
    }
