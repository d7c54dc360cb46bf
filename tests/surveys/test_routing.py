"""A child's way through a survey, forwards and back."""

from participation.surveys import reach, routing
from participation.surveys.definition import Page, Survey
from participation.surveys.questions import (
    Answer,
    Choice,
    Choices,
    Faces,
    Information,
    OwnWords,
    Practice,
    Status,
)
from participation.surveys.rules import from_plain as rule

GOOD = Answer(Status.ANSWERED, "good")
BAD = Answer(Status.ANSWERED, "bad")
SKIPPED = Answer(Status.SKIPPED)


def survey_of(*pages: Page) -> Survey:
    return Survey("street", 1, "group", "nb", ("standard",), 2, pages, {"nb": {}})


STREET = survey_of(
    Page("welcome", Information("welcome")),
    Page("try_it", Practice("try_it", ("sun", "rain"))),
    Page("here", Faces("here")),
    Page("why", Choice("why", ("noise", "dark")), rule({"any_of": {"question": "here", "values": ["bad"]}})),
    Page("lamp", OwnWords("lamp"), rule({"equals": {"question": "why", "value": "dark"}})),
    Page("best", OwnWords("best"), rule({"any_of": {"question": "here", "values": ["good"]}})),
    Page("more", OwnWords("more")),
)
DARK = {"here": BAD, "why": Answer(Status.ANSWERED, "dark"), "lamp": Answer(Status.ANSWERED, "A lamp")}


def ids(pages: list[Page]) -> list[str]:
    return [page.id for page in pages]


def test_a_page_is_met_when_its_rule_holds():
    assert ids(routing.path(STREET, {})) == ["welcome", "try_it", "here", "more"]
    assert ids(routing.path(STREET, DARK)) == ["welcome", "try_it", "here", "why", "lamp", "more"]


def test_an_answer_no_longer_on_the_path_opens_no_page():
    changed = {**DARK, "here": GOOD}
    assert ids(routing.path(STREET, changed)) == ["welcome", "try_it", "here", "best", "more"]


def test_the_next_and_the_last_page_follow_the_path():
    here, why, more = (STREET.page(name) for name in ("here", "why", "more"))
    assert routing.page_after(STREET, {"here": BAD}, here) == why
    assert routing.page_after(STREET, {}, here) == more
    assert routing.page_before(STREET, {"here": BAD}, why) == here
    assert routing.page_after(STREET, {}, more) is None
    assert routing.page_before(STREET, {}, STREET.page("welcome")) is None


def test_a_child_on_a_page_that_left_the_path_finds_the_way_back():
    lamp = STREET.page("lamp")
    assert routing.page_after(STREET, {}, lamp) == STREET.page("more")
    assert routing.page_before(STREET, {}, lamp) == STREET.page("here")


def test_what_is_sent_in_says_what_became_of_every_question():
    sent = routing.on_path(STREET, {**DARK, "here": GOOD, "try_it": Answer(Status.ANSWERED, "sun")})
    assert sent == {
        "here": GOOD,
        "why": Answer(Status.NOT_SHOWN),
        "lamp": Answer(Status.NOT_SHOWN),
        "best": SKIPPED,
        "more": SKIPPED,
    }


def test_a_question_not_understood_stays_not_understood():
    answers = {"more": Answer(Status.NOT_UNDERSTOOD)}
    assert routing.on_path(STREET, answers)["more"].status is Status.NOT_UNDERSTOOD


def test_a_question_once_not_shown_is_skipped_when_it_is_met_again():
    assert routing.on_path(STREET, {"here": GOOD, "best": Answer(Status.NOT_SHOWN)})["best"] == SKIPPED


def test_the_place_counts_questions_and_not_pages_to_read():
    assert routing.place(STREET, {}, STREET.page("welcome")) == (0, 5)
    assert routing.place(STREET, {}, STREET.page("here")) == (2, 5)
    assert routing.place(STREET, DARK, STREET.page("more")) == (5, 5)
    assert routing.place(STREET, {}, STREET.page("more")) == (3, 5)


def test_pages_that_shut_each_other_out_are_not_counted_together():
    assert len(STREET.pages) == 7
    assert reach.longest(STREET) == 5


def test_a_page_for_those_who_chose_two_things_at_once_can_be_reached():
    both = rule({"all_of": {"question": "places", "values": ["park", "home"]}})
    places = Page("places", Choices("places", ("park", "home", "school")))
    survey = survey_of(places, Page("between", OwnWords("between"), both))
    assert reach.unreachable(survey) == []
    assert reach.longest(survey) == 2
