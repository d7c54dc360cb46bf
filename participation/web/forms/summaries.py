"""Forms for summaries."""

from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField
from wtforms.validators import Optional

from participation.web.forms.base import Filled, OfficeForm, at_most
from participation.web.forms.fields import Later


class SummaryForm(OfficeForm):
    """It may be saved half done; publishing asks for the rest."""

    title = StringField(_("Title"), [Later(), at_most(120)])
    findings = TextAreaField(
        _("What the children said"),
        [Later(), at_most(8000)],
        description=_("In plain words. Say what many said, what few said, and what they disagreed on."),
    )
    not_reached = TextAreaField(
        _("Who was not reached"),
        [Optional(), at_most(2000)],
        description=_("An honest gap: those who were not invited, did not come or could not take part."),
    )
    what_next = TextAreaField(
        _("What happens next"),
        [Later(), at_most(4000)],
        description=_("Who takes it on, and when the children hear more."),
    )


class SendBackForm(OfficeForm):
    why = TextAreaField(
        _("What should be changed?"),
        [Filled(), at_most(2000)],
        description=_("Say which words could tell on a child, or what does not follow from the numbers."),
    )
