"""What a reader sees: never a small group, never a nought, the same in whatever order children came."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation.disclosure.engine.cells import HIDDEN_SIGN, Exact, Hidden, Interval
from participation.disclosure.engine.display import with_intervals
from participation.disclosure.engine.outsider import Outsider
from participation.disclosure.engine.protect import protect
from participation.disclosure.engine.rules import FLOOR, INTERNAL, PUBLIC, DisclosureRules
from tests.disclosure.engine import tiny

SEEDS = st.integers(0, 10**6)
SOME = settings(max_examples=40, deadline=None)


@given(SEEDS)
@SOME
def test_no_number_is_about_fewer_than_k(seed):
    atoms, publication, _ = tiny.published(seed)
    for one in publication.cells:
        if atoms.size(atoms.members(one.cell.group)) < tiny.RULES.k:
            assert isinstance(one.shown, Hidden)


@given(SEEDS)
@SOME
def test_no_nought_and_no_small_sensitive_number_is_shown(seed):
    atoms, publication, _ = tiny.published(seed)
    for one in publication.cells:
        if isinstance(one.shown, Exact):
            is_sensitive = frozenset(one.cell.categories) in atoms.sensitive
            assert one.shown.number >= (tiny.RULES.c0 if is_sensitive else 1)


@given(SEEDS)
@SOME
def test_what_is_shown_is_true_and_adds_up(seed):
    atoms, publication, _ = tiny.published(seed)
    for row in publication.rows:
        assert row.lowest <= atoms.number(row.cell.places(atoms)) <= row.highest
    for group in {one.cell.group for one in publication.cells}:
        parts = [one.shown for one in publication.cells if one.cell.group == group]
        if all(isinstance(part, Exact) for part in parts):
            assert sum(part.number for part in parts) == atoms.size(atoms.members(group))


@given(SEEDS)
@SOME
def test_the_order_of_children_cells_and_answers_changes_nothing(seed):
    chance = Random(seed)
    children, answers = tiny.children(chance, 20), list(tiny.ANSWERS)
    atoms = tiny.counted(children, ("weekly",))
    chance.shuffle(children)
    assert tiny.counted(children, ("weekly",)) == atoms
    cells = list(tiny.all_cells(atoms))
    publication, _ = protect(atoms, tiny.RULES, cells, key=tiny.KEY, starts=1)
    chance.shuffle(cells)
    again, _ = protect(atoms, tiny.RULES, cells, key=tiny.KEY, starts=1)
    assert {one.cell: one.shown for one in again.cells} == {c.cell: c.shown for c in publication.cells}
    assert again.hash == publication.hash
    assert sorted(answers) == list(atoms.categories)


@given(SEEDS)
@SOME
def test_intervals_come_from_what_is_told_alone(seed):
    """With the answers of any witness in place of the true ones, the same intervals are shown."""
    atoms, publication, certificate = tiny.published(seed)
    shown = with_intervals(publication, atoms, tiny.RULES)
    for witness in certificate.witnesses:
        other = tiny.with_counts(atoms, tiny.world_of(atoms, witness))
        assert with_intervals(publication, other, tiny.RULES) == shown


@given(SEEDS, st.integers(0, 20))
@SOME
def test_one_more_number_told_never_widens_what_is_known(seed, left_out):
    atoms, publication, _ = tiny.published(seed)
    rows = [(row.sum(atoms), row.lowest, row.highest) for row in publication.rows]
    sizes = tiny.sizes_known(atoms)
    fewer = Outsider(len(atoms.flat), [*rows[:left_out], *sizes])
    all_of_them = Outsider(len(atoms.flat), [*rows, *sizes])
    for place in range(len(atoms.flat)):
        (low, high), (lower, higher) = all_of_them.interval([place]), fewer.interval([place])
        assert lower <= low <= high <= higher


def test_one_sign_stands_for_every_reason():
    assert str(Hidden()) == HIDDEN_SIGN
    assert Hidden() == Hidden()
    assert not vars(Hidden())


def test_an_interval_is_shown_where_it_tells_something():
    atoms, cells = tiny.school(never=40, often=12, weekly=2)
    publication, _ = protect(atoms, tiny.RULES, cells, key=tiny.KEY)
    shown = {str(one.shown) for one in with_intervals(publication, atoms, tiny.RULES).cells}
    assert "fewer than 3" in shown
    assert any(isinstance(one.shown, Interval) or str(one.shown).isdigit() for one in publication.cells)


@pytest.mark.parametrize("looser", [{"k": FLOOR - 1}, {"c0": 2}, {"n_big": 5}, {"dissent_abs": 1}])
def test_rules_cannot_be_made_milder_than_the_floor(looser):
    with pytest.raises(ValueError, match="never lowered"):
        DisclosureRules(**looser)


def test_what_anyone_may_read_is_held_to_stricter_rules_than_what_stays_inside():
    assert PUBLIC.is_at_least_as_strict_as(INTERNAL)
    assert not INTERNAL.is_at_least_as_strict_as(PUBLIC)
    assert replace(PUBLIC, c0=5).is_at_least_as_strict_as(PUBLIC)


@pytest.mark.parametrize("few", [0, 1, 2])
def test_few_sensitive_answers_look_alike_in_a_big_group_too(few):
    """Were one and two told there, the band would be known to mean none."""
    atoms, cells = tiny.school(never=400, often=90, weekly=few)
    publication, _ = protect(atoms, tiny.RULES, cells, key=tiny.KEY, veiled=False)
    whole = {one.cell.categories: str(one.shown) for one in publication.cells if not one.cell.group.where}
    assert whole["weekly",] == "fewer than 3"
