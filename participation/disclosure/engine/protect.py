"""Protection: chooses, for every number, whether it is told exactly, as a band, or not at all."""

import hmac
from collections.abc import Callable, Iterable, Sequence
from math import log2

from participation.disclosure.engine.atoms import Atoms, NameableGroup, nameable_groups
from participation.disclosure.engine.cells import (
    Band,
    Cell,
    Exact,
    Hidden,
    Publication,
    Row,
    Shown,
    ShownCell,
)
from participation.disclosure.engine.certificate import Certificate
from participation.disclosure.engine.draft import Draft, Number
from participation.disclosure.engine.rules import DisclosureRules
from participation.disclosure.engine.targets import Target, targets
from participation.errors import WouldDisclose

STARTS = 3
"""So many choices are made where there are few respondents; the one that hides least is kept."""
FEW_RESPONDENTS = 5_000

Progress = Callable[[int, int], None]


def protect(
    atoms: Atoms,
    rules: DisclosureRules,
    cells: Iterable[Cell],
    earlier: Sequence[ShownCell] = (),
    *,
    key: bytes,
    nameable: Iterable[NameableGroup] | None = None,
    ledger: str = "",
    starts: int | None = None,
    progress: Progress = lambda done, of: None,
) -> tuple[Publication, Certificate]:
    """Show as much of these cells as can be shown while every target keeps a witness.

    `earlier`: every cell ever told, or kept back, about the question; it stays as it is. `key` makes the
    choice the same on every run and not to be guessed. `starts`: so many choices are made, and the one that
    hides least is kept. `progress` is told, for each, how many targets are done and of how many. Raises
    WouldDisclose where what was told before already gives a child away.
    """
    wanted = targets(atoms, rules, nameable or nameable_groups(atoms))
    asked = {cell.id: cell for cell in cells}
    fixed = {one.cell.id: one for one in earlier}
    new = [asked[name] for name in sorted(asked.keys() - fixed.keys())]
    drafts = (
        _draft(atoms, rules, new, list(fixed.values()), key + bytes([start]))
        for start in range(starts or _starts(atoms))
    )
    best = min((_filled(draft, wanted, progress) for draft in drafts), key=lambda draft: draft.hidden)
    shown = {cell.id: _shown(number, rules) for cell, number in zip(new, best.numbers, strict=False)}
    told = tuple(
        ShownCell(cell, fixed[name].shown if name in fixed else shown[name]) for name, cell in asked.items()
    )
    publication = Publication(atoms.question, told)
    return publication, _certificate(best, wanted, rules, publication, ledger)


def _starts(atoms: Atoms) -> int:
    return STARTS if sum(atoms.sizes) < FEW_RESPONDENTS else 1


def _draft(
    atoms: Atoms, rules: DisclosureRules, new: list[Cell], fixed: list[ShownCell], key: bytes
) -> Draft:
    numbers = [_number(atoms, rules, cell, key) for cell in new]
    numbers += [_told(atoms, one.row) for one in fixed if one.row]
    return Draft(atoms, numbers)


def _number(atoms: Atoms, rules: DisclosureRules, cell: Cell, key: bytes) -> Number:
    """A new number as the rules of size and of few sensitive answers leave it."""
    members = atoms.members(cell.group)
    places, n = atoms.places(members, cell.categories), atoms.size(members)
    count = atoms.number(places)
    price = log2(2 + count) * (1 + 0.1 * _chance(key, cell.id))
    if n < rules.k:
        return Number(places, count, price, may_be_told=False, is_told=False)
    if frozenset(cell.categories) in atoms.sensitive and rules.calls_for_band(count, n):
        return Number(places, count, price, lowest=0, highest=rules.c0 - 1)
    return Number(places, count, price, lowest=count, highest=count)


def _told(atoms: Atoms, row: Row) -> Number:
    places = row.cell.places(atoms)
    count = atoms.number(places)
    return Number(places, count, 0.0, lowest=row.lowest, highest=row.highest, is_old=True)


def _chance(key: bytes, name: str) -> float:
    """Between nought and one, the same for the same key and name."""
    return int.from_bytes(hmac.digest(key, name.encode("utf-8"), "sha256")[:4], "big") / 2**32


def _filled(draft: Draft, wanted: tuple[Target, ...], progress: Progress) -> Draft:
    for position, target in enumerate(wanted):
        if not draft.cover(target):
            raise WouldDisclose(f"{target.promise}: what is told already leaves no other possibility")
        progress(position + 1, len(wanted))
    draft.show_again()
    return draft


def _shown(number: Number, rules: DisclosureRules) -> Shown:
    if not number.is_told:
        return Hidden()
    return Exact(number.count) if number.lowest == number.highest else Band(rules.c0)


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
