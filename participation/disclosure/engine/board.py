"""The board a draft is made on: what stays the same whichever numbers give way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from participation.disclosure.engine.atoms import Atoms
from participation.disclosure.engine.blocks import Home, Ladder
from participation.disclosure.engine.cells import Band, Shown
from participation.disclosure.engine.moves import Mover, Problem, Room, Sum
from participation.disclosure.engine.targets import Target


@dataclass(frozen=True)
class Statement:
    """What telling a number says: this sum, truly `count`, lies between `lowest` and `highest`."""

    sum: Sum
    count: int
    lowest: float
    highest: float

    @property
    def room(self) -> Room:
        return Room(self.count - self.lowest, self.highest - self.count)

    def allows(self, change: int) -> bool:
        return self.lowest <= self.count + change <= self.highest


@dataclass(frozen=True)
class Number:
    """A number to be told as `shown`, or not; `price`: what it costs to lose it.

    An old number was told before, and cannot give way; a band gives way only if nothing else helps.
    """

    name: str
    shown: Shown
    statements: tuple[Statement, ...]
    price: float
    may_be_told: bool = True
    is_told: bool = True
    is_old: bool = False

    @property
    def is_band(self) -> bool:
        return isinstance(self.shown, Band)


@dataclass(frozen=True)
class Region:
    """A block, or the whole survey: what moves there, the rows it touches, and those that lie within."""

    mover: Mover
    rows: frozenset[int]
    inside: frozenset[int]


class Board:
    """The places, the rows over them, the targets that the truth does not meet, and the blocks."""

    def __init__(self, atoms: Atoms, numbers: Sequence[Number], targets: Sequence[Target]) -> None:
        width = len(atoms.categories)
        self.counts, self.targets = atoms.flat, targets
        self.rows = [statement.sum for number in numbers for statement in number.statements]
        self.true = [sum(self.counts[place] for place in target.places) for target in targets]
        self.unmet = [at for at, target in enumerate(targets) if not target.holds(self.true[at])]
        self._rows_at = _by_place(self.counts, enumerate(self.rows))
        self._unmet_at = _by_place(
            self.counts, ((at, dict.fromkeys(targets[at].places, 1)) for at in self.unmet)
        )
        self._atoms = [range(n * width, (n + 1) * width) for n in range(len(atoms.sizes))]
        self._ladder = Ladder(atoms)
        self._regions: dict[Home, Region] = {}

    def homes(self, at: int) -> list[Home]:
        """Where a move for a target can be looked for, from its own block to the whole."""
        return self._ladder.homes(self.targets[at].places)

    def region(self, home: Home) -> Region:
        if home not in self._regions:
            self._regions[home] = self._new_region(self._ladder.members(home))
        return self._regions[home]

    def shift(self, move: Mapping[int, int]) -> dict[int, int]:
        """By row: how much a move changes it."""
        return _added(self._rows_at, move)

    def meets(self, move: Mapping[int, int]) -> list[int]:
        """The targets, not met by the truth, that a move meets."""
        changes = _added(self._unmet_at, move)
        return [
            at for at, change in sorted(changes.items()) if self.targets[at].holds(self.true[at] + change)
        ]

    def _new_region(self, members: Sequence[int]) -> Region:
        atoms = [self._atoms[member] for member in members]
        places = {place for atom in atoms for place in atom}
        rows: dict[int, dict[int, int]] = {}
        for row in sorted({row for place in places for row, _ in self._rows_at[place]}):
            rows[row] = {place: times for place, times in self.rows[row].items() if place in places}
        inside = frozenset(row for row, found in rows.items() if len(found) == len(self.rows[row]))
        return Region(Mover(Problem(self.counts, atoms, rows)), frozenset(rows), inside)


Crossings = list[list[tuple[int, int]]]
"""By place: the sums it belongs to, and how often it counts there."""


def _by_place(counts: Sequence[int], sums: Iterator[tuple[int, Sum]]) -> Crossings:
    found: Crossings = [[] for _ in counts]
    for name, places in sums:
        for place, times in places.items():
            found[place].append((name, times))
    return found


def _added(crossings: Crossings, move: Mapping[int, int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for place, change in move.items():
        for name, times in crossings[place]:
            found[name] = found.get(name, 0) + times * change
    return {name: change for name, change in found.items() if change}
