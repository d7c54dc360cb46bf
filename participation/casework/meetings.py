"""Meetings: what the grown-ups want to talk about, in words for the child, before they do so.

The child's own topics are the child's: nobody else takes them off the list.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from secrets import token_hex

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from participation.access import Act, Actor, require
from participation.casework import own_codes
from participation.casework.cases import Case, case_of, case_to_change
from participation.errors import Closed, Incomplete, NotFound
from participation.storage import audit, codes, keys
from participation.storage.database import Record, find

DAYS_OPEN_AFTER = 60
"""How long a meeting's own code works after the meeting, for the note that comes of it."""


class Meeting(Record):
    """A meeting in a case. All that is said of it, by grown-ups or by the child, is sealed."""

    __tablename__ = "meetings"
    kept_for = "as long as its case"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    on_day: Mapped[date]
    sealed: Mapped[bytes]
    fingerprint: Mapped[str | None] = mapped_column(unique=True)
    wishes: Mapped[bytes | None]
    language: Mapped[str | None]
    sent_on: Mapped[date | None]
    seen_on: Mapped[date | None]
    case: Mapped[Case] = relationship()
    topics: Mapped[list["Topic"]] = relationship(back_populates="meeting", order_by="Topic.place")

    @property
    def open_until(self) -> date:
        """The last day of the meeting's own code."""
        return self.on_day + timedelta(days=DAYS_OPEN_AFTER)

    def takes_wishes(self, today: date) -> bool:
        return self.on_day >= today and self.case.closed_on is None


class Topic(Record):
    """Something on the list. What the child has crossed out stays until it is told what was decided."""

    __tablename__ = "topics"
    kept_for = "as long as its case, or until taken off the list by whoever put it there"

    id: Mapped[str] = mapped_column(primary_key=True, default=lambda: token_hex(8))
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meetings.id"))
    place: Mapped[int]
    is_childs: Mapped[bool]
    sealed: Mapped[bytes]
    crossed_out_on: Mapped[date | None]
    is_taken_up: Mapped[bool | None]
    why: Mapped[bytes | None]
    meeting: Mapped[Meeting] = relationship(back_populates="topics")

    @property
    def waits(self) -> bool:
        """Whether the child has crossed it out and the grown-ups have not said what they decide."""
        return self.crossed_out_on is not None and self.is_taken_up is None


@dataclass(frozen=True)
class Details:
    """What the child is told of the meeting."""

    title: str
    place: str
    at: str
    who_comes: tuple[str, ...]


@dataclass(frozen=True)
class Listed:
    """A topic, opened: its words, and why it is taken up all the same or left out."""

    topic: Topic
    words: str
    why: str


def plan(
    db: Session, actor: Actor, case_id: int, *, on_day: date, details: Details, topics: Sequence[str]
) -> Meeting:
    require(actor, Act.PLAN_MEETING)
    case = case_to_change(db, actor, case_id)
    meeting = Meeting(case_id=case.id, on_day=on_day, sealed=b"")
    db.add(meeting)
    db.flush()
    _describe(db, meeting, details, topics)
    audit.note(db, actor, Act.PLAN_MEETING, f"meeting {meeting.id} in case {case.id}")
    return meeting


def change(
    db: Session, actor: Actor, meeting_id: int, *, on_day: date, details: Details, topics: Sequence[str]
) -> Meeting:
    """Change what the grown-ups said. The child's topics, and what the child crossed out, stay."""
    require(actor, Act.PLAN_MEETING)
    meeting = meeting_to_change(db, actor, meeting_id)
    meeting.on_day = on_day
    _describe(db, meeting, details, topics)
    audit.note(db, actor, Act.PLAN_MEETING, f"meeting {meeting.id}")
    return meeting


def decide(db: Session, actor: Actor, topic_id: str, *, is_taken_up: bool, why: str) -> Topic:
    """Say what becomes of a topic that the child crossed out; taken up all the same, only with a reason."""
    require(actor, Act.DECIDE_ON_TOPIC)
    topic = find(db, Topic, topic_id)
    meeting = meeting_to_change(db, actor, topic.meeting_id)
    if topic.crossed_out_on is None:
        raise Closed("the child did not cross this out")
    if is_taken_up and not why.strip():
        raise Incomplete("why")
    topic.is_taken_up, topic.why = is_taken_up, _seal(db, meeting, why.strip(), f"why {topic.id}")
    audit.note(db, actor, Act.DECIDE_ON_TOPIC, f"meeting {meeting.id}")
    return topic


def mark_seen(db: Session, actor: Actor, meeting_id: int, today: date) -> Meeting:
    """Tell the child that its wishes are read."""
    require(actor, Act.READ_MEETING)
    meeting = meeting_to_change(db, actor, meeting_id)
    if meeting.sent_on is None:
        raise Closed("the child has sent nothing")
    meeting.seen_on = today
    audit.note(db, actor, Act.READ_MEETING, f"meeting {meeting.id}")
    return meeting


