"""Summaries: counted, protected, and only then kept."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.community import answers, consultations, summaries
from participation.disclosure.groups import WHOLE, Group
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.storage.audit import Entry
from participation.surveys.questions import Answer, Status
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
        summed_up(db, planner, asked.id, LATER)
    assert summaries.summary_on(db, asked.id) is None
    assert answers.how_many(db, asked) == 6, "no sheet was touched"


def test_it_can_be_closed_early_when_every_code_is_used(db, planner, ask, answer):
    asked = ask()
    for _ in range(6):
        answer(asked, safe="yes")
    assert summed_up(db, planner, asked.id, TODAY).answered == 6


def test_it_is_closed_once_only(db, planner, ask, answer, close):
    asked = ask()
    answer(asked)
    close(asked)
    with pytest.raises(Closed):
        close(asked)


def test_only_a_planner_closes_writes_and_publishes(db, leader, ask, summary):
    texts = {"title": "x", "findings": "x", "not_reached": "x", "what_next": "x"}
    for act in (
        lambda: summed_up(db, leader, ask().id, LATER + timedelta(days=1)),
        lambda: summaries.write(db, leader, summary.id, **texts),
        lambda: summaries.publish(db, leader, summary.id, lambda *_: "", TODAY),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_what_is_told_is_what_children_answered(summary):
    table = table_of(summary, "safe")
    assert (table.shown(WHOLE, "yes"), table.total(), summary.answered) == (10, 16, 16)
    assert table.shown(WHOLE, "skipped") is None, "nobody and too few look alike"


def test_fewer_than_five_answers_give_no_tables(ask, answer, close):
    asked = ask()
    for _ in range(4):
        answer(asked, safe="yes")
    summary = close(asked)
    assert (summary.tables, summary.answered) == ((), None)


def test_a_number_below_five_is_hidden_with_company(ask, answer, close):
    asked = ask()
    for said in ["yes"] * 9 + ["no"] * 3:
        answer(asked, safe=said)
    table = table_of(close(asked), "safe")
    assert table.shown(WHOLE, "no") is None
    assert sum(table.shown(WHOLE, category) is None for category in table.categories) > 1


def test_skipped_and_not_understood_are_counted_apart(ask, answer, close):
    asked = ask()
    skipped, lost = Answer(Status.SKIPPED), Answer(Status.NOT_UNDERSTOOD)
    for said in ["yes"] * 5 + ["no"] * 6 + [skipped] * 7 + [lost] * 8:
        answer(asked, safe=said)
    table = table_of(close(asked), "safe")
    assert table.categories == ("yes", "no", "skipped", "not_understood")
    assert table.counts[0] == (5, 6, 7, 8)


def test_only_groups_declared_beforehand_are_counted(ask, answer, close):
    asked = ask(breakdowns=["area"])
    for area in ("north", "south") * 7:
        answer(asked, safe="yes", area=area, age="old")
    summary = close(asked)
    assert all(table.breakdowns == ("area",) for table in summary.tables)
    assert table_of(summary, "safe").total(Group("area", "north")) == 7
    assert "area" not in {table.question for table in summary.tables}


def test_several_choices_are_counted_option_by_option(ask, answer, close):
    asked = ask()
    for chosen in [("park", "school")] * 5 + [("park",)] * 2 + [()] * 5:
        answer(asked, places=chosen) if chosen else answer(asked)
    summary = close(asked)
    assert table_of(summary, "places", "park").counts == ((7, 5),)
    assert table_of(summary, "places", "school").counts == ((5, 7),)


def test_own_words_are_never_counted(summary):
    assert {"why", "wish"}.isdisjoint(table.question for table in summary.tables)


def test_withdrawn_answers_are_not_counted(db, ask, answer, close):
    asked = ask()
    cards = [answer(asked, safe="yes") for _ in range(7)]
    answers.withdraw(db, cards[0])
    assert close(asked).answered == 6


def test_publishing_asks_for_what_is_missing(db, planner, ask, answer, close):
    asked = ask()
    answer(asked)
    summary = close(asked)
    with pytest.raises(Incomplete) as refused:
        summaries.publish(db, planner, summary.id, lambda *_: "", TODAY)
    assert refused.value.missing == ("title", "findings", "what_next")
    assert summaries.lacking(summary) == ["title", "findings", "what_next"]


def test_charts_are_drawn_at_publication_in_every_language(db, planner, summary):
    summaries.publish(db, planner, summary.id, lambda table, language: f"{table.question} {language}", TODAY)
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
    assert summaries.close_what_is_due(db, last) == 0
    assert summaries.close_what_is_due(db, last + timedelta(days=1)) == 1
    assert (answers.how_many(db, asked), asked.closed_on) == (0, last + timedelta(days=1))


def test_the_trail_tells_who_closed_and_not_what_was_said(db, planner, ask, answer, close):
    asked = ask()
    answer(asked, wish="Sommerfuglen")
    close(asked)
    told = db.scalars(select(Entry)).all()
    assert (told[-1].act, told[-1].account_id) == ("CLOSE_CONSULTATION", planner.account_id)
    assert not any("Sommerfuglen" in entry.about for entry in told)
