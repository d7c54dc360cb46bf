"""Releases: nothing is told before it is proved, all that is secret goes, the ledger only grows."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from participation.community import answers, consultations, releases, summaries
from participation.community.answers import Sheet
from participation.community.releases import Release, ReleaseDraft, ReleasePart
from participation.disclosure.groups import WHOLE
from participation.disclosure.published import Exact
from participation.errors import Closed, Incomplete, NotAllowed, NotFound, WouldDisclose
from participation.storage.keys import DataKey
from participation.surveys.questions import Answer, Status
from tests.community.conftest import LATER
from tests.conftest import TODAY

AFTER = LATER + timedelta(days=1)


@pytest.fixture
def asked(db, planner, ask, answer):
    """A round that twenty-four have answered, in two places, and that is closed."""
    opened = ask(breakdowns=["area"])
    said = ("yes", "no", Answer(Status.SKIPPED), Answer(Status.NOT_UNDERSTOOD))
    for n in range(24):
        answer(opened, safe=said[n % 4], area=("north", "south")[n // 12])
    return consultations.close(db, planner, opened.id, AFTER)


@pytest.fixture
def release(db, planner):
    """Work out and release: release(asked, breakdowns=["area"], keeps_sheets=True)."""

    def released(asked, *, keeps_sheets=False, **wishes) -> Release:
        wanted = {"breakdowns": asked.breakdowns, "telling": {}} | wishes
        releases.want(db, planner, asked.id, **wanted, today=AFTER)
        while task := releases.next_task(db, asked.id):
            releases.keep(db, task, task.work())
            db.flush()
        return releases.release(db, planner, asked.id, keeps_sheets=keeps_sheets, today=AFTER)

    return released


def left(db, kind) -> int:
    return db.scalar(select(func.count()).select_from(kind))


def test_nothing_is_worked_out_while_children_answer(db, planner, ask):
    with pytest.raises(Closed):
        releases.want(db, planner, ask().id, breakdowns=[], telling={}, today=TODAY)


def test_only_planners_release(db, leader, asked):
    for act in (
        lambda: releases.want(db, leader, asked.id, breakdowns=[], telling={}, today=AFTER),
        lambda: releases.proposal(db, leader, asked.id),
        lambda: releases.release(db, leader, asked.id, today=AFTER),
        lambda: releases.end_waiting(db, leader, asked.id),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_only_groups_declared_before_it_opened_are_compared(db, planner, asked):
    with pytest.raises(Incomplete):
        releases.want(db, planner, asked.id, breakdowns=["age"], telling={}, today=AFTER)


def test_what_the_survey_names_as_sensitive_stays_so(db, planner, ask, answer, survey):
    pages = tuple(
        replace(page, question=replace(page.question, sensitive=("no",))) if page.id == "safe" else page
        for page in survey.pages
    )
    opened = ask(survey=replace(survey, pages=pages))
    consultations.close(db, planner, opened.id, AFTER)
    draft = releases.want(db, planner, opened.id, breakdowns=[], telling={"safe": []}, today=AFTER)
    assert draft.telling == {"safe": ["no"]}
    with pytest.raises(Incomplete):
        releases.want(db, planner, opened.id, breakdowns=[], telling={"safe": ["yes"]}, today=AFTER)


def test_nothing_is_released_before_all_of_it_is_worked_out(db, planner, asked):
    with pytest.raises(NotFound):
        releases.release(db, planner, asked.id, today=AFTER)
    releases.want(db, planner, asked.id, breakdowns=[], telling={}, today=AFTER)
    assert releases.proposal(db, planner, asked.id) is None
    with pytest.raises(Incomplete):
        releases.release(db, planner, asked.id, today=AFTER)


def test_after_the_release_nothing_secret_is_left(db, asked, release):
    keys = left(db, DataKey)
    told = release(asked)
    assert [left(db, kind) for kind in (Sheet, ReleaseDraft, ReleasePart)] == [0, 0, 0]
    assert left(db, DataKey) == keys - 1
    assert told.tables[0].shown(WHOLE, "yes") == Exact(6)


def test_after_the_release_nothing_more_is_told(db, planner, asked, release):
    release(asked)
    for act in (
        lambda: releases.want(db, planner, asked.id, breakdowns=[], telling={}, today=AFTER),
        lambda: releases.end_waiting(db, planner, asked.id),
    ):
        with pytest.raises(Closed):
            act()


def test_one_more_breakdown_goes_through_the_same_ledger(db, planner, asked, release):
    first = release(asked, breakdowns=[], keeps_sheets=True)
    second = release(asked, breakdowns=["area"])
    ledger = releases.ledger_of(db, asked.id)
    assert ledger.is_whole
    assert ledger.hash == second.hash != first.hash
    assert second.tables[0].shown(WHOLE, "yes") == first.tables[0].shown(WHOLE, "yes")
    assert len(second.tables[0].groups) == 3


def test_what_is_released_is_what_was_looked_at(db, planner, asked):
    worked_out_again(db, planner, asked)
    seen = releases.proposal(db, planner, asked.id).ledger.hash
    worked_out_again(db, planner, asked)
    with pytest.raises(Closed):
        releases.release(db, planner, asked.id, seen=seen, today=AFTER)
    seen = releases.proposal(db, planner, asked.id).ledger.hash
    assert releases.release(db, planner, asked.id, seen=seen, today=AFTER).hash == seen


def test_the_ledger_does_not_tell_how_much_was_tried(asked, release):
    told = release(asked)
    assert {name for entry in told.entries for name in entry["report"]} == {
        "rows",
        "broken",
        "certain_children",
        "smallest_group",
    }


def test_a_ledger_that_somebody_changed_is_not_read(db, asked, release):
    told = release(asked)
    changed = [dict(entry) for entry in told.entries]
    changed[0] = changed[0] | {"publication": changed[0]["publication"] | {"cells": []}}
    told.entries = changed
    db.flush()
    with pytest.raises(ValueError, match="changed"):
        releases.ledger_of(db, asked.id)


def test_the_proof_is_checked_against_the_sheets_as_they_are(db, planner, asked):
    worked_out_again(db, planner, asked)
    for sheet in db.scalars(select(Sheet).limit(8)):
        db.delete(sheet)
    db.flush()
    with pytest.raises((WouldDisclose, ValueError)):
        releases.release(db, planner, asked.id, today=AFTER)


def worked_out_again(db, planner, asked, **wishes) -> None:
    wanted = {"breakdowns": asked.breakdowns, "telling": {}} | wishes
    releases.want(db, planner, asked.id, **wanted, today=AFTER)
    while task := releases.next_task(db, asked.id):
        releases.keep(db, task, task.work())
        db.flush()


def test_what_was_worked_out_for_another_wish_is_not_kept(db, planner, asked):
    releases.want(db, planner, asked.id, breakdowns=[], telling={}, today=AFTER)
    task = releases.next_task(db, asked.id)
    releases.want(db, planner, asked.id, breakdowns=["area"], telling={}, today=AFTER)
    releases.keep(db, task, task.work())
    db.flush()
    assert left(db, ReleasePart) == 0


def test_waiting_sheets_can_be_destroyed_at_once(db, planner, asked, release):
    with pytest.raises(Closed):
        releases.end_waiting(db, planner, asked.id)
    release(asked, keeps_sheets=True)
    releases.end_waiting(db, planner, asked.id)
    assert left(db, Sheet) == 0


def test_a_child_takes_nothing_back_after_closing(db, ask, answer, planner):
    opened = ask()
    card = answer(opened, safe="yes")
    consultations.close(db, planner, opened.id, AFTER)
    assert not answers.can_withdraw(db, card)
    with pytest.raises(Closed):
        answers.withdraw(db, card)


def test_more_time_is_given_before_the_answer_and_never_less(db, planner, ask):
    opened = ask()
    for day in (opened.closes_on, opened.answer_on, TODAY):
        with pytest.raises(Incomplete):
            consultations.prolong(db, planner, opened.id, day, TODAY)
    later = opened.closes_on + timedelta(days=3)
    assert consultations.prolong(db, planner, opened.id, later, TODAY).closes_on == later


def test_a_summary_is_not_put_forward_while_sheets_wait(db, planner, asked, release):
    release(asked, breakdowns=[], keeps_sheets=True)
    summary = summed_up_again(db, planner, asked)
    summaries.write(db, planner, summary.id, title="x", findings="y", not_reached="", what_next="z")
    with pytest.raises(Closed):
        summaries.put_forward(db, planner, summary.id, AFTER)


def summed_up_again(db, planner, asked):
    worked_out_again(db, planner, asked)
    return summaries.release(db, planner, asked.id, keeps_sheets=True, today=AFTER)
