from datetime import timedelta

import pytest
from sqlalchemy import func, select

from participation.access import Role
from participation.casework import cases, individual_plans, weighings
from participation.casework.individual_plans import IndividualPlan
from participation.casework.sharing import Sharing
from participation.casework.weighings import Follows, Reasons
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.rights.plan_contents import PlanPoint
from participation.rights.weight import Weight
from participation.storage import audit
from tests.conftest import TODAY

pytestmark = pytest.mark.on_both
WHOLE = {point.value: f"Om {point.value}" for point in PlanPoint}
LATER = TODAY + timedelta(days=30)


@pytest.fixture
def plan(database, kari, case_id, wish):
    """A plan with something under every point and the child's wish in it, not weighed."""
    with database.writing() as db:
        individual_plans.edit(db, kari, case_id, WHOLE, TODAY)
        individual_plans.attach(db, kari, wish[2], "goals", TODAY)


@pytest.fixture
def completed(database, kari, case_id, plan, wish):
    given = {"weight": Weight.GREAT, "follows": Follows.YES, "reasons": Reasons("Alt", "Ja")}
    with database.writing() as db:
        weighings.weigh(db, kari, wish[2], **given, today=TODAY)
        individual_plans.complete(db, kari, case_id, TODAY)


def test_a_child_has_one_plan(database, kari, case_id, plan):
    with database.writing() as db:
        individual_plans.edit(db, kari, case_id, WHOLE | {"lead": "Kari"}, TODAY)
        assert db.scalar(select(func.count()).select_from(IndividualPlan)) == 1
        [version] = individual_plans.plan_of(db, kari, case_id).versions
        assert individual_plans.contents_of(db, version)["lead"] == "Kari"


def test_what_a_plan_says_lies_sealed(database, kari, case_id, plan):
    with database.reading() as db:
        assert b"Om goals" not in individual_plans.version_of(db, kari, case_id, 1).sealed


def test_a_plan_cannot_be_completed_while_a_passage_in_it_has_no_weighing(
    database, kari, case_id, plan, wish
):
    with database.writing() as db, pytest.raises(Incomplete) as refusal:
        individual_plans.complete(db, kari, case_id, TODAY)
    assert refusal.value.missing == (wish[2],)


def test_a_plan_cannot_be_completed_while_a_point_is_empty(database, kari, case_id):
    with database.writing() as db:
        individual_plans.edit(db, kari, case_id, WHOLE | {"period": "  "}, TODAY)
        with pytest.raises(Incomplete) as refusal:
            individual_plans.complete(db, kari, case_id, TODAY)
    assert refusal.value.missing == ("period",)


def test_a_whole_and_weighed_plan_is_completed(database, kari, case_id, completed):
    with database.reading() as db:
        version = individual_plans.version_of(db, kari, case_id, 1)
        assert version.completed_on == TODAY
        assert individual_plans.lacking(db, version) == ([], [])


def test_nothing_is_completed_twice_or_before_it_is_begun(database, kari, case_id, completed):
    with database.writing() as db:
        with pytest.raises(Closed):
            individual_plans.complete(db, kari, case_id, TODAY)
        empty = cases.open_case(db, kari, "2026/115", TODAY)
        with pytest.raises(Closed):
            individual_plans.complete(db, kari, empty.id, TODAY)


def test_after_a_completed_version_a_new_one_begins_and_the_old_stays(database, kari, case_id, completed):
    with database.writing() as db:
        individual_plans.edit(db, kari, case_id, WHOLE | {"goals": "Nye mål"}, LATER)
    with database.reading() as db:
        first, second = individual_plans.plan_of(db, kari, case_id).versions
        assert individual_plans.contents_of(db, first)["goals"] == "Om goals"
        assert individual_plans.contents_of(db, second)["goals"] == "Nye mål"
        assert (second.number, second.started_on, second.completed_on) == (2, LATER, None)
        assert [one.point for one in second.attached] == ["goals"]


def test_taking_words_out_later_leaves_the_completed_version_as_it_was(
    database, kari, case_id, completed, wish
):
    with database.writing() as db:
        individual_plans.detach(db, kari, wish[2], LATER)
    with database.reading() as db:
        first, second = individual_plans.plan_of(db, kari, case_id).versions
        assert (len(first.attached), len(second.attached)) == (1, 0)
        assert individual_plans.stands_completed(db, wish[2])


def test_only_what_the_child_has_given_to_the_plan_may_stand_there(database, kari, speak):
    _, _, [secret] = speak(("Ikke si det til noen", Sharing.COORDINATOR))
    with database.writing() as db, pytest.raises(NotFound):
        individual_plans.attach(db, kari, secret, "goals", TODAY)


def test_words_stand_under_one_of_the_nine_points(database, kari, wish):
    with database.writing() as db, pytest.raises(Incomplete, match="point"):
        individual_plans.attach(db, kari, wish[2], "annet", TODAY)


def test_the_same_words_stand_in_one_place_only(database, kari, case_id, plan, wish):
    with database.writing() as db:
        individual_plans.attach(db, kari, wish[2], "measures", TODAY)
    with database.reading() as db:
        [standing] = individual_plans.version_of(db, kari, case_id, 1).attached
        assert standing.point == "measures"


def test_another_coordinators_plan_is_not_there(database, knut, case_id, plan, wish):
    with database.writing() as db:
        for act in (
            lambda: individual_plans.plan_of(db, knut, case_id),
            lambda: individual_plans.version_of(db, knut, case_id, 1),
            lambda: individual_plans.read_version(db, knut, case_id, 1),
            lambda: individual_plans.edit(db, knut, case_id, WHOLE, TODAY),
            lambda: individual_plans.attach(db, knut, wish[2], "goals", TODAY),
            lambda: individual_plans.detach(db, knut, wish[2], TODAY),
            lambda: individual_plans.complete(db, knut, case_id, TODAY),
        ):
            with pytest.raises(NotFound):
                act()


def test_nobody_but_a_coordinator_has_to_do_with_plans(database, person, case_id, plan, wish):
    planner = person(Role.PLANNER)
    with database.writing() as db:
        for act in (
            lambda: individual_plans.plan_of(db, planner, case_id),
            lambda: individual_plans.edit(db, planner, case_id, WHOLE, TODAY),
            lambda: individual_plans.attach(db, planner, wish[2], "goals", TODAY),
            lambda: individual_plans.detach(db, planner, wish[2], TODAY),
            lambda: individual_plans.complete(db, planner, case_id, TODAY),
        ):
            with pytest.raises(NotAllowed):
                act()


def test_nothing_is_written_in_the_plan_of_a_closed_case(database, kari, case_id, plan, wish):
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
        for act in (
            lambda: individual_plans.edit(db, kari, case_id, WHOLE, TODAY),
            lambda: individual_plans.attach(db, kari, wish[2], "goals", TODAY),
            lambda: individual_plans.detach(db, kari, wish[2], TODAY),
            lambda: individual_plans.complete(db, kari, case_id, TODAY),
        ):
            with pytest.raises(Closed):
                act()


def test_a_version_that_is_not_there_is_not_found(database, kari, case_id, plan):
    with database.reading() as db, pytest.raises(NotFound):
        individual_plans.version_of(db, kari, case_id, 2)


def test_reading_a_version_is_noted_in_the_trail(database, kari, case_id, plan):
    with database.writing() as db:
        individual_plans.read_version(db, kari, case_id, 1)
        newest = audit.entries(db, at_most=1)[0]
        assert (newest.act, newest.account_id) == ("READ_CASE", kari.account_id)
