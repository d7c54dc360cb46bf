"""Heard: a sound and a film that are what they say, and a survey some of which can be heard and seen."""

import io
import wave
from datetime import date

from sqlalchemy.orm import Session
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import encode_multipart

from participation.access import Actor
from participation.owner import recordings, sign_films
from participation.surveys.definition import Survey
from participation.surveys.sentences import name_of, to_record

MP3 = b"\xff\xfb\x90\x00" + bytes(413)
TAGGED = b"ID3\x04\x00\x00\x00\x00\x00\x14" + bytes(20) + MP3
OPUS = b"OggS" + bytes(24) + b"OpusHead" + bytes(40)
M4A = b"\x00\x00\x00\x1cftypM4A \x00\x00\x00\x00M4A mp42isom" + bytes(40)
MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + bytes(40)
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\x82\x84webm" + bytes(40)


def wav(seconds: float = 0.1) -> bytes:
    """Silence, as a recorder would save it."""
    kept = io.BytesIO()
    with wave.open(kept, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(1)
        sound.setframerate(8000)
        sound.writeframes(b"\x80" * int(8000 * seconds))
    return kept.getvalue()


def film(size: int) -> bytes:
    """A film of so many bytes, each piece unlike the next."""
    return MP4 + bytes(n * 7 % 251 for n in range(size - len(MP4)))


def sent(fields: dict[str, str], *files: tuple[str, str, bytes]) -> dict[str, object]:
    """A form with files (field, name, content), as a browser sends it."""
    handed = [(field, FileStorage(io.BytesIO(content), name)) for field, name, content in files]
    boundary, body = encode_multipart(MultiDict([*fields.items(), *handed]))
    return {"data": body, "content_type": f'multipart/form-data; boundary="{boundary}"'}


def settle(db: Session, planner: Actor, survey: Survey, today: date) -> dict[str, str]:
    """One question that can be heard with its answers, and seen in sign language."""
    texts = survey.wording("nb", "standard", "being_here")
    sounds = {name_of(text): wav() for key, text in texts.items() if key != "explain"}
    recordings.keep(db, planner, "nb", sounds, "lest av Ánne", today)
    given = {"sign_language": "nsl", "today": today}
    kept = sign_films.attach(db, planner, survey, "being_here", io.BytesIO(film(3_000)), **given)
    where = {"survey_id": survey.id, "language": "nb", "level": "simple"}
    return {
        **{f"recordings.{name}": value for name, value in where.items()},
        **{
            f"sign_films.{name}": value
            for name, value in {**where, "sign": "nsl", "question": "first"}.items()
        },
        "sounds.language": "nb",
        "sounds.sentence": name_of(texts["text"]),
        "sounds.kind": "wav",
        "sounds.id": kept.id,
    }


def put(survey: Survey, language: str, *keys: str) -> dict[str, bytes]:
    """A recording for each sentence at these places: "being_here.text"."""
    return {one.name: wav() for one in to_record(survey, language) if set(keys) & set(one.keys)}