def make_code(db: Session, actor: Actor, meeting_id: int) -> str:
    """A code for this meeting alone, for a child without an own code. The one before is dead at once."""
    require(actor, Act.PLAN_MEETING)
    meeting = meeting_to_change(db, actor, meeting_id)
    code = codes.new_own_code()
    meeting.fingerprint = _print(db, code)
    audit.note(db, actor, Act.PLAN_MEETING, f"meeting {meeting.id}, a new code")
    return code


def read(db: Session, actor: Actor, meeting_id: int) -> Meeting:
    """A meeting for its coordinator, noted in the trail before the child's words are shown."""
    require(actor, Act.READ_MEETING)
    meeting = find(db, Meeting, meeting_id)
    case_of(db, actor, meeting.case_id)
    audit.note(db, actor, Act.READ_MEETING, f"meeting {meeting.id}")
    return meeting


def meetings_in(db: Session, case: Case) -> list[Meeting]:
    """The meetings of a case, the last one first. Whoever calls has been let into the case."""
    mine = select(Meeting).filter_by(case_id=case.id)
    return list(db.scalars(mine.order_by(Meeting.on_day.desc(), Meeting.id.desc())))


def meeting_to_change(db: Session, actor: Actor, meeting_id: int) -> Meeting:
    """A meeting of an open case that this actor coordinates, held for this change alone."""
    case_to_change(db, actor, find(db, Meeting, meeting_id).case_id)
    return find(db, Meeting, meeting_id)


def meeting_behind(db: Session, code: str, today: date) -> Meeting:
    """The meeting whose own code this is."""
    meeting = db.scalar(select(Meeting).filter_by(fingerprint=_print(db, code)))
    if meeting is None:
        raise NotFound("meeting")
    if meeting.case.closed_on or meeting.open_until < today:
        raise Closed("this code is out of date")
    return meeting


def meeting_for(db: Session, code: str, meeting_id: int, today: date) -> Meeting:
    """A meeting, for the child who holds its code or the own code of its case."""
    try:
        theirs = own_codes.case_behind(db, code).id
    except NotFound:
        found = meeting_behind(db, code, today)
    else:
        found = find(db, Meeting, meeting_id)
        if found.case_id != theirs:
            raise NotFound("meeting")
    if found.id != meeting_id:
        raise NotFound("meeting")
    return found


def details_of(db: Session, meeting: Meeting) -> Details:
    plain = json.loads(keys.unseal(db, meeting.case.key_id, meeting.sealed, f"meeting {meeting.id}"))
    return Details(**{**plain, "who_comes": tuple(plain["who_comes"])})


def listed(db: Session, meeting: Meeting) -> tuple[Listed, ...]:
    """The list as it is, the grown-ups' topics first."""
    in_order = sorted(meeting.topics, key=lambda topic: (topic.is_childs, topic.place))
    return tuple(Listed(topic, words_of(db, topic), _why(db, topic)) for topic in in_order)


def words_of(db: Session, topic: Topic) -> str:
    return keys.unseal(db, topic.meeting.case.key_id, topic.sealed, f"topic {topic.id}")


def put_on_list(db: Session, meeting: Meeting, words: Sequence[str], *, is_childs: bool) -> None:
    """Let one side's part of the list be these topics. Crossed-out ones stay until they are decided on."""
    before = {words_of(db, topic): topic for topic in meeting.topics if topic.is_childs is is_childs}
    for gone in before.keys() - set(words):
        if before[gone].crossed_out_on is None:
            meeting.topics.remove(before[gone])
            db.delete(before[gone])
            db.info["tidy"] = True
    for place, text in enumerate(dict.fromkeys(words)):
        topic = before.get(text) or Topic(id=token_hex(8), meeting_id=meeting.id, is_childs=is_childs)
        topic.place = place
        if text not in before:
            topic.sealed = _seal(db, meeting, text, f"topic {topic.id}")
            meeting.topics.append(topic)
    db.flush()


def _describe(db: Session, meeting: Meeting, details: Details, topics: Sequence[str]) -> None:
    meeting.sealed = _seal(db, meeting, json.dumps(asdict(details)), f"meeting {meeting.id}")
    put_on_list(db, meeting, topics, is_childs=False)


def _why(db: Session, topic: Topic) -> str:
    if topic.why is None:
        return ""
    return keys.unseal(db, topic.meeting.case.key_id, topic.why, f"why {topic.id}")


def _seal(db: Session, meeting: Meeting, text: str, place: str) -> bytes:
    return keys.seal(db, meeting.case.key_id, text, place)


def _print(db: Session, code: str) -> str:
    return codes.fingerprint(db, "meeting", codes.normal(code))
