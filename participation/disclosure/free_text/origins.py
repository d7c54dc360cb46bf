"""Origins: where somebody lives and comes from, what a relative is, and what makes one child stand out."""

import re
from collections.abc import Iterator, Sequence

from participation.disclosure.free_text import cues
from participation.disclosure.free_text.kinds import Kind, Mark, Strength
from participation.disclosure.free_text.tokens import Token, tokens_of
from participation.disclosure.free_text.words import proper, seems_ordinary

_STREET = re.compile(
    r"(?!(?:skole|sykkel|gang|hoved|grus|skogs|blind|gård|gards|hest|snar|lek|leke|små|nabo|bak|side|samme)\w*)\w{4,}(?:veien|vegen|gata|gaten|stien|tunet|svingen|kroken|bakken|toppen|haugen|åsen)"
)
_HERE = re.compile("nor(?:ge|eg|ga|way|we)|норве|النرويج")
_PARTS = frozenset(
    {"øvre", "nedre", "ytre", "indre", "nordre", "søre", "søndre", "midtre", "vestre", "østre"}
)
_ONLY = re.compile(
    r"(?<!\w)(?:den|det|the|som)?\s?(?:eneste|einaste|only|første|fyrste|first)\s(?:(?:i|på|in)\s\w+\s)?"
    r"(?:jente|jenta|jenten|gutt|gutten|gut|guten|elev|eleven|barn|barnet|samiske|sami|somaliske|svarte|girl"
    r"|boy|kid|child|one in|one who|som (?:er|e|har|bor|bur|kommer|snakker|bruker|går|sitter)"
    r"|i klassen|på skolen|i klassa)(?!\w)"
    r"|(?<!\w)(?:jedyn[aey]\w{0,3} (?:dziewczyn\w+|chłop\w+|dzieck\w+)"
    r"|єдин\w{1,3} (?:дівчин\w+|хлоп\w+|дитин\w+)|áidna (?:nieida|gánda|bárdni|mánná))",
    re.I,
)


def origins(text: str) -> Iterator[Mark]:
    """What tells who a child is by where it belongs."""
    tokens = tokens_of(text)
    yield from _places(text, tokens)
    yield from _offices(tokens)
    for match in _ONLY.finditer(text):
        yield Mark(*match.span(), Kind.STANDS_OUT, Strength.LOOK)


def _places(text: str, tokens: Sequence[Token]) -> Iterator[Mark]:
    """Bor i X · kommer fra X: the place also where everybody knows it."""
    for at in range(2, len(tokens)):
        token = tokens[at]
        near = {one.low for one in tokens[max(0, at - 4) : at - 1]}
        lives = near & cues.LIVES and tokens[at - 1].low in cues.WHERE
        if not lives and not (near & cues.COMES and tokens[at - 1].low in cues.FROM):
            continue
        if re.search(r"[.!?\n]", text[tokens[at - 1].end : token.start]) or _HERE.match(token.low):
            continue
        capital = token.is_capital and not token.begins
        street = bool(_STREET.fullmatch(token.low))
        if (
            capital
            or street
            or token.low in proper()
            or (not seems_ordinary(token.low) and len(token.low) > 2)
        ):
            strength = Strength.LOOK if token.low in proper() else Strength.REMOVE
            last = tokens[at + 1] if token.low in _PARTS and at + 1 < len(tokens) else token
            yield Mark(token.start, last.end, Kind.PLACE, strength)


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
