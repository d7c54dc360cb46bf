"""Several releases of one question: children come, withdraw and are grouped anew; none is found."""

from random import Random

import pytest

from participation.disclosure.engine.atoms import (
    Atoms,
    Respondent,
    count_respondents,
    nameable_groups,
    sensitive_sets,
    sizes_as_answers,
)
from participation.disclosure.engine.attack import attack
from participation.disclosure.engine.cells import cells_of
from participation.disclosure.engine.ledger import ReleaseLedger
from participation.disclosure.engine.protect import protect
from participation.disclosure.engine.rules import PUBLIC
from participation.errors import WouldDisclose
from tests.disclosure.engine import tiny

COLUMNS = ("area", "age", "grade")
"""Age and grade overlap: 12 is in the older age group and in the younger grade."""
CROSSINGS = ((), ("area",), ("age",), ("grade",), ("area", "age"))


def arrivals(chance: Random, release: int, n: int) -> list[Respondent]:
    return [
        Respondent({**one.background, "grade": chance.choice(["low", "high"])}, one.answer, joined=release)
        for one in tiny.children(chance, n)
    ]


def withdrawn(chance: Random, children: list[Respondent], release: int) -> list[Respondent]:
    return [tiny.moved(one, left=release) if one.left is None and chance.random() < 0.05 else one
            for one in children]  # fmt: skip


def world(children: list[Respondent], chosen: tuple[frozenset[str], ...]) -> Atoms:
    return count_respondents(children, "bullied", COLUMNS, tiny.ANSWERS, chosen)


def release(ledger: ReleaseLedger, atoms: Atoms, number: int, crossing: tuple[str, ...]) -> ReleaseLedger:
    """Publish one breakdown as it stands now; the ledger stays as it was where that would tell on a child."""
    groups = [g for g in nameable_groups(atoms, [(), crossing]) if g.not_in is None and g.release == number]
    try:
        publication, certificate = protect(
            atoms, tiny.RULES, cells_of(atoms, groups), ledger, key=tiny.KEY, starts=1
        )
    except WouldDisclose:
        return ledger
    return ledger.append(atoms, publication, certificate)


def sequence(seed: int) -> tuple[Atoms, ReleaseLedger, int]:
    chance, ledger, children = Random(seed), ReleaseLedger(), []
    chosen = tiny.sensitive(chance)
    for number in range(1, chance.randint(1, 5) + 1):
        children = withdrawn(chance, children, number) + arrivals(chance, number, 40)
        atoms = world(children, chosen)
        ledger = release(ledger, atoms, number, chance.choice(CROSSINGS))
    return atoms, ledger, number


def of_gender(gender: str, **answers: int) -> list[Respondent]:
    return [Respondent({"gender": gender}, answer) for answer, n in answers.items() for _ in range(n)]


def test_a_breakdown_thought_of_later_is_refused_where_too_much_is_told_already():
    """Eighteen of twenty answered "weekly", and it was told; of five girls at least three then did."""
    children = of_gender("g", weekly=4, never=1) + of_gender("b", weekly=14, never=1)
    before, later = (
        count_respondents(children, "bullied", by, tiny.ANSWERS, sensitive_sets(["weekly"]))
        for by in ((), ("gender",))
    )
    cells = cells_of(before, nameable_groups(before))[2:]
    told, proof = protect(before, PUBLIC, cells, key=tiny.KEY, veiled=False)
    ledger = ReleaseLedger().append(before, told, proof)
    assert [str(one.shown) for one in told.cells] == ["18"]
    with pytest.raises(WouldDisclose, match="D2"):
        protect(later, PUBLIC, cells_of(later, nameable_groups(later)), ledger, key=tiny.KEY)


def test_the_sizes_of_a_sensitive_background_are_a_question_of_their_own():
    children = [Respondent({"area": area, "gender": gender}, "never")
                for area, row in {"N": (9, 12, 1), "S": (14, 8, 3)}.items()
                for gender, n in zip("gbo", row, strict=True) for _ in range(n)]  # fmt: skip
    atoms = count_respondents(
        sizes_as_answers(children, "gender"), "gender", ["area"], "gbo", sensitive_sets("o")
    )
    told, _ = protect(atoms, PUBLIC, cells_of(atoms, nameable_groups(atoms)), key=tiny.KEY, veiled=False)
    shown = {(one.cell.group.where, one.cell.categories): str(one.shown) for one in told.cells}
    assert shown[(("area", "N"),), ("o",)] == "fewer than 3"
    assert attack(atoms, told.rows, PUBLIC).failed


@pytest.mark.parametrize("start", range(0, 40, 10))
def test_no_sequence_of_releases_gives_a_child_away(start):
    for seed in range(start, start + 10):
        atoms, ledger, _ = sequence(seed)
        assert attack(atoms, ledger.rows("bullied"), tiny.RULES).failed, seed
        assert ledger.is_whole


def test_most_releases_can_be_made_and_tell_something():
    done = [sequence(seed) for seed in range(100, 106)]
    assert sum(len(ledger.entries) for _, ledger, _ in done) > 0.8 * sum(last for _, _, last in done)
    assert all(ledger.rows("bullied") for _, ledger, _ in done)
