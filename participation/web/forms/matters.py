"""Forms for matters."""

from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField

from participation.web.forms.base import Filled, OfficeForm, at_most
from participation.web.forms.fields import Day


class MatterForm(OfficeForm):
    """Everything in it is read by children, the youth council and the public."""

    title = StringField(
        _("Title"),
        [Filled(), at_most(120)],
        description=_("What the matter is called when people talk about it."),
    )
    about = TextAreaField(
        _("What it is about"),
        [Filled(), at_most(2000)],
        description=_("Two or three sentences that a twelve-year-old understands."),
    )
    decided_by = StringField(
        _("Who decides"), [Filled(), at_most(120)], description=_("For example the municipal council.")
    )
    decision_on = Day(_("When it is decided"), [Filled()])
    can_change = TextAreaField(
        _("What can change"),
        [Filled(), at_most(2000)],
        description=_("What those who are heard can have a say in. Children read this before they answer."),
    )
    fixed = TextAreaField(
        _("What is fixed already"),
        [Filled(), at_most(2000)],
        description=_("Say it honestly. Nothing disappoints more than a choice that was never open."),
    )
