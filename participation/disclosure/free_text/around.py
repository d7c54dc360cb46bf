"""Around: whether the words before or after say that a name stands here."""

import re
from collections.abc import Sequence

from participation.disclosure.free_text import cues, names
from participation.disclosure.free_text.rare import ANYWHERE, BESIDE, is_shaped
from participation.disclosure.free_text.tokens import Token
from participation.disclosure.free_text.words import is_ordinary, ordinary, proper, seems_ordinary

_NOT_AN_END = cues.LABELS | cues.SIGNS_OFF | {"hr", "mr", "mrs", "ms", "dr", "frk"}
"""After these a full stop or a new line does not part the name from its cue."""
_ROLE = re.compile(
    r"\w{0,20}(lærer|lærar|trener|trenar|leder|leiar|pedagog|assistent|arbeider|arbeidar|sjåfør|vaktmester|vaktmeister|sykepleier|sjukepleiar|helsesøster|helsesyster"
    r"|rektor|skolesjef|vikar|terapeut|veileder|rettleiar|koordinator|konsulent|psykolog|instruktør|dirigent|styrer|styrar|kontakt|saksbehandler|saksbehandlar"
    r"|tante|onkel|fetter|kusine|kompis|kamerat|venninne|veninne|søster|syster|bror|mamma|pappa|mor|far)(en|et|n|an|a|in)?"
)
"""Who works with children, and who is near one, also where the word begins with another."""
_HARDLY = frozenset("my will may ask dag even mark bill fred no".split())  # noqa: SIM905
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
    if re.search(r"[.!?\n]", gap) and before[-1] not in _NOT_AN_END and len(before[-1]) > 1:
        return False
    return _named(before, token) or _near_person(before, token) or _signed(text, before, token, gap)


def _named(before: list[str], token: Token) -> bool:
    if before[-1] in cues.HETER:
        return True
    said = any(tuple(before[-n:]) in cues.SAID for n in (1, 2, 3))
    told = token.is_capital or before[-1] not in _ALSO_SAYS or is_shaped(token.low, ANYWHERE)
    called = before[-2:-1] not in (["kaller"], ["kallar"], ["kalla"], ["calls"], ["blir"]) or token.is_capital
    return said and told and (called or not seems_ordinary(token.low))


def _near_person(before: list[str], token: Token) -> bool:
    """mamma til X · læreren min X · rektor X · bestevennen min heter X."""
    low, last = token.low, before[-1]
    if last in cues.TITLES:
        return _may_be_name(token)
    if _is_title(last) and (token.is_capital or is_shaped(low, ANYWHERE)):
        return _may_be_name(token)
    if last in {"til", "av", "te", "of"} and len(before) > 1 and before[-2] in cues.FAMILY:
        return _may_be_name(token)
    owned = [word for word in before[-3:] if is_person(word)]
    if not owned:
        return False
    after = before[len(before) - 1 - before[::-1].index(owned[-1]) + 1 :]
    if (after and all(word in cues.POSSESSIVE for word in after)) or (not after and _is_possessed(before)):
        return _may_be_name(token) and (token.is_capital or is_shaped(low, BESIDE))
    if after and all(word in cues.POSSESSIVE | cues.LINKS for word in after):
        return _may_be_name(token) and (token.is_capital or is_shaped(low, ANYWHERE))
    return False


def is_person(low: str) -> bool:
    """Whether it is somebody near a child, also put together: fotballtreneren, skolehelsesykepleier."""
    return low in cues.PERSONS or bool(_ROLE.fullmatch(low))


def _is_title(low: str) -> bool:
    role = _ROLE.fullmatch(low)
    return role is not None and not role.group(2)


def _is_possessed(before: list[str]) -> bool:
    """my friend X · mu ustit X · мій брат X; and words that hold the possessive in themselves."""
    has_inside = before[-1][-2:] in {"ay", "ey", "يي", "تي"} or before[-1].endswith(
        ("ي", "ይ", "ım", "im", "biin")
    )
    return has_inside or (len(before) > 1 and before[-2] in cues.POSSESSIVE)


def stands_alone(text: str, token: Token) -> bool:
    """Whether a line is a name and little else: - Villemo · Ada 9 år · Hei, Ola."""
    start = text.rfind("\n", 0, token.start) + 1
    end = text.find("\n", token.end)
    before, after = text[start : token.start], text[token.end : end if end >= 0 else len(text)]
    if not (token.is_capital or names.is_first_name(token.low)) or seems_ordinary(token.low):
        return False
    led = re.search(r"(?:^|[.!?])\s*(?:[-–—~*]+|[<♥❤]3?)\s*$", before) or not before.strip()
    return bool(
        led and re.fullmatch(r"[\s,.!♥❤<3:)(-]*(?:\d{1,2}(?:\s?(?:år|years|lat|jir)\w*)?)?[\s.!)]*", after)
    )


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
    return (is_person(after[1]) and (len(after) < 3 or after[2] in cues.POSSESSIVE)) or (
        after[1] in {"my", "our", "moja", "mój", "моя", "мій"} and is_person(after[-1])
    )


def _may_be_name(token: Token) -> bool:
    listed = token.low in names.first_names() and token.low not in ordinary()
    both = token.low in cues.BOTH and token.low not in cues.TIMES | _HARDLY
    return token.is_capital or listed or both or not seems_ordinary(token.low)


def _excluded(token: Token) -> bool:
    low = token.low
    if len(low) < 2 or low in proper():
        return True
    if low[0] > "ԯ":
        return low in cues.NEVER
    small = token.text == low
    if low in ordinary() and low not in cues.BOTH:
        return small or token.begins or low in cues.NEVER
    return small and is_ordinary(low) and low not in names.first_names() and low not in cues.BOTH
