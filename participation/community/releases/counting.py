"""What of a survey is counted: one table for each question, or each option where several may be chosen."""

from collections.abc import Collection, Mapping, Sequence

from participation.disclosure.groups import (
    CHOSEN,
    NO_ANSWERS,
    NOT_CHOSEN,
    NOT_SHOWN,
    Asked,
)
from participation.disclosure.worlds import Blank
from participation.surveys.definition import Page, Survey
from participation.surveys.questions import Question, Scale
from participation.surveys.rules import Chose


def blanks(
    survey: Survey,
    breakdowns: Sequence[str],
    telling: Mapping[str, Sequence[str]],
    severe: Collection[str] = (),
) -> tuple[Blank, ...]:
    """The tables of a survey, still without numbers; the backgrounds themselves have none."""
    found: list[Blank] = []
    for page in survey.pages:
        question = page.question
        if question.counted and question.id not in breakdowns and _can_be_told(survey, page, breakdowns):
            asked = _asked(survey, page)
            found += _blanks(question, asked, tuple(telling.get(question.id, ())), question.id in severe)
    return tuple(found)


def _blanks(question: Question, asked: Asked | None, telling: tuple[str, ...], severe: bool) -> list[Blank]:
    if question.scale is not Scale.MANY:
        categories = (*question.categories, *why_not(question), *((NOT_SHOWN,) if asked else ()))
        return [Blank(question.id, categories, asked=asked, sensitive=telling, is_severe=severe)]
    return [
        Blank(
            question.id,
            (CHOSEN, NOT_CHOSEN),
            option,
            sensitive=(CHOSEN,) if option in telling else (),
            is_severe=severe and option in telling,
        )
        for option in question.categories
    ]


def why_not(question: Question) -> tuple[str, ...]:
    """Why there is no answer, each reason by itself; where "I do not know" is an option it is one already."""
    return tuple(reason for reason in NO_ANSWERS if reason not in question.categories)


def _can_be_told(survey: Survey, page: Page, by: Sequence[str]) -> bool:
    """A routed question is counted only where one earlier answer decides who meets it.

    Not where each option is counted by itself, nor where a group that is published decides: how many met the
    question would then be told twice, and with it what is hidden.
    """
    if page.show_if is None:
        return True
    if page.question.scale is Scale.MANY or set(page.show_if.questions) & set(by):
        return False
    return _asked(survey, page) is not None


def _asked(survey: Survey, page: Page) -> Asked | None:
    rule = page.show_if
    if not isinstance(rule, Chose) or rule.operator not in {"any_of", "equals"}:
        return None
    before = survey.page(rule.question).question
    if not before.counted:
        return None
    if before.scale is Scale.MANY:
        one = rule.operator == "any_of" and len(rule.values) == 1
        return Asked(rule.question, (CHOSEN,), rule.values[0]) if one else None
    return Asked(rule.question, rule.values)
