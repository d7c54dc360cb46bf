"""A mean is told with one decimal only where it leaves every answer of every child as open as we promise."""

from dataclasses import replace
from fractions import Fraction
from math import floor

import pytest

from participation.disclosure.engine.attack import attack
from participation.disclosure.engine.cells import Cell, Hidden, Mean, Publication, ShownCell, means_of
from participation.disclosure.engine.certificate import verify
from participation.disclosure.engine.moves import _reaches
from participation.disclosure.engine.protect import protect
from tests.disclosure.engine import tiny

SCALES = ({"never": 1, "often": 2, "weekly": 3}, {"never": 0, "often": 1})


def with_means(seed: int):
    atoms, cells = tiny.table(seed)
    scale = {name: n for name, n in SCALES[seed % 2].items() if name in atoms.categories}
    means = means_of(atoms, dict.fromkeys(cell.group for cell in cells), scale)
    return atoms, *protect(atoms, tiny.RULES, (*cells, *means), key=tiny.KEY, starts=1)


def rounded(atoms, cell: Cell, world) -> int | None:
    """The mean in tenths, reckoned in fractions."""
    given = [(world[place], times) for name, times in zip(cell.categories, cell.coefficients, strict=True)
             for place in atoms.places(atoms.members(cell.group), (name,))]  # fmt: skip
    n = sum(number for number, _ in given)
    return floor(Fraction(10 * int(sum(a * b for a, b in given)), int(n)) + Fraction(1, 2)) if n else None


@pytest.mark.parametrize("start", range(0, 300, 50))
def test_no_child_is_found_in_any_world_of_a_table_with_means(start):
    for seed in range(start, start + 50):
        atoms, publication, certificate = with_means(seed)
        assert verify(atoms, (), publication, certificate), seed
        assert tiny.given_away(atoms, publication.rows, tiny.RULES) == [], seed
        assert attack(atoms, publication.rows, tiny.RULES).failed, seed


def test_what_a_mean_states_is_what_rounding_says():
    """In each world that agrees with its rows the mean is rounded to it, and in no other."""
    for seed in range(30):
        atoms, publication, _ = with_means(seed)
        for one in [one for one in publication.cells if isinstance(one.shown, Mean)][:2]:
            agreeing = {tuple(world) for world in tiny.worlds(atoms, one.rows).tolist()}
            for world in tiny.worlds(atoms, []).tolist():
                assert (rounded(atoms, one.cell, world) == one.shown.tenths) == (tuple(world) in agreeing)


def test_means_are_told_and_some_are_kept_back():
    shown = [one.shown for seed in range(60) for one in with_means(seed)[1].cells if one.cell.coefficients]
    assert any(isinstance(one, Mean) for one in shown)
    assert any(isinstance(one, Hidden) for one in shown)


def test_a_mean_that_tells_what_everybody_answered_is_kept_back():
    atoms, _ = tiny.school(weekly=20)
    atoms = replace(atoms, counts=tuple((0, 0, sum(row)) for row in atoms.counts))
    group = tiny.all_cells(atoms)[0].group
    (told,) = protect(atoms, tiny.RULES, means_of(atoms, [group], SCALES[0]), key=tiny.KEY)[0].cells
    assert isinstance(told.shown, Hidden)


def test_a_certificate_fails_if_a_mean_is_changed_by_a_tenth():
    atoms, _ = tiny.school(never=14, often=9, weekly=4)
    cells = means_of(atoms, dict.fromkeys(cell.group for cell in tiny.all_cells(atoms)), SCALES[0])
    publication, certificate = protect(atoms, tiny.RULES, cells, key=tiny.KEY)
    for at, one in enumerate(publication.cells):
        if isinstance(one.shown, Mean):
            cells = list(publication.cells)
            cells[at] = replace(one, shown=Mean(one.shown.tenths + 1))
            wrong = Publication("bullied", tuple(cells))
            assert not verify(atoms, (), wrong, certificate.of(wrong))


def test_a_mean_is_kept_and_read_back_and_other_cells_bear_their_old_names():
    atoms, cells = tiny.school(never=14, often=9, weekly=4)
    mean = Cell("bullied", cells[0].group, ("often", "never"), (2, 1))
    publication = Publication("bullied", (ShownCell(cells[0], Hidden()), ShownCell(mean, Mean(13))))
    assert Publication.from_plain(publication.to_plain()) == publication
    assert cells[0].id == '["bullied", [], 1, ["never"]]'
    assert mean.id == '["bullied", [], 1, ["never", "often"], [1, 2]]'
    assert str(mean.mean(atoms)) == "1.4"


def test_a_move_that_does_not_reach_its_aim_is_no_witness():
    """A solver has answered so: nothing moved, and called it solved."""
    assert not _reaches({}, (8,), 1)
    assert not _reaches({8: 1, 9: 1}, (8, 9), 3)
    assert _reaches({8: 1, 9: 1, 2: -2}, (8, 9), 2)
    assert _reaches({8: -2}, (8,), -1)
    assert not _reaches({8: 1}, (8,), -1)
