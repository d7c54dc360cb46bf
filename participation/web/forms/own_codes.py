"""The form for a sheet that is handed to a child."""

from flask_babel import lazy_gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import SelectChoice

from participation.web.forms.base import Filled, OfficeForm
from participation.web.forms.fields import OneOf
from participation.web.language import KNOWN, OFFERED_OUTSIDE, chosen


class SheetForm(OfficeForm):
    language = OneOf(
        _("Which language is the sheet to be in?"),
        [Filled(_("Choose a language."))],
        description=_("The child can choose another language on the page."),
    )


def sheet_form(sent: MultiDict[str, str] | None = None) -> SheetForm:
    """The form, with the languages a child may read."""
    form = SheetForm(sent)
    form.language.choices = [SelectChoice(code, KNOWN[code].name) for code in OFFERED_OUTSIDE]
    if form.language.data is None:
        form.language.data = chosen()
    return form
