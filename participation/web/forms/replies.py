"""Forms for the claim card of a case: whether the answer was understood right, and taking words back."""

from flask_babel import lazy_gettext as _
from wtforms import SelectChoice, TextAreaField
from wtforms.validators import InputRequired

from participation.casework.corrections import LONGEST_CORRECTION, CameOut
from participation.casework.replies import Understood
from participation.web.forms.base import OfficeForm, at_most
from participation.web.forms.fields import OneOf

UNDERSTOOD = {
    Understood.YES: _("Yes, you understood me"),
    Understood.PARTLY: _("Some of it"),
    Understood.NO: _("No, that is not what I meant"),
}


class UnderstoodForm(OfficeForm):
    understood = OneOf(
        _("Did your coordinator understand you?"),
        [InputRequired(_("Pick the answer that fits you best."))],
        choices=[SelectChoice(answer.name, text) for answer, text in UNDERSTOOD.items()],
    )
    comment = TextAreaField(
        _("Is there something you want to say about the answer?"),
        [at_most(1000)],
        description=_("You do not have to write anything."),
    )


CAME_OUT = {
    CameOut.YES: _("Yes, it came out right"),
    CameOut.PARTLY: _("Some of it"),
    CameOut.NO: _("No, it did not come out right"),
}


class CameOutForm(OfficeForm):
    came_out = OneOf(
        _("Did it come out right?"),
        [InputRequired(_("Pick the answer that fits you best."))],
        choices=[SelectChoice(answer.name, text) for answer, text in CAME_OUT.items()],
    )
    instead = TextAreaField(
        _("What should have stood there?"),
        [at_most(LONGEST_CORRECTION)],
        description=_("You do not have to write anything."),
    )


class TakeBackForm(OfficeForm):
    """Taking back one passage."""
