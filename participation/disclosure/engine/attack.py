"""The attack: an outsider with every number ever told tries each fact we promised to keep, by own reckoning.

It shares no code with the protection: what is promised is written down here a second time, group by group.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Any

from participation.disclosure.engine.atoms import Atoms, NameableGroup, nameable_groups
from participation.disclosure.engine.cells import Row
from participation.disclosure.engine.outsider import Outsider, World
from participation.disclosure.engine.rules import DisclosureRules
from participation.disclosure.engine.smallest import smallest_group

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Fact:
    """A promise about one group: so many children may stand in these places (at least, or at most)."""

    promise: str
    about: str
    places: tuple[int, ...]
    limit: int
    is_highest: bool

    def is_kept_by(self, number: int) -> bool:
        return number >= self.limit if self.is_highest else number <= self.limit

    def __str__(self) -> str:
        return f"{self.promise}: {self.about}"


@dataclass(frozen=True)
class AttackReport:
    """What the outsider tried and found.

    `broken`: the facts that could be determined; none may be. `certain_children`: children whose answer is
    certain. `smallest_group`: how many children the smallest group holds for which a count can be worked
    out exactly; None where there is none, or none was found in time.
    """

    rows: int
    facts: int
    broken: tuple[str, ...]
    certain_children: int
    smallest_group: int | None = None

    @property
    def failed(self) -> bool:
        """Whether the attack failed, as it should."""
        return not self.broken and not self.certain_children

    def told(self) -> dict[str, Any]:
        return asdict(self) | {"broken": len(self.broken)}


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
    known = [(row.cell.places(atoms), row.lowest, row.highest) for row in rows]
    outsider = Outsider(len(atoms.flat), [*known, *_sizes(atoms)])
    facts = list(_facts(atoms, rules, list(nameable or nameable_groups(atoms))))
    worlds = [atoms.flat]
    broken = tuple(str(fact) for fact in _determined(outsider, facts, worlds, progress))
    certain = _certain_children(atoms, outsider, worlds)
    exact = [places for places, lowest, highest in known if lowest == highest]
    smallest = smallest_group(atoms, exact) if with_smallest else None
    return AttackReport(len(known), len(facts), broken, certain, smallest)


def _determined(
    outsider: Outsider, facts: list[Fact], worlds: list[World], progress: Progress
) -> Iterator[Fact]:
    """The facts that no answers agreeing with what is told keep open; such answers are added to `worlds`.

    `worlds` begins with the truth: what is so may be so.
    """
    kept = [fact.is_kept_by(sum(worlds[0][place] for place in fact.places)) for fact in facts]
    for position, fact in enumerate(facts):
        seen = len(worlds)
        if not kept[position] and not _try(outsider, fact, worlds):
            yield fact
        if len(worlds) > seen:
            kept = _kept_now(facts, kept, worlds[-1])
        progress(position + 1, len(facts))


def _sizes(atoms: Atoms) -> Iterator[tuple[range, int, int]]:
    width = len(atoms.categories)
    for position, size in enumerate(atoms.sizes):
        yield range(position * width, (position + 1) * width), size, size


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
    if n < rules.n_big and 0 < sum(atoms.flat[place] for place in places) < rules.c0:
        yield Fact("D4", name, places, 0, is_highest=False)


def _try(outsider: Outsider, fact: Fact, worlds: list[World]) -> bool:
    """Whether the fact stands; a bound at the edge is looked at once more in whole children."""
    bound, world = (outsider.highest if fact.is_highest else outsider.lowest)(fact.places)
    if world is None and fact.is_kept_by(bound) and abs(bound - fact.limit) <= 1:
        bound, world = outsider.in_whole_children(fact.places, highest=fact.is_highest)
    if world is not None:
        worlds.append(world)
    return fact.is_kept_by(bound)


def _kept_now(facts: list[Fact], kept: list[bool], world: World) -> list[bool]:
    """A world the outsider has found settles every other fact it shows to be possible."""
    return [
        done or fact.is_kept_by(sum(world[place] for place in fact.places))
        for fact, done in zip(facts, kept, strict=True)
    ]


def _certain_children(atoms: Atoms, outsider: Outsider, worlds: list[World]) -> int:
    """Children in atoms that can have given one answer only."""
    certain: dict[int, int] = {}
    for atom, places in _answers(atoms):
        size = sum(atoms.counts[atom])
        might = all(sum(world[place] for place in places) == size for world in worlds)
        if might and outsider.lowest(places)[0] == size:
            certain[atom] = size
    return sum(certain.values())
