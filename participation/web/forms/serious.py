"""The form of a child that says that something is serious: nothing must be filled in."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, TextAreaField

from participation.casework.concerns import LONGEST_ABOUT, LONGEST_REACH
from participation.web.forms.base import OfficeForm, at_most


class SeriousForm(OfficeForm):
    about = TextAreaField(
        _("What is it about?"),
        [at_most(LONGEST_ABOUT)],
        description=_("You can write as much or as little as you want. It may be empty."),
    )
    reach = TextAreaField(
        _("May we contact you? How?"),
        [at_most(LONGEST_REACH)],
        description=_("For example: at school, or by phone after three o’clock. It may be empty."),
        render_kw={"rows": 2},
    )
    not_to_coordinator = BooleanField(_("My coordinator is not to read this"))
