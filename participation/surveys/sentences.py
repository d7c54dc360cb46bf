"""Sentences: all that a child can read in a survey, each named by its own hash, so that it can be read aloud.

A sentence that changes has another name: nothing made for the old one is ever played for it.
"""

import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256

from participation.surveys.definition import Page, Survey, words_of

SHORT = 8
"""As many signs of the name as a person copies into a file's name."""


@dataclass(frozen=True)
class Sentence:
    """One sentence, and where it stands: "being_here.simple.text"."""

    key: str
    text: str

    @property
    def name(self) -> str:
        return name_of(self.text)


@dataclass(frozen=True)
class ToRecord:
    """One sentence to be read in, however often the survey uses it."""

    name: str
    text: str
    keys: tuple[str, ...]

    @property
    def short(self) -> str:
        return self.name[:SHORT]


@dataclass(frozen=True)
class Recorded:
    """How many of a survey's sentences can be heard in one language."""

    n: int
    of: int

    @property
    def is_whole(self) -> bool:
        return self.n == self.of


def name_of(text: str) -> str:
    """The whole hash of the sentence, however its letters were put together."""
    return sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()


def at_level(survey: Survey, language: str, level: str) -> tuple[Sentence, ...]:
    """Every sentence a child may read at this level, in the order it is met."""
    level = words_of(level)
    own_intro = level in survey.words[language].get("intro_levels", {})
    intro = Sentence(f"intro_levels.{level}" if own_intro else "intro", survey.intro(language, level))
    asked = (sentence for page in survey.pages for sentence in _on(survey, page, language, level))
    return (Sentence("title", survey.title(language)), intro, *asked)


def to_record(survey: Survey, language: str) -> tuple[ToRecord, ...]:
    """Every sentence of the survey once, whatever the level, in the order of the pages."""
    met = [(level, one) for level in survey.levels for one in at_level(survey, language, level)]
    by_name: dict[str, list[tuple[str, Sentence]]] = {}
    for level, one in sorted(met, key=lambda pair: _place(survey, pair[1])):
        by_name.setdefault(one.name, []).append((level, one))
    return tuple(
        ToRecord(name, found[0][1].text, tuple(dict.fromkeys(one.key for _, one in found)))
        for name, found in by_name.items()
    )


def how_many(survey: Survey, language: str, recorded: Collection[str]) -> Recorded:
    """How many sentences have a recording, out of how many at all levels together."""
    names = {one.name for level in survey.levels for one in at_level(survey, language, level)}
    return Recorded(len(names & set(recorded)), len(names))


def what_is_signed(survey: Survey, page: Page) -> str:
    """The name of all that stands on a page in the source language: a film of it is true while it stands."""
    words = survey.wording(survey.source_language, "standard", page.id)
    return name_of("\n".join(f"{key}={words[key]}" for key in sorted(words)))


def _on(survey: Survey, page: Page, language: str, level: str) -> Iterator[Sentence]:
    own = survey.words[language][page.id].get(words_of(level), {})
    words = survey.wording(language, level, page.id)
    first = {key: place for place, key in enumerate(page.question.wording_keys)}
    for key in sorted(words, key=lambda key: first.get(key, len(first))):
        yield Sentence(f"{page.id}.{level}.{key}" if key in own else f"{page.id}.{key}", words[key])


def _place(survey: Survey, sentence: Sentence) -> int:
    """The page it stands on; what comes before the first question comes first."""
    pages = [page.id for page in survey.pages]
    page = sentence.key.split(".")[0]
    return pages.index(page) if page in pages else -1
