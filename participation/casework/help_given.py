"""Help given: how somebody helped a child to answer and who was there, kept with its yes; never judged."""

import json
from dataclasses import asdict
from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.rights.help_given import NO_HELP, Help, help_named
from participation.storage import drafts, keys
from participation.storage.database import Record
from participation.surveys.questions import Answer, Status


class HelpGiven(Record):
    """The ways and the people a child has ticked off, sealed: they can tell of a disability. No free text."""

    __tablename__ = "help_given"
    kept_for = "as long as its voice"

    voice_id: Mapped[int] = mapped_column(ForeignKey("voices.id"), primary_key=True)
    sealed: Mapped[bytes]


def told(db: Session, voice_id: int, secret: str) -> Help:
    """What this browser has said so far about help."""
    kept = drafts.answers_in(db, secret, _place(voice_id))
    return help_named(**{name: answer.value or () for name, answer in kept.items()})


def note(db: Session, voice_id: int, secret: str, told: Help, today: date) -> None:
    """Keep what the child says now, instead of what it said before, sealed for this browser alone."""
    if not told:
        drafts.throw_away(db, secret, _place(voice_id))
        return
    kept = {name: Answer(Status.ANSWERED, value) for name, value in vars(told).items()}
    drafts.keep(db, secret, _place(voice_id), kept, today)
    stay(db, voice_id, secret)


def stay(db: Session, voice_id: int, secret: str) -> None:
    """It is not forgotten before the answers it lies beside."""
    drafts.keep_along(db, secret, _place(voice_id), f"voice {voice_id}")


def keep(db: Session, voice_id: int, key_id: str, told: Help) -> None:
    """With the child's yes it is kept; where nothing was said, nothing is."""
    if told:
        sealed = keys.seal(db, key_id, json.dumps(asdict(told)), _place(voice_id))
        db.add(HelpGiven(voice_id=voice_id, sealed=sealed))


def help_with(db: Session, voice_id: int, key_id: str) -> Help:
    """The help a child had with what it has said yes to."""
    kept = db.get(HelpGiven, voice_id)
    return (
        help_named(**json.loads(keys.unseal(db, key_id, kept.sealed, _place(voice_id)))) if kept else NO_HELP
    )


def _place(voice_id: int) -> str:
    return f"help {voice_id}"
