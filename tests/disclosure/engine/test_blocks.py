"""A large survey is reckoned with in blocks, and is protected and attacked no less for that."""

import pytest

from participation.disclosure.engine import blocks
from participation.disclosure.engine.atoms import Respondent, count_respondents
from participation.disclosure.engine.attack import attack
from participation.disclosure.engine.blocks import Ladder
from participation.disclosure.engine.certificate import verify
from participation.disclosure.engine.display import with_intervals
from participation.disclosure.engine.outsider import Outsider
from tests.disclosure.engine import tiny


@pytest.fixture
def tiny_blocks(monkeypatch):
    """As if four places were many: every tiny table is a large survey."""
    monkeypatch.setattr(blocks, "MOST_PLACES", (4, 7))


def county(schools: int, municipalities: int):
    children = [
        Respondent({"school": f"{n:02}", "county": "c", "municipality": str(n % municipalities)}, "never")
        for n in range(schools)
    ]
    return count_respondents(children, "bullied", ("school", "county", "municipality"), tiny.ANSWERS)


def test_a_small_survey_is_one_block():
    assert Ladder(county(20, 4)).levels == ((tuple(range(20)),),)


def test_blocks_follow_municipalities(monkeypatch):
    monkeypatch.setattr(blocks, "MOST_PLACES", (20, 40))
    atoms = county(24, 4)
    small, larger, whole = Ladder(atoms).levels
    for level in (small, larger, whole):
        assert sorted(member for members in level for member in members) == list(range(24))
    for members in small:
        assert len({atoms.atoms[member].background[2] for member in members}) == 1
    assert len(larger) == 2


def test_a_group_is_at_home_in_the_smallest_block_it_fits(monkeypatch):
    monkeypatch.setattr(blocks, "MOST_PLACES", (20,))
    ladder = Ladder(county(24, 4))
    (level, block), (last, _) = ladder.homes([0])
    assert (level, last) == (0, 1)
    assert 0 in ladder.members((level, block))
    assert ladder.homes(range(72)) == [(1, 0)]


@pytest.mark.parametrize("start", range(0, 300, 50))
def test_no_child_is_found_where_tables_are_protected_block_by_block(start, tiny_blocks):
    for seed in range(start, start + 50):
        atoms, publication, certificate = tiny.published(seed)
        assert verify(atoms, (), publication, certificate), seed
        assert tiny.given_away(atoms, publication.rows, tiny.RULES) == [], seed


@pytest.mark.parametrize("start", range(0, 200, 50))
def test_an_attack_block_by_block_finds_what_all_worlds_say(start, tiny_blocks):
    for seed in range(start, start + 50):
        atoms, cells = tiny.table(seed)
        rows = tiny.told_plainly(atoms, cells)
        found = attack(atoms, rows, tiny.RULES)
        assert len(found.broken) == len(tiny.given_away(atoms, rows, tiny.RULES)), seed
        assert found.certain_children == tiny.certain_children(atoms, rows), seed
        assert found.untried == 0


def test_intervals_worked_out_in_blocks_are_true_and_no_narrower(tiny_blocks):
    for seed in range(100):
        atoms, publication, _ = tiny.published(seed)
        known = [(row.sum(atoms), row.lowest, row.highest) for row in publication.rows]
        sizes = tiny.sizes_known(atoms)
        outsider = Outsider(len(atoms.flat), [*known, *sizes])
        for row in with_intervals(publication, atoms, tiny.RULES).rows:
            lowest, highest = outsider.interval(row.cell.places(atoms))
            assert row.lowest <= lowest <= highest <= row.highest, seed
