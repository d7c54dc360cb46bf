"""The draft: numbers give way until every target has a witness, then come back if they can."""

from collections.abc import Sequence
from dataclasses import replace

from participation.disclosure.engine.blocks import Home
from participation.disclosure.engine.board import Board, Number, Region
from participation.disclosure.engine.certificate import TRUTH
from participation.disclosure.engine.moves import INFINITY, Move, Room

UNMET = -2
FREE = Room(INFINITY, INFINITY)


class Draft:
    """Work in progress: what is told of each number, the moves found, and which one meets each target."""

    def __init__(self, board: Board, numbers: Sequence[Number]) -> None:
        self.numbers = list(numbers)
        self.moves: list[Move] = []
        self.covers = [TRUTH] * len(board.targets)
        for at in board.unmet:
            self.covers[at] = UNMET
        self._board, self._is_held = board, False
        self._number_of = [at for at, number in enumerate(numbers) for _ in number.statements]
        self._said = [statement for number in numbers for statement in number.statements]
        self._rows_of: list[list[int]] = [[] for _ in numbers]
        for row, at in enumerate(self._number_of):
            self._rows_of[at].append(row)
        self._shifts: list[dict[int, int]] = []
        self._moving: list[list[int]] = [[] for _ in self._said]
        self._meeting: list[list[int]] = [[] for _ in self.covers]
        self._against: list[int] = []
        self._met: list[list[int]] = []
        self._stale: dict[Home, set[int]] = {}

    @property
    def hidden(self) -> int:
        return sum(not number.is_told for number in self.numbers)

    def cover(self, at: int) -> bool:
        """Find a witness for the target; exact numbers give way first, bands if nothing else helps."""
        if self.covers[at] != UNMET:
            return True
        homes = self._board.homes(at)
        tries = (self._search(at, home) for home in homes)
        move = next((found for found in tries if found), None) or self._search_without_bands(at, homes[-1])
        if move is None:
            return False
        kept = self._keep(move)
        for row, change in self._shifts[kept].items():
            if not self._allows(row, change):
                self._tell(self._number_of[row], False)
        for met in self._met[kept]:
            self.covers[met] = kept if self.covers[met] == UNMET else self.covers[met]
        return True

    def leave(self, at: int) -> None:
        """Seek no witness for this target; only for one that the truth meets, as it was promised."""
        self.covers[at] = TRUTH

    def show_again(self) -> None:
        """Tell a number after all, from the dearest to the cheapest, where other witnesses can be found."""
        self._is_held = True
        for stale in self._stale.values():
            stale.update(range(len(self._said)))
        gave_way = [p for p, number in enumerate(self.numbers) if number.may_be_told and not number.is_told]
        for position in sorted(gave_way, key=lambda p: -self.numbers[p].price):
            self._tell(position, True)
            changed = self._covered_without(position)
            if changed is None:
                self._tell(position, False)
            else:
                for at, kept in changed.items():
                    self.covers[at] = kept

    def _covered_without(self, position: int) -> dict[int, int] | None:
        """Another witness for every target whose witness moves this number too far; None if one has none."""
        lost = {move for row in self._rows_of[position] for move in self._moving[row] if self._against[move]}
        found: dict[int, int] = {}
        for at in self._board.unmet:
            if self.covers[at] not in lost:
                continue
            other = next((move for move in self._meeting[at] if not self._against[move]), None)
            if other is None:
                move = self._search(at, self._board.homes(at)[0])
                if move is None:
                    return None
                other = self._keep(move)
            found[at] = other
        return found

    def _search(self, at: int, home: Home) -> Move | None:
        region = self._ready(home)
        target = self._board.targets[at]
        return region.mover.cheapest(target.places, target.wanted - self._board.true[at])

    def _search_without_bands(self, at: int, home: Home) -> Move | None:
        """As a last resort new bands may be broken; those that are become hidden."""
        region = self._ready(home)
        bands = [
            row
            for row in sorted(region.rows)
            for number in [self.numbers[self._number_of[row]]]
            if number.is_told and number.is_band and not number.is_old
        ]
        region.mover.let({row: replace(self._said[row].room, price=1.0) for row in bands})
        self._stale[home].update(bands)
        target = self._board.targets[at]
        return region.mover.cheapest(target.places, target.wanted - self._board.true[at])

    def _ready(self, home: Home) -> Region:
        """The region, its rows with the room they have by now."""
        region = self._board.region(home)
        stale = self._stale.get(home, region.rows) & region.rows
        self._stale[home] = set()
        region.mover.let({row: self._room(row, row in region.inside) for row in sorted(stale)})
        return region

    def _room(self, row: int, is_inside: bool) -> Room:
        """How far a row may move; what reaches out of a block gives way only in the whole."""
        number, said = self.numbers[self._number_of[row]], self._said[row]
        price = number.price / max(map(abs, said.sum.values()))
        if not number.is_told:
            return Room(price=price) if self._is_held else FREE
        may_give_way = not (number.is_band or number.is_old or self._is_held)
        return replace(said.room, price=price) if may_give_way and is_inside else said.room

    def _allows(self, row: int, change: int) -> bool:
        return not self.numbers[self._number_of[row]].is_told or self._said[row].allows(change)

    def _keep(self, move: Move) -> int:
        kept, shift = len(self.moves), self._board.shift(move)
        self.moves.append(move)
        self._shifts.append(shift)
        self._against.append(sum(not self._allows(row, change) for row, change in shift.items()))
        for row in shift:
            self._moving[row].append(kept)
        self._met.append(self._board.meets(move))
        for at in self._met[kept]:
            self._meeting[at].append(kept)
        return kept

    def _tell(self, position: int, is_told: bool) -> None:
        self.numbers[position] = replace(self.numbers[position], is_told=is_told)
        rows = self._rows_of[position]
        for row in rows:
            for move in self._moving[row]:
                if not self._said[row].allows(self._shifts[move][row]):
                    self._against[move] += 1 if is_told else -1
        for stale in self._stale.values():
            stale.update(rows)
