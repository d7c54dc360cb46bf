"""Protection: chooses, for every number, whether it is told exactly, as a band, or not at all."""

from collections.abc import Callable, Iterable
from math import log2

from participation.disclosure.engine.atoms import Atoms, NameableGroup, nameable_groups
from participation.disclosure.engine.board import Board, Number, Statement
from participation.disclosure.engine.cells import (
    Band,
    Cell,
    Exact,
    Hidden,
    Publication,
    Shown,
    ShownCell,
)
from participation.disclosure.engine.certificate import Certificate
from participation.disclosure.engine.draft import Draft
from participation.disclosure.engine.ledger import ReleaseLedger
from participation.disclosure.engine.rules import DisclosureRules
from participation.disclosure.engine.targets import Target, targets
from participation.disclosure.engine.veil import drawn, hides_band, raised
from participation.errors import WouldDisclose

STARTS = ((1_000, 3), (5_000, 2))
"""Below so many respondents, so many choices are made; the one that hides least is kept."""

OPEN, VEILED = 0.1, 1.0
"""So much dearer, at most, a number may be than another of the same size: lots decide which is hidden."""

Keys = tuple[bytes, bytes | None]
EMPTY = ReleaseLedger()
Progress = Callable[[int, int], None]


def protect(
    atoms: Atoms,
    rules: DisclosureRules,
    cells: Iterable[Cell],
    ledger: ReleaseLedger = EMPTY,
    *,
    key: bytes,
    nameable: Iterable[NameableGroup] | None = None,
    starts: int | None = None,
    veiled: bool = True,
    progress: Progress = lambda done, of: None,
) -> tuple[Publication, Certificate]:
    """Show as much of these cells as can be shown while every target keeps a witness.

    What stands in the ledger stays as it is. `key` makes the choice the same on every run and not to be
    guessed. `starts`: so many choices are made; the one that hides least is kept. `veiled`: some numbers are
    hidden that need not be, so that hiding tells nothing. `progress` is told, for each choice, how many
    targets are done and of how many. Raises WouldDisclose where what was told before
    already gives a child away.
    """
    wanted = targets(atoms, rules, nameable or nameable_groups(atoms))
    veil = key if veiled else None
    sought = raised(atoms, wanted, key) if veiled else wanted
    asked, before = list(cells), ledger.cells(atoms.question)
    seeds = [key + bytes([number]) for number in range(starts or _starts(atoms))]
    numbers = [_numbers(atoms, rules, asked, before, (seed, veil)) for seed in seeds]
    board = Board(atoms, numbers[0], sought)
    drafts = (
        _filled(Draft(board, tried), wanted, sought, seed, progress)
        for tried, seed in zip(numbers, seeds, strict=True)
    )
    best = min(drafts, key=lambda draft: draft.hidden)
    publication = _publication(atoms.question, asked, before, best)
    return publication, _certificate(best, wanted, rules, publication, ledger.hash_of(atoms.question))


def _starts(atoms: Atoms) -> int:
    return next((starts for few, starts in STARTS if sum(atoms.sizes) < few), 1)


def _numbers(
    atoms: Atoms, rules: DisclosureRules, asked: list[Cell], before: tuple[ShownCell, ...], keys: Keys
) -> list[Number]:
    """New cells in an order that is always the same, then everything told before."""
    new = {cell.id: cell for cell in asked}
    for one in before:
        new.pop(one.cell.id, None)
    numbers = [_number(atoms, rules, new[name], *keys) for name in sorted(new)]
    return numbers + [_told(atoms, one) for one in before if one.rows]


def _number(atoms: Atoms, rules: DisclosureRules, cell: Cell, key: bytes, veil: bytes | None) -> Number:
    """A new number as the rules of size and of few sensitive answers leave it."""
    count = atoms.number(cell.places(atoms))
    price = log2(2 + count) * (1 + (VEILED if veil else OPEN) * drawn(key, cell.id))
    shown = _first_shown(atoms, rules, cell)
    if veil and isinstance(shown, Band) and hides_band(veil, cell.id):
        shown = Hidden()
    told = not isinstance(shown, Hidden)
    return Number(cell.id, shown, _statements(atoms, cell, shown), price, may_be_told=told, is_told=told)


def _first_shown(atoms: Atoms, rules: DisclosureRules, cell: Cell) -> Shown:
    n, count = atoms.size(atoms.members(cell.group)), atoms.number(cell.places(atoms))
    if n < rules.k:
        return Hidden()
    if cell.coefficients:
        return (cell.mean(atoms) if count >= rules.k else None) or Hidden()
    if frozenset(cell.categories) in atoms.sensitive and rules.calls_for_band(count):
        return Band(rules.c0)
    return Exact(count)


def _told(atoms: Atoms, one: ShownCell) -> Number:
    return Number(one.cell.id, one.shown, _statements(atoms, one.cell, one.shown), 0.0, is_old=True)


def _statements(atoms: Atoms, cell: Cell, shown: Shown) -> tuple[Statement, ...]:
    found = []
    for row in ShownCell(cell, shown).rows:
        times = row.sum(atoms)
        count = sum(n * atoms.flat[place] for place, n in times.items())
        found.append(Statement(times, count, row.lowest, row.highest))
    return tuple(found)


def _filled(
    draft: Draft, wanted: tuple[Target, ...], sought: tuple[Target, ...], key: bytes, progress: Progress
) -> Draft:
    """Meet the targets, promise by promise or in an order drawn by the key; then show what can be shown."""
    order = list(range(len(wanted)))
    if key[-1]:
        order.sort(key=lambda at: drawn(key, str(at)))
    for done, at in enumerate(order):
        if not draft.cover(at):
            if sought[at] != wanted[at]:
                draft.leave(at)
                continue
            promise = wanted[at].promise
            raise WouldDisclose(f"{promise}: what is told already leaves no other possibility")
        progress(done + 1, len(order))
    draft.show_again()
    return draft


def _publication(
    question: str, asked: list[Cell], before: tuple[ShownCell, ...], draft: Draft
) -> Publication:
    all_shown = {number.name: number.shown if number.is_told else Hidden() for number in draft.numbers}
    all_shown |= {one.cell.id: one.shown for one in before}
    cells = {cell.id: cell for cell in asked}
    return Publication(question, tuple(ShownCell(cell, all_shown[name]) for name, cell in cells.items()))


def _certificate(
    draft: Draft, wanted: tuple[Target, ...], rules: DisclosureRules, publication: Publication, ledger: str
) -> Certificate:
    used = sorted(set(draft.covers) - {-1})
    position = {-1: -1, **{old: new for new, old in enumerate(used)}}
    return Certificate(
        rules,
        publication.hash,
        ledger,
        tuple(str(target.promise) for target in wanted),
        tuple(position[cover] for cover in draft.covers),
        tuple(tuple(sorted(draft.moves[old].items())) for old in used),
    )
