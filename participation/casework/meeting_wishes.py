"""Meeting wishes: what a child wants spoken of and what not, and who should come; sent when it says so."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from participation.access import CHILD, Act
from participation.casework.cases import hold
from participation.casework.meetings import Meeting, put_on_list, words_of
from participation.errors import Closed
from participation.storage import audit, drafts, keys
from participation.surveys.questions import Answer, Status

LONGEST_WISH = 500
MOST_OWN_TOPICS = 5


@dataclass(frozen=True)
class Wishes:
    """Topics crossed out, by id; topics of the child's own; who should come, and who should not."""

    crossed_out: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    come: str = ""
    stay_away: str = ""


def said(db: Session, meeting: Meeting, secret: str) -> Wishes:
    """What this browser has said so far; where it has said nothing, what was sent."""
    kept: dict[str, Any] = {n: a.value for n, a in drafts.answers_in(db, secret, _place(meeting)).items()}
    return Wishes(**kept) if kept else sent(db, meeting)


def held(db: Session, meeting: Meeting, secret: str, today: date) -> Wishes:
    """The same, held to be changed: of two pages sent at once, both are kept."""
    _hold(db, meeting, today)
    return said(db, meeting, secret)


def sent(db: Session, meeting: Meeting) -> Wishes:
    """What the child has sent."""
    crossed = tuple(topic.id for topic in meeting.topics if topic.crossed_out_on)
    own = tuple(words_of(db, topic) for topic in meeting.topics if topic.is_childs)
    if meeting.wishes is None:
        return Wishes(crossed, own)
    plain = keys.unseal(db, meeting.case.key_id, meeting.wishes, f"wishes {meeting.id}")
    return Wishes(crossed, own, **json.loads(plain))


def keep(db: Session, meeting: Meeting, secret: str, wishes: Wishes, today: date) -> None:
    """Keep what is not sent yet, sealed for this browser alone."""
    _hold(db, meeting, today)
    kept = {name: Answer(Status.ANSWERED, value) for name, value in vars(wishes).items()}
    drafts.keep(db, secret, _place(meeting), kept, today)


def is_kept(db: Session, meeting: Meeting, secret: str) -> bool:
    """Whether something here is not sent yet."""
    return bool(drafts.answers_in(db, secret, _place(meeting)))


def send(db: Session, meeting: Meeting, secret: str, *, language: str, today: date) -> None:
    """The child has read it over and sends it. The last word counts; sent twice, it is sent once."""
    _hold(db, meeting, today)
    if not is_kept(db, meeting, secret):
        return
    wishes = said(db, meeting, secret)
    put_on_list(db, meeting, wishes.own, is_childs=True)
    for topic in meeting.topics:
        if topic.id in wishes.crossed_out and not topic.is_childs:
            topic.crossed_out_on = topic.crossed_out_on or today
        else:
            topic.crossed_out_on, topic.is_taken_up, topic.why = None, None, None
    people = json.dumps({"come": wishes.come, "stay_away": wishes.stay_away})
    meeting.wishes = keys.seal(db, meeting.case.key_id, people, f"wishes {meeting.id}")
    meeting.language, meeting.sent_on, meeting.seen_on = language, today, None
    drafts.throw_away(db, secret, _place(meeting))
    audit.note(db, CHILD, Act.SEND_WISHES, f"meeting {meeting.id}")


def _hold(db: Session, meeting: Meeting, today: date) -> None:
    hold(db, meeting.case_id)
    if not meeting.takes_wishes(today):
        raise Closed("the meeting is over")


def _place(meeting: Meeting) -> str:
    return f"meeting {meeting.id}"
