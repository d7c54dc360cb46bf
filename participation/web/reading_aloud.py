"""Reading aloud: what a child can hear on a page, read in by somebody or by the device's own voice.

No language is ever read with another's voice, and nothing is ever sent away to be read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _

from participation.owner import formats, recordings, sign_films
from participation.owner.recordings import Recording
from participation.owner.sign_films import SignFilm
from participation.surveys import sentences
from participation.surveys.definition import Page, Survey
from participation.surveys.sentences import Recorded
from participation.web import language
from participation.web.current import reading
from participation.web.forms.questions import Words

VOICES = {"nb": ("nb", "no"), "nn": ("nn", "no", "nb")}
"""Whose voices may read a language besides its own: only Norwegian has two names and two ways of writing."""

MEGABYTE = 1_000_000
SIGN_LANGUAGES = {"nsl": _("Norwegian Sign Language")}


@dataclass(frozen=True)
class Sound:
    """A sentence that somebody has read in."""

    text: str
    address: str
    type: str


@dataclass(frozen=True)
class Film:
    """A question in sign language."""

    name: object
    address: str
    type: str


@dataclass(frozen=True)
class Listening:
    """All that can be heard or seen of one page: recordings, what is left to the device, and films."""

    asked: str
    sounds: tuple[Sound, ...]
    answers: tuple[Sound, ...]
    unread: tuple[str, ...]
    """What nobody has read in: for a voice of the device, if it has one of this language."""
    voices: tuple[str, ...]
    films: tuple[Film, ...] = ()

    @property
    def only_answers(self) -> bool:
        """Whether the question itself can be heard, and the device's voice reads no more than answers."""
        return self.asked not in self.unread


def of_page(survey: Survey, page: Page, words: Words, *, explain: bool) -> Listening:
    """What can be heard of one question, in the language and at the level of the page."""
    main = ["text", "explain"] if explain and "explain" in words else ["text"]
    answers = [key for key in page.question.wording_keys if key not in {"text", "explain"}]
    return _listening(
        [words[key] for key in main],
        [words[key] for key in answers if key in words],
        tuple(_film(film) for film in _films(survey, page)),
    )


def of_start(survey: Survey) -> Listening:
    """What can be heard before the first question."""
    tongue, level = language.chosen(), language.level(survey.levels)
    return _listening([survey.title(tongue), survey.intro(tongue, level)], [])


def recorded(survey: Survey) -> list[tuple[str, Recorded]]:
    """How many sentences can be heard in each language the survey is offered in."""
    with reading() as db:
        names = recordings.names_by_language(db)
    offered = [code for code in language.OFFERED_OUTSIDE if code in survey.languages]
    return [(code, sentences.how_many(survey, code, names.get(code, ()))) for code in offered]


def sound(text: str, recording: Recording) -> Sound:
    address = url_for(
        "sounds.recording",
        language=recording.language,
        sentence=recording.sentence,
        kind=recording.kind,
        v=recording.version,
    )
    return Sound(text, address, formats.SOUNDS[recording.kind])


def size_text(n: int) -> str:
    """How heavy a file is, as people say it."""
    if n < MEGABYTE:
        return gettext("%(n)s kB", n=language.number_text(max(int(n > 0), round(n / 1000))))
    return gettext("%(n)s MB", n=language.number_text(round(n / MEGABYTE, 1)))


def _listening(main: Sequence[str], answers: Sequence[str], films: tuple[Film, ...] = ()) -> Listening:
    tongue = language.chosen()
    by_name = {sentences.name_of(text): text for text in (*main, *answers)}
    with reading() as db:
        there = recordings.among(db, tongue, by_name)
    heard = {by_name[name]: sound(by_name[name], recording) for name, recording in there.items()}
    return Listening(
        asked=main[0],
        sounds=tuple(heard[text] for text in main if text in heard),
        answers=tuple(heard[text] for text in answers if text in heard),
        unread=tuple(text for text in (*main, *answers) if text not in heard),
        voices=VOICES.get(tongue, (tongue,)),
        films=films,
    )


def _films(survey: Survey, page: Page) -> list[SignFilm]:
    with reading() as db:
        return sign_films.films_for(db, survey, page.id)


def _film(film: SignFilm) -> Film:
    address = url_for("sounds.film", id=film.id, kind=film.kind)
    return Film(SIGN_LANGUAGES[film.sign_language], address, formats.FILMS[film.kind])
