"""Forms for those on duty: a step that was taken, and what was done for a child who asked to be contacted."""

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import SelectChoice, StringField, TextAreaField
from wtforms.validators import InputRequired, ValidationError

from participation.casework.concerns import REASONED, Step
from participation.web import words
from participation.web.current import today
from participation.web.forms.base import Filled, OfficeForm, at_most
from participation.web.forms.fields import Day, OneOf

LONGEST_REASON = 4000


class StepForm(OfficeForm):
    step = OneOf(
        _("What is done?"),
        [Filled(_("Choose what is done."))],
        choices=[
            SelectChoice(step.name, words.CONCERN_STEPS[step.name]) for step in Step if step is not Step.SEEN
        ],
    )
    done_on = Day(_("On which day?"), [InputRequired(_("Write the day like this: 21.11.2026."))])
    receipt = StringField(
        _("Number on the receipt"),
        [at_most(80)],
        description=_("For a report. The report itself is sent in your usual way, and no copy is kept here."),
        render_kw={"autocomplete": "off"},
    )
    reason = TextAreaField(
        _("Why, or what else"),
        [at_most(LONGEST_REASON)],
        description=_("A reason is needed when nothing is reported, for other help, and for closing."),
    )

    def validate_done_on(self, field: Any) -> None:
        if field.data and field.data > today():
            raise ValidationError(gettext("This day has not come yet."))

    def validate_receipt(self, field: Any) -> None:
        if self.step.data == Step.REPORTED.name and not (field.data or "").strip():
            raise ValidationError(gettext("Write the number on the receipt."))

    def validate_reason(self, field: Any) -> None:
        if self.step.data in {step.name for step in REASONED} and not (field.data or "").strip():
            raise ValidationError(gettext("Write the reason."))


class DoneForm(OfficeForm):
    done = TextAreaField(_("What was done?"), [Filled(_("Write what was done.")), at_most(LONGEST_REASON)])
