"""Summaries: counted, protected, and only then kept."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.community import answers, consultations, summaries
from participation.disclosure.groups import WHOLE, Group
from participation.disclosure.published import Exact
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.storage.audit import Entry
from tests.community.conftest import LATER
from tests.conftest import TODAY
from tests.municipality import summed_up


def table_of(summary, question, option=None):
    return next(table for table in summary.tables if table.name == (question, option))


def test_nobody_sees_results_while_children_are_still_answering(db, planner, ask, answer):
    asked = ask()
    for _ in range(6):
        answer(asked, safe="yes")
    consultations.make_tickets(db, planner, asked.id, 1, TODAY)
    with pytest.raises(Closed):
        consultations.close(db, planner, asked.id, LATER)
    assert summaries.summary_on(db, asked.id) is None
    assert answers.how_many(db, asked) == 6, "no sheet was touched"


def test_it_can_be_closed_early_when_every_code_is_used(db, planner, ask, answer):
    asked = ask()
    for _ in range(10):
        answer(asked, safe="yes")
    assert summed_up(db, planner, asked.id, TODAY).answered == 10


def test_it_is_closed_once_only(db, ask, answer, close):
    asked = ask()
    answer(asked)
    close(asked)
    with pytest.raises(Closed):
        close(asked)


def test_only_a_planner_closes_writes_and_puts_forward(db, leader, ask, summary):
    texts = {"title": "x", "findings": "x", "not_reached": "x", "what_next": "x"}
    for act in (
        lambda: consultations.close(db, leader, ask().id, LATER + timedelta(days=1)),
        lambda: summaries.write(db, leader, summary.id, **texts),
        lambda: summaries.put_forward(db, leader, summary.id, TODAY),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_what_is_told_is_what_children_answered(summary):
    table = table_of(summary, "safe")
    shown = table.shown(WHOLE, "yes")
    assert (table.total(), summary.answered) == (16, 16)
    assert shown == Exact(10) or not isinstance(shown, Exact), "lots decide what is hidden"
    assert not isinstance(table.shown(WHOLE, "skipped"), Exact), "nobody and few look alike"


def test_fewer_than_ten_answers_give_no_tables(ask, answer, close):
    asked = ask()
    for _ in range(9):
        answer(asked, safe="yes")
    summary = close(asked)
    assert (summary.tables, summary.answered) == ((), None)


def test_only_groups_declared_beforehand_are_counted(ask, answer, close):
    asked = ask(breakdowns=["area"])
    for area in ("north", "south") * 12:
        answer(asked, safe="yes", area=area, age="old")
    summary = close(asked)
    assert all(table.breakdowns == ("area",) for table in summary.tables)
    assert table_of(summary, "safe").total(Group("area", "north")) == 12
    assert "area" not in {table.question for table in summary.tables}


def test_several_choices_are_counted_option_by_option(ask, answer, close):
    asked = ask()
    for chosen in [("park", "school")] * 5 + [("park",)] * 2 + [()] * 5:
        answer(asked, places=chosen) if chosen else answer(asked)
    summary = close(asked)
    assert table_of(summary, "places", "park").cells == ((Exact(7), Exact(5)),)
    assert table_of(summary, "places", "school").cells == ((Exact(5), Exact(7)),)


def test_own_words_are_never_counted(summary):
    assert {"why", "wish"}.isdisjoint(table.question for table in summary.tables)


def test_withdrawn_answers_are_not_counted(db, ask, answer, close):
    asked = ask()
    cards = [answer(asked, safe="yes") for _ in range(12)]
    answers.withdraw(db, cards[0])
    assert close(asked).answered == 11


def test_putting_it_forward_asks_for_what_is_missing(db, planner, ask, answer, close):
    asked = ask()
    answer(asked)
    summary = close(asked)
    with pytest.raises(Incomplete) as refused:
        summaries.put_forward(db, planner, summary.id, TODAY)
    assert refused.value.missing == ("title", "findings", "what_next")
    assert summaries.lacking(summary) == ["title", "findings", "what_next"]


def test_whoever_wrote_it_does_not_publish_it(db, planner, leader, summary):
    draw = lambda *_: "<svg/>"  # noqa: E731
    with pytest.raises(Closed):
        summaries.publish(db, leader, summary.id, draw, TODAY)
    summaries.put_forward(db, planner, summary.id, TODAY)
    with pytest.raises(NotAllowed):
        summaries.publish(db, planner, summary.id, draw, TODAY)
    assert summaries.waiting_for_eyes(db, leader) == [summary]
    assert summaries.publish(db, leader, summary.id, draw, TODAY).published_by == leader.account_id


def test_what_is_changed_must_be_read_anew(db, planner, summary):
    summaries.put_forward(db, planner, summary.id, TODAY)
    summaries.write(db, planner, summary.id, title="x", findings="y", not_reached="", what_next="z")
    assert summary.ready_on is None


def test_it_can_be_sent_back_with_a_reason(db, planner, leader, summary):
    summaries.put_forward(db, planner, summary.id, TODAY)
    with pytest.raises(Incomplete):
        summaries.send_back(db, leader, summary.id, "  ")
    summaries.send_back(db, leader, summary.id, "Stedet er nevnt ved navn.")
    assert (summary.ready_on, summary.sent_back) == (None, "Stedet er nevnt ved navn.")


def test_charts_are_drawn_at_publication_in_every_language(db, planner, leader, summary):
    summaries.put_forward(db, planner, summary.id, TODAY)
    summaries.publish(db, leader, summary.id, lambda table, language: f"{table.question} {language}", TODAY)
    assert summaries.chart_in(db, summary.id, 0, "nn") == "safe nn"
    assert {chart.language for chart in summary.charts} == {"nb", "nn"}
    with pytest.raises(NotFound):
        summaries.chart_in(db, summary.id, 0, "en")


def test_nothing_is_public_before_it_is_published(db, matter, summary, publish):
    with pytest.raises(NotFound):
        summaries.published_summary(db, summary.id)
    assert summaries.published(db) == summaries.published_on_matter(db, matter.id) == []
    publish(summary)
    assert summaries.published_summary(db, summary.id) is summary
    assert summaries.published(db) == summaries.published_on_matter(db, matter.id) == [summary]


def test_what_is_published_is_not_changed(db, planner, summary, publish):
    publish(summary)
    texts = {"title": "Noe annet", "findings": "x", "not_reached": "x", "what_next": "x"}
    with pytest.raises(Closed):
        summaries.write(db, planner, summary.id, **texts)
    with pytest.raises(Closed):
        publish(summary)
    assert summary.title == "Stedet vårt"


def test_what_nobody_closed_is_closed_after_two_weeks(db, ask, answer):
    asked = ask()
    answer(asked, safe="yes")
    last = LATER + timedelta(days=14)
    assert consultations.close_what_is_due(db, last) == 0
    assert consultations.close_what_is_due(db, last + timedelta(days=1)) == 1
    assert (answers.how_many(db, asked), asked.closed_on) == (1, last + timedelta(days=1))


def test_the_trail_tells_who_released_and_not_what_was_said(db, planner, ask, answer, close):
    asked = ask()
    answer(asked, wish="Sommerfuglen")
    close(asked)
    told = db.scalars(select(Entry)).all()
    assert (told[-1].act, told[-1].account_id) == ("RELEASE_NUMBERS", planner.account_id)
    assert not any("Sommerfuglen" in entry.about for entry in told)
