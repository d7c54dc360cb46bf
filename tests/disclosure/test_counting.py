"""Counting: every sheet is counted once, and nothing an answer can be is left out."""

import pytest

from participation.disclosure.groups import WHOLE, Asked, Group
from participation.disclosure.tables import Table, count, count_options

AGES = {"age": ("young", "old")}


def sheets(*answers, **fixed):
    return [{"here": answer, **fixed} for answer in answers]


def test_each_group_adds_up_to_its_sheets():
    rows = sheets("good", "bad", "skipped", age="young") + sheets("good", "not_understood", age="old")
    table = count(rows, "here", ("bad", "good"), AGES)
    assert table.sizes == {WHOLE: 5, Group("age", "young"): 3, Group("age", "old"): 2}
    assert table.counts == ((1, 2, 1, 1), (1, 1, 1, 0), (0, 1, 0, 1))


def test_a_question_missing_from_a_sheet_was_skipped():
    assert count([{}], "here", ("bad", "good"), {}).count(WHOLE, "skipped") == 1


def test_children_who_did_not_tell_their_age_are_a_group_of_their_own():
    rows = sheets("good", age="young") + sheets("bad", age="skipped") + sheets("bad")
    assert count(rows, "here", ("bad", "good"), AGES).count(Group("age"), "bad") == 2


def test_without_such_children_there_is_no_such_group():
    table = count(sheets("good", age="young"), "here", ("bad", "good"), AGES)
    assert Group("age") not in table.groups


def test_only_a_question_that_some_were_spared_can_be_not_shown():
    asked = Asked("here", ("bad",))
    assert count([], "why", ("a", "b"), {}, asked=asked).categories[-1] == "not_shown"
    assert "not_shown" not in count([], "why", ("a", "b"), {}).categories


def test_an_answer_that_is_no_category_is_refused():
    with pytest.raises(ValueError, match="no such category: awful"):
        count(sheets("awful"), "here", ("bad", "good"), {})


def test_each_option_of_many_is_counted_by_itself():
    rows = [{"likes": ("ball", "song")}, {"likes": ("ball",)}, {"likes": "skipped"}]
    ball, song = count_options(rows, "likes", ("ball", "song"), {})
    assert (ball.name, ball.counts) == (("likes", "ball"), ((2, 1),))
    assert (song.name, song.counts) == (("likes", "song"), ((1, 2),))


def test_counts_that_do_not_add_up_are_no_table():
    with pytest.raises(ValueError, match="do not add up"):
        Table("here", ("bad", "good"), (WHOLE, Group("age", "old")), ((3, 4), (3, 3)))


def test_counts_without_the_whole_are_no_table():
    with pytest.raises(ValueError, match="the whole comes first"):
        Table("here", ("bad", "good"), (Group("age", "old"),), ((3, 4),))


def test_a_background_question_is_not_broken_down_by_itself():
    with pytest.raises(ValueError, match="sizes of the groups"):
        count([], "age", ("young", "old"), AGES)
