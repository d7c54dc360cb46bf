"""Around: whether the words before or after say that a name stands here."""

import re
from collections.abc import Sequence

from participation.disclosure.free_text import cues, names
from participation.disclosure.free_text.rare import ANYWHERE, BESIDE, is_shaped
from participation.disclosure.free_text.tokens import Token
from participation.disclosure.free_text.words import is_ordinary, ordinary, proper, seems_ordinary

_NOT_AN_END = cues.LABELS | cues.SIGNS_OFF | {"hr", "mr", "mrs", "ms", "dr", "frk"}
"""After these a full stop or a new line does not part the name from its cue."""
_ALSO_SAYS = frozenset({"jestem", "lean"})
"""I am ... says other things as well."""


def follows_a_cue(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether the words before say that a name comes now."""
    token = tokens[at]
    if _excluded(token):
        return False
    before = [one.low for one in tokens[max(0, at - 4) : at]]
    if not before:
        return False
    gap = text[tokens[at - 1].end : token.start]
    if re.search(r"[.!?\n]", gap) and before[-1] not in _NOT_AN_END:
        return False
    return _named(before, token) or _near_person(before, token) or _signed(text, before, token, gap)


def _named(before: list[str], token: Token) -> bool:
    if before[-1] in cues.HETER:
        return True
    said = any(tuple(before[-n:]) in cues.SAID for n in (1, 2, 3))
    return said and (token.is_capital or before[-1] not in _ALSO_SAYS or is_shaped(token.low, ANYWHERE))


def _near_person(before: list[str], token: Token) -> bool:
    """mamma til X · læreren min X · rektor X · bestevennen min heter X."""
    low, last = token.low, before[-1]
    if last in cues.TITLES:
        return _may_be_name(token)
    if last in {"til", "av", "te", "of"} and len(before) > 1 and before[-2] in cues.FAMILY:
        return _may_be_name(token)
    owned = [word for word in before[-3:] if word in cues.PERSONS]
    if not owned:
        return False
    after = before[len(before) - 1 - before[::-1].index(owned[-1]) + 1 :]
    if (after and all(word in cues.POSSESSIVE for word in after)) or (not after and _is_possessed(before)):
        return _may_be_name(token) and (token.is_capital or is_shaped(low, BESIDE))
    if after and all(word in cues.POSSESSIVE | cues.LINKS for word in after):
        return _may_be_name(token) and (token.is_capital or is_shaped(low, ANYWHERE))
    return False


def _is_possessed(before: list[str]) -> bool:
    """my friend X · mu ustit X · мій брат X; and words that hold the possessive in themselves."""
    has_inside = before[-1][-2:] in {"ay", "ey", "يي", "تي"} or before[-1].endswith(
        ("ي", "ይ", "ım", "im", "biin")
    )
    return has_inside or (len(before) > 1 and before[-2] in cues.POSSESSIVE)


def _signed(text: str, before: list[str], token: Token, gap: str) -> bool:
    if before[-1] in cues.LABELS and ":" in gap:
        return True
    near_end = len(text) - token.end < 40
    signed = before[-1] in cues.SIGNS_OFF or (
        len(before) > 1 and before[-2] in cues.SIGNS_OFF and before[-1] in {"fra", "frå", "from", "til"}
    )
    return signed and near_end and (_may_be_name(token))


def before_a_person(tokens: Sequence[Token], at: int) -> bool:
    """X er læreren min · X heter jeg · X is my friend."""
    token, after = tokens[at], [one.low for one in tokens[at + 1 : at + 4]]
    if len(after) < 2 or _excluded(token) or not (_may_be_name(token)):
        return False
    if after[0] in {"heter", "heiter"} and after[1] in {"jeg", "eg", "han", "hun", "ho", "læreren", "broren"}:
        return True
    if after[0] not in {"er", "e", "is", "was", "var", "to", "це"}:
        return False
    return (after[1] in cues.PERSONS and (len(after) < 3 or after[2] in cues.POSSESSIVE)) or (
        after[1] in {"my", "our", "moja", "mój", "моя", "мій"} and after[-1] in cues.PERSONS
    )


def _may_be_name(token: Token) -> bool:
    listed = token.low in names.first_names() and token.low not in ordinary()
    return token.is_capital or listed or not seems_ordinary(token.low)


def _excluded(token: Token) -> bool:
    low = token.low
    if len(low) < 2 or low in proper():
        return True
    if low[0] > "ԯ":
        return low in cues.NEVER
    small = token.text == low
    if low in ordinary() and low not in cues.BOTH:
        return small or token.begins or low in cues.NEVER
    return small and is_ordinary(low) and low not in names.first_names()
