"""The occasions on which one child is heard, and what may be asked on each."""

import pytest

from participation.rights.occasions import Occasion


def test_a_child_in_a_case_is_heard_on_four_occasions():
    assert {occasion.value for occasion in Occasion} == {
        "case_cooperation",
        "who_coordinates",
        "child_coordinator",
        "individual_plan",
    }


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
