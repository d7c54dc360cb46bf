"""Any survey, and any child walking through it."""

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise, product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

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
    Question,
    Status,
)
from participation.surveys.rules import from_plain as rule

unhurried = settings(deadline=None, max_examples=100)
KINDS = st.sampled_from((Faces, Choice, Choices, OwnWords, Information, Practice))
OPTIONS = ("bad", "mixed", "good")


def question(kind: Any, name: str) -> Question:
    asked: Question = kind(name, OPTIONS) if kind in (Choice, Choices, Practice) else kind(name)
    return asked


@st.composite
def simple_rules(draw: Callable[..., Any], earlier: list[str]) -> dict[str, Any]:
    about = draw(st.sampled_from(earlier))
    values = draw(st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=2, unique=True))
    asked = draw(st.sampled_from(["answered", "not_answered"]))
    chose = draw(st.sampled_from(["any_of", "all_of", "none_of"]))
    return draw(st.sampled_from([{asked: about}, {chose: {"question": about, "values": values}}]))


@st.composite
def any_rule(draw: Callable[..., Any], earlier: list[str]) -> dict[str, Any]:
    several = draw(st.lists(simple_rules(earlier), min_size=1, max_size=3))
    return draw(st.sampled_from([several[0], {"not": several[0]}, {"all": several}, {"any": several}]))


@st.composite
def surveys(draw: Callable[..., Any], most: int = 8) -> Survey:
    pages: list[Page] = []
    for number, kind in enumerate(draw(st.lists(KINDS, min_size=1, max_size=most))):
        earlier = [page.id for page in pages if page.question.kept]
        shown = draw(any_rule(earlier)) if earlier and draw(st.booleans()) else None
        pages.append(Page(f"q{number}", question(kind, f"q{number}"), rule(shown) if shown else None))
    return Survey("street", 1, "group", "nb", ("standard",), 2, tuple(pages), {"nb": {}})


def every_way(survey: Survey) -> Iterator[dict[str, Answer]]:
    """Every way of answering, one by one: slow, and so plain that it must be right."""
    ways = []
    for page in survey.pages:
        options: Any = page.question.categories or ("some words",)
        if isinstance(page.question, Choices):
            options = [several for size in (1, 2, 3) for several in combinations(options, size)]
        ways.append([Answer(Status.SKIPPED), *(Answer(Status.ANSWERED, option) for option in options)])
    for way in product(*ways):
        yield {page.id: answer for page, answer in zip(survey.pages, way, strict=True)}


def an_answer(draw: Callable[..., Any], page: Page) -> Answer:
    options = page.question.categories or ("some words",)
    several = st.lists(st.sampled_from(options), min_size=1, unique=True).map(tuple)
    value = draw(several if isinstance(page.question, Choices) else st.sampled_from(options))
    status = draw(st.sampled_from([Status.ANSWERED, Status.ANSWERED, Status.SKIPPED, Status.NOT_UNDERSTOOD]))
    return Answer(status, value) if status is Status.ANSWERED else Answer(status)


@unhurried
@given(st.data())
def test_any_walk_ends_with_the_answers_last_given_on_its_path(data: st.DataObject):
    survey = data.draw(surveys())
    answers: dict[str, Answer] = {}
    page: Page | None = survey.pages[0]
    for _ in range(data.draw(st.integers(0, 40))):
        answers[page.id] = an_answer(data.draw, page)
        step = routing.page_before if data.draw(st.integers(0, 3)) == 0 else routing.page_after
        page = step(survey, answers, page) or page
    met = {page.id for page in routing.path(survey, answers)}
    expected = {
        page.id: answers.get(page.id, Answer(Status.SKIPPED)) for page in survey.pages if page.id in met
    }
    off = {page.id: Answer(Status.NOT_SHOWN) for page in survey.pages if page.id not in met}
    kept = {page.id for page in survey.pages if page.question.kept}
    assert routing.on_path(survey, answers) == {page: (expected | off)[page] for page in kept}


@unhurried
@given(st.data())
def test_sending_in_twice_over_changes_nothing(data: st.DataObject):
    survey = data.draw(surveys())
    answers = {page.id: an_answer(data.draw, page) for page in survey.pages if data.draw(st.booleans())}
    sent = routing.on_path(survey, answers)
    assert routing.on_path(survey, sent) == sent


@unhurried
@given(st.data())
def test_walking_forward_the_number_grows_by_one_question_and_the_total_never(data: st.DataObject):
    survey = data.draw(surveys())
    answers: dict[str, Answer] = {}
    page = routing.path(survey, {})[0]
    before = 0
    while page is not None:
        number, of = routing.place(survey, answers, page)
        assert (number, of) == (before + reach.asks(page), reach.longest(survey))
        assert number <= of
        answers[page.id] = an_answer(data.draw, page)
        page, before = routing.page_after(survey, answers, page), number


@unhurried
@given(st.data())
def test_forward_and_back_is_the_same_way(data: st.DataObject):
    survey = data.draw(surveys())
    answers = {page.id: an_answer(data.draw, page) for page in survey.pages if data.draw(st.booleans())}
    way = routing.path(survey, answers)
    for page, following in pairwise(way):
        assert routing.page_after(survey, answers, page) == following
        assert routing.page_before(survey, answers, following) == page


@unhurried
@given(surveys(most=4))
def test_some_child_meets_the_most_questions_and_no_child_more(survey: Survey):
    met = [sum(map(reach.asks, routing.path(survey, answers))) for answers in every_way(survey)]
    assert max(met) == reach.longest(survey)


@unhurried
@given(surveys(most=4))
def test_a_page_is_unreachable_when_no_way_of_answering_leads_there(survey: Survey):
    met = {page.id for answers in every_way(survey) for page in routing.path(survey, answers)}
    assert [page.id for page in survey.pages if page.id not in met] == [
        page.id for page in reach.unreachable(survey)
    ]
