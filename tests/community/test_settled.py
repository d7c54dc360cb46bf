"""Settled: what was declared, worked out or told of a round nobody takes back."""

from dataclasses import replace

import pytest

from participation.community import consultations, releases
from participation.community.releases.desk import wanted_by
from participation.errors import Incomplete
from tests.community.test_releases import AFTER, asked, release, worked_out_again

__all__ = ["asked", "release"]


def test_what_was_sensitive_once_stays_so_in_the_next_release(db, planner, asked, release):
    release(asked, breakdowns=[], telling={"safe": ["no"]}, keeps_sheets=True)
    draft = releases.want(db, planner, asked.id, breakdowns=["area"], telling={}, today=AFTER)
    assert draft.telling["safe"] == ["no"]


def test_groups_that_are_told_of_already_are_always_compared(db, planner, asked, release):
    first = release(asked, keeps_sheets=True)
    draft = releases.want(db, planner, asked.id, breakdowns=[], telling={}, today=AFTER)
    assert draft.breakdowns == ["area"]
    assert release(asked, breakdowns=[]).tables == first.tables


def test_a_background_is_marked_before_its_groups_are_told_of_or_never(db, planner, asked, release):
    release(asked, keeps_sheets=True)
    with pytest.raises(Incomplete) as refusal:
        releases.want(db, planner, asked.id, breakdowns=[], telling={"area": ["north"]}, today=AFTER)
    assert refusal.value.missing == ("telling_area",)


def test_what_was_severe_once_stays_so_in_the_next_release(db, planner, asked, release):
    told = release(asked, telling={"safe": ["no"]}, severe=["safe"], keeps_sheets=True)
    assert told.severe == ["safe"]
    draft = releases.want(db, planner, asked.id, breakdowns=[], telling={}, today=AFTER)
    assert draft.severe == ["safe"]


def test_a_mark_can_be_taken_back_until_it_is_worked_out(db, planner, asked):
    marked = {"breakdowns": [], "telling": {"safe": ["no"]}, "severe": ["safe"], "today": AFTER}
    unmarked = marked | {"telling": {}, "severe": []}
    releases.want(db, planner, asked.id, **marked)
    assert releases.want(db, planner, asked.id, **unmarked).telling == {}
    releases.want(db, planner, asked.id, **marked)
    while task := releases.next_task(db, asked.id):
        releases.keep(db, task, task.work())
        db.flush()
    draft = releases.want(db, planner, asked.id, **unmarked)
    assert (draft.telling, draft.severe) == ({"safe": ["no"]}, ["safe"])


def test_after_it_is_worked_out_groups_only_get_coarser(db, planner, asked):
    worked_out_again(db, planner, asked, breakdowns=[], least=12)
    for finer in ({"breakdowns": ["area"], "least": 12}, {"breakdowns": [], "least": 11}):
        with pytest.raises(Incomplete):
            releases.want(db, planner, asked.id, **finer, telling={}, today=AFTER)
    assert releases.want(db, planner, asked.id, breakdowns=[], least=13, telling={}, today=AFTER).least == 13


@pytest.fixture
def routed(survey):
    """The same survey, but only those who do not feel safe are asked where they live."""
    rule = survey.page("why").show_if
    pages = [replace(page, show_if=rule) if page.id == "area" else page for page in survey.pages]
    return replace(survey, pages=tuple(pages))


def test_a_question_that_only_some_meet_is_never_a_group(ask, survey, routed):
    assert consultations.may_break_down(survey) == ("safe", "area", "age")
    assert consultations.may_break_down(routed) == ("safe", "age")
    with pytest.raises(Incomplete):
        ask(survey=routed, breakdowns=["area"])


def test_nor_in_a_round_that_was_opened_before_that_was_known(db, planner, ask, answer, routed):
    old = ask(survey=routed)
    old.breakdowns = ["area", "age"]
    db.flush()
    for _ in range(10):
        answer(old, safe="yes", age="young")
    consultations.close(db, planner, old.id, AFTER)
    draft = releases.want(db, planner, old.id, breakdowns=["area", "age"], telling={}, today=AFTER)
    assert wanted_by(db, draft).by == ("age",)


def test_the_publisher_may_ask_for_larger_groups_and_never_smaller(db, planner, asked, release):
    for wrong in (9, 101):
        with pytest.raises(Incomplete):
            releases.want(db, planner, asked.id, breakdowns=[], telling={}, least=wrong, today=AFTER)
    told = release(asked, least=13, keeps_sheets=True)
    assert {(table.least, len(table.groups)) for table in told.tables} == {(13, 1)}
    assert releases.want(db, planner, asked.id, breakdowns=[], telling={}, today=AFTER).least == 13


def test_a_round_smaller_than_the_smallest_group_has_no_numbers(asked, release):
    told = release(asked, least=25)
    assert (told.tables, told.answered) == ((), None)
