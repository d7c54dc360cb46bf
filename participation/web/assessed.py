"""Assessed: a child-rights assessment as people read it: its answers, and how early it was."""

from collections.abc import Mapping
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from participation.community.assessments import Assessment, Gathered
from participation.rights.assessment import AssessmentQuestion, Evidence, Kind, Step, questions_of
from participation.web import words
from participation.web.language import date_text

Answers = Mapping[str, str | tuple[str, ...]]


def told(answers: Answers) -> dict[Step, list[tuple[str, str]]]:
    """Every question that has an answer, with the answer, step by step."""
    return {
        step: [
            (str(words.ASSESSMENT_QUESTIONS[question.id]), text(question, answers[question.id]))
            for question in questions_of(step)
            if answers.get(question.id)
        ]
        for step in Step
    }


def evidence(gathered: Gathered) -> tuple[tuple[str, str], ...]:
    """What children had said: each piece with its title and its day."""
    said = tuple(
        _("%(title)s (published on %(day)s)", title=one.title, day=date_text(one.published_on))
        for one in gathered.summaries
    )
    stated = tuple(
        _("%(council)s (sent on %(day)s)", council=one.council.name, day=date_text(one.sent_on))
        for one in gathered.statements
    )
    told = {Evidence.SUMMARY: said, Evidence.STATEMENT: stated}
    return tuple((str(words.EVIDENCE[kind]), str(text)) for kind, texts in told.items() for text in texts)


def text(question: AssessmentQuestion, value: str | tuple[str, ...]) -> str:
    """One answer in words."""
    if isinstance(value, tuple):
        return "\n".join(f"{number}: {words.ARTICLES[int(number)]}" for number in sorted(value, key=int))
    if question.kind is Kind.CHOICE:
        return str(words.ASSESSMENT_OPTIONS[value])
    return date_text(date.fromisoformat(value)) if question.kind is Kind.DATE else value


def stamp(assessment: Assessment) -> str:
    """How early it was finished; an assessment after the decision is told as what it is."""
    days = assessment.days_before
    if days is None:
        return str(_("Not finished yet"))
    if days < 0:
        return str(_("%(late)s. It could not affect the decision.", late=days_before(days)))
    return days_before(days)


def days_before(days: int) -> str:
    if days == 0:
        return str(_("On the day of the decision"))
    if days < 0:
        return str(ngettext("%(num)d day after the decision", "%(num)d days after the decision", -days))
    return str(ngettext("%(num)d day before the decision", "%(num)d days before the decision", days))
