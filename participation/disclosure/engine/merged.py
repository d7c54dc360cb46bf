"""Merged numbers: what neighbours that are kept back come to together, where any reader can work it out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from participation.disclosure.engine.atoms import Atoms
from participation.disclosure.engine.cells import Cell, Exact, Hidden, Interval, Publication, ShownCell
from participation.disclosure.engine.display import Readers
from participation.disclosure.engine.outsider import Boundless
from participation.disclosure.engine.rules import DisclosureRules


@dataclass(frozen=True)
class Merged:
    """Several cells kept back, and the one number they come to."""

    cells: tuple[Cell, ...]
    shown: Exact | Interval


def merged(
    publication: Publication,
    atoms: Atoms,
    rules: DisclosureRules,
    earlier: Iterable[ShownCell] = (),
    *,
    sizes_are_public: bool = False,
) -> tuple[Merged, ...]:
    """Answers of one group kept back, then groups kept back for one answer, as one number each.

    Worked out from what is told alone, as `with_intervals` does it, so nothing is added; a sum that is told
    already is left out, and one of few sensitive answers.
    """
    before = list(earlier)
    readers = Readers.of(publication, atoms, rules, before, sizes_are_public=sizes_are_public)
    told = {one.cell.places(atoms) for one in (*before, *publication.cells) if one.rows}
    found = []
    for cells in (*_answers_of_a_group(publication), *_groups_with_an_answer(publication)):
        shown = None if _places(atoms, cells) in told else _shown(cells, atoms, rules, readers)
        if shown:
            found.append(Merged(cells, shown))
    return tuple(found)


def _answers_of_a_group(publication: Publication) -> Iterator[tuple[Cell, ...]]:
    """Neighbours by answer; not where all are kept back, which come to the whole group."""
    for group in dict.fromkeys(one.cell.group for one in publication.cells):
        counts = [one for one in publication.cells if one.cell.group == group and not one.cell.coefficients]
        alone = tuple(one.cell for one in counts if isinstance(one.shown, Hidden))
        if 1 < len(alone) < len(counts):
            yield alone


def _groups_with_an_answer(publication: Publication) -> Iterator[tuple[Cell, ...]]:
    """Neighbours by background: groups that differ in one column alone."""
    families: dict[tuple[object, ...], list[Cell]] = {}
    for one in publication.cells:
        if isinstance(one.shown, Hidden) and not one.cell.coefficients:
            group = one.cell.group
            for column, _ in group.where:
                others = tuple(pair for pair in group.where if pair[0] != column)
                family = (one.cell.categories, group.release, group.not_in, column, others)
                families.setdefault(family, []).append(one.cell)
    yield from (tuple(cells) for cells in families.values() if len(cells) > 1)


def _places(atoms: Atoms, cells: tuple[Cell, ...]) -> tuple[int, ...]:
    return tuple(sorted({place for cell in cells for place in cell.places(atoms)}))


def _shown(
    cells: tuple[Cell, ...], atoms: Atoms, rules: DisclosureRules, readers: Readers
) -> Exact | Interval | None:
    places = _places(atoms, cells)
    n = atoms.size({place // len(atoms.categories) for place in places})
    if n < rules.k:
        return None
    try:
        shown = readers.shown(places, n)
    except Boundless:
        return None
    answers = frozenset(name for cell in cells for name in cell.categories)
    is_few = isinstance(shown, Exact) and shown.number < rules.c0 and answers in atoms.sensitive
    return None if is_few or not isinstance(shown, Exact | Interval) else shown
