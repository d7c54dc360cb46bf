"""Search back: where else the words of a quotation stand; a person looks at every place that is found."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

PIECE = 4
"""Letters in a row: short enough for a misspelling to leave most of them whole."""
RUN_OF_WORDS = 4
LEAST_SHARED = 0.5
LONGEST_EXCERPT = 160

_SIGNS = re.compile(r"[\W_]+")


class Likeness(StrEnum):
    THE_SAME = "the same"
    A_RUN_OF_WORDS = "a run of words"
    ALIKE = "alike"


@dataclass(frozen=True)
class Hit:
    """A place that must be looked at: how it is alike, how much is shared, and what stands there."""

    place: str
    likeness: Likeness
    share: float
    excerpt: str


def search_back(quotation: str, places: Mapping[str, str]) -> tuple[Hit, ...]:
    """Every place in which the quotation stands, in whole, in part or spelled otherwise; the likest first.

    `places`: texts by name: all that was published earlier, and every other text that is still kept.
    """
    wanted = plain(quotation)
    if not wanted:
        return ()
    pieces, runs = _pieces(wanted), _runs(wanted)
    hits = (_hit(name, text, wanted, pieces, runs) for name, text in places.items())
    return tuple(sorted((hit for hit in hits if hit), key=lambda hit: (-hit.share, hit.place)))


def plain(text: str) -> str:
    """The text as it is compared: small letters, no signs, one space between words."""
    return _SIGNS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def _hit(name: str, text: str, wanted: str, pieces: set[str], runs: set[str]) -> Hit | None:
    there = plain(text)
    if f" {wanted} " in f" {there} ":
        return Hit(name, Likeness.THE_SAME, 1.0, _excerpt(there, wanted))
    run = next((run for run in sorted(runs) if f" {run} " in f" {there} "), "")
    share = len(pieces & _pieces(there)) / len(pieces) if pieces else 0.0
    if run:
        return Hit(name, Likeness.A_RUN_OF_WORDS, share, _excerpt(there, run))
    if share >= LEAST_SHARED:
        return Hit(name, Likeness.ALIKE, share, _excerpt(there, _longest_shared(wanted, there)))
    return None


def _pieces(text: str) -> set[str]:
    letters = text.replace(" ", "")
    return {letters[at : at + PIECE] for at in range(len(letters) - PIECE + 1)}


def _runs(text: str) -> set[str]:
    words = text.split()
    return {" ".join(words[at : at + RUN_OF_WORDS]) for at in range(len(words) - RUN_OF_WORDS + 1)}


def _longest_shared(wanted: str, there: str) -> str:
    match = SequenceMatcher(None, wanted, there, autojunk=False).find_longest_match()
    return wanted[match.a : match.a + match.size]


def _excerpt(there: str, found: str) -> str:
    """What stands around the words that were found."""
    at = max(0, there.find(found))
    room = max(0, LONGEST_EXCERPT - len(found)) // 2
    return there[max(0, at - room) : at + len(found) + room].strip()
