"""The veil: whoever knows the program, and runs it over every world, hardly learns why a number is hidden."""

from collections import defaultdict
from dataclasses import replace
from itertools import product

import pytest

from participation.disclosure.engine.atoms import (
    Atoms,
    Respondent,
    count_respondents,
    nameable_groups,
    sensitive_sets,
)
from participation.disclosure.engine.cells import cells_of
from participation.disclosure.engine.display import with_intervals
from participation.disclosure.engine.protect import protect
from participation.disclosure.engine.rules import PUBLIC
from participation.disclosure.engine.targets import Promise, Target, targets
from participation.disclosure.engine.veil import NEAR, hides_band, raised
from tests.disclosure.engine import tiny

KEYS = [b"%d" % number for number in range(6)]
YOUNG, OLD = 10, 12

Counts = tuple[int, int]
"""How many of the young and of the old answered "yes", which is sensitive."""


def world(counts: Counts) -> Atoms:
    rows = {"young": (YOUNG - counts[0], counts[0]), "old": (OLD - counts[1], counts[1])}
    children = [
        Respondent({"age": age}, answer)
        for age, row in rows.items()
        for answer, n in zip(("no", "yes"), row, strict=True)
        for _ in range(n)
    ]
    return count_respondents(children, "hit", ["age"], ("no", "yes"), sensitive_sets(["yes"]))


WORLDS = {counts: world(counts) for counts in product(range(YOUNG + 1), range(OLD + 1))}


def printed(atoms: Atoms, key: bytes, *, veiled: bool) -> tuple[str, ...]:
    cells = cells_of(atoms, nameable_groups(atoms))
    told, _ = protect(atoms, PUBLIC, cells, key=key, starts=1, veiled=veiled)
    return tuple(str(one.shown) for one in with_intervals(told, atoms, PUBLIC).cells)


def given_away(*, veiled: bool) -> float:
    """The share of publications that say more than was promised to whoever tries all worlds and all keys."""
    made = [(counts, printed(atoms, key, veiled=veiled)) for counts, atoms in WORLDS.items() for key in KEYS]
    possible: dict[tuple[str, ...], set[Counts]] = defaultdict(set)
    for counts, looks in made:
        possible[looks].add(counts)
    broken = {looks for looks, found in possible.items() if not all(map(is_kept(found), promised(found)))}
    return sum(looks in broken for _, looks in made) / len(made)


def promised(found: set[Counts]) -> set[Target]:
    """What must stay possible, less what is promised only of those worlds where few gave the answer."""
    wanted = {one for at in found for one in targets(WORLDS[at], PUBLIC, nameable_groups(WORLDS[at]))}
    return {target for target in wanted if target.promise != Promise.MAYBE_NONE_AT_ALL}


def is_kept(found: set[Counts]):
    return lambda target: any(target.holds(WORLDS[at].number(target.places)) for at in found)


def test_a_reader_who_runs_the_program_over_every_world_hardly_learns_more():
    assert given_away(veiled=False) > 0.1
    assert given_away(veiled=True) < 0.05


@pytest.mark.parametrize("seed", range(30))
def test_raised_targets_are_just_above_the_truth_and_within_the_group(seed):
    atoms, _ = tiny.table(seed)
    wanted = targets(atoms, tiny.RULES, nameable_groups(atoms))
    sought = raised(atoms, wanted, tiny.KEY)
    assert raised(atoms, wanted, tiny.KEY) == sought
    for before, after in zip(wanted, sought, strict=True):
        if after != before:
            number = atoms.number(before.places)
            assert before.promise == Promise.NEVER_ALL
            assert before.wanted < after.wanted == number + 1 <= before.wanted + NEAR


def test_whether_a_band_is_hidden_does_not_depend_on_what_it_holds():
    """Else a hidden count would be known to be no small one."""
    looks = {few: [at_the_whole(few, b"%d" % number) for number in range(12)] for few in range(3)}
    assert looks[0] == looks[1] == looks[2]
    assert {"fewer than 3"} < set(looks[0])
    lots = [hides_band(b"%d" % number, "cell") for number in range(1_000)]
    assert 90 < sum(lots) < 160


def at_the_whole(few: int, key: bytes) -> str:
    """What is printed of all children who answered "weekly", in a big school."""
    atoms, cells = tiny.school(never=400, often=90, weekly=few)
    publication, _ = protect(atoms, tiny.RULES, cells, key=key, starts=1)
    told = [one for one in publication.cells if not one.cell.group.where]
    return next(str(one.shown) for one in told if one.cell.categories == ("weekly",))


def test_each_question_has_lots_of_its_own():
    """What one table shows tells nothing of the lots that were drawn for another of the same shape."""
    lots = []
    for question in ("hit", "shouted at"):
        atoms = replace(WORLDS[8, 9], question=question)
        wanted = targets(atoms, PUBLIC, nameable_groups(atoms))
        sought = [raised(atoms, wanted, b"%d" % number) for number in range(60)]
        lots.append([one != wanted for one in sought])
    assert lots[0] != lots[1]
    assert any(lots[0])
    assert not all(lots[0])
