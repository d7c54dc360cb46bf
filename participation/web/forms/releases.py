"""The form before a release: which groups are compared, and which answers no child may be tied to."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, HiddenField, SelectChoice
from wtforms.form import BaseForm
from wtforms.validators import NumberRange

from participation.community.releases import LEAST, MOST_LEAST, ReleaseDraft, Settled
from participation.surveys.definition import Survey
from participation.surveys.questions import Question
from participation.web.forms.base import Filled, Meta, OfficeForm
from participation.web.forms.fields import AnyOf, Number

TELLING = "telling_"


class ReleaseForm(OfficeForm):
    seen = HiddenField()
    keeps_sheets = BooleanField(
        _("I want to release one more breakdown later"),
        description=_("The sealed answer sheets then wait, at most 30 days after closing."),
    )


def confirm_form(
    survey: Survey,
    declared: Sequence[str],
    language: str,
    draft: ReleaseDraft | None,
    fixed: Settled,
    sent: Any,
) -> BaseForm:
    """One field for the groups, one for each question's sensitive answers, one for severe questions.

    What is settled already is told in the hints and not offered.
    """
    counted = [question for question in survey.questions if question.counted]
    fields: dict[str, Any] = {"once": HiddenField()}
    offered = declared if fixed.finest is None else fixed.finest
    if open_groups := [by for by in offered if by not in fixed.breakdowns]:
        fields["breakdowns"] = _groups(survey, open_groups, fixed, language)
    fields |= {
        TELLING + one.id: _telling(survey, one, fixed.telling.get(one.id, ()), language)
        for one in counted
        if one.id not in fixed.breakdowns
    }
    if mild := [one for one in counted if one.id not in fixed.severe]:
        fields["severe"] = _severe(survey, mild, language)
    if fixed.least is None:
        fields["least"] = _least(fixed.at_least)
    form = BaseForm(fields, meta=Meta())
    form.process(sent or None, data=_before(declared, draft, fixed))
    return form


def telling_in(form: BaseForm) -> dict[str, list[str]]:
    """The sensitive answers that were chosen, by question."""
    return {
        field.name.removeprefix(TELLING): field.data or [] for field in form if field.name.startswith(TELLING)
    }


def _before(declared: Sequence[str], draft: ReleaseDraft | None, fixed: Settled) -> dict[str, Any]:
    """What was chosen last time and can still be changed."""
    if draft is None:
        return {"breakdowns": list(declared), "least": LEAST}
    telling = {
        TELLING + name: [one for one in chosen if one not in fixed.telling.get(name, ())]
        for name, chosen in draft.telling.items()
    }
    severe = [name for name in draft.severe if name not in fixed.severe]
    return {"breakdowns": draft.breakdowns, "severe": severe, "least": draft.least, **telling}


def _groups(survey: Survey, offered: Sequence[str], fixed: Settled, language: str) -> Any:
    names = {by: survey.wording(language, "standard", by)["text"] for by in (*offered, *fixed.breakdowns)}
    told = " · ".join(names[by] for by in fixed.breakdowns)
    hint = gettext("Declared before it opened. Fewer groups give more numbers that can be shown.")
    return AnyOf(
        _("Which groups do you want to compare?"),
        choices=[SelectChoice(by, names[by]) for by in offered],
        description=gettext("Told already: %(groups)s.", groups=told) if told else hint,
    )


def _least(at_least: int) -> Any:
    allowed = NumberRange(at_least, MOST_LEAST, message=_("Write a number from %(min)d to %(max)d."))
    return Number(
        _("How many children must a number be about, at least?"),
        [Filled(), allowed],
        description=_("Ten is the least. More is safer where everybody knows everybody."),
    )


def _telling(survey: Survey, question: Question, fixed: Sequence[str], language: str) -> Any:
    said = survey.wording(language, "standard", question.id)
    named = ", ".join(said[answer] for answer in fixed)
    offered = [answer for answer in question.categories if answer not in fixed]
    hint = gettext("Sensitive already: %(answers)s.", answers=named) if named else ""
    choices = [SelectChoice(answer, said[answer]) for answer in offered]
    return AnyOf(said["text"], choices=choices, description=hint)


def _severe(survey: Survey, questions: Sequence[Question], language: str) -> Any:
    texts = {one.id: survey.wording(language, "standard", one.id)["text"] for one in questions}
    return AnyOf(
        _("Which questions are about violence, abuse, self-harm or sexuality?"),
        choices=[SelectChoice(name, text) for name, text in texts.items()],
        description=_("For these, fewer than five sensitive answers are never shown as a number."),
    )
