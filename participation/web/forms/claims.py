"""Forms for the claim card: one button, and it counts once."""

from flask_babel import lazy_gettext as _
from wtforms import SelectChoice

from participation.web.forms.base import Filled, OfficeForm
from participation.web.forms.fields import OneOf


class WithdrawForm(OfficeForm):
    """Taking one's answers back."""


class PrintForm(OfficeForm):
    """Two buttons: yes or no to one's own words being printed."""

    says = OneOf(
        _("Your answer"),
        [Filled()],
        choices=[SelectChoice("yes", _("Yes, print it")), SelectChoice("no", _("No, do not print it"))],
    )
