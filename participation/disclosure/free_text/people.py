"""People: names by the lists, by the words around them, and by a capital inside a sentence."""

import re
from collections.abc import Iterator, Sequence

from participation.disclosure.free_text import cues, names
from participation.disclosure.free_text.around import before_a_person, follows_a_cue
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
_ONLY = re.compile(
    r"(?<!\w)(?:den|det|the|som)?\s?(?:eneste|einaste|only|første|fyrste|first)\s(?:(?:i|på|in)\s\w+\s)?"
    r"(?:jente|jenta|jenten|gutt|gutten|gut|guten|elev|eleven|barn|barnet|samiske|sami|somaliske|svarte|girl"
    r"|boy|kid|child|one in|one who|som (?:er|e|har|bor|bur|kommer|snakker|bruker|går|sitter)"
    r"|i klassen|på skolen|i klassa)(?!\w)"
    r"|(?<!\w)(?:jedyn[aey]\w{0,3} (?:dziewczyn\w+|chłop\w+|dzieck\w+)"
    r"|єдин\w{1,3} (?:дівчин\w+|хлоп\w+|дитин\w+)|áidna (?:nieida|gánda|bárdni|mánná))",
    re.I,
)


def people(text: str) -> Iterator[Mark]:
    """Everybody named in the text, and what makes one child stand out."""
    tokens = tokens_of(text)
    for at, token in enumerate(tokens):
        strength = _strength(text, tokens, at)
        if strength:
            yield Mark(token.start, _with_initial(text, tokens, at), Kind.NAME, strength)
    yield from _places(text, tokens)
    yield from _offices(tokens)
    for match in _ONLY.finditer(text):
        yield Mark(*match.span(), Kind.STANDS_OUT, Strength.LOOK)


def _with_initial(text: str, tokens: Sequence[Token], at: int) -> int:
    """Where the name ends, with the letter or the number that may follow: sofie m, lynet2."""
    end = tokens[at].end
    while end < len(text) and (text[end].isdigit() or text[end] == "_"):
        end += 1
    if at + 1 == len(tokens):
        return end
    following = tokens[at + 1]
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
    if at and _is_after_a_name(tokens, at):
        return Strength.REMOVE
    if low in ordinary() or low in proper():
        return _strength_of_ordinary(tokens, at)
    if _is_listed(tokens, at) or _is_surname(tokens, at) or _opens(tokens, at):
        return Strength.REMOVE
    if token.is_capital and not token.begins:
        return _strength_inside(tokens, at)
    return None


def _strength_of_ordinary(tokens: Sequence[Token], at: int) -> Strength | None:
    """An ordinary word that is a name as well: Storm, Liv, Bjørn Tore."""
    token = tokens[at]
    if not token.is_capital or token.low not in names.common() | cues.BOTH:
        return None
    if at + 1 < len(tokens) and _is_another_name(token, tokens[at + 1]):
        return Strength.REMOVE
    if not token.begins:
        return Strength.REMOVE
    return Strength.LOOK if is_beside(tokens, at) else None


def _is_another_name(first: Token, second: Token) -> bool:
    near = second.start - first.end == 1
    return near and second.is_capital and names.is_first_name(second.low)


def _strength_inside(tokens: Sequence[Token], at: int) -> Strength:
    """A capital inside a sentence: surely a name, but where an ordinary word with an ending was given one."""
    low = tokens[at].low
    presented = tuple(one.low for one in tokens[max(0, at - 2) : at]) in cues.I_AM
    if presented or tokens[at - 1].low in cues.WHERE or not is_ordinary(low):
        return Strength.REMOVE if len(low) < 12 or not seems_ordinary(low) else Strength.LOOK
    return Strength.LOOK


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether an unknown word with a capital opens the sentence and then does something: Oline sier."""
    token = tokens[at]
    does = at + 1 < len(tokens) and tokens[at + 1].low in cues.DOES
    return does and token.is_capital and not seems_ordinary(token.low) and is_shaped(token.low, _OPENS)


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


def _is_after_a_name(tokens: Sequence[Token], at: int) -> bool:
    token, before = tokens[at], tokens[at - 1]
    if token.start - before.end != 1 or not names.is_first_name(before.low) or token.low in proper():
        return False
    if token.is_capital:
        return before.is_capital and token.low not in cues.NEVER and before.low not in ordinary()
    known = before.low in names.common() or before.low not in ordinary()
    return known and not seems_ordinary(token.low) and looks_like_a_name(token.low) > 0


def _places(text: str, tokens: Sequence[Token]) -> Iterator[Mark]:
    """Bor i X · kommer fra X: the place also where everybody knows it."""
    for at in range(2, len(tokens)):
        token = tokens[at]
        near = {one.low for one in tokens[max(0, at - 4) : at - 1]}
        lives = near & cues.LIVES and tokens[at - 1].low in cues.WHERE
        if not lives and not (near & cues.COMES and tokens[at - 1].low in cues.FROM):
            continue
        if re.search(r"[.!?\n]", text[tokens[at - 1].end : token.start]):
            continue
        capital = token.is_capital and token.low not in ordinary()
        if capital or token.low in proper() or (not seems_ordinary(token.low) and len(token.low) > 2):
            strength = Strength.LOOK if token.low in proper() else Strength.REMOVE
            yield Mark(token.start, token.end, Kind.PLACE, strength)


def _offices(tokens: Sequence[Token]) -> Iterator[Mark]:
    """Mamma er ordfører: a relative whom everybody knows."""
    for at in range(2, len(tokens)):
        if tokens[at].low in cues.OFFICES:
            before = [one.low for one in tokens[max(0, at - 4) : at]]
            if (
                set(before) & cues.FAMILY
                and set(before) & cues.WORKS
                and not set(before) & {"venn", "venninne"}
            ):
                yield Mark(tokens[at].start, tokens[at].end, Kind.ROLE, Strength.LOOK)
