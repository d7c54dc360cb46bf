"""The draft: numbers give way until every target has a witness, then come back if they can."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from participation.disclosure.engine.atoms import Atoms
from participation.disclosure.engine.certificate import TRUTH
from participation.disclosure.engine.moves import Move, Mover, Problem
from participation.disclosure.engine.targets import Target

INFINITY = float("inf")
UNMET = -2


@dataclass(frozen=True)
class Number:
    """A number to be told as between `lowest` and `highest`, or not; `price`: what it costs to lose it.

    An old number was told before, and cannot give way.
    """

    name: str
    places: tuple[int, ...]
    count: int
    price: float
    lowest: int = 0
    highest: int = 0
    may_be_told: bool = True
    is_told: bool = True
    is_old: bool = False

    @property
    def is_exact(self) -> bool:
        return self.lowest == self.highest

    def allows(self, change: int) -> bool:
        return not self.is_told or self.lowest <= self.count + change <= self.highest


class Draft:
    """Work in progress: what is told of each number, the moves found, and which target each one meets."""

    def __init__(self, atoms: Atoms, numbers: list[Number], targets: Sequence[Target]) -> None:
        width = len(atoms.categories)
        whole = tuple(tuple(range(start * width, (start + 1) * width)) for start in range(len(atoms.sizes)))
        self.numbers = numbers
        self.moves: list[Move] = []
        self.shifts: list[dict[int, int]] = []
        self.targets = targets
        self.covers = [UNMET] * len(targets)
        self._counts = atoms.flat
        self._is_held = False
        self._numbers_at: list[list[int]] = [[] for _ in atoms.flat]
        for position, number in enumerate(numbers):
            for place in number.places:
                self._numbers_at[place].append(position)
        self._mover = Mover(Problem(atoms.flat, whole, tuple(number.places for number in numbers)))
        for position in range(len(numbers)):
            self._let(position)

    @property
    def hidden(self) -> int:
        return sum(not number.is_told for number in self.numbers)

    def cover(self, at: int) -> bool:
        """Find a witness for the target; exact numbers give way first, bands if nothing else helps."""
        self.covers[at] = self._cover(self.targets[at])
        return self.covers[at] != UNMET

    def _cover(self, target: Target) -> int:
        if target.holds(self._sum(target)):
            return TRUTH
        known = self._known(target)
        if known is not None:
            return known
        move = self._search(target) or self._search_without_bands(target)
        if move is None:
            return UNMET
        self._keep(move)
        for position, change in self.shifts[-1].items():
            if not self.numbers[position].allows(change):
                self._tell(position, False)
        return len(self.moves) - 1

    def _search(self, target: Target) -> Move | None:
        return self._mover.cheapest(target.places, target.wanted - self._sum(target))

    def _search_without_bands(self, target: Target) -> Move | None:
        """As a last resort new bands may be broken; those that are become hidden."""
        bands = [
            position
            for position, number in enumerate(self.numbers)
            if number.is_told and not number.is_exact and not number.is_old
        ]
        for position in bands:
            self._mover.let(position, fall=INFINITY, rise=INFINITY, price=1.0)
        move = self._search(target)
        for position in bands:
            self._let(position)
        return move

    def show_again(self) -> None:
        """Tell a number after all, from the dearest to the cheapest, where other witnesses can be found."""
        self._hold()
        gave_way = [p for p, number in enumerate(self.numbers) if number.may_be_told and not number.is_told]
        for position in sorted(gave_way, key=lambda p: -self.numbers[p].price):
            before = list(self.covers)
            self._tell(position, True)
            if not self._covered_without(position):
                self.covers = before
                self._tell(position, False)

    def _covered_without(self, position: int) -> bool:
        """Whether every target whose witness moves this number too far can have another witness."""
        number = self.numbers[position]
        for at, cover in enumerate(self.covers):
            if cover < 0 or number.allows(self.shifts[cover].get(position, 0)):
                continue
            other = self._known(self.targets[at])
            if other is None:
                move = self._search(self.targets[at])
                if move is None:
                    return False
                self._keep(move)
                other = len(self.moves) - 1
            self.covers[at] = other
        return True

    def _hold(self) -> None:
        """From now on, nothing that is told may give way, and what is hidden moves for nothing."""
        self._is_held = True
        for position in range(len(self.numbers)):
            self._let(position)

    def _known(self, target: Target) -> int | None:
        """A move found before that meets the target and that everything told allows."""
        for position, move in enumerate(self.moves):
            if target.holds(self._sum(target, move)) and self._is_allowed(position):
                return position
        return None

    def _is_allowed(self, position: int) -> bool:
        return all(self.numbers[at].allows(change) for at, change in self.shifts[position].items())

    def _sum(self, target: Target, move: Move | None = None) -> int:
        move = move or {}
        return sum(self._counts[place] + move.get(place, 0) for place in target.places)

    def _keep(self, move: Move) -> None:
        shift: dict[int, int] = {}
        for place, change in move.items():
            for position in self._numbers_at[place]:
                shift[position] = shift.get(position, 0) + change
        self.moves.append(move)
        self.shifts.append({position: change for position, change in shift.items() if change})

    def _tell(self, position: int, is_told: bool) -> None:
        self.numbers[position] = replace(self.numbers[position], is_told=is_told)
        self._let(position)

    def _let(self, position: int) -> None:
        """Tell the mover how far the number may move, and at what price."""
        number = self.numbers[position]
        if not number.is_told:
            self._mover.let(position, fall=INFINITY, rise=INFINITY, price=self._is_held * number.price)
        elif number.is_exact and not number.is_old and not self._is_held:
            self._mover.let(position, fall=INFINITY, rise=INFINITY, price=number.price)
        else:
            fall, rise = number.count - number.lowest, number.highest - number.count
            self._mover.let(position, fall=fall, rise=rise, price=0.0)
