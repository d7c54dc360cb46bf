"""Protection: what is small stays hidden, and what is hidden cannot be worked out."""

import json
import random

import pytest

from participation.disclosure.attack import leaks
from participation.disclosure.groups import WHOLE, Asked, Group
from participation.disclosure.protection import FLOOR, ProtectedTable, protect
from participation.disclosure.tables import Table, count
from participation.errors import WouldDisclose

FACES = ("bad", "mixed", "good")
YOUNG, OLD, UNTOLD = Group("age", "young"), Group("age", "old"), Group("age")


def table(*counts, groups=(), question="here", categories=FACES, asked=None):
    """The whole is worked out from the groups, unless it stands alone."""
    whole = tuple(map(sum, zip(*counts, strict=True)))
    rows = (whole, *counts) if groups else counts
    return Table(question, categories, (WHOLE, *groups), rows, asked=asked)


def told(*tables, threshold=FLOOR):
    return [protected.counts for protected in protect(tables, threshold)]


def test_large_counts_are_told():
    assert told(table((5, 6, 7))) == [((5, 6, 7),)]


def test_a_lone_small_count_gets_company_from_the_smallest_that_will_do():
    assert told(table((3, 9, 20))) == [((None, None, 20),)]


def test_small_counts_that_are_few_together_get_company_too():
    assert told(table((1, 2, 20))) == [((None, None, None),)]
    assert told(table((1, 2, 9, 20), categories=(*FACES, "great"))) == [((None, None, None, 20),)]


def test_small_counts_that_are_many_together_hide_each_other():
    assert told(table((2, 4, 20))) == [((None, None, 20),)]


def test_empty_and_small_look_alike():
    assert told(table((0, 9, 20))) == told(table((4, 9, 20)))


def test_a_unanimous_group_tells_nothing():
    groups = (YOUNG, OLD)
    whole, young, old = told(table((12, 0, 0), (10, 10, 10), groups=groups))[0]
    assert young == (None, None, None)
    assert 12 not in (whole[0], old[0])


def test_unanimous_children_tell_nothing_but_how_many_they_are():
    (protected,) = protect([table((0, 0, 40))])
    assert protected.says_nothing
    assert protected.total() == 40


def test_a_small_group_is_hidden_whole_and_takes_another_with_it():
    groups = (YOUNG, OLD, Group("age", "older"))
    (protected,) = protect([table((1, 1, 1), (9, 9, 9), (20, 20, 20), groups=groups)])
    assert [protected.total(group) for group in protected.groups] == [90, None, None, 60]
    assert protected.counts[1:3] == ((None,) * 3, (None,) * 3)


def test_two_small_groups_that_are_many_together_hide_each_other():
    groups = (YOUNG, OLD, Group("age", "older"))
    (protected,) = protect([table((3, 0, 0), (0, 4, 0), (20, 20, 20), groups=groups)])
    assert protected.totals == (67, None, None, 60)


def test_what_is_left_for_hidden_groups_together_is_not_told_either():
    groups = (YOUNG, OLD, Group("age", "older"))
    whole, *_, older = told(table((2, 1, 1), (0, 4, 10), (20, 20, 20), groups=groups))[0]
    assert None in (whole[0], older[0])


def test_those_who_did_not_tell_are_at_least_one_so_they_need_one_child_more():
    groups = (OLD, Group("age", "older"), UNTOLD)
    rows = (1, 1, 2), (20, 20, 20), (0, 0, 1)
    (protected,) = protect([table(*rows, groups=groups)])
    assert protected.totals == (65, None, None, None)


def test_a_group_has_the_same_size_in_every_table():
    groups = (YOUNG, OLD)
    here = table((9, 9, 9), (10, 10, 10), groups=groups)
    there = table((7, 10, 10), (15, 15, 0), groups=groups, question="there")
    first, second = protect([here, there])
    assert first.totals == second.totals == (57, 27, 30)


def test_tables_from_different_sheets_are_refused():
    with pytest.raises(ValueError, match="not counted from the same sheets"):
        protect([table((9, 9, 9)), table((9, 9, 8), question="there")])


def test_a_question_counted_twice_is_refused():
    with pytest.raises(ValueError, match="twice"):
        protect([table((9, 9, 9)), table((9, 9, 9))])


def test_a_background_question_counted_beside_its_groups_is_refused():
    ages = table((9, 9), question="age", categories=("young", "old"))
    here = table((3, 3, 3), (3, 3, 3), groups=(YOUNG, OLD))
    with pytest.raises(ValueError, match="no table of its own"):
        protect([ages, here])


