"""Questions answered in the child's own way: words, or a drawing with words about it."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from participation.surveys.questions.answers import NotAnAnswer, Value
from participation.surveys.questions.base import Question, Scale


@dataclass(frozen=True)
class Information(Question):
    """A page to read, with nothing to answer."""

    kind = "information"
    scale = Scale.NONE
    counted = False
    kept = False

    @property
    def wording_keys(self) -> tuple[str, ...]:
        return ("text",)


@dataclass(frozen=True)
class OwnWords(Question):
    """The child's own words."""

    longest: int = 1000

    kind = "own_words"
    scale = Scale.WORDS
    counted = False

    def accept(self, value: Value) -> str:
        """The words as written, without what no keyboard means to send."""
        if not isinstance(value, str):
            raise NotAnAnswer(f"{self.id}: not a text")
        words = as_written(value)
        if not words or len(words) > self.longest:
            raise NotAnAnswer(f"{self.id}: empty, or longer than {self.longest} signs")
        return words


MOST_STROKES, MOST_POINTS, SIDE = 300, 500, 1000


@dataclass(frozen=True)
class Drawing(Question):
    """A drawing, and what the child tells about it: either is enough. The words come first in the answer.

    Only where the child is known: a drawing can be recognised, so no anonymous door asks for one.
    """

    longest: int = 1000

    kind = "drawing"
    scale = Scale.WORDS
    counted = False
    doors = ("case",)

    def accept(self, value: Value) -> tuple[str, ...]:
        """The words and the strokes, as the web hands them over and as they are kept."""
        told, strokes = (value, "") if isinstance(value, str) else (*value, "", "")[:2]
        words = as_written(told)
        drawn = [stroke for stroke in strokes_in(strokes) if stroke]
        if len(words) > self.longest or not (words or drawn):
            raise NotAnAnswer(f"{self.id}: nothing drawn and nothing told, or too much")
        return (words, json.dumps(drawn, separators=(",", ":"))) if drawn else (words,)

    def said(self, value: Value, words: Mapping[str, str]) -> str:
        """What is told about it; the strokes are shown as a picture by whoever shows it."""
        return value if isinstance(value, str) else value[0]

    def strokes(self, value: Value) -> str:
        return value[1] if isinstance(value, tuple) and len(value) > 1 else ""


Stroke = list[tuple[int, int]]
"""Points on a square of SIDE by SIDE."""


def strokes_in(text: str) -> list[Stroke]:
    """The strokes of a drawing as the browser sends them: lists of x, y, x, y …

    Raise NotAnAnswer for anything else, and for more than a hand draws.
    """
    if not text.strip():
        return []
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise NotAnAnswer("no strokes") from None
    if not isinstance(found, list) or len(found) > MOST_STROKES:
        raise NotAnAnswer("too many strokes, or none")
    return [_points(stroke) for stroke in found]


def _points(stroke: Any) -> Stroke:
    """One stroke's points, given in pairs or one after another."""
    flat = _flat(stroke) if isinstance(stroke, list) else None
    if flat is None or len(flat) % 2 or len(flat) > 2 * MOST_POINTS:
        raise NotAnAnswer("no stroke")
    return list(zip(flat[::2], flat[1::2], strict=True))


def _flat(stroke: list[Any]) -> list[int] | None:
    numbers = [n for one in stroke for n in (one if isinstance(one, list) else [one])]
    fits = all(type(n) is int and 0 <= n <= SIDE for n in numbers)
    return numbers if fits else None


def as_written(text: str) -> str:
    """One way of writing each line break and letter; no signs that a database or a page cannot hold."""
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = (sign for sign in lines if sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs"))
    return "".join(kept).strip()
