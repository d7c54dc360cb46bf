"""The smallest group for which a count follows exactly from what is told, by adding and subtracting."""

from collections.abc import Sequence
from typing import Any

from participation.disclosure.engine.atoms import Atoms

MOST_ATOMS = 400
MOST_SECONDS = 10.0
MOST_TIMES = 20.0


def smallest_group(atoms: Atoms, exact: Sequence[Sequence[int]]) -> int | None:
    """How many children it holds; None where nothing is told exactly, or no answer came in time.

    A whole-number programme: exact rows are added with weights. An atom belongs to the sum unless all its
    answers count alike, which its size tells anyway; what counts is measured from its first answer. In one
    atom some answers may count once more, or some once less, never both.
    """
    import highspy

    if not exact or len(atoms.sizes) > MOST_ATOMS:
        return None
    solver = highspy.Highs()
    for option, value in (("output_flag", False), ("threads", 1), ("time_limit", MOST_SECONDS)):
        solver.setOptionValue(option, value)
    weights = [solver.addVariable(lb=-MOST_TIMES, ub=MOST_TIMES) for _ in exact]
    rows_at: list[list[int]] = [[] for _ in atoms.flat]
    for row, places in enumerate(exact):
        for place in places:
            rows_at[place].append(row)
    sums = [[weights[row] for row in rows] for rows in rows_at]
    width = len(atoms.categories)
    counted = []
    for atom, size in enumerate(atoms.sizes):
        counted += _atom(solver, size, sums[atom * width : (atom + 1) * width])
    solver.addConstr(sum(counted[1:], counted[0] + 0.0) >= 1)
    solver.run()
    is_found = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return round(solver.getInfo().objective_function_value) if is_found else None


def _atom(solver: Any, size: int, sums: list[list[Any]]) -> list[Any]:
    """What of one atom counts once more, or once less, than its first answer; paid for if anything does."""
    belongs, is_more = solver.addBinary(obj=float(size)), solver.addBinary()
    counted = []
    for weights in sums[1:]:
        more, less = solver.addBinary(), solver.addBinary()
        solver.addConstr(more - is_more <= 0)
        solver.addConstr(less + is_more <= 1)
        solver.addConstr(more + less - belongs <= 0)
        first = sum((-1.0 * weight for weight in sums[0]), less - more)
        solver.addConstr(sum(weights, first) == 0)
        counted += [more, less]
    return counted
