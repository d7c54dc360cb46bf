"""People: names by the lists, by the words around them, and by a capital inside a sentence."""

import re
from collections.abc import Iterator, Sequence

from participation.disclosure.free_text import cues, names
from participation.disclosure.free_text.around import before_a_person, follows_a_cue, is_person, stands_alone
from participation.disclosure.free_text.kinds import Kind, Mark, Strength
from participation.disclosure.free_text.rare import is_beside, is_shaped
from participation.disclosure.free_text.tokens import Token, tokens_of
from participation.disclosure.free_text.words import (
    is_ordinary,
    looks_like_a_name,
    ordinary,
    proper,
    seems_ordinary,
)

_PARTICLES = frozenset("von van de al el bin ben ibn da du der den la le abu abdi av".split())  # noqa: SIM905
_OPENS = -0.1
_SERVANT = re.compile(r"(?<!\w)عبد\s?ال\w{2,10}")
"""Abd al-: an Arabic name in two words."""


def people(text: str) -> Iterator[Mark]:
    """Everybody named in the text."""
    tokens = tokens_of(text)
    for at in range(len(tokens)):
        strength = _strength(text, tokens, at)
        if strength:
            start = _with_title(text, tokens, at)
            yield Mark(start, _with_initial(text, tokens, at), Kind.NAME, strength)
    for match in _SERVANT.finditer(text):
        yield Mark(*match.span(), Kind.NAME, Strength.REMOVE)


def _with_title(text: str, tokens: Sequence[Token], at: int) -> int:
    """Where the name begins, with the initial or the title before it: M. Rødseth, Mr. Hill, Farmor Gudrun."""
    start = tokens[at].start
    if not at:
        return start
    before, gap = tokens[at - 1], text[tokens[at - 1].end : start]
    initial = len(before.text) == 1 and before.is_capital and gap in {". ", "."} and before.low not in "iå"
    titled = before.is_capital and gap in {" ", ". "} and before.low in cues.TITLES | cues.FAMILY
    return before.start if initial or (titled and tokens[at].is_capital) else start


def _with_initial(text: str, tokens: Sequence[Token], at: int) -> int:
    """Where the name ends, with the letter or the number that may follow: sofie m, lynet2."""
    end = tokens[at].end
    while end < len(text) and (text[end].isdigit() or text[end] == "_"):
        end += 1
    if at + 1 == len(tokens):
        return end
    following = tokens[at + 1]
    if tokens[at].is_capital and following.low in cues.SPOTS and following.start - end == 1:
        return following.end
    alone = len(following.low) == 1 and following.low not in "iåeæaouwzуівзaя"
    return following.end if alone and following.start - end == 1 else end


def _strength(text: str, tokens: Sequence[Token], at: int) -> Strength | None:
    token = tokens[at]
    low = token.low
    if len(low) < 2 or low in _PARTICLES or (token.text.isupper() and len(low) <= 5 and len(low) > 1):
        listed = names.is_first_name(low) and not is_ordinary(low) and low not in _PARTICLES and len(low) > 3
        if not listed:
            return None
    if follows_a_cue(text, tokens, at) or before_a_person(tokens, at):
        return Strength.REMOVE
    if (at and _is_after_a_name(tokens, at)) or stands_alone(text, token) or _owns(tokens, at):
        return Strength.REMOVE
    if _is_surname_of_told(text, tokens, at) or _among_names(text, tokens, at):
        return Strength.REMOVE
    if _opens_in_arabic(tokens, at) or _stands_as_a_name(tokens, at):
        return Strength.LOOK
    if low in ordinary() or low in proper():
        return _strength_of_ordinary(tokens, at)
    if token.low.removesuffix("s") in proper():
        return None
    if _is_listed(tokens, at) or _is_surname(tokens, at) or _opens(tokens, at):
        return Strength.REMOVE
    if token.is_capital and not token.begins:
        return _strength_inside(tokens, at)
    return None


def _strength_of_ordinary(tokens: Sequence[Token], at: int) -> Strength | None:
    """An ordinary word that is a name as well: Storm, Liv, Bjørn Tore."""
    token = tokens[at]
    if not token.is_capital or (token.low in cues.TIMES and at and tokens[at - 1].low in cues.WHEN):
        return None
    if token.low not in names.first_names() and token.low not in cues.BOTH:
        known = token.low in names.last_names() and token.low not in proper()
        stands = known or _in_a_row(tokens, at) or _is_with(tokens, at)
        return Strength.LOOK if stands and not token.begins else None
    if at + 1 < len(tokens) and _is_another_name(token, tokens[at + 1]):
        return Strength.REMOVE
    if not token.begins:
        return Strength.REMOVE
    known = token.low in names.common() or token.low in cues.BOTH
    return Strength.LOOK if known and _does_as_a_person(tokens, at) else None


def _among_names(text: str, tokens: Sequence[Token], at: int) -> bool:
    """emrik og falk · sanne, fillip og zara: a name that is a word as well, in a row of names."""
    low = tokens[at].low
    if (low not in cues.BOTH or low in cues.TIMES) and (low in ordinary() or not names.is_first_name(low)):
        return False
    for step in (-1, 1):
        other = at + step
        joined = 0 <= other < len(tokens) and tokens[other].low in cues.AND
        other += step if joined else 0
        if not 0 <= other < len(tokens) or is_ordinary(tokens[other].low) or tokens[other].low in proper():
            continue
        first, second = sorted((tokens[at], tokens[other]), key=lambda one: one.start)
        between = text[first.end : second.start]
        if (joined or re.fullmatch(r"\s?[,/&+]\s?", between)) and is_shaped(tokens[other].low, _OPENS):
            return True
    return False


