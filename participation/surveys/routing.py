"""Which page comes next. The path is worked out from the answers, never stored."""

from participation.surveys import reach
from participation.surveys.definition import Page, Survey
from participation.surveys.questions import Answer, Answers, Status
from participation.surveys.reach import asks

__all__ = ["Answers", "on_path", "page_after", "page_before", "path", "place"]


def path(survey: Survey, answers: Answers) -> list[Page]:
    """The pages this child meets; an answer on a page no longer met opens no others."""
    pages: list[Page] = []
    met: dict[str, Answer] = {}
    for page in survey.pages:
        if page.show_if is None or page.show_if.holds(met):
            pages.append(page)
            met |= {page.id: answers[page.id]} if page.id in answers else {}
    return pages


def page_after(survey: Survey, answers: Answers, page: Page) -> Page | None:
    """The next page on the path, or None at the end."""
    later = survey.pages[survey.pages.index(page) + 1 :]
    return next((candidate for candidate in path(survey, answers) if candidate in later), None)


def page_before(survey: Survey, answers: Answers, page: Page) -> Page | None:
    """The page before on the path, or None at the start."""
    earlier = survey.pages[: survey.pages.index(page)]
    return next((candidate for candidate in reversed(path(survey, answers)) if candidate in earlier), None)


def on_path(survey: Survey, answers: Answers) -> dict[str, Answer]:
    """What is sent in: answers off the path are forgotten, and every kept question gets its status."""
    met = {page.id for page in path(survey, answers)}
    kept = [page.id for page in survey.pages if page.question.kept]
    return {page: _met(answers.get(page)) if page in met else Answer(Status.NOT_SHOWN) for page in kept}


def _met(answer: Answer | None) -> Answer:
    """A question the child met was shown, and one passed by was skipped."""
    return Answer(Status.SKIPPED) if answer is None or answer.status is Status.NOT_SHOWN else answer


def place(survey: Survey, answers: Answers, page: Page) -> tuple[int, int]:
    """Question 3 of 8: of the most this survey can ask anyone, so that the total never grows."""
    until = survey.pages[: survey.pages.index(page) + 1]
    asked = [met for met in path(survey, answers) if met in until and asks(met)]
    return len(asked), reach.longest(survey)
