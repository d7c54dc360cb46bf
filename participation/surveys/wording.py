"""Wording of a survey: every language held against the structure and, sentence by sentence, the source.

A translated sentence names by hash the source sentence it translates. When the
source changes, the translation is stale, and no child is shown it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from participation.surveys.complaints import Complaint, Weight
from participation.surveys.definition import PLACEHOLDER, Page, Survey, Wording, words_of
from participation.surveys.reach import asks

Sentences = Mapping[str, str]
"""The words of one language, by dotted key: "being_here.simple.text"."""

LONGEST = {"title": 80, "intro": 600, "explain": 300, "text": 120}
LONGEST_OPTION = 60
LONGEST_TO_READ = 400
UNKNOWN = "Remove or rename it; the survey has no place for this sentence."


def sentence_hash(text: str) -> str:
    """The name of a sentence; eight signs are enough to notice that it changed."""
    return sha256(text.encode()).hexdigest()[:8]


def nested(sentences: Sentences) -> Wording:
    """The words as a survey holds them."""
    words: dict[str, Any] = {}
    for key, text in sentences.items():
        *tables, last = key.split(".")
        table = words
        for name in tables:
            table = table.setdefault(name, {})
        table[last] = text
    return words


@dataclass(frozen=True)
class Needed:
    """Which sentences a survey needs, and how long these, and those it may have besides, may be."""

    always: tuple[str, ...]
    longest: Mapping[str, int]

    @classmethod
    def by(cls, survey: Survey) -> "Needed":
        always = {"title": LONGEST["title"], "intro": LONGEST["intro"]}
        levels = dict.fromkeys(words_of(level) for level in survey.levels if level != "standard")
        maybe = {f"intro_levels.{level}": LONGEST["intro"] for level in levels}
        for page in survey.pages:
            for key in page.question.wording_keys:
                always[f"{page.id}.{key}"] = _longest(page, key)
                maybe |= {f"{page.id}.{level}.{key}": _longest(page, key) for level in levels}
        return cls(tuple(always), always | maybe)


def _longest(page: Page, key: str) -> int:
    return LONGEST.get(key, LONGEST_OPTION) if asks(page) else LONGEST_TO_READ


def source(needed: Needed, written: Mapping[str, Any], file: str) -> tuple[Sentences, list[Complaint]]:
    """The source's own sentences, and what is wrong with them; all of it stops the survey."""
    found = _flat(written, lambda entry: not isinstance(entry, dict))
    wrong = [(key, "Write this sentence; it is missing.") for key in needed.always if key not in found]
    for key, text in found.items():
        remedies = _unfit(text, needed.longest[key]) if key in needed.longest else [UNKNOWN]
        wrong += [(key, remedy) for remedy in remedies]
    return found, [Complaint(file, key, remedy) for key, remedy in wrong]


def translation(
    needed: Needed, source: Sentences, written: Mapping[str, Any], file: str
) -> tuple[Sentences, list[Complaint]]:
    """The sentences of another language; one missing or stale keeps the language away."""
    found = _flat(written, _is_translated)
    complaints = [Complaint(file, key, UNKNOWN, Weight.WARNING) for key in found if key not in source]
    sentences: dict[str, str] = {}
    for key, original in source.items():
        remedies = list(_untrue(found.get(key), original, needed.longest[key]))
        complaints += [Complaint(file, key, remedy, Weight.NOT_OFFERED) for remedy in remedies]
        if not remedies:
            sentences[key] = found[key]["text"]
    return sentences, complaints


def _untrue(entry: Any, original: str, longest: int) -> Iterator[str]:
    """Why the entry is no translation of the original as it now stands."""
    named = sentence_hash(original)
    if entry is None:
        yield f'Translate {original!r} and write {{ of = "{named}", text = "…" }}.'
    elif not isinstance(entry, dict) or set(entry) != {"of", "text"}:
        yield f'Write {{ of = "{named}", text = "…" }} if this translates {original!r}.'
    elif entry["of"] != named:
        yield f'The source now says {original!r}; translate it anew and write of = "{named}".'
    else:
        yield from _unfit(entry["text"], longest)
        if set(PLACEHOLDER.findall(str(entry["text"]))) != set(PLACEHOLDER.findall(original)):
            yield f"Use the same {{names}} in braces as {original!r}."


def _unfit(text: Any, longest: int) -> Iterator[str]:
    if not isinstance(text, str) or not text.strip():
        yield "Write a text in quotes."
    elif len(text) > longest:
        yield f"Shorten it from {len(text)} to at most {longest} signs."


def _is_translated(entry: Any) -> bool:
    """Whether this is a sentence with its source, or a table of such."""
    return not isinstance(entry, dict) or "of" in entry or isinstance(entry.get("text"), str)


def _flat(written: Mapping[str, Any], is_sentence: Callable[[Any], bool], above: str = "") -> dict[str, Any]:
    """A file of words by dotted key."""
    found: dict[str, Any] = {}
    for key, entry in written.items():
        if is_sentence(entry):
            found[above + key] = entry
        else:
            found |= _flat(entry, is_sentence, f"{above}{key}.")
    return found
