"""Measured: what children could have written, what identifies between ⟨ and ⟩, and how much is marked."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from participation.disclosure.free_text import Mark, Strength, marks, names

FOLDER = Path(__file__).parent / "sentences"
TUNED_ON = (
    *("tuned_on", "tuned_on_more", "tuned_on_last", "tuned_on_at_the_end", "hard_cases"),
    *("sixth_round", "seventh_round"),
)
WRITTEN_LAST = (
    *("written_last", "written_after"),
    *("eighth_round", "ninth_round", "tenth_round", "eleventh_round"),
)
BRACKETS = re.compile(r"⟨(.*?)⟩")


@dataclass(frozen=True)
class Sentence:
    """A text, and where in it somebody is named directly."""

    text: str
    spans: tuple[tuple[int, int], ...]


def identifying(*files):
    return [_read(written) for file in files for written in _file(file)["identifying"]]


def clean(*files):
    return [written for file in files for written in _file(file)["clean"]]


def with_unlisted_names(*files):
    """Each name that stands on no list, in small letters, in each of the sentences of its file."""
    found = []
    for file in files:
        read = _file(file)
        unlisted = [name for name in read.get("unlisted", []) if not is_listed(name)]
        for around in read.get("around", []):
            start = around.index("{}")
            found += [Sentence(around.format(n), ((start, start + len(n)),)) for n in unlisted]
    return found


def is_listed(name):
    return names.is_first_name(name) or name in names.last_names()


def recall(sentences):
    """The share of what identifies that lies wholly under marks, and that is not found, to be read."""
    missed = [
        (sentence.text[start:end], sentence.text)
        for sentence in sentences
        for start, end in sentence.spans
        if not _covers(marks(sentence.text), sentence.text, start, end)
    ]
    return 1 - len(missed) / sum(len(sentence.spans) for sentence in sentences), missed


def flagged(texts):
    """The share of clean texts with any mark at all, and which."""
    marked = [text for text in texts if marks(text)]
    return len(marked) / len(texts), marked


def removed(text):
    return [text[mark.start : mark.end] for mark in marks(text) if mark.strength is Strength.REMOVE]


def _covers(found: tuple[Mark, ...], text, start, end):
    under = {place for mark in found for place in range(mark.start, mark.end)}
    return all(place in under for place in range(start, end) if text[place].isalnum())


def _read(written):
    spans, taken = [], 0
    for match in BRACKETS.finditer(written):
        start = match.start() - taken
        spans.append((start, start + len(match[1])))
        taken += 2
    return Sentence(BRACKETS.sub(r"\1", written), tuple(spans))


def _file(file):
    return tomllib.loads((FOLDER / f"{file}.toml").read_text("utf-8"))
