"""The attacker: finds what a careless table gives away."""

from participation.disclosure.attack import leaks
from participation.disclosure.groups import WHOLE, Asked, Group
from participation.disclosure.published import ProtectedTable

FACES = ("bad", "mixed", "good")
YOUNG, OLD = Group("age", "young"), Group("age", "old")


def careless(*counts, totals, groups=(WHOLE,), question="here", categories=FACES, asked=None):
    return ProtectedTable(question, categories, groups, 5, counts, totals, asked=asked)


def found(*tables):
    return {leak.unknown[1:]: (leak.lowest, leak.highest) for leak in leaks(tables)}


def test_a_lone_hidden_count_is_the_rest():
    assert found(careless((None, 9, 20), totals=(31,))) == {(WHOLE, "bad"): (2, 2)}


def test_two_hidden_counts_that_are_few_together_are_both_small():
    table = careless((None, None, 20), totals=(23,))
    assert found(table) == {(WHOLE, "bad"): (0, 3), (WHOLE, "mixed"): (0, 3)}


def test_hidden_counts_with_room_are_left_in_peace():
    assert found(careless((None, None, 20), totals=(25,))) == {}


def test_a_count_hidden_in_the_whole_is_found_through_the_groups():
    table = careless(
        (None, None, 20), (8, 9, 10), (7, 8, 10), totals=(52, 27, 25), groups=(WHOLE, YOUNG, OLD)
    )
    assert found(table)[WHOLE, "bad"] == (15, 15)


def test_a_hidden_group_alone_is_the_rest():
    nothing = (None, None, None)
    table = careless((10, 10, 10), (9, 9, 9), nothing, totals=(30, 27, None), groups=(WHOLE, YOUNG, OLD))
    assert found(table)[OLD, None] == (3, 3)
    assert found(table)[OLD, "good"] == (1, 1)


def test_a_count_that_ties_two_hidden_squares_together_is_found_by_algebra():
    """Every sum has two unknowns or more, yet adding some and taking away others leaves one."""
    groups = (WHOLE, YOUNG, OLD, Group("age", "older"), Group("age", "oldest"))
    hidden_left, hidden_right = (None, None, 20, 20), (20, 20, None, None)
    counts = (60, 60, 47, 60), (None, None, None, 20), hidden_left, hidden_right, hidden_right
    totals = (227, 47, 60, 60, 60)
    table = careless(*counts, totals=totals, groups=groups, categories=("a", "b", "c", "d"))
    assert found(table) == {(YOUNG, "c"): (7, 7)}


def test_who_was_asked_gives_away_what_was_answered_before():
    here = careless((None, None, 20), totals=(29,))
    asked = Asked("here", ("bad",))
    why = careless(
        (6, None, 23), totals=(29,), question="why", categories=("a", "b", "not_shown"), asked=asked
    )
    assert found(here, why)[WHOLE, "bad"] == (6, 6)


def test_those_who_did_not_tell_are_known_to_be_there():
    groups = (WHOLE, OLD, Group("age"))
    table = careless((None,) * 3, (None,) * 3, (None,) * 3, totals=(5, None, None), groups=groups)
    assert found(table)[OLD, None] == (0, 4)
