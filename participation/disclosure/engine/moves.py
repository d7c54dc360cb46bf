"""Moves: the cheapest change of answers, in whole children, that makes something else true."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil
from typing import Any

Move = dict[int, int]
"""By place: how many children more (or fewer) would have answered this."""

Sum = Mapping[int, int]
"""By place: how often a child there is counted."""

MOST_NODES = 500
"""Branches looked at before a whole-number search gives up: a count, so that every run ends alike."""
MOST_ROUNDED = 12
TOLERANCE = 1e-6
STEP = 0.001
"""What a change costs that no number told shows: so little that it only keeps moves small."""
INFINITY = float("inf")


@dataclass(frozen=True)
class Room:
    """How far a row may fall and rise for nothing; beyond that at a price, or not at all."""

    fall: float = 0.0
    rise: float = 0.0
    price: float | None = None


@dataclass(frozen=True)
class Problem:
    """True counts by place, the places of each atom, and rows by number; nothing outside the atoms moves."""

    counts: Sequence[int]
    atoms: Sequence[Sequence[int]]
    rows: Mapping[int, Sum]

    @cached_property
    def places(self) -> tuple[int, ...]:
        return tuple(place for atom in self.atoms for place in atom)


class Mover:
    """Finds moves within atoms. All rows are held at first.

    Columns: a rise and a fall for each place, then one of each for every row, for what goes beyond its
    room. Uses one thread and no clock: the same numbers give the same moves.
    """

    def __init__(self, problem: Problem) -> None:
        import highspy
        import numpy as np

        self._problem = problem
        self._at = {place: at for at, place in enumerate(problem.places)}
        self._row_at = {row: at for at, row in enumerate(problem.rows)}
        self._aims: dict[tuple[int, ...], int] = {}
        self._most = _most(problem)
        self._changes = np.arange(len(self._most), dtype=np.int32)
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        self._kinds = [np.full(len(self._most), int(kind), dtype=np.uint8) for kind in kinds]
        self._solver: Any = highspy.Highs()
        for option, value in (("output_flag", False), ("threads", 1), ("mip_rel_gap", 0.02),
                              ("mip_max_nodes", MOST_NODES), ("simplex_strategy", 0)):  # fmt: skip
            self._solver.setOptionValue(option, value)
        self._solver.passModel(_model(problem, self._at, self._most))
        self._whole(False)

    def let(self, rooms: Mapping[int, Room]) -> None:
        """Give rows another room."""
        import numpy as np

        if not rooms:
            return
        at = np.array([self._row_at[row] for row in rooms], dtype=np.int32)
        falls, rises = (np.array([getattr(room, way) for room in rooms.values()]) for way in ("fall", "rise"))
        beyond = np.array([0.0 if room.price is None else INFINITY for room in rooms.values()])
        prices = np.array([room.price or 0.0 for room in rooms.values()])
        self._solver.changeRowsBounds(len(at), at, -falls, rises)
        columns = np.concatenate([at, at + len(self._row_at)]) + np.int32(len(self._most))
        twice, none = np.concatenate([beyond, beyond]), np.zeros(2 * len(at))
        self._solver.changeColsBounds(len(columns), columns, none, twice)
        self._solver.changeColsCost(len(columns), columns, np.concatenate([prices, prices]))

    def cheapest(self, places: Sequence[int], change: int) -> Move | None:
        """The cheapest move that changes the sum of these places by at least `change`, towards its sign.

        None where there is none, or none was found within MOST_NODES; the solver is not believed unchecked.
        """
        self._aim(places, change)
        self._solver.run()
        found = self._found() if self._is_solved() else None
        self._aim(places, 0)
        return found if found and _reaches(found, places, change) else None

    def _found(self) -> Move | None:
        values = self._values()
        if _broken(values) is None:
            return self._move(values)
        start = self._solver.getBasis()
        found = self._dive(values) or self._branch()
        self._solver.setBasis(start)
        return found

    def _dive(self, values: Any) -> Move | None:
        """Round one change after the other up; often whole children are found so, and soon."""
        rounded = []
        for _ in range(MOST_ROUNDED):
            at = _broken(values)
            if at is None:
                break
            rounded.append(at)
            self._solver.changeColBounds(at, float(ceil(values[at])), self._most[at])
            self._solver.run()
            if not self._is_solved():
                break
            values = self._values()
        found = self._move(values) if self._is_solved() and _broken(values) is None else None
        for at in rounded:
            self._solver.changeColBounds(at, 0.0, self._most[at])
        return found

    def _branch(self) -> Move | None:
        self._whole(True)
        self._solver.run()
        found = self._move(self._values()) if self._has_whole_solution() else None
        self._whole(False)
        return found

    def _aim(self, places: Sequence[int], change: int) -> None:
        """Ask for a change of this sum; none, and the sum is left to itself."""
        if len(places) == 1:
            rise = self._at[places[0]]
            fall = rise + len(self._at)
            self._solver.changeColBounds(rise, max(0.0, change), self._most[rise] if change >= 0 else 0.0)
            self._solver.changeColBounds(fall, max(0.0, -change), self._most[fall] if change <= 0 else 0.0)
        elif change > 0:
            self._solver.changeRowBounds(self._aim_row(places), float(change), INFINITY)
        else:
            self._solver.changeRowBounds(self._aim_row(places), -INFINITY, float(change or INFINITY))

    def _aim_row(self, places: Sequence[int]) -> int:
        import numpy as np

        key = tuple(places)
        if key not in self._aims:
            self._aims[key] = self._solver.getNumRow()
            at = np.array([self._at[place] for place in key], dtype=np.int32)
            columns, once = np.concatenate([at, at + np.int32(len(self._at))]), np.ones(len(at))
            self._solver.addRow(-INFINITY, INFINITY, len(columns), columns, np.concatenate([once, -once]))
        return self._aims[key]

    def _whole(self, on: bool) -> None:
        self._solver.changeColsIntegrality(len(self._changes), self._changes, self._kinds[on])
        self._solver.setOptionValue("presolve", "on" if on else "off")
        self._solver.setOptionValue("solver", "choose" if on else "simplex")

    def _is_solved(self) -> bool:
        import highspy

        return bool(self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)

    def _has_whole_solution(self) -> bool:
        import highspy

        feasible = highspy.SolutionStatus.kSolutionStatusFeasible
        return bool(self._solver.getInfo().primal_solution_status == feasible)

    def _values(self) -> Any:
        import numpy as np

        return np.array(self._solver.getSolution().col_value[: len(self._most)])

    def _move(self, values: Any) -> Move:
        places, whole = self._problem.places, values.round()
        changes = whole[: len(places)] - whole[len(places) :]
        return {places[at]: int(changes[at]) for at in changes.nonzero()[0].tolist()}


def _reaches(move: Move, places: Sequence[int], change: int) -> bool:
    moved = sum(move.get(place, 0) for place in places)
    return moved >= change if change > 0 else moved <= change


def _broken(values: Any) -> int | None:
    """Where a change is furthest from whole; None where all are whole."""
    off = abs(values - values.round())
    most = int(off.argmax())
    return most if off[most] >= TOLERANCE else None


def _most(problem: Problem) -> list[float]:
    """By column: how far each place can rise, then how far it can fall."""
    counts = [problem.counts[place] for place in problem.places]
    sizes = [sum(problem.counts[place] for place in atom) for atom in problem.atoms for _ in atom]
    return [*(float(size - count) for size, count in zip(sizes, counts, strict=True)), *map(float, counts)]


def _model(problem: Problem, at: Mapping[int, int], most: Sequence[float]) -> Any:
    import highspy
    import numpy as np

    places, rows = len(at), len(problem.rows)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = 2 * (places + rows), rows + len(problem.atoms)
    held = np.zeros(2 * rows)
    model.col_cost_ = np.concatenate([np.full(2 * places, STEP), held])
    model.col_lower_, model.col_upper_ = np.zeros(2 * (places + rows)), np.concatenate([most, held])
    model.row_lower_ = model.row_upper_ = np.zeros(rows + len(problem.atoms))
    lines = [
        [*_signed(row, at), (2 * places + n, -1), (2 * places + rows + n, 1)]
        for n, row in enumerate(problem.rows.values())
    ]
    lines += [_signed(dict.fromkeys(atom, 1), at) for atom in problem.atoms]
    matrix = model.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.cumsum([0, *map(len, lines)], dtype=np.int32)
    matrix.index_ = np.array([column for line in lines for column, _ in line], dtype=np.int32)
    matrix.value_ = np.array([value for line in lines for _, value in line], dtype=float)
    return model


def _signed(row: Sum, at: Mapping[int, int]) -> list[tuple[int, int]]:
    rises = [(at[place], times) for place, times in row.items()]
    return rises + [(column + len(at), -times) for column, times in rises]
