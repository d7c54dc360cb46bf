"""The smallest group for which a count follows exactly from what is told, by adding and subtracting."""

from collections.abc import Sequence

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
    width = len(atoms.categories)
    weights = [solver.addVariable(lb=-MOST_TIMES, ub=MOST_TIMES) for _ in exact]
    rows_at: list[list[int]] = [[] for _ in atoms.flat]
    for row, places in enumerate(exact):
        for place in places:
            rows_at[place].append(row)
    counted = []
    for atom, size in enumerate(atoms.sizes):
        belongs, is_more = solver.addBinary(obj=float(size)), solver.addBinary()
        for place in range(atom * width + 1, (atom + 1) * width):
            more, less = solver.addBinary(), solver.addBinary()
            solver.addConstr(more - is_more <= 0)
            solver.addConstr(less + is_more <= 1)
            solver.addConstr(more + less - belongs <= 0)
            signed = [(row, 1.0) for row in rows_at[place]] + [(row, -1.0) for row in rows_at[atom * width]]
            solver.addConstr(sum((sign * weights[row] for row, sign in signed), less - more) == 0)
            counted += [more, less]
    solver.addConstr(sum(counted[1:], counted[0] + 0.0) >= 1)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return round(solver.getInfo().objective_function_value)
