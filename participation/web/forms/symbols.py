"""Forms for the service owner's own symbols: taking one in, and choosing where each stands."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import FileField, SelectChoice, SelectField, StringField
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from participation.owner.symbols import Symbol, redrawn
from participation.owner.unfit import NotAPicture
from participation.web import words
from participation.web.forms.base import Filled, Meta, OfficeForm, at_most

LONGEST_NAME, LONGEST_SOURCE = 60, 200


class DescribeForm(OfficeForm):
    name = StringField(
        _("What does it show?"),
        [Filled(), at_most(LONGEST_NAME)],
        description=_("One or two words, so that you find it again. Children do not see them."),
    )
    source = StringField(
        _("Who made it, and under which licence?"),
        [Filled(), at_most(LONGEST_SOURCE)],
        description=_("For example: our own drawing, or the name of the symbol set and its licence."),
    )


class AddForm(DescribeForm):
    picture = FileField(
        _("The picture"),
        description=_("An SVG file of at most 20 kB, or a PNG file of at most 60 kB and 512 pixels."),
    )

    @property
    def content(self) -> bytes:
        return self._read

    def validate_picture(self, field: FileField) -> None:
        self._read = field.data.read() if field.data else b""
        if not self._read:
            raise ValidationError(gettext("Choose a file."))
        try:
            redrawn(self._read)
        except NotAPicture as refused:
            raise ValidationError(str(words.UNFIT[refused.why])) from None

    def is_there_already(self) -> None:
        self.picture.errors = [gettext("This picture is among your symbols already.")]


def places_form(
    places: Mapping[str, Any], own: Iterable[Symbol], standing: Mapping[str, str], sent: MultiDict[str, str]
) -> BaseForm:
    """For each place which picture stands there; `places` says what each is called."""
    ours = SelectChoice("", gettext("The symbol that comes with the pages"))
    choices = [ours, *(SelectChoice(symbol.digest, symbol.name) for symbol in own)]
    fields = {place: SelectField(text, choices=choices) for place, text in places.items()}
    form = BaseForm(fields, meta=Meta())
    form.process(sent or None, data={place: standing.get(place, "") for place in places})
    return form
