"""Rare words: unknown words that may be a name no list has, by where they stand and by their shape."""

import re
from collections.abc import Iterator, Sequence

from participation.disclosure.free_text import cues, names
from participation.disclosure.free_text.kinds import Kind, Mark, Strength
from participation.disclosure.free_text.tokens import Token, tokens_of
from participation.disclosure.free_text.words import (
    is_elsewhere,
    is_ordinary,
    looks_like_a_name,
    proper,
    seems_ordinary,
)

_READABLE, _WELL_READABLE = 0.4, 0.6
ANYWHERE, BESIDE, _NEARLY_BESIDE, _OPENING = 0.05, -0.8, -0.4, -1.5
"""How much a word must look like a name where it stands."""

_VERB = re.compile(r".{2,}(?:er|ar|te|dde|et|a|kk|ngr|ver|lp|pp)")
"""As a word ends that tells what somebody does; many that are no verbs end so as well."""


def rare_words(text: str) -> Iterator[Mark]:
    """Words that are unknown and may be a name no list has."""
    tokens = tokens_of(text)
    known = [is_ordinary(token.low) for token in tokens]
    read = [is_known or token.low in cues.DOES for token, is_known in zip(tokens, known, strict=True)]
    readable = sum(read) / len(tokens) if len(tokens) > 2 else 1.0
    if is_elsewhere([token.low for token in tokens]):
        readable = min(readable, _READABLE)
    for at, token in enumerate(tokens):
        if not known[at] and (_is_rare(tokens, at, readable) or _in_a_list(text, tokens, at)):
            yield Mark(token.start, token.end, Kind.RARE_WORD, Strength.LOOK)


def _does(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].low in cues.DOES


def is_beside(tokens: Sequence[Token], at: int) -> bool:
    before = at > 0 and (tokens[at - 1].low in cues.BESIDE or tokens[at - 1].low in cues.PERSONS)
    after = at + 1 < len(tokens) and tokens[at + 1].low in cues.DOES
    return before or after


def is_shaped(low: str, least: float) -> bool:
    return low in cues.BOTH or names.is_first_name(low) or looks_like_a_name(low) > least


def _is_rare(tokens: Sequence[Token], at: int, readable: float) -> bool:
    """Where few words are known, the language is not ours: then only what stands where names stand counts."""
    token, low = tokens[at], tokens[at].low
    if len(low) < 3 or low in proper():
        return False
    score = looks_like_a_name(low)
    if token.text.isupper():
        return len(low) > 3 and score > 0 and is_beside(tokens, at) and not seems_ordinary(low)
    framed = 0 < at < len(tokens) - 1 and tokens[at - 1].low in cues.IS and tokens[at + 1].low in cues.WHO
    if (framed or is_beside(tokens, at)) and readable >= _READABLE:
        opens = token.begins and token.is_capital and _does(tokens, at)
        return score > (0 if seems_ordinary(low) else _OPENING if opens else BESIDE)
    least = _NEARLY_BESIDE if _perhaps_beside(tokens, at) else ANYWHERE
    return readable >= _WELL_READABLE and score > least and not seems_ordinary(low)


def _in_a_list(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Beside a name of the lists with only a comma or the like between: gustav/X · tina, X og trine."""
    if len(tokens[at].low) < 3 or seems_ordinary(tokens[at].low):
        return False
    for first, second, other in ((at - 1, at, at - 1), (at, at + 1, at + 1)):
        near = first >= 0 and second < len(tokens) and names.is_first_name(tokens[other].low)
        if near and re.fullmatch(r"\s?[,/&+]\s?", text[tokens[first].end : tokens[second].start]):
            return True
    return False


def _perhaps_beside(tokens: Sequence[Token], at: int) -> bool:
    """After a verb or before one, whatever the verb: bad X, lånte X, X knuste."""
    before, after = at > 0 and tokens[at - 1].low, at + 1 < len(tokens) and tokens[at + 1].low
    asked = before in cues.ASKED or (before and _VERB.fullmatch(before) and is_ordinary(before))
    then = after in cues.THEN or (after and _VERB.fullmatch(after) and is_ordinary(after))
    return bool(asked or then)
