"""Survey: the questions in their order, and the words beside them; never changed once published."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Literal

from participation.errors import NotFound
from participation.surveys import questions, rules
from participation.surveys.questions import Question
from participation.surveys.rules import Rule

Wording = Mapping[str, Any]
"""All the words of a survey in one language."""

Door = Literal["group", "case", "reply"]

SCHEMA = 1
PICTURES = "pictures"
WORDS_FROM = {PICTURES: "simple"}
"""The levels without words of their own, and whose words they take."""
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)
class Page:
    """One question, and when it is shown; the page bears the id of its question."""

    id: str
    question: Question
    show_if: Rule | None = None
    symbols: Mapping[str, str] = field(default_factory=dict, hash=False)
    """The symbols of options that do not bear the name of their symbol."""

    def symbol(self, option: str) -> str:
        """The name of the symbol that goes with this option."""
        return self.symbols.get(option, option)

    def to_plain(self) -> dict[str, Any]:
        """As JSON can hold it."""
        shown = {"show_if": self.show_if.to_plain()} if self.show_if else {}
        drawn = {"symbols": dict(self.symbols)} if self.symbols else {}
        return {**self.question.to_plain(), **shown, **drawn}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Page":
        """The same page again, out of TOML or JSON."""
        asked = {key: value for key, value in plain.items() if key not in ("show_if", "symbols")}
        rule = rules.from_plain(plain["show_if"]) if "show_if" in plain else None
        return cls(plain["id"], questions.from_plain(asked), rule, plain.get("symbols", {}))


@dataclass(frozen=True)
class Survey:
    """What is asked through one door, in every language it is offered in."""

    id: str
    version: int
    door: Door
    source_language: str
    levels: tuple[str, ...]
    minutes: int
    pages: tuple[Page, ...]
    words: Mapping[str, Wording] = field(hash=False)
    """The words of the offered languages: words["nb"]["being_here"]["text"]."""
    unread: tuple[str, ...] = field(default=(), compare=False)
    """Languages that no native reader has read yet; for whoever publishes, and no part of what is frozen."""

    @property
    def questions(self) -> Iterator[Question]:
        return (page.question for page in self.pages)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages offered, the source first, as no other is more right than it."""
        return (self.source_language, *sorted(set(self.words) - {self.source_language}))

    def page(self, id: str) -> Page:
        found = next((page for page in self.pages if page.id == id), None)
        if found is None:
            raise NotFound(f"{self.id} has no page {id!r}")
        return found

    def title(self, language: str) -> str:
        return str(self._words_in(language)["title"])

    def intro(self, language: str, level: str) -> str:
        """What is said before the first question."""
        words = self._words_in(language)
        return str(words.get("intro_levels", {}).get(words_of(level), words["intro"]))

    def wording(self, language: str, level: str, question_id: str) -> Mapping[str, str]:
        """The words of one question; the level's own laid over the ordinary ones."""
        words = self._words_in(language)[self.page(question_id).id]
        ordinary = {key: text for key, text in words.items() if isinstance(text, str)}
        return {**ordinary, **words.get(words_of(level), {})}

    def _words_in(self, language: str) -> Wording:
        if language not in self.words:
            raise NotFound(f"{self.id} is not offered in {language!r}")
        return self.words[language]

    def document(self) -> dict[str, Any]:
        """The whole survey as JSON can hold it: what a consultation freezes."""
        return {
            "schema": SCHEMA,
            "id": self.id,
            "version": self.version,
            "door": self.door,
            "source_language": self.source_language,
            "levels": list(self.levels),
            "minutes": self.minutes,
            "pages": [page.to_plain() for page in self.pages],
            "words": {language: dict(words) for language, words in self.words.items()},
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "Survey":
        """The same survey again, out of what was frozen."""
        if document["schema"] != SCHEMA:
            raise ValueError(f"survey document of schema {document['schema']!r}, not {SCHEMA}")
        return cls(
            id=document["id"],
            version=document["version"],
            door=document["door"],
            source_language=document["source_language"],
            levels=tuple(document["levels"]),
            minutes=document["minutes"],
            pages=tuple(Page.from_plain(page) for page in document["pages"]),
            words=document["words"],
        )

    @property
    def digest(self) -> str:
        """What sheets and voices point to: equal digests mean equal questions in equal words."""
        canonical = json.dumps(self.document(), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return sha256(canonical.encode()).hexdigest()


def words_of(level: str) -> str:
    """The level whose words are read at this one: with pictures they are the easy ones."""
    return WORDS_FROM.get(level, level)


def fill(sentence: str, values: Mapping[str, str]) -> str:
    """Put values where {name} stands; whatever a translator wrote, nothing else happens."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), sentence)
