"""Tiny consultations, small enough that every world that agrees with what is told can be looked at."""

from dataclasses import replace
from itertools import product
from random import Random

import numpy as np

from participation.disclosure.engine.atoms import (
    Atoms,
    Respondent,
    count_respondents,
    nameable_groups,
    sensitive_sets,
)
from participation.disclosure.engine.cells import Cell, Publication, Row, cells_of
from participation.disclosure.engine.protect import protect
from participation.disclosure.engine.rules import DisclosureRules

KEY = b"the same on every run"
RULES = DisclosureRules(k=5)
ANSWERS = ("never", "often", "weekly")
WORST_FIRST = (("weekly",), ("often", "weekly"), ())


def children(chance: Random, most: int, areas: int = 2, answers: int = 3) -> list[Respondent]:
    """A few children in few groups, often alike in what they answer."""
    usual = chance.choices(ANSWERS[:answers], k=areas)
    found = []
    for _ in range(chance.randint(1, most)):
        area, age = chance.randrange(areas), chance.randrange(2)
        answer = usual[area] if chance.random() < 0.6 else chance.choice(ANSWERS[:answers])
        found.append(Respondent({"area": "NS"[area], "age": "yo"[age]}, answer))
    return found


def counted(respondents: list[Respondent], sensitive: tuple[str, ...], answers: int = 3) -> Atoms:
    known = [name for name in sensitive if name in ANSWERS[:answers]]
    sets = sensitive_sets(known if len(known) < answers else known[:1])
    return count_respondents(respondents, "bullied", ("area", "age"), ANSWERS[:answers], sets)


def table(seed: int) -> tuple[Atoms, tuple[Cell, ...]]:
    """A random world and the cells somebody wants to print of it."""
    chance = Random(seed)
    answers = chance.choice([2, 3])
    atoms = counted(children(chance, 13 if answers == 2 else 10, answers=answers),
                    chance.choice(WORST_FIRST), answers)  # fmt: skip
    groups = nameable_groups(atoms)
    return atoms, cells_of(atoms, [g for g in groups if not g.where or chance.random() < 0.7])


def combined(seed: int) -> tuple[Atoms, tuple[Cell, ...]]:
    """A question and the one it leads to, as one world: "never" to the first, or one of two to the second."""
    chance = Random(seed)
    atoms = counted(children(chance, 10), chance.choice(WORST_FIRST))
    asked = (frozenset({"never"}), frozenset({"often", "weekly"}))
    return replace(atoms, answers=asked), all_cells(atoms)


def published(seed: int, rules: DisclosureRules = RULES):
    atoms, cells = table(seed)
    return atoms, *protect(atoms, rules, cells, key=KEY, starts=1)


def worlds(atoms: Atoms, rows) -> np.ndarray:
    """Every way the children can have answered that agrees with the sizes and with every row."""
    width = len(atoms.categories)
    found = np.zeros((1, 0), dtype=np.int16)
    for size in atoms.sizes:
        ways = np.array([w for w in product(range(size + 1), repeat=width) if sum(w) == size], np.int16)
        found = np.hstack([np.repeat(found, len(ways), axis=0), np.tile(ways, (len(found), 1))])
    for row in rows:
        weights = row.sum(atoms)
        n = (found[:, list(weights)] * np.array([*weights.values()], np.int64)).sum(1)
        found = found[(row.lowest <= n) & (n <= row.highest)]
    return found


def given_away(atoms: Atoms, rows, rules: DisclosureRules) -> list[str]:
    """What can be told of a child for certain, found by looking at every world."""
    possible = worlds(atoms, rows)
    width = len(atoms.categories)
    answers = atoms.answers or [{name} for name in atoms.categories]
    found = [
        f"D1 {atom} {sorted(answer)}"
        for atom in range(len(atoms.sizes))
        for answer in answers
        if not possible[:, [atom * width + at for at, c in enumerate(atoms.categories) if c in answer]].any()
    ]
    for group in nameable_groups(atoms):
        members = atoms.members(group)
        n = atoms.size(members)
        for chosen in atoms.sensitive:
            inside = [m * width + at for m in members for at, c in enumerate(atoms.categories) if c in chosen]
            number, true = possible[:, inside].sum(1), sum(atoms.flat[place] for place in inside)
            needed = min(n, max(rules.dissent_abs, -(-n * rules.dissent_percent // 100)))
            is_few = rules.k <= n < rules.n_big and 1 <= true < rules.c0
            if n >= rules.k and n - number.min() < needed:
                found.append(f"D3 {group}")
            if (n < rules.k or is_few) and number.min() > 0:
                found.append(f"{'D2' if n < rules.k else 'D4'} {group}")
    return found


def certain_children(atoms: Atoms, rows) -> int:
    """Children in atoms of whom some answer is certain in every world."""
    possible, width = worlds(atoms, rows), len(atoms.categories)
    answers = atoms.answers or [{name} for name in atoms.categories]
    return sum(
        size
        for atom, size in enumerate(atoms.sizes)
        if any(
            (possible[:, [atom * width + atoms.categories.index(c) for c in answer]].sum(1) == size).all()
            for answer in answers
        )
    )


def sizes_known(atoms: Atoms) -> list[tuple[dict[int, int], int, int]]:
    """What everybody knows: how many children are in each atom."""
    places = [atoms.places([n], atoms.categories) for n in range(len(atoms.sizes))]
    return [(dict.fromkeys(where, 1), n, n) for where, n in zip(places, atoms.sizes, strict=True)]


def moved(one: Respondent, **changes) -> Respondent:
    return replace(one, **changes)


def told_plainly(atoms: Atoms, cells) -> list[Row]:
    """What a threshold alone would print: every number about groups of at least k."""
    large = [cell for cell in cells if atoms.size(atoms.members(cell.group)) >= RULES.k]
    return [Row(cell, n, n) for cell in large for n in [atoms.number(cell.places(atoms))]]


def sensitive(chance: Random) -> tuple[frozenset[str], ...]:
    return sensitive_sets(chance.choice(WORST_FIRST))


def all_cells(atoms: Atoms) -> tuple[Cell, ...]:
    return cells_of(atoms, list(nameable_groups(atoms)))


def world_of(atoms: Atoms, witness) -> list[int]:
    """The answers a witness stands for, place by place."""
    moves = dict(witness)
    return [n + moves.get(place, 0) for place, n in enumerate(atoms.flat)]


def with_counts(atoms: Atoms, world: list[int]) -> Atoms:
    width = len(atoms.categories)
    rows = [tuple(world[at : at + width]) for at in range(0, len(world), width)]
    return replace(atoms, counts=tuple(rows))


def school(*, by=("area", "age"), release: int = 1, **answers: int) -> tuple[Atoms, tuple[Cell, ...]]:
    """A school in two areas and two age groups, filled answer by answer; children in order of release."""
    given = [answer for answer, n in answers.items() for _ in range(n)]
    respondents = [
        Respondent({"area": "NS"[at % 2], "age": "yo"[at % 3 == 0]}, answer)
        for at, answer in enumerate(given)
    ]
    if release > 1:
        respondents[0] = replace(respondents[0], joined=release)
    atoms = counted(respondents, ("weekly",))
    groups = nameable_groups(atoms, [(), *((column,) for column in by)])
    return atoms, cells_of(atoms, [g for g in groups if g.release == release and g.not_in is None])


def unseen(publication: Publication) -> Publication:
    """The same numbers, as if they were about children in a later release."""
    cells = [
        replace(one, cell=replace(one.cell, group=replace(one.cell.group, release=9)))
        for one in publication.cells
    ]
    return replace(publication, cells=tuple(cells))
