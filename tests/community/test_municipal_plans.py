"""Municipal plans: only what is published, sent or finished may stand in them, with what came of it."""

import pytest

from participation.community import assessments, councils, municipal_plans
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from tests.conftest import TODAY


@pytest.fixture
def plan(db, planner):
    return municipal_plans.make_plan(
        db, planner, title="Oppvekstplan", adopted_by="Kommunestyret", today=TODAY
    )


@pytest.fixture
def place(db, planner, plan):
    def placed(piece, chapter="Steder å være", came_of_it="Vi bygger."):
        return municipal_plans.place(
            db, planner, plan.id, piece, chapter=chapter, what_came_of_it=came_of_it, today=TODAY
        )

    return placed


def test_a_plan_has_a_title_and_somebody_who_adopts_it(db, planner):
    with pytest.raises(Incomplete) as refused:
        municipal_plans.make_plan(db, planner, title=" ", adopted_by="", today=TODAY)
    assert refused.value.missing == ("title", "adopted_by")


def test_a_leader_reads_plans_and_a_planner_makes_them(db, leader, plan, summary, publish, place):
    placed = place(publish(summary))
    assert municipal_plans.all_plans(db, leader) == [municipal_plans.municipal_plan_of(db, leader, plan.id)]
    texts = {"chapter": "x", "what_came_of_it": "x"}
    for act in (
        lambda: municipal_plans.make_plan(db, leader, title="x", adopted_by="x", today=TODAY),
        lambda: municipal_plans.place(db, leader, plan.id, summary, **texts, today=TODAY),
        lambda: municipal_plans.say_what_came_of_it(db, leader, placed.id, "x"),
        lambda: municipal_plans.take_out(db, leader, placed.id),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_those_who_help_one_child_do_not_read_municipal_plans(db, coordinator, plan):
    with pytest.raises(NotAllowed):
        municipal_plans.municipal_plan_of(db, coordinator, plan.id)
    with pytest.raises(NotAllowed):
        municipal_plans.all_plans(db, coordinator)


def test_a_summary_stands_in_a_plan_only_when_it_is_published(db, plan, summary, publish, place):
    with pytest.raises(Closed):
        place(summary)
    placed = place(publish(summary))
    assert (placed.summary, placed.statement, placed.assessment) == (summary, None, None)
    assert municipal_plans.plans_with(db, summary.id) == [placed]


def test_a_statement_stands_in_a_plan_only_when_it_is_sent(db, secretary, matter, place):
    council = councils.make_council(db, secretary, "Ungdomsrådet")
    put = councils.put_before(db, secretary, council.id, matter.id, plain_summary="x", today=TODAY)
    with pytest.raises(Closed):
        place(put)
    put.sent_on = TODAY
    assert place(put).statement is put


def test_an_assessment_stands_in_a_plan_only_when_it_is_finished(db, planner, matter, place):
    begun = assessments.begin(db, planner, matter.id, TODAY)
    with pytest.raises(Closed):
        place(begun)
    begun.finished_on = TODAY
    assert place(begun).assessment is begun


@pytest.mark.parametrize("texts", [("", "Vi bygger."), ("Steder", " ")])
def test_nothing_is_placed_without_a_chapter_and_what_came_of_it(summary, publish, place, texts):
    with pytest.raises(Incomplete):
        place(publish(summary), *texts)


def test_chapters_hold_what_was_placed_in_them(plan, summary, publish, place):
    published = publish(summary)
    first, second, third = (place(published, chapter) for chapter in ("Trygt", "Gøy", "Trygt"))
    assert [one for one in plan.contributions if one.chapter == "Trygt"] == [first, third]
    assert second.plan is plan


def test_chapters_stand_in_the_order_they_were_first_named(db, plan, summary, publish, place):
    published = publish(summary)
    for chapter in ("Trygt", "Gøy", "Å leke", "Trygt"):
        place(published, chapter)
    db.refresh(plan)
    assert plan.chapters == ["Trygt", "Gøy", "Å leke"]


def test_what_came_of_it_can_be_said_anew_but_not_be_left_out(db, planner, summary, publish, place):
    placed = place(publish(summary))
    municipal_plans.say_what_came_of_it(db, planner, placed.id, " Parken er åpnet. ")
    with pytest.raises(Incomplete, match="what_came_of_it"):
        municipal_plans.say_what_came_of_it(db, planner, placed.id, "  ")
    assert placed.what_came_of_it == "Parken er åpnet."


def test_what_is_taken_out_is_out_of_the_plan_only(db, planner, plan, summary, publish, place):
    placed = place(publish(summary))
    assert municipal_plans.take_out(db, planner, placed.id) == plan.id
    db.flush()
    db.refresh(plan)
    assert (plan.contributions, summary.published_on is None) == ([], False)
    with pytest.raises(NotFound):
        municipal_plans.take_out(db, planner, placed.id)
