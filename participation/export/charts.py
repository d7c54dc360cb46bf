"""Charts: protected tables as pictures, and the same numbers as rows for those who cannot see them."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import NewType

from participation.disclosure.groups import WHOLE, Group
from participation.disclosure.published import Band, Exact, Hidden, Interval, ProtectedTable, Shown
from participation.export import typesetting
from participation.export.accessible import accessible
from participation.export.drawing import Bar, Section, drawn

Svg = NewType("Svg", str)
"""A drawing of protected numbers; only `bars` makes one."""


@dataclass(frozen=True)
class ChartWords:
    """What the reader sees, in the reader's language; `groups` must name every group of the table."""

    title: str
    description: str
    language: str
    categories: Mapping[str, str]
    groups: Mapping[Group, str]
    hidden: str
    band: str = "<{below}"
    interval: str = "{lowest}–{highest}"
    direction: str = "ltr"


def rows(table: ProtectedTable, words: ChartWords) -> tuple[tuple[str, str, str], ...]:
    """Every number as (group, answer, number), with the word for hidden where it is hidden."""
    return tuple(
        (words.groups[group], words.categories[category], number(table.shown(group, category), words))
        for group in table.groups
        for category in table.categories
    )


def number(shown: Shown, words: ChartWords) -> str:
    """What stands in the place of a number: itself, a band, an interval, or the one word for hidden."""
    match shown:
        case Exact(n):
            return str(n)
        case Band(below):
            return words.band.format(below=below)
        case Interval(lowest, highest):
            return words.interval.format(lowest=lowest, highest=highest)
        case Hidden():
            return words.hidden


def bars(table: ProtectedTable, words: ChartWords, by: str | None = None) -> Svg:
    """The answers of all, or of each group of one background side by side, as an accessible SVG."""
    svg = drawn(_sections(table, words, by), words.direction)
    prefix = "c" + sha256(repr((table, words, by)).encode()).hexdigest()[:10]
    return Svg(accessible(svg, words.title, words.description, words.language, prefix=prefix))


def picture(table: ProtectedTable, words: ChartWords, by: str | None = None) -> bytes:
    """The same chart as PNG, for programs that cannot show SVG."""
    return as_png(bars(table, words, by))


def as_png(svg: Svg) -> bytes:
    return typesetting.picture(svg)


def _sections(table: ProtectedTable, words: ChartWords, by: str | None) -> tuple[Section, ...]:
    if by is None:
        found = (_bar(words.categories[c], table.shown(WHOLE, c), words) for c in table.categories)
        return (Section(None, tuple(found)),)
    return tuple(
        Section(words.categories[category], _side_by_side(table, words, by, category))
        for category in table.categories
    )


def _side_by_side(table: ProtectedTable, words: ChartWords, by: str, category: str) -> tuple[Bar, ...]:
    """A bar for each group; a single mark where all of them are hidden."""
    counts = [(group, table.shown(group, category)) for group in table.groups_by(by)]
    if all(isinstance(shown, Hidden) for _, shown in counts):
        return (_bar("", Hidden(), words),)
    return tuple(_bar(words.groups[group], n, words, look) for look, (group, n) in enumerate(counts))


def _bar(label: str, shown: Shown, words: ChartWords, look: int = 0) -> Bar:
    """Drawn as far as is told: full up to what is certain, hatched up to what is possible."""
    text = number(shown, words)
    match shown:
        case Exact(n):
            return Bar(label, text, n, n, look)
        case Band(below):
            return Bar(label, text, 0, below - 1, look)
        case Interval(lowest, highest):
            return Bar(label, text, lowest, highest, look)
        case Hidden():
            return Bar(label, text)
