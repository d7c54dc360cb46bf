"""Which questions are counted at all: none whose route would tell a second time how many met it."""

from dataclasses import replace

import pytest

from participation.community.releases.counting import blanks
from participation.surveys.definition import Page, Survey
from participation.surveys.questions import Choice, Choices, Faces, YesNo
from participation.surveys.rules import Chose

HERE, AGE = Page("here", Faces("here", steps=3)), Page("age", Choice("age", ("young", "old")))
TRAVEL = Page("travel", Choices("travel", ("bus", "bike")))


@pytest.fixture
def asking(surveys):
    """A survey with these pages: asking(HERE, …)."""
    return lambda *pages: replace(surveys["our-place"], pages=pages)


def counted(survey: Survey, by: tuple[str, ...] = ()) -> set[str]:
    return {blank.question for blank in blanks(survey, by, {})}


def if_chosen(page: Page, operator: str, question: str, *values: str) -> Page:
    return replace(page, show_if=Chose(operator, question, values))


def test_a_question_that_everybody_meets_is_counted(asking):
    assert counted(asking(HERE, TRAVEL)) == {"here", "travel"}


def test_one_answer_before_it_may_decide(asking):
    why = if_chosen(Page("why", YesNo("why")), "any_of", "here", "bad", "mixed")
    assert counted(asking(HERE, why)) == {"here", "why"}


def test_options_counted_one_by_one_may_not_stand_behind_a_rule(asking):
    assert counted(asking(HERE, if_chosen(TRAVEL, "any_of", "here", "bad"))) == {"here"}


def test_a_group_that_is_published_may_not_decide(asking):
    why = if_chosen(Page("why", YesNo("why")), "equals", "age", "young")
    assert counted(asking(HERE, AGE, why), by=("age",)) == {"here"}


@pytest.mark.parametrize(("operator", "is_counted"), [("any_of", True), ("equals", False), ("all_of", False)])
def test_exactly_these_options_is_no_count_that_is_known(asking, operator, is_counted):
    why = if_chosen(Page("why", YesNo("why")), operator, "travel", "bus")
    assert ("why" in counted(asking(TRAVEL, why))) is is_counted
