"""Moves: the cheapest change of answers, in whole children, that makes something else true."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Move = dict[int, int]
"""By place: how many children more (or fewer) would have answered this."""

MOST_NODES = 500
"""Branches looked at before a whole-number search gives up: a count, so that every run ends alike."""
TOLERANCE = 1e-6


@dataclass(frozen=True)
class Problem:
    """Places with their true counts; the places of each atom, of each number told or to be told."""

    counts: tuple[int, ...]
    atoms: tuple[tuple[int, ...], ...]
    rows: tuple[tuple[int, ...], ...]


class Mover:
    """Finds moves within atoms; each row may be held, bounded, priced or free.

    Columns: one change for each place, then one rise and one fall for each row. All rows are held at
    first. Uses one thread and no clock: the same numbers give the same moves.
    """

    def __init__(self, problem: Problem) -> None:
        import highspy
        import numpy as np

        self._problem = problem
        self._places, self._rows = len(problem.counts), len(problem.rows)
        self._integers = np.arange(self._places, dtype=np.int32)
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        self._kinds = {kind: np.full(self._places, int(kind), dtype=np.uint8) for kind in kinds}
        self._target_row = self._rows + len(problem.atoms)
        self._in_target: tuple[int, ...] = ()
        self._solver = highspy.Highs()
        for option, value in (("output_flag", False), ("threads", 1), ("mip_rel_gap", 0.02),
                              ("mip_max_nodes", MOST_NODES), ("simplex_strategy", 0)):  # fmt: skip
            self._solver.setOptionValue(option, value)
        self._solver.passModel(_model(problem))
        self._whole(False)

    def let(self, row: int, *, fall: float, rise: float, price: float) -> None:
        """Let a row fall and rise by so much; each child costs the price."""
        for column, most in ((self._places + row, rise), (self._places + self._rows + row, fall)):
            self._solver.changeColBounds(column, 0.0, float(most))
            self._solver.changeColCost(column, price)

    def cheapest(self, places: Sequence[int], change: int) -> Move | None:
        """The cheapest move that changes the sum of these places by at least `change`, towards its sign.

        None where there is none, or none was found within MOST_NODES.
        """
        self._aim(places, change)
        self._solver.run()
        if not self._is_solved():
            return None
        values = self._values()
        if all(abs(value - round(value)) < TOLERANCE for value in values):
            return _move(values)
        self._whole(True)
        self._solver.run()
        found = _move(self._values()) if self._has_whole_solution() else None
        self._whole(False)
        return found

    def _aim(self, places: Sequence[int], change: int) -> None:
        infinity = float("inf")
        for place in self._in_target:
            self._solver.changeCoeff(self._target_row, place, 0.0)
        for place in places:
            self._solver.changeCoeff(self._target_row, place, 1.0)
        self._in_target = tuple(places)
        bounds = (change, infinity) if change > 0 else (-infinity, change)
        self._solver.changeRowBounds(self._target_row, *map(float, bounds))

    def _whole(self, on: bool) -> None:
        import highspy

        kind = highspy.HighsVarType.kInteger if on else highspy.HighsVarType.kContinuous
        self._solver.changeColsIntegrality(self._places, self._integers, self._kinds[kind])
        self._solver.setOptionValue("presolve", "on" if on else "off")
        self._solver.setOptionValue("solver", "choose" if on else "simplex")

    def _is_solved(self) -> bool:
        import highspy

        return bool(self._solver.getModelStatus() == highspy.HighsModelStatus.kOptimal)

    def _has_whole_solution(self) -> bool:
        import highspy

        feasible = highspy.SolutionStatus.kSolutionStatusFeasible
        return bool(self._solver.getInfo().primal_solution_status == feasible)

    def _values(self) -> list[float]:
        return list(self._solver.getSolution().col_value)[: self._places]


def _move(values: Iterable[float]) -> Move:
    return {place: round(value) for place, value in enumerate(values) if round(value)}


def _model(problem: Problem):  # type: ignore[no-untyped-def]  # highspy is imported late
    import highspy
    import numpy as np

    places, rows = len(problem.counts), len(problem.rows)
    last = rows + len(problem.atoms)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = places + 2 * rows, last + 1
    sizes = {place: sum(problem.counts[p] for p in atom) for atom in problem.atoms for place in atom}
    counts = np.array(problem.counts, dtype=float)
    most = np.array([sizes[place] for place in range(places)], dtype=float) - counts
    held = np.zeros(2 * rows)
    model.col_cost_ = np.zeros(places + 2 * rows)
    model.col_lower_, model.col_upper_ = np.concatenate([-counts, held]), np.concatenate([most, held])
    model.row_lower_ = np.array([0.0] * last + [-np.inf])
    model.row_upper_ = np.array([0.0] * last + [np.inf])
    starts, indices, values = _columns(problem)
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = np.array(starts, dtype=np.int32)
    model.a_matrix_.index_ = np.array(indices, dtype=np.int32)
    model.a_matrix_.value_ = np.array(values, dtype=float)
    return model


def _columns(problem: Problem) -> tuple[list[int], list[int], list[float]]:
    """The matrix, column by column: each row's places less its rise plus its fall is nought."""
    rows = len(problem.rows)
    of_place: list[list[int]] = [[] for _ in problem.counts]
    for row, places in enumerate((*problem.rows, *problem.atoms)):
        for place in places:
            of_place[place].append(row)
    columns = [[(row, 1.0) for row in found] for found in of_place]
    columns += [[(row, -1.0)] for row in range(rows)] + [[(row, 1.0)] for row in range(rows)]
    starts = [0]
    for column in columns:
        starts.append(starts[-1] + len(column))
    entries = [entry for column in columns for entry in column]
    return starts, [row for row, _ in entries], [value for _, value in entries]
