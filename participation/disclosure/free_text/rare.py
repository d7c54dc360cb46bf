"""Rare words: unknown words that may be a name no list has, by where they stand and by their shape."""

from collections.abc import Iterator, Sequence

from participation.disclosure.free_text import cues, names
from participation.disclosure.free_text.kinds import Kind, Mark, Strength
from participation.disclosure.free_text.tokens import Token, tokens_of
from participation.disclosure.free_text.words import is_ordinary, looks_like_a_name, proper, seems_ordinary

_READABLE, _WELL_READABLE = 0.4, 0.6
ANYWHERE, BESIDE, _NEARLY_BESIDE = 0.2, -0.45, -0.2
"""How much a word must look like a name where it stands."""


def rare_words(text: str) -> Iterator[Mark]:
    """Words that are unknown and may be a name no list has."""
    tokens = tokens_of(text)
    known = [is_ordinary(token.low) for token in tokens]
    readable = sum(known) / len(tokens) if len(tokens) > 2 else 1.0
    for at, token in enumerate(tokens):
        if not known[at] and _is_rare(tokens, at, readable):
            yield Mark(token.start, token.end, Kind.RARE_WORD, Strength.LOOK)


def is_beside(tokens: Sequence[Token], at: int) -> bool:
    before = at > 0 and tokens[at - 1].low in cues.BESIDE | cues.PERSONS
    after = at + 1 < len(tokens) and tokens[at + 1].low in cues.DOES
    return before or after


def is_shaped(low: str, least: float) -> bool:
    return names.is_first_name(low) or looks_like_a_name(low) > least


def _is_rare(tokens: Sequence[Token], at: int, readable: float) -> bool:
    """Where few words are known, the language is not ours: then only what stands where names stand counts."""
    token, low = tokens[at], tokens[at].low
    if len(low) < 3 or low in proper() or token.text.isupper():
        return False
    score = looks_like_a_name(low)
    if is_beside(tokens, at) and readable >= _READABLE:
        return score > (0 if seems_ordinary(low) else BESIDE)
    least = _NEARLY_BESIDE if _perhaps_beside(tokens, at) else ANYWHERE
    return readable >= _WELL_READABLE and score > least and not seems_ordinary(low)


def _perhaps_beside(tokens: Sequence[Token], at: int) -> bool:
    before = at > 0 and tokens[at - 1].low in cues.ASKED
    after = at + 1 < len(tokens) and tokens[at + 1].low in cues.THEN
    return before or after
