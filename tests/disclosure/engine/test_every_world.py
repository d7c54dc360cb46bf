"""For tiny tables every world that agrees with what is told is looked at: no child is found in any."""

import pytest

from participation.disclosure.engine.attack import attack
from participation.disclosure.engine.certificate import verify
from participation.disclosure.engine.outsider import Outsider
from tests.disclosure.engine import tiny

MANY = range(1_000)
VERY_MANY = range(1_000, 101_000)


def nothing_is_given_away(seed: int) -> None:
    atoms, publication, certificate = tiny.published(seed)
    assert verify(atoms, (), publication, certificate), seed
    assert tiny.given_away(atoms, publication.rows, tiny.RULES) == [], seed


@pytest.mark.parametrize("start", MANY[::100])
def test_no_child_is_found_in_any_world_of_a_thousand_tables(start):
    for seed in range(start, start + 100):
        nothing_is_given_away(seed)


@pytest.mark.long
@pytest.mark.parametrize("start", VERY_MANY[::1_000])
def test_no_child_is_found_in_any_world_of_a_hundred_thousand_tables(start):
    for seed in range(start, start + 1_000):
        nothing_is_given_away(seed)


@pytest.mark.parametrize("start", range(0, 100, 25))
def test_what_the_outsider_works_out_is_what_all_worlds_say(start):
    for seed in range(start, start + 25):
        atoms, publication, _ = tiny.published(seed)
        possible = tiny.worlds(atoms, publication.rows)
        known = [(row.cell.places(atoms), row.lowest, row.highest) for row in publication.rows]
        sizes = [(atoms.places([n], atoms.categories), size, size) for n, size in enumerate(atoms.sizes)]
        outsider = Outsider(len(atoms.flat), [*known, *sizes])
        for place in range(len(atoms.flat)):
            seen = possible[:, place]
            assert outsider.interval([place]) == (seen.min(), seen.max()), seed


@pytest.mark.parametrize("start", range(0, 200, 50))
def test_the_attack_finds_what_all_worlds_say_is_given_away(start):
    """Told without protection: the attack and the search through every world find the same facts."""
    for seed in range(start, start + 50):
        atoms, cells = tiny.table(seed)
        rows = tiny.told_plainly(atoms, cells)
        found = attack(atoms, rows, tiny.RULES)
        assert len(found.broken) == len(tiny.given_away(atoms, rows, tiny.RULES)), seed
