"""Forms for the child-rights assessment: one for each step, made from the questions of that step."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from flask import request
from wtforms import SelectChoice, TextAreaField
from wtforms.form import BaseForm
from wtforms.validators import Optional

from participation.rights.assessment import AssessmentQuestion, Kind, Step, questions_of
from participation.rights.convention import ARTICLES
from participation.web import words
from participation.web.forms.base import Filled, Meta, at_most
from participation.web.forms.fields import AnyOf, Day, Later, OneOf

Value = str | tuple[str, ...]

LONGEST = 6000


def form_for(step: Step, kept: Mapping[str, Value], *, whole: bool = False) -> BaseForm:
    """The questions of this step, filled with what is kept or has just been sent.

    `whole` is for an assessment that is finished: what is asked for may not be left empty any more.
    """
    asked = questions_of(step)
    form = BaseForm(
        {question.id: _field(question, Filled if whole else Later) for question in asked}, meta=Meta()
    )
    data = {question.id: _shown(question, kept[question.id]) for question in asked if question.id in kept}
    form.process(request.form or None, data=data)
    return form


def answers_in(form: BaseForm, step: Step) -> dict[str, Value]:
    """What was answered, as it is kept."""
    return {question.id: _kept(form[question.id].data) for question in questions_of(step)}


def _field(question: AssessmentQuestion, asked_for: type[Filled | Later]) -> Any:
    label, help_ = words.ASSESSMENT_QUESTIONS[question.id], words.ASSESSMENT_HELP[question.id]
    rules = [Optional() if question.optional else asked_for()]
    if question.kind is Kind.CHOICE:
        choices = [SelectChoice(option, words.ASSESSMENT_OPTIONS[option]) for option in question.options]
        return OneOf(label, rules, description=help_, choices=choices)
    if question.kind is Kind.ARTICLES:
        return AnyOf(label, rules, description=help_, choices=_articles())
    if question.kind is Kind.DATE:
        return Day(label, rules, description=help_)
    return TextAreaField(label, [*rules, at_most(LONGEST)], description=help_)


def _articles() -> list[SelectChoice]:
    """By the part of a child's life they look after, the general principles first."""
    return [
        SelectChoice(str(number), words.ARTICLES[number], optgroup=str(text))
        for group, text in words.ARTICLE_GROUPS.items()
        for number, article in ARTICLES.items()
        if article.group is group
    ]


def _shown(question: AssessmentQuestion, value: Value) -> Any:
    if question.kind is Kind.DATE:
        return date.fromisoformat(str(value)) if value else None
    return list(value) if question.kind is Kind.ARTICLES else value


def _kept(value: Any) -> Value:
    if isinstance(value, list):
        return tuple(value)
    return value.isoformat() if isinstance(value, date) else str(value or "")
