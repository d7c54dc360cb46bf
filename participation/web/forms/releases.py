"""The form before a release: which groups are compared, and which answers no child may be tied to."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import BooleanField, HiddenField, SelectChoice
from wtforms.form import BaseForm

from participation.community.releases import ReleaseDraft
from participation.surveys.definition import Survey
from participation.surveys.questions import Question
from participation.web.forms.base import Meta, OfficeForm
from participation.web.forms.fields import AnyOf

TELLING = "telling_"


class ReleaseForm(OfficeForm):
    keeps_sheets = BooleanField(
        _("I want to release one more breakdown later"),
        description=_("The sealed answer sheets then wait, at most 30 days after closing."),
    )


def confirm_form(
    survey: Survey, declared: Sequence[str], language: str, draft: ReleaseDraft | None, sent: Any
) -> BaseForm:
    """One field for the groups, one for each question's sensitive answers, one for severe questions."""
    counted = [question for question in survey.questions if question.counted]
    fields: dict[str, Any] = {"once": HiddenField()}
    if declared:
        fields["breakdowns"] = _groups(survey, declared, language)
    fields |= {TELLING + one.id: _telling(survey, one, language) for one in counted}
    fields["severe"] = _severe(survey, [one for one in counted if not one.is_severe], language)
    form = BaseForm(fields, meta=Meta())
    form.process(sent or None, data=_before(declared, draft, survey))
    return form


def telling_in(form: BaseForm) -> dict[str, list[str]]:
    """The sensitive answers that were chosen, by question."""
    return {
        field.name.removeprefix(TELLING): field.data or [] for field in form if field.name.startswith(TELLING)
    }


def _before(declared: Sequence[str], draft: ReleaseDraft | None, survey: Survey) -> dict[str, Any]:
    if draft is None:
        return {"breakdowns": list(declared)}
    telling = {
        TELLING + one.id: [name for name in draft.telling.get(one.id, ()) if name not in one.telling]
        for one in survey.questions
    }
    severe = [one.id for one in survey.questions if one.id in draft.severe and not one.is_severe]
    return {"breakdowns": draft.breakdowns, "severe": severe, **telling}


def _groups(survey: Survey, declared: Sequence[str], language: str) -> Any:
    return AnyOf(
        _("Which groups do you want to compare?"),
        choices=[SelectChoice(name, survey.wording(language, "standard", name)["text"]) for name in declared],
        description=_("Declared before it opened. Fewer groups give more numbers that can be shown."),
    )


def _telling(survey: Survey, question: Question, language: str) -> Any:
    said = survey.wording(language, "standard", question.id)
    named = ", ".join(said[answer] for answer in question.telling)
    offered = [answer for answer in question.categories if answer not in question.telling]
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
