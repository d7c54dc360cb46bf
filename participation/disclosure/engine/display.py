"""Display: for what is kept back, the interval any reader could work out anyway, if it tells something."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import inf

from participation.disclosure.engine.atoms import Atoms
from participation.disclosure.engine.blocks import Home, Ladder
from participation.disclosure.engine.cells import Exact, Hidden, Interval, Publication, Row, Shown, ShownCell
from participation.disclosure.engine.outsider import Known, Outsider
from participation.disclosure.engine.rules import DisclosureRules

WIDEST = 20
"""Percentage points; a wider interval tells a reader nothing."""


def with_intervals(
    publication: Publication,
    atoms: Atoms,
    rules: DisclosureRules,
    earlier: Iterable[ShownCell] = (),
    *,
    sizes_are_public: bool = False,
) -> Publication:
    """The same publication, intervals of at most 20 percentage points in place of the hidden sign.

    Worked out from what is told alone, so nothing is added: numbers told, and the sizes of groups of `k` or
    more; sizes of the finest groups only where these are public. Cells told earlier stay as they are.
    """
    before = list(earlier)
    old = {one.cell.id for one in before}
    readers = Readers.of(publication, atoms, rules, before, sizes_are_public=sizes_are_public)
    cells = tuple(
        one if one.cell.id in old else replace(one, shown=_shown(one, atoms, rules, readers))
        for one in publication.cells
    )
    return replace(publication, cells=cells)


class Readers:
    """What any reader can work out; in a large survey, from the numbers about one block."""

    def __init__(self, atoms: Atoms, known: list[Known]) -> None:
        self._atoms, self._known, self._ladder = atoms, known, Ladder(atoms)
        self._outsiders: dict[Home, tuple[Outsider, dict[int, int]]] = {}

    @classmethod
    def of(
        cls,
        publication: Publication,
        atoms: Atoms,
        rules: DisclosureRules,
        earlier: Iterable[ShownCell],
        *,
        sizes_are_public: bool,
    ) -> "Readers":
        """Who know all that is told, and the sizes that are."""
        rows = [row for one in earlier for row in one.rows] + list(publication.rows)
        return cls(atoms, _known(publication, atoms, rules, rows, sizes_are_public))

    def shown(self, places: Sequence[int], n: int) -> Shown:
        """What can be worked out of `n` children, if it tells something."""
        lowest, highest = self.interval(places)
        if (highest - lowest) * 100 > WIDEST * n:
            return Hidden()
        return Exact(int(lowest)) if lowest == highest else Interval(int(lowest), int(highest))

    def interval(self, places: Sequence[int]) -> tuple[float, float]:
        """Every number from the lowest to the highest possible one; endless across blocks."""
        home = self._ladder.homes(places)[0]
        if home[0] > 0 and home[0] == len(self._ladder.levels) - 1:
            return 0, inf
        if home not in self._outsiders:
            self._outsiders[home] = self._outsider(home)
        outsider, local = self._outsiders[home]
        return outsider.interval([local[place] for place in places])

    def _outsider(self, home: Home) -> tuple[Outsider, dict[int, int]]:
        places = self._atoms.places(self._ladder.members(home), self._atoms.categories)
        local = {place: at for at, place in enumerate(places)}
        inside = [
            ({local[place]: times for place, times in where.items()}, lowest, highest)
            for where, lowest, highest in self._known
            if all(place in local for place in where)
        ]
        return Outsider(len(places), inside), local


def _known(
    publication: Publication, atoms: Atoms, rules: DisclosureRules, rows: list[Row], sizes_are_public: bool
) -> list[Known]:
    known: list[Known] = [(row.sum(atoms), row.lowest, row.highest) for row in rows]
    groups = {atoms.members(one.cell.group) for one in publication.cells}
    public = {(position,) for position in range(len(atoms.sizes))} if sizes_are_public else set()
    for members in sorted(public | {group for group in groups if atoms.size(group) >= rules.k}):
        n = atoms.size(members)
        known.append((dict.fromkeys(atoms.places(members, atoms.categories), 1), n, n))
    return known


def _shown(one: ShownCell, atoms: Atoms, rules: DisclosureRules, readers: Readers) -> Shown:
    n = atoms.size(atoms.members(one.cell.group))
    if not isinstance(one.shown, Hidden) or n < rules.k or one.cell.coefficients:
        return one.shown
    return readers.shown(one.cell.places(atoms), n)
