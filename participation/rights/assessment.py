"""Assessment: the questions of a child-rights assessment, and what finishing one still lacks."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from participation.rights.convention import ARTICLES

Answers = Mapping[str, str | tuple[str, ...]]


class Step(StrEnum):
    """Screening, the Ombudsperson's four (know, assess, weigh, show), and what happens afterwards."""

    SCREEN = "screen"
    KNOW = "know"
    ASSESS = "assess"
    WEIGH = "weigh"
    SHOW = "show"
    FOLLOW_UP = "follow_up"


class Kind(StrEnum):
    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"
    ARTICLES = "articles"
    EVIDENCE = "evidence"


class Evidence(StrEnum):
    """What children have said, as it can be pulled in from elsewhere in the house."""

    SUMMARY = "summary"
    STATEMENT = "statement"


@dataclass(frozen=True)
class AssessmentQuestion:
    id: str
    step: Step
    kind: Kind = Kind.TEXT
    optional: bool = False
    options: tuple[str, ...] = ()

    def is_answered(self, value: str | tuple[str, ...] | None, evidence: Collection[Evidence]) -> bool:
        """Whether this says something we can use; evidence also counts when only told in words."""
        if self.kind is Kind.ARTICLES:
            return isinstance(value, tuple) and bool(value) and set(value) <= _ARTICLE_NUMBERS
        if self.kind is Kind.EVIDENCE and evidence:
            return True
        if not isinstance(value, str):
            return False
        if self.kind is Kind.CHOICE:
            return value in self.options
        return _is_date(value) if self.kind is Kind.DATE else bool(value.strip())


QUESTIONS: Mapping[str, AssessmentQuestion] = {
    question.id: question
    for question in (
        AssessmentQuestion("E01", Step.SCREEN),
        AssessmentQuestion("E02", Step.SCREEN, Kind.DATE),
        AssessmentQuestion("E02b", Step.SCREEN),
        AssessmentQuestion("E03", Step.SCREEN, Kind.CHOICE, options=("yes", "no", "unsure")),
        AssessmentQuestion("E03b", Step.SCREEN),
        AssessmentQuestion("E04", Step.SCREEN, Kind.CHOICE, options=("yes", "no")),
        AssessmentQuestion("E04b", Step.SCREEN),
        AssessmentQuestion("E05", Step.KNOW),
        AssessmentQuestion("E06", Step.KNOW),
        AssessmentQuestion("E07", Step.KNOW),
        AssessmentQuestion("E08", Step.KNOW, Kind.EVIDENCE),
        AssessmentQuestion("E09", Step.KNOW),
        AssessmentQuestion("E10", Step.KNOW),
        AssessmentQuestion("E11", Step.ASSESS, Kind.ARTICLES),
        AssessmentQuestion(
            "E12", Step.ASSESS, Kind.CHOICE, options=("positive", "neutral", "negative", "mixed", "unknown")
        ),
        AssessmentQuestion("E12b", Step.ASSESS),
        AssessmentQuestion("E13", Step.ASSESS, optional=True),
        AssessmentQuestion("E14", Step.ASSESS),
        AssessmentQuestion("E15", Step.ASSESS),
        AssessmentQuestion("E16", Step.ASSESS),
        AssessmentQuestion("E17", Step.WEIGH),
        AssessmentQuestion("E18", Step.WEIGH),
        AssessmentQuestion("E19", Step.WEIGH, optional=True),
        AssessmentQuestion("E20", Step.WEIGH),
        AssessmentQuestion("E21", Step.WEIGH),
        AssessmentQuestion("E22", Step.SHOW),
        AssessmentQuestion("E23", Step.SHOW, Kind.CHOICE, options=("yes", "no")),
        AssessmentQuestion("E23b", Step.SHOW, optional=True),
        AssessmentQuestion("E24", Step.SHOW, Kind.DATE),
        AssessmentQuestion("E24b", Step.SHOW),
        AssessmentQuestion("E25", Step.SHOW),
        AssessmentQuestion("E26", Step.FOLLOW_UP, Kind.DATE),
        AssessmentQuestion("E26b", Step.FOLLOW_UP),
        AssessmentQuestion("E27", Step.FOLLOW_UP),
        AssessmentQuestion("E28", Step.FOLLOW_UP, optional=True),
    )
}


def questions_of(step: Step) -> tuple[AssessmentQuestion, ...]:
    return tuple(question for question in QUESTIONS.values() if question.step is step)


def screened_out(answers: Answers) -> bool:
    """Whether the screening itself is the whole assessment: no child is affected, and none is needed."""
    return answers.get("E03") == "no" and answers.get("E04") == "no"


def missing(answers: Answers, evidence: Collection[Evidence] = ()) -> tuple[str, ...]:
    """The questions that must be answered before the assessment can be finished, in their order."""
    asked = questions_of(Step.SCREEN) if screened_out(answers) else QUESTIONS.values()
    return tuple(
        question.id
        for question in asked
        if not question.optional and not question.is_answered(answers.get(question.id), evidence)
    )


def days_before(finished_on: date, decision_on: date) -> int:
    """Days from finishing to deciding; below zero when the assessment came after the decision."""
    return (decision_on - finished_on).days


_ARTICLE_NUMBERS = frozenset(str(number) for number in ARTICLES)


def _is_date(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
