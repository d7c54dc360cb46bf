"""Own voices: a child starts by itself, without being asked. Nobody knows of it before it is sent."""

from datetime import date, timedelta
from secrets import token_hex

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from participation.access import CHILD, Act
from participation.casework import own_codes, voices
from participation.casework.cases import Case, hold
from participation.casework.voices import Voice
from participation.errors import Closed, NotFound
from participation.rights.occasions import SITUATIONS, Occasion
from participation.storage import audit, codes, definitions
from participation.storage.database import find
from participation.surveys.definition import Survey

DAYS_OPEN = 7
DAYS_KEPT_UNSENT = 30
MOST_BEGUN = 3
MOST_IN_A_WEEK = 10


class TooManyBegun(Closed):
    """The child has begun on as much as fits at a time."""


class TooManyThisWeek(Closed):
    """The child has started as often as it can in a week."""


def begin(db: Session, code: str, situation: Occasion, *, survey: Survey, today: date) -> tuple[Voice, str]:
    """Open a voice by the child's own code. Until it is sent, beginning again leads to the same one."""
    case = _held(db, code)
    if not situation.is_childs or survey.id not in situation.surveys:
        raise NotFound("situation")
    begun = {voice.occasion: voice for voice in begun_in(db, case, today)}
    if situation in begun:
        return begun[situation], code_of(db, code, begun[situation].id)
    if len(begun) >= MOST_BEGUN:
        raise TooManyBegun("three are begun and not sent")
    if _this_week(db, case, today) >= MOST_IN_A_WEEK:
        raise TooManyThisWeek("ten were begun in seven days")
    voice = _opened(db, case, situation, survey, today)
    theirs = code_of(db, code, voice.id)
    voice.fingerprint = codes.fingerprint(db, "voice", codes.normal(theirs))
    db.flush()
    audit.note(db, CHILD, Act.BEGIN_OWN_VOICE, f"voice {voice.id}")
    return voice, theirs


def throw_away(db: Session, code: str, voice_id: int, secret: str, today: date) -> None:
    """The child lets go of what it has begun and not sent."""
    case = _held(db, code)
    voice = find(db, Voice, voice_id)
    if voice not in begun_in(db, case, today):
        raise NotFound("voice")
    voice.taken_back_on = today
    voices.throw_away(db, voice, secret)
    audit.note(db, CHILD, Act.BEGIN_OWN_VOICE, f"voice {voice.id} thrown away")


def begun_in(db: Session, case: Case, today: date) -> list[Voice]:
    """What the child has begun by itself and can still send."""
    begun = select(Voice).filter_by(case_id=case.id, approved_on=None, taken_back_on=None)
    begun = begun.where(Voice.occasion.in_(SITUATIONS), Voice.open_until >= today)
    return list(db.scalars(begun.order_by(Voice.id)))


def code_of(db: Session, code: str, voice_id: int) -> str:
    """The code that opens a voice begun with this own code: worked out, and kept nowhere."""
    return codes.case_code_from(db, code, f"voice {voice_id}")


def forget(db: Session, today: date) -> int:
    """Delete what was begun and never sent; return how many."""
    last_day = today - timedelta(days=DAYS_KEPT_UNSENT)
    unsent = delete(Voice).where(Voice.occasion.in_(SITUATIONS), Voice.approved_on.is_(None))
    return len(db.scalars(unsent.where(Voice.invited_on < last_day).returning(Voice.id)).all())


def _held(db: Session, code: str) -> Case:
    """The case behind the code, held for this change; when one's turn comes, the code must still be good."""
    hold(db, own_codes.case_behind(db, code).id)
    return own_codes.case_behind(db, code)


def _this_week(db: Session, case: Case, today: date) -> int:
    recent = select(func.count()).select_from(Voice).filter_by(case_id=case.id)
    recent = recent.where(Voice.occasion.in_(SITUATIONS), Voice.invited_on > today - timedelta(days=7))
    return db.scalar(recent) or 0


def _opened(db: Session, case: Case, situation: Occasion, survey: Survey, today: date) -> Voice:
    voice = Voice(
        case_id=case.id,
        occasion=situation.value,
        digest=definitions.freeze(db, survey, today),
        fingerprint=token_hex(32),
        invited_on=today,
        open_until=today + timedelta(days=DAYS_OPEN),
    )
    db.add(voice)
    db.flush()
    return voice
