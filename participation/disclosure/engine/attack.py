"""The attack: an outsider with every number ever told tries each fact we promised to keep, by own reckoning.

It shares no code with the protection: what is promised is written down here a second time, group by group.
"""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from participation.disclosure.engine.atoms import Atoms, NameableGroup, nameable_groups
from participation.disclosure.engine.cells import Row
from participation.disclosure.engine.outsider import Known
from participation.disclosure.engine.rules import DisclosureRules
from participation.disclosure.engine.siege import Fact, Progress, Siege
from participation.disclosure.engine.smallest import smallest_group


@dataclass(frozen=True)
class AttackReport:
    """What the outsider tried and found. How much was tried is told to nobody else: groups can be counted so.

    `broken`: the facts that could be determined; none may be. `certain_children`: children whose answer is
    certain. `smallest_group`: how many children the smallest group holds for which a count can be worked
    out exactly; None where there is none, or none was found in time. `untried`: facts across the blocks of a
    large survey that were not drawn for the whole attack.
    """

    rows: int
    broken: tuple[str, ...]
    certain_children: int
    smallest_group: int | None = None
    facts: int = field(default=0, compare=False)
    untried: int = field(default=0, compare=False)

    @property
    def failed(self) -> bool:
        """Whether the attack failed, as it should."""
        return not self.broken and not self.certain_children

    def told(self) -> dict[str, Any]:
        """What stands in the ledger."""
        return {name: found for name, found in asdict(self).items() if name not in {"facts", "untried"}}


def attack(
    atoms: Atoms,
    rows: Iterable[Row],
    rules: DisclosureRules,
    *,
    nameable: Iterable[NameableGroup] | None = None,
    with_smallest: bool = False,
    progress: Progress = lambda done, of: None,
) -> AttackReport:
    """Try everything promised against these rows; the counts in `atoms` serve to judge, not to attack.

    Raises Contradiction where no answers agree with the rows.
    """
    told = list(rows)
    known = [(row.sum(atoms), row.lowest, row.highest) for row in told]
    facts = list(_facts(atoms, rules, list(nameable or nameable_groups(atoms))))
    certain = dict(_certain(atoms))
    siege = Siege(atoms, [*known, *_sizes(atoms)], [*facts, *certain])
    siege.lay(progress)
    found = {certain[fact] for fact in siege.broken if fact in certain}
    exact = [row.cell.places(atoms) for row in told if row.is_exact]
    return AttackReport(
        len(known),
        tuple(str(fact) for fact in siege.broken if fact not in certain),
        sum(atoms.sizes[atom] for atom in found),
        smallest_group(atoms, exact) if with_smallest else None,
        len(facts),
        siege.untried,
    )


def _sizes(atoms: Atoms) -> Iterator[Known]:
    width = len(atoms.categories)
    for position, size in enumerate(atoms.sizes):
        yield dict.fromkeys(range(position * width, (position + 1) * width), 1), size, size


def _facts(atoms: Atoms, rules: DisclosureRules, nameable: list[NameableGroup]) -> Iterator[Fact]:
    for atom, places in _answers(atoms):
        yield Fact("D1", f"an answer of atom {atom}", places, 1, is_highest=True)
    for group in nameable:
        members = atoms.members(group)
        n = sum(sum(atoms.counts[member]) for member in members)
        for chosen in atoms.sensitive if n else ():
            yield from _facts_about(atoms, rules, members, (str(group), n, chosen))


def _answers(atoms: Atoms) -> Iterator[tuple[int, tuple[int, ...]]]:
    """For every atom and every answer, the atom's number and the places of those who answered so."""
    width = len(atoms.categories)
    sets = atoms.answers or [{name} for name in atoms.categories]
    columns = [[at for at, name in enumerate(atoms.categories) if name in chosen] for chosen in sets]
    for atom in range(len(atoms.counts)):
        for chosen in columns:
            yield atom, tuple(atom * width + at for at in chosen)


def _facts_about(
    atoms: Atoms, rules: DisclosureRules, members: tuple[int, ...], about: tuple[str, int, frozenset[str]]
) -> Iterator[Fact]:
    name, n, chosen = about
    width = len(atoms.categories)
    inside = [at for at, category in enumerate(atoms.categories) if category in chosen]
    places = tuple(member * width + at for member in members for at in inside)
    others = tuple(member * width + at for member in members for at in range(width) if at not in inside)
    if n < rules.k:
        yield Fact("D2", name, places, 0, is_highest=False)
        return
    share = -(-n * rules.dissent_percent // 100)
    yield Fact("D3", name, others, min(n, max(share, rules.dissent_abs)), is_highest=True)
    if n < rules.n_big:
        is_few = 0 < sum(atoms.flat[place] for place in places) < rules.c0
        yield Fact("D4", name, places, 0 if is_few else n, is_highest=False)


def _certain(atoms: Atoms) -> Iterator[tuple[Fact, int]]:
    """For every atom and every answer: not all there need have answered so."""
    for atom, places in _answers(atoms):
        size = sum(atoms.counts[atom])
        yield Fact("certain", f"an answer of atom {atom}", places, size - 1, is_highest=False), atom
