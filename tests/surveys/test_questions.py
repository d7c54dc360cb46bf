"""Each kind of question accepts its own answers and no others."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.surveys.questions import (
    KINDS,
    Answer,
    Choice,
    Choices,
    Drawing,
    Faces,
    Few,
    Information,
    NotAnAnswer,
    Number,
    Order,
    OwnWords,
    Place,
    Practice,
    Question,
    Scale,
    Status,
    ThisOrThat,
    YesNo,
    from_plain,
)

EXAMPLES = (
    Information("welcome"),
    Practice("try_it", ("sun", "rain")),
    Choice("age_group", ("younger", "older")),
    Choices("places", ("school", "park", "home")),
    Faces("being_here"),
    Faces("being_there", steps=5),
    YesNo("safe"),
    OwnWords("why", longest=20),
    ThisOrThat("pair", ("lively", "calm")),
    Few("most", ("play", "calm", "light"), most=2),
    Order("first", ("play", "calm", "light")),
    Number("days", least=0, most=9, bands=(0, 1, 5)),
    Place("where", "school-yard", {"pitch": (25, 70), "trees": (85, 25)}),
    Drawing("day", longest=20),
)
WITH_OPTIONS = [question for question in EXAMPLES if question.worded]


def test_every_kind_has_an_example_here():
    assert {question.kind for question in EXAMPLES} == set(KINDS)


@pytest.mark.parametrize("question", EXAMPLES, ids=lambda question: question.kind)
def test_a_question_comes_back_from_json_as_it_was(question: Question):
    assert from_plain(json.loads(json.dumps(question.to_plain()))) == question


@pytest.mark.parametrize("question", WITH_OPTIONS, ids=lambda question: question.kind)
def test_every_option_is_an_answer_and_needs_a_word(question: Question):
    for option in question.categories:
        assert option in question.accept(option)
        assert option in question.wording_keys


@pytest.mark.parametrize("question", WITH_OPTIONS, ids=lambda question: question.kind)
@pytest.mark.parametrize("value", ["", "elsewhere", ("elsewhere",), ()])
def test_what_is_no_option_is_no_answer(question: Question, value: str | tuple[str, ...]):
    with pytest.raises(NotAnAnswer):
        question.accept(value)


def test_a_page_to_read_takes_no_answer():
    with pytest.raises(NotAnAnswer):
        Information("welcome").accept("yes")


@pytest.mark.parametrize("question", [Choice("one", ("a", "b")), Faces("face"), YesNo("safe")])
def test_one_option_cannot_be_several(question: Question):
    with pytest.raises(NotAnAnswer):
        question.accept(question.categories)


def test_several_options_are_kept_in_the_order_of_the_survey():
    places = Choices("places", ("school", "park", "home", "road", "shop", "club", "beach"))
    assert places.accept((*reversed(places.options), "home")) == places.options
    assert places.accept("park") == ("park",)


@pytest.mark.parametrize("steps", [3, 5])
def test_faces_have_as_many_steps_down_as_up(steps: int):
    categories = Faces("being_here", steps).categories
    assert len(categories) == steps
    assert categories[steps // 2] == "mixed"


def test_own_words_are_kept_as_written_but_for_the_edges():
    assert OwnWords("why").accept("  Det er mørkt.\r\nOg kaldt. ") == "Det er mørkt.\nOg kaldt."


def test_signs_that_no_keyboard_means_to_send_are_left_out():
    assert OwnWords("why").accept("a\x00b\ud800c\x1b") == "abc"


def test_a_letter_written_in_two_ways_becomes_one():
    assert OwnWords("why").accept("a\u030a") == "å"


@pytest.mark.parametrize("value", ["", "  \n ", "\x00", "x" * 21, ("words",)])
def test_nothing_too_much_and_no_text_are_no_own_words(value: str):
    with pytest.raises(NotAnAnswer):
        OwnWords("why", longest=20).accept(value)


def test_own_words_may_be_as_long_as_promised():
    assert OwnWords("why", longest=20).accept("x" * 20 + "  ") == "x" * 20


@given(st.text())
def test_own_words_once_kept_are_kept_the_same_again(text: str):
    question = OwnWords("why", longest=10_000)
    try:
        once = question.accept(text)
    except NotAnAnswer:
        return
    assert question.accept(once) == once
    assert "\x00" not in once
    once.encode()


@pytest.mark.parametrize("question", EXAMPLES, ids=lambda question: question.kind)
def test_only_kept_answers_with_options_become_figures(question: Question):
    assert question.counted == (question.kept and bool(question.categories))


def test_practice_and_pages_to_read_are_never_kept():
    assert [question.kind for question in EXAMPLES if not question.kept] == ["information", "practice"]


@pytest.mark.parametrize("question", EXAMPLES, ids=lambda question: question.kind)
def test_all_but_a_page_to_read_can_be_explained(question: Question):
    assert ("explain" in question.wording_keys) == (question.scale is not Scale.NONE)


@pytest.mark.parametrize(
    "answer",
    [
        Answer(Status.ANSWERED, "good"),
        Answer(Status.ANSWERED, ("school", "home")),
        Answer(Status.SKIPPED),
        Answer(Status.NOT_UNDERSTOOD),
        Answer(Status.NOT_SHOWN),
    ],
)
def test_an_answer_comes_back_from_json_as_it_was(answer: Answer):
    assert Answer.from_plain(json.loads(json.dumps(answer.to_plain()))) == answer


def test_a_skipped_question_has_no_value_and_an_answered_one_has():
    with pytest.raises(ValueError, match="does not go with"):
        Answer(Status.SKIPPED, "good")
    with pytest.raises(ValueError, match="does not go with"):
        Answer(Status.ANSWERED)
