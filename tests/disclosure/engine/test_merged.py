"""What is kept back of neighbours is told as one number, where a reader could work it out anyway."""

from hypothesis import given, settings
from hypothesis import strategies as st

from participation.disclosure.engine.atoms import NameableGroup, Respondent, nameable_groups
from participation.disclosure.engine.cells import Exact, Hidden, Publication, ShownCell, cells_of
from participation.disclosure.engine.merged import merged
from participation.disclosure.engine.protect import protect
from tests.disclosure.engine import tiny


def of(areas: dict[str, tuple[int, int, int]]):
    children = [Respondent({"area": area, "age": "y"}, answer) for area, row in areas.items()
                for answer, n in zip(tiny.ANSWERS, row, strict=True) for _ in range(n)]  # fmt: skip
    return tiny.counted(children, ("weekly",))


def shown(atoms, told: dict[tuple[str, str], int | None]) -> Publication:
    """Cells by area (empty: everybody) and answer; None is kept back."""
    cells = []
    for (area, answer), number in told.items():
        group = NameableGroup((("area", area),) if area else ())
        cell = cells_of(atoms, [group])[tiny.ANSWERS.index(answer)]
        cells.append(ShownCell(cell, Hidden() if number is None else Exact(number)))
    return Publication("bullied", tuple(cells))


def test_answers_kept_back_of_one_group_come_to_the_rest_of_it():
    atoms = of({"N": (14, 5, 3)})
    told = shown(atoms, {("N", "never"): 14, ("N", "often"): None, ("N", "weekly"): None})
    (one,) = merged(told, atoms, tiny.RULES)
    assert [cell.categories for cell in one.cells] == [("often",), ("weekly",)]
    assert one.shown == Exact(8)


def test_groups_kept_back_for_one_answer_come_to_the_rest_of_it():
    atoms = of({"N": (14, 5, 3), "S": (6, 6, 6), "W": (9, 4, 4)})
    told = {("", "never"): 29, ("N", "never"): None, ("S", "never"): None, ("W", "never"): 9}
    (one,) = merged(shown(atoms, told), atoms, tiny.RULES)
    assert [cell.group.where for cell in one.cells] == [(("area", "N"),), (("area", "S"),)]
    assert one.shown == Exact(20)


def test_a_sum_that_is_told_already_is_not_told_again():
    atoms = of({"N": (14, 5, 3), "S": (6, 6, 6)})
    told = {("", "never"): 20, ("N", "never"): None, ("S", "never"): None}
    assert merged(shown(atoms, told), atoms, tiny.RULES) == ()


def test_a_few_sensitive_answers_are_not_put_together():
    atoms = of({"N": (14, 5, 1), "S": (6, 6, 1), "W": (9, 4, 4)})
    told = {("", "weekly"): 6, ("N", "weekly"): None, ("S", "weekly"): None, ("W", "weekly"): 4}
    assert merged(shown(atoms, told), atoms, tiny.RULES) == ()


@given(st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_a_merged_number_is_true_in_every_world_that_agrees_with_what_is_told(seed):
    """So it adds nothing; and with a witness in place of the truth the same is shown."""
    atoms, publication, certificate = tiny.published(seed)
    found = merged(publication, atoms, tiny.RULES)
    for witness in certificate.witnesses:
        other = tiny.with_counts(atoms, tiny.world_of(atoms, witness))
        assert merged(publication, other, tiny.RULES) == found
    possible = tiny.worlds(atoms, publication.rows)
    for one in found:
        sums = sum(possible[:, list(cell.places(atoms))].sum(1) for cell in one.cells)
        lowest, highest = (
            (one.shown.number,) * 2 if isinstance(one.shown, Exact) else (one.shown.lowest, one.shown.highest)
        )
        assert lowest <= sums.min() <= sums.max() <= highest


def test_merged_numbers_are_found_in_protected_tables():
    atoms, cells = tiny.school(never=40, often=12, weekly=2)
    assert len(nameable_groups(atoms)) > 1
    publication, _ = protect(atoms, tiny.RULES, cells, key=tiny.KEY)
    assert merged(publication, atoms, tiny.RULES)
