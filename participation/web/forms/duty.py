"""The form that names who is on duty, and when."""

from datetime import time
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import TimeField
from wtforms.validators import InputRequired, ValidationError

from participation.casework.duty import SHORTEST_DAY
from participation.rights.office_hours import OfficeHours
from participation.web.forms.base import Filled, OfficeForm
from participation.web.forms.fields import OneOf


class Clock(TimeField):
    """A time of the day, as a browser sends it or as people write it."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(gettext("Write the time like this: 08:00.")) from None


class DutyForm(OfficeForm):
    person = OneOf(_("Who is on duty?"), [Filled(_("Choose who is on duty."))])
    deputy = OneOf(
        _("Who is the deputy?"),
        [Filled(_("Choose a deputy."))],
        description=_("Somebody else. Both see at once what a child sends."),
    )
    opens = Clock(_("From when, on weekdays?"), [InputRequired(_("Write the time like this: 08:00."))])
    closes = Clock(_("Until when?"), [InputRequired(_("Write the time like this: 08:00."))])

    @property
    def hours(self) -> OfficeHours:
        return OfficeHours(self.opens.data, self.closes.data)

    def validate_deputy(self, field: Any) -> None:
        if field.data == self.person.data:
            raise ValidationError(gettext("The deputy must be somebody else."))

    def validate_closes(self, field: Any) -> None:
        opens: time | None = self.opens.data
        if opens and field.data and field.data.hour - opens.hour < SHORTEST_DAY:
            raise ValidationError(gettext("Somebody must read for at least four hours a day."))