def test_three_breakdowns_are_refused():
    groups = tuple(Group(by, "yes") for by in ("a", "b", "c"))
    three = Table("here", FACES, (WHOLE, *groups), ((9, 9, 9),) * 4)
    with pytest.raises(ValueError, match="at most 2 breakdowns"):
        protect([three])


@pytest.mark.parametrize("counts", [(0, 0, 0), (1, 1, 2), (4, 0, 0)])
def test_fewer_sheets_than_the_threshold_tell_nothing_at_all(counts):
    with pytest.raises(WouldDisclose):
        protect([table(counts)])


def test_no_tables_tell_nothing_at_all():
    with pytest.raises(WouldDisclose):
        protect([])


def test_the_threshold_may_be_raised_but_never_lowered():
    assert told(table((9, 30, 50)), threshold=10) == [((None, None, 50),)]
    with pytest.raises(ValueError, match="never lowered"):
        protect([table((9, 9, 9))], threshold=4)


WHY = ("noise", "people", "not_shown")
ASKED = Asked("here", ("bad",))


def test_a_question_that_fewer_than_the_threshold_were_asked_is_held_back():
    here, why = protect([table((4, 9, 20)), table((4, 0, 29), question="why", categories=WHY, asked=ASKED)])
    assert why.says_nothing
    assert here.counts == ((None, None, 20),)


def test_how_many_were_asked_does_not_give_away_what_they_answered_before():
    first = table((6, 3, 20))
    second = table((6, 0, 23), question="why", categories=WHY, asked=ASKED)
    here, why = protect([first, second])
    assert here.counts == ((6, None, None),)
    assert why.counts == ((None, None, 23),)


def test_what_follows_a_question_held_back_is_held_back():
    why = table((4, 0, 29), question="why", categories=WHY, asked=ASKED)
    more = table((2, 2, 29), question="more", categories=WHY, asked=Asked("why", ("noise",)))
    assert protect([table((4, 9, 20)), why, more])[2].says_nothing


def test_what_follows_a_question_nobody_counts_is_held_back():
    why = table((10, 10, 20), question="why", categories=WHY, asked=Asked("practice", ("yes",)))
    assert protect([table((10, 10, 20)), why])[1].says_nothing


def random_tables(seed):
    chance = random.Random(seed)
    rows = [
        {"age": chance.choice(["young", "old", "skipped"]), "area": chance.choice("NSE")}
        | {question: chance.choice([*FACES, "good", "skipped"]) for question in ("here", "there")}
        for _ in range(chance.randrange(20, 200))
    ]
    breakdowns = {"age": ("young", "old"), "area": tuple("NSE")}
    return rows, [count(rows, question, FACES, breakdowns) for question in ("here", "there")]


@pytest.mark.parametrize("seed", range(20))
def test_the_same_numbers_are_protected_the_same_way_every_time(seed):
    rows, tables = random_tables(seed)
    random.Random(seed).shuffle(rows)
    again = [count(rows, t.question, FACES, {"age": ("young", "old"), "area": tuple("NSE")}) for t in tables]
    assert protect(tables) == protect(again)


@pytest.mark.parametrize("seed", range(20))
def test_no_table_shows_a_count_below_the_threshold(seed):
    for protected in protect(random_tables(seed)[1]):
        numbers = [n for row in (*protected.counts, protected.totals) for n in row if n is not None]
        assert min(numbers) >= FLOOR


@pytest.mark.parametrize("seed", range(20))
def test_what_is_shown_is_true(seed):
    for true, protected in zip(*(tables := random_tables(seed)[1], protect(tables)), strict=True):
        shown = [(g, c) for g in true.groups for c in true.categories if (g, c) not in protected.suppressed]
        assert all(protected.shown(*cell) == true.count(*cell) for cell in shown)


@pytest.mark.parametrize("seed", range(20))
def test_the_attacker_finds_nothing(seed):
    assert leaks(protect(random_tables(seed)[1])) == ()


def test_a_protected_table_survives_storage():
    why = table((6, 6, 23), question="why", categories=WHY, asked=ASKED)
    for protected in protect([*random_tables(1)[1]]) + protect([table((12, 3, 20)), why]):
        assert ProtectedTable.from_plain(json.loads(json.dumps(protected.to_plain()))) == protected


def test_tables_the_attacker_can_open_are_refused():
    """Five sheets, at least one without an age: the others can be four at most."""
    with pytest.raises(WouldDisclose, match="could be worked out"):
        protect([table((2, 1, 1), (0, 0, 1), groups=(OLD, UNTOLD))])