def _opens_in_arabic(tokens: Sequence[Token], at: int) -> bool:
    """A name that is a word as well, before a verb of the third person: a script without capitals."""
    token = tokens[at]
    does = at + 1 < len(tokens) and tokens[at + 1].low[0] in "يت"
    return does and token.begins and token.low[0] > "\u0600" and token.low in names.first_names()


def _stands_as_a_name(tokens: Sequence[Token], at: int) -> bool:
    """anna slår meg · med anna i går; not noko anna, med anna utstyr: in nynorsk a word as well."""
    token = tokens[at]
    if token.low not in cues.OFTEN_NAMES:
        return False
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    does = after in cues.DOES and after not in cues.AND
    if token.begins:
        return does
    ends = not after or does or after in cues.AFTER_NAMES
    asked = tokens[at - 1].low in cues.ASKED and after in cues.THEN
    framed = asked or (tokens[at - 1].low in cues.IS and after in cues.WHO)
    return framed or (ends and tokens[at - 1].low in cues.BESIDE)


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """Runes lillesøster: what stands before somebody near a child, and ends as what owns."""
    token = tokens[at]
    if not token.is_capital or at + 1 == len(tokens) or not token.low.endswith("s"):
        return False
    return token.low[:-1] in names.first_names() and is_person(tokens[at + 1].low)


def _does_as_a_person(tokens: Sequence[Token], at: int) -> bool:
    """What opens a sentence and is a word as well: Storm sier, Liv og jeg; not Storm og snø, Mai er fin."""
    after = tokens[at + 1 : at + 3]
    if not after or tokens[at].low in cues.TIMES:
        return False
    if after[0].low not in cues.AND:
        return after[0].low in cues.DOES
    return len(after) > 1 and (after[1].low in cues.SPEAKERS or names.is_first_name(after[1].low))


def _in_a_row(tokens: Sequence[Token], at: int) -> bool:
    """Whether two ordinary words stand beside each other with capitals: Studio Pluto."""
    near = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    gaps = (max(one.start, tokens[at].start) - min(one.end, tokens[at].end) for one in near)
    if tokens[at].low in proper() or tokens[at].text.isupper():
        return False
    return any(
        one.is_capital and gap == 1 and not one.begins and one.low not in proper() and not one.text.isupper()
        for one, gap in zip(near, gaps, strict=True)
    )


def _is_with(tokens: Sequence[Token], at: int) -> bool:
    """An ordinary word with a capital of its own where a person often stands: synd på Gard, med Storm."""
    token = tokens[at]
    if token.text.isupper() or token.low in proper() or token.low.removesuffix("s") in proper():
        return False
    return is_beside(tokens, at)


def _is_another_name(first: Token, second: Token) -> bool:
    near = second.start - first.end == 1
    return near and second.is_capital and names.is_first_name(second.low)


def _strength_inside(tokens: Sequence[Token], at: int) -> Strength | None:
    """A capital inside a sentence: surely a name, but where an ordinary word with an ending was given one."""
    low = tokens[at].low
    presented = tuple(one.low for one in tokens[max(0, at - 2) : at]) in cues.I_AM
    head, hyphen, tail = tokens[at].text.partition("-")
    if hyphen and head.isupper() and is_ordinary(tail):
        return None
    if presented or tokens[at - 1].low in cues.WHERE or not is_ordinary(low):
        return Strength.REMOVE if len(low) < 12 or not seems_ordinary(low) else Strength.LOOK
    return Strength.LOOK


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether an unknown word with a capital opens the sentence and then does something: Oline sier."""
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None:
        return False
    pair = after.is_capital and after.start - token.end == 1 and not seems_ordinary(after.low)
    return (
        (pair or after.low in cues.DOES)
        and token.is_capital
        and not seems_ordinary(token.low)
        and is_shaped(token.low, _OPENS)
    )


def _is_listed(tokens: Sequence[Token], at: int) -> bool:
    """Whether the lists know it; one that may be an ordinary word with an ending needs more than that."""
    token, low = tokens[at], tokens[at].low
    if not names.is_first_name(low):
        return False
    inside = token.is_capital and not token.begins
    if low in names.common() or inside or not is_ordinary(low):
        return token.is_capital or len(low) > 3 or is_beside(tokens, at)
    return low in names.first_names() and token.is_capital and is_beside(tokens, at)


def _is_surname(tokens: Sequence[Token], at: int) -> bool:
    """A last name counts beside a first name, or with a capital."""
    token, low = tokens[at], tokens[at].low
    if low not in names.last_names() or (is_ordinary(low) and (token.begins or not token.is_capital)):
        return False
    return token.is_capital or (at > 0 and names.is_first_name(tokens[at - 1].low))


def _is_surname_of_told(text: str, tokens: Sequence[Token], at: int) -> bool:
    """A last name that is a word as well, after a name that was told: navn: even hagen."""
    return at > 0 and tokens[at].low in names.last_names() and follows_a_cue(text, tokens, at - 1)


def _is_after_a_name(tokens: Sequence[Token], at: int) -> bool:
    token, before = tokens[at], tokens[at - 1]
    if token.start - before.end != 1 or not names.is_first_name(before.low) or token.low in proper():
        return False
    if token.is_capital:
        return before.is_capital and token.low not in cues.NEVER and before.low not in ordinary()
    known = before.low in names.common() or before.low not in ordinary()
    return known and not seems_ordinary(token.low) and looks_like_a_name(token.low) > 0
