"""Tau-Argus on single tables, beside ours: numbers hidden and seconds of work (pytauargus, EUPL).

It promises less: no number below three follows from the others. Ours are the four promises of
docs/disclosure.md. So the ratio tells what the stronger promise costs.
"""

from contextlib import chdir
from tempfile import TemporaryDirectory
from time import process_time

from participation.disclosure.engine.atoms import Atoms, nameable_groups
from participation.disclosure.engine.cells import Hidden, cells_of
from participation.disclosure.engine.protect import protect
from participation.disclosure.engine.rules import DisclosureRules

TABLE = ("school", "gender")
RULE, METHOD = "FREQ(3,100)", "MOD(1)"


def compared(atoms: Atoms, rules: DisclosureRules) -> tuple[int, float, int, float]:
    """Hidden by us and our seconds, hidden by Tau-Argus and its seconds: school by gender by answer."""
    start = process_time()
    cells = cells_of(atoms, nameable_groups(atoms, [(), ("school",), ("gender",), TABLE]))
    told, _ = protect(atoms, rules, cells, key=b"bench")
    middle = process_time()
    theirs = _hidden_by_tauargus(atoms)
    return (
        sum(isinstance(one.shown, Hidden) for one in told.cells), middle - start,
        theirs, process_time() - middle,
    )  # fmt: skip


def _hidden_by_tauargus(atoms: Atoms) -> int:
    from pytauargus import protect as suppress  # type: ignore[import-not-found]

    places = [atoms.by.index(column) for column in TABLE]
    children = [
        {**{atoms.by[at]: atom.background[at] for at in places}, "answer": f"a{answer}", "children": 1.0}
        for atom, row in zip(atoms.atoms, atoms.counts, strict=True)
        for answer, n in zip(atoms.categories, row, strict=True)
        for _ in range(n)
    ]
    with TemporaryDirectory() as folder, chdir(folder):
        found = suppress(
            children, [*TABLE, "answer"], response="children", safety_rules=RULE, suppress=METHOD,
            workdir=folder,
        ).tables[0]  # fmt: skip
        rows = zip(found.rows, found.safe(None), strict=True)
        return sum(shown is None for row, shown in rows if str(row["answer"]).startswith("a"))
