"""The occasions on which one child is heard, and what may be asked on each."""

import pytest

from participation.rights.occasions import ASKED, SITUATIONS, Occasion


def test_a_child_in_a_case_is_asked_on_four_occasions():
    assert {occasion.value for occasion in ASKED} == {
        "case_cooperation",
        "who_coordinates",
        "child_coordinator",
        "individual_plan",
    }


def test_a_child_may_start_by_itself_in_five_situations():
    assert {situation.value for situation in SITUATIONS} == {
        "meeting_comes",
        "something_hard",
        "something_good",
        "something_i_want",
        "another_way",
    }
    assert all(situation.is_childs for situation in SITUATIONS)
    assert not any(occasion.is_childs for occasion in ASKED)


@pytest.mark.parametrize(
    ("occasion", "best"),
    [
        (Occasion.CASE_COOPERATION, "the-services-around-me"),
        (Occasion.WHO_COORDINATES, "who-should-help-me"),
        (Occasion.CHILD_COORDINATOR, "who-should-help-me"),
        (Occasion.INDIVIDUAL_PLAN, "my-plan"),
    ],
)
def test_the_survey_that_suits_best_comes_first(occasion, best):
    assert occasion.surveys[0] == best


@pytest.mark.parametrize("occasion", Occasion)
def test_no_survey_is_offered_twice_for_one_occasion(occasion):
    assert len(set(occasion.surveys)) == len(occasion.surveys)
