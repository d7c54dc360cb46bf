"""Offline: answers given on a prepared device without net, and poured into sheets when they arrive.

Nothing that is kept leads from a device, or from the mark that something arrived, to a sheet.
"""

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.access import Act, Actor, require
from participation.community import answers, devices
from participation.community.consultations import (
    DAYS_TICKETS_KEPT,
    Consultation,
    Ticket,
    consultation_of,
    enough,
    held,
    survey_of,
    takes_answers,
)
from participation.community.devices import Device
from participation.errors import Closed, Incomplete, NotFound
from participation.storage import audit, codes, keys
from participation.storage.database import WITHOUT_ROWID, Record, find
from participation.storage.easy_words import EASY_WORDS
from participation.surveys import routing
from participation.surveys.definition import Survey
from participation.surveys.questions import Answer, NotAnAnswer, Question, Status

MOST_USES = 60
"""Two classes: a code for more is worth more to whoever finds it."""
LONGEST_NAME = 60
CARD_WORDS = tuple(EASY_WORDS)
"""From these the device draws the words of a child's card."""
SENT_ID = re.compile("[0-9a-f]{32}")


class Received(Record):
    """That something with this random name has arrived, so that a second sending makes no second sheet."""

    __tablename__ = "received"
    __table_args__ = WITHOUT_ROWID
    kept_for = "thirty days after the consultation is closed"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultations.id"))


def prepare(
    db: Session, actor: Actor, consultation_id: int, *, name: str, uses: int, last_day: date, today: date
) -> str:
    """Prepare a device for so many children, and return its code: shown now and never again."""
    require(actor, Act.PREPARE_DEVICE)
    consultation = held(db, consultation_id)
    if not takes_answers(consultation, today):
        raise Closed("this consultation takes no more answers")
    checks = {
        "name": 0 < len(name.strip()) <= LONGEST_NAME,
        "uses": 1 <= uses <= MOST_USES,
        "last_day": today <= last_day <= consultation.closes_on,
    }
    if wrong := [field for field, right in checks.items() if not right]:
        raise Incomplete(*wrong)
    code = codes.new_ticket_code()
    device = devices.new_device(db, devices.print_of(db, code), consultation.id, today)
    device.name, device.uses, device.last_day = name.strip(), uses, last_day
    db.add_all(
        [device, Ticket(fingerprint=device.fingerprint, consultation_id=consultation.id, uses_left=uses)]
    )
    consultation.invited += uses
    audit.note(db, actor, Act.PREPARE_DEVICE, f"a device for consultation {consultation.id}")
    return code


def devices_of(db: Session, actor: Actor, consultation_id: int) -> list[Device]:
    """The devices that take answers, by name."""
    consultation = consultation_of(db, actor, consultation_id)
    found = db.scalars(select(Device).filter_by(consultation_id=consultation.id).order_by(Device.name))
    return [device for device in found if devices.is_in_use(db, device)]


def device_of(db: Session, actor: Actor, consultation_id: int, fingerprint: str) -> Device:
    """One of this consultation's devices that take answers, or NotFound."""
    found = (one for one in devices_of(db, actor, consultation_id) if one.fingerprint == fingerprint)
    device = next(found, None)
    if device is None:
        raise NotFound("device")
    return device


def take_back(db: Session, actor: Actor, consultation_id: int, fingerprint: str, today: date) -> None:
    """Take a device back, because it is lost or not needed. What waits on it can be read by nobody.

    Where few have answered on it, all of them stay invited: the difference would tell how few.
    """
    require(actor, Act.PREPARE_DEVICE)
    consultation = held(db, consultation_id)
    device = device_of(db, actor, consultation.id, fingerprint)
    if not takes_answers(consultation, today):
        raise Closed("this consultation takes no more answers")
    ticket = _ticket(db, device)
    came = device.uses - ticket.uses_left
    if came == 0 or enough(came):
        consultation.invited -= ticket.uses_left
    ticket.uses_left = 0
    keys.destroy(db, device.key_id)
    audit.note(db, actor, Act.PREPARE_DEVICE, f"a device for consultation {consultation.id} taken back")


