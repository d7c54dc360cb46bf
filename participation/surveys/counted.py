"""Counted: what of one child's answers becomes figures, and why there is none where there is none."""

from collections.abc import Mapping

from participation.surveys.definition import Survey
from participation.surveys.questions import Answer, Question, Status


def counted_row(survey: Survey, answers: Mapping[str, Answer]) -> dict[str, str | tuple[str, ...]]:
    """One sheet as it is counted: what was answered to each question, or why there is no answer."""
    row: dict[str, str | tuple[str, ...]] = {}
    for question in survey.questions:
        if question.counted:
            answer = answers.get(question.id, Answer(Status.NOT_SHOWN))
            row[question.id] = _counted_as(question, answer)
    return row


def _counted_as(question: Question, answer: Answer) -> str | tuple[str, ...]:
    """The category of an answer, or why there is none; what was put off and never taken up was passed by."""
    if answer.value is not None:
        return question.counts(answer.value)
    return (Status.SKIPPED if answer.status is Status.LATER else answer.status).value
