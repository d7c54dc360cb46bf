"""The outsider: knows every number told and the size of every atom, and works out what else must be true."""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil, floor, isinf

Known = tuple[Mapping[int, int], float, float]
"""The children in these places, each counted so often, are at least so many and at most so many."""

World = tuple[int, ...]
NEARLY = 1e-6
MOST_SECONDS = 20.0


class Contradiction(ValueError):
    """No answers at all agree with what is told."""


class Boundless(ValueError):
    """A sum can be any number: not even the size of a group is known."""


class Outsider:
    """Bounds sums over places by linear programming, and by whole numbers at the edge."""

    def __init__(self, places: int, known: Iterable[Known]) -> None:
        import highspy
        import numpy as np

        self._places = places
        self._solver = highspy.Highs()
        for option, value in (("output_flag", False), ("threads", 1), ("presolve", "off"),
                              ("solver", "simplex"), ("time_limit", float("inf"))):  # fmt: skip
            self._solver.setOptionValue(option, value)
        none = np.zeros(0, dtype=np.int32)
        for _ in range(places):
            self._solver.addCol(0.0, 0.0, highspy.kHighsInf, 0, none, np.zeros(0))
        for where, lowest, highest in known:
            columns, times = np.array([*where], dtype=np.int32), np.array([*where.values()], dtype=float)
            self._solver.addRow(float(lowest), float(highest), len(columns), columns, times)
        self._all = np.arange(places, dtype=np.int32)
        self._aimed = self._all[:0]
        self._is_integer = False

    def interval(self, places: Sequence[int]) -> tuple[int, int]:
        """The lowest and highest sum, rounded inwards: no narrower than whole children allow."""
        return self.lowest(places)[0], self.highest(places)[0]

    def lowest(self, places: Sequence[int]) -> tuple[int, World | None]:
        """The lowest sum, and a world where it is so, if the one found is in whole children."""
        value, world = self._best(places, 1.0)
        return ceil(value - NEARLY), world

    def highest(self, places: Sequence[int]) -> tuple[int, World | None]:
        value, world = self._best(places, -1.0)
        return floor(-value + NEARLY), world

    def in_whole_children(self, places: Sequence[int], *, highest: bool) -> tuple[int, World | None]:
        """The same bound among whole numbers only; the bound above, if that takes too long."""
        self._integer(True)
        try:
            value, world = self._best(places, -1.0 if highest else 1.0)
        finally:
            self._integer(False)
        if isinf(value):
            return self.highest(places) if highest else self.lowest(places)
        return (floor(-value + NEARLY) if highest else ceil(value - NEARLY)), world

    def _best(self, places: Sequence[int], price: float) -> tuple[float, World | None]:
        import highspy
        import numpy as np

        for aimed, cost in ((self._aimed, 0.0), (np.array(places, dtype=np.int32), price)):
            self._solver.changeColsCost(len(aimed), aimed, np.full(len(aimed), cost))
            self._aimed = aimed
        self._solver.run()
        status = self._solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            raise Contradiction("no answers agree with everything told")
        if status in (highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible):
            raise Boundless("nothing told bounds this sum")
        values = np.array(self._solver.getSolution().col_value)
        whole = values.round()
        is_whole = bool((abs(values - whole) < NEARLY).all())
        world = tuple(whole.astype(int).tolist()) if is_whole else None
        found = self._solver.getInfo()
        value = found.mip_dual_bound if self._is_integer else found.objective_function_value
        return float(value), world

    def _integer(self, on: bool) -> None:
        import highspy
        import numpy as np

        self._is_integer = on
        kind = highspy.HighsVarType.kInteger if on else highspy.HighsVarType.kContinuous
        kinds = np.full(self._places, int(kind), dtype=np.uint8)
        self._solver.changeColsIntegrality(self._places, self._all, kinds)
        self._solver.setOptionValue("solver", "choose" if on else "simplex")
        self._solver.setOptionValue("presolve", "on" if on else "off")
        limit = self._solver.getRunTime() + MOST_SECONDS if on else float("inf")
        self._solver.setOptionValue("time_limit", limit)
