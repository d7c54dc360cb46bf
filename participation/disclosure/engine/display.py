"""Display: for what is kept back, the interval any reader could work out anyway, if it tells something."""

from collections.abc import Iterable
from dataclasses import replace

from participation.disclosure.engine.atoms import Atoms
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
    rows = [one.row for one in before if one.row] + list(publication.rows)
    outsider = Outsider(len(atoms.flat), _known(publication, atoms, rules, rows, sizes_are_public))
    cells = tuple(
        one if one.cell.id in old else replace(one, shown=_shown(one, atoms, rules, outsider))
        for one in publication.cells
    )
    return replace(publication, cells=cells)


def _known(
    publication: Publication, atoms: Atoms, rules: DisclosureRules, rows: list[Row], sizes_are_public: bool
) -> list[Known]:
    known: list[Known] = [(row.cell.places(atoms), row.lowest, row.highest) for row in rows]
    groups = {atoms.members(one.cell.group) for one in publication.cells}
    public = {(position,) for position in range(len(atoms.sizes))} if sizes_are_public else set()
    for members in sorted(public | {group for group in groups if atoms.size(group) >= rules.k}):
        n = atoms.size(members)
        known.append((atoms.places(members, atoms.categories), n, n))
    return known


def _shown(one: ShownCell, atoms: Atoms, rules: DisclosureRules, outsider: Outsider) -> Shown:
    n = atoms.size(atoms.members(one.cell.group))
    if not isinstance(one.shown, Hidden) or n < rules.k:
        return one.shown
    lowest, highest = outsider.interval(one.cell.places(atoms))
    if lowest == highest:
        return Exact(lowest)
    return Interval(lowest, highest) if (highest - lowest) * 100 <= WIDEST * n else one.shown
