"""Groups: the children a number is about, and the statuses that are counted like answers."""

from collections.abc import Mapping
from dataclasses import dataclass

SKIPPED = "skipped"
DONT_KNOW = "dont_know"
WONT_SAY = "wont_say"
NOT_UNDERSTOOD = "not_understood"
NOT_SHOWN = "not_shown"
NO_ANSWERS = (SKIPPED, DONT_KNOW, WONT_SAY, NOT_UNDERSTOOD)
"""Why there is no answer, of those who were asked; each is counted by itself."""
STATUSES = (*NO_ANSWERS, NOT_SHOWN)

CHOSEN = "chosen"
NOT_CHOSEN = "not_chosen"


@dataclass(frozen=True)
class Group:
    """All who sent a sheet, or those who gave one answer to a background question.

    `by` without a value is the children who did not tell. `also`: other answers counted together with it,
    where each alone would be too few.
    """

    by: str | None = None
    value: str | None = None
    also: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        return self.by is None

    @property
    def is_untold(self) -> bool:
        return self.by is not None and self.value is None

    @property
    def values(self) -> tuple[str, ...]:
        """Every answer that leads into this group."""
        return () if self.value is None else (self.value, *self.also)


WHOLE = Group()


@dataclass(frozen=True)
class Asked:
    """Only the children whose answer to an earlier question was one of these were asked."""

    question: str
    categories: tuple[str, ...]
    option: str | None = None


def compared(by: str, sizes: Mapping[str | None, int], least: int) -> tuple[Group, ...]:
    """The groups of one background, in the author's order; small ones join the smaller neighbour.

    `sizes`: children by answer, None for those who did not tell. Looks at sizes alone, never at answers.
    Nothing where fewer than two groups are large enough.
    """
    units: list[tuple[str, ...]] = [(value,) for value in sizes if value is not None]

    def size(unit: tuple[str, ...]) -> int:
        return sum(sizes[value] for value in unit)

    while len(units) > 1 and (smallest := min(units, key=size)) and size(smallest) < least:
        at = units.index(smallest)
        beside = min((n for n in (at - 1, at + 1) if 0 <= n < len(units)), key=lambda n: size(units[n]))
        first, last = sorted((at, beside))
        units[first : last + 1] = [units[first] + units[last]]
    if len(units) < 2:
        return ()
    untold = (Group(by),) if sizes.get(None) else ()
    return (*(Group(by, unit[0], unit[1:]) for unit in units), *untold)