def carried(db: Session, code: str, today: date) -> tuple[Device, Consultation]:
    """What a prepared device takes along. Raise NotFound, or Closed where it takes no answers."""
    device = devices.device_behind(db, code)
    consultation = find(db, Consultation, device.consultation_id)
    if not takes_answers(consultation, today) or not devices.is_in_use(db, device):
        raise Closed("nothing more is taken from this device")
    return device, consultation


def take_in(db: Session, code: str, *, sent_id: str, digest: str, sealed: str, today: date) -> bool:
    """Pour what one child answered into a sheet. False where it had arrived before: nothing is changed.

    Raise Closed when it is too late, and Incomplete for what is no answer to these questions.
    """
    device = devices.device_behind(db, code)
    consultation = find(db, Consultation, device.consultation_id)
    db.refresh(consultation, with_for_update={"read": True})
    ticket = _ticket(db, device)
    if not SENT_ID.fullmatch(sent_id):
        raise Incomplete("id")
    arrived = codes.fingerprint(db, f"received {consultation.id}", sent_id)
    if db.get(Received, arrived):
        return False
    if ticket.uses_left < 1 or not takes_answers(consultation, today) or not devices.is_in_use(db, device):
        raise Closed("nothing more is taken from this device")
    if digest != consultation.digest:
        raise Incomplete("digest")
    told = _told(db, device, sealed, f"{sent_id}|{digest}")
    said, words = _said(survey_of(db, consultation), told), _card(db, told)
    db.add(Received(fingerprint=arrived, consultation_id=consultation.id))
    answers.pour(db, ticket, said, words, today)
    return True


def forget(db: Session, today: date) -> int:
    """Delete what tells of devices and of what arrived, long after closing; return how many."""
    last_day = today - timedelta(days=DAYS_TICKETS_KEPT)
    closed = select(Consultation.id).where(Consultation.closed_on < last_day).scalar_subquery()
    gone = 0
    for kind in (Device, Received):
        old = delete(kind).where(kind.consultation_id.in_(closed)).returning(kind.fingerprint)
        gone += len(db.scalars(old).all())
    return gone


def _ticket(db: Session, device: Device) -> Ticket:
    """How often the device may be used, kept still: two sendings at once come one after the other."""
    ticket = find(db, Ticket, device.fingerprint)
    db.refresh(ticket, with_for_update=True)
    return ticket


def _told(db: Session, device: Device, sealed: str, about: str) -> Mapping[str, Any]:
    """What stands in a letter, or Incomplete: whoever has the code may send anything."""
    try:
        told = json.loads(devices.opened(db, device, sealed, about))
    except (NotFound, ValueError, RecursionError):
        raise Incomplete("sealed") from None
    if not isinstance(told, dict) or not isinstance(told.get("answers"), dict):
        raise Incomplete("answers")
    return told


def _said(survey: Survey, told: Mapping[str, Any]) -> dict[str, Answer]:
    """The answers on the child's path, each one that its question takes."""
    asked = {page.id: page.question for page in survey.pages if page.question.kept}
    given = told["answers"]
    try:
        said = {name: _answer(asked[name], plain) for name, plain in given.items()}
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Incomplete("answers") from None
    return routing.on_path(survey, said)


def _answer(question: Question, plain: Mapping[str, Any]) -> Answer:
    value, status = plain.get("value"), Status(plain["status"])
    if value is None:
        return Answer(status)
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise NotAnAnswer(f"{question.id}: neither words nor options")
    return Answer(status, question.accept(value if isinstance(value, str) else tuple(value)))


def _card(db: Session, told: Mapping[str, Any]) -> str:
    """The words that the device drew for this child's card; others, should they be somebody's already."""
    words = told.get("words")
    if not isinstance(words, list) or [word in CARD_WORDS for word in words] != [True] * codes.GROUP_WORDS:
        raise Incomplete("words")
    card = "-".join(words)
    return codes.new_words(codes.GROUP_WORDS) if answers.is_taken(db, card) else card
