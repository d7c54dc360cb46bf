"""For tiny tables every world that agrees with what is told is looked at: no child is found in any."""

from dataclasses import replace

import pytest

from participation.disclosure.engine.atoms import count_respondents
from participation.disclosure.engine.attack import attack
from participation.disclosure.engine.certificate import verify
from participation.disclosure.engine.outsider import Outsider
from participation.disclosure.engine.protect import protect
from participation.disclosure.engine.targets import targets
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


@pytest.mark.parametrize("start", range(0, 200, 50))
def test_in_a_combined_world_every_answer_of_each_question_stays_possible(start):
    for seed in range(start, start + 50):
        atoms, cells = tiny.combined(seed)
        publication, certificate = protect(atoms, tiny.RULES, cells, key=tiny.KEY, starts=1)
        assert verify(atoms, (), publication, certificate), seed
        assert tiny.given_away(atoms, publication.rows, tiny.RULES) == [], seed
        assert attack(atoms, publication.rows, tiny.RULES).failed, seed


@pytest.mark.parametrize("start", range(0, 100, 50))
def test_the_attack_on_a_combined_world_finds_what_all_worlds_say(start):
    for seed in range(start, start + 50):
        atoms, cells = tiny.combined(seed)
        rows = tiny.told_plainly(atoms, cells)
        found = attack(atoms, rows, tiny.RULES)
        assert len(found.broken) == len(tiny.given_away(atoms, rows, tiny.RULES)), seed
        assert found.certain_children == tiny.certain_children(atoms, rows), seed


def test_a_combined_world_promises_answers_and_not_combinations():
    atoms, _ = tiny.combined(1)
    assert len(targets(atoms, tiny.RULES, [])) == 2 * len(atoms.sizes)
    alone = replace(atoms, answers=())
    assert len(targets(alone, tiny.RULES, [])) == 3 * len(atoms.sizes)


@pytest.mark.parametrize("answer", [(), ("never", "often", "weekly"), ("daily",)])
def test_an_answer_is_some_of_the_categories_and_never_all(answer):
    with pytest.raises(ValueError, match="some of the categories"):
        count_respondents([], "bullied", (), tiny.ANSWERS, answers=[frozenset(answer)])


@pytest.mark.parametrize("start", range(0, 100, 25))
def test_what_the_outsider_works_out_is_what_all_worlds_say(start):
    for seed in range(start, start + 25):
        atoms, publication, _ = tiny.published(seed)
        possible = tiny.worlds(atoms, publication.rows)
        known = [(row.sum(atoms), row.lowest, row.highest) for row in publication.rows]
        sizes = tiny.sizes_known(atoms)
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
