"""Reach: which pages anyone can come to, and how many questions anyone can meet at most.

All ways of answering are walked page by page, but ways that look alike to every
rule still to come are walked as one, so that long surveys cost little.
"""

from collections.abc import Iterator
from itertools import combinations

from participation.surveys.definition import Page, Survey
from participation.surveys.questions import Answer, Question, Scale, Status, Value

Way = frozenset[tuple[str, Answer]]
"""Answers that later rules look at."""


def longest(survey: Survey) -> int:
    """The most questions one child can meet; pages to read are not counted."""
    return _walk(survey)[1]


def unreachable(survey: Survey) -> list[Page]:
    """Pages that no way of answering leads to."""
    reached, _ = _walk(survey)
    return [page for page in survey.pages if page.id not in reached]


def asks(page: Page) -> bool:
    """Whether the page asks anything, or is only there to be read."""
    return page.question.scale is not Scale.NONE


def _walk(survey: Survey) -> tuple[set[str], int]:
    ways: dict[Way, int] = {frozenset(): 0}
    reached: set[str] = set()
    for number, page in enumerate(survey.pages):
        later = survey.pages[number + 1 :]
        onward: dict[Way, int] = {}
        for way, asked in ways.items():
            if page.show_if is None or page.show_if.holds(dict(way)):
                reached.add(page.id)
                asked += asks(page)
                following = [way, *(way | {(page.id, answer)} for answer in _answers(page, later))]
            else:
                following = [way]
            for longer in following:
                seen = _looked_at(longer, later)
                onward[seen] = max(asked, onward.get(seen, 0))
        ways = onward
    return reached, max(ways.values())


def _looked_at(way: Way, later: tuple[Page, ...]) -> Way:
    """The part of the way that a rule still to come looks at."""
    questions = {question for page in later if page.show_if for question in page.show_if.questions}
    return frozenset(answered for answered in way if answered[0] in questions)


def _answers(page: Page, later: tuple[Page, ...]) -> list[Answer]:
    """One answer for each difference the rules to come can see."""
    named = {pair for other in later if other.show_if for pair in other.show_if.named}
    options = tuple(option for option in page.question.categories if (page.id, option) in named)
    others = tuple(option for option in page.question.categories if option not in options)[:1]
    return [Answer(Status.ANSWERED, value) for value in _values(page.question, options + others)]


def _values(question: Question, options: tuple[str, ...]) -> Iterator[Value]:
    if question.scale is Scale.WORDS:
        yield "words"
    elif question.scale is Scale.MANY:
        for size in range(1, len(options) + 1):
            yield from combinations(options, size)
    else:
        yield from options
