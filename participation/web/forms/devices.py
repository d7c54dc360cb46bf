"""Forms for preparing a device on which children answer without net."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import StringField
from wtforms.validators import NumberRange

from participation.community.offline import LONGEST_NAME, MOST_USES
from participation.web.forms.base import Filled, OfficeForm, at_most
from participation.web.forms.fields import Day, Number


class DeviceForm(OfficeForm):
    name = StringField(
        _("Which tablet is it?"),
        [Filled(), at_most(LONGEST_NAME)],
        description=_("So that you can take back the right one. For example: Tablet 2. No names of people."),
    )
    uses = Number(
        _("How many children answer on it?"),
        [Filled(), NumberRange(1, MOST_USES, message=_("Write a number from %(min)d to %(max)d."))],
    )
    last_day = Day(
        _("The last day children answer on it"),
        [Filled()],
        description=_(
            "The day the trip ends. The answers must be sent before the last day to answer is over."
        ),
    )

    def refuse(self, *missing: str) -> None:
        """Only the day can be wrong when the fields are right: it depends on the consultation."""
        super().refuse(*(name for name in missing if name != "last_day"))
        if "last_day" in missing:
            self.last_day.errors = [gettext("Choose a day from today to the last day to answer.")]
