"""The form for the service owner's colours: beside each, where it is hard to see, and what would do."""

from itertools import groupby
from math import floor
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import SelectChoice
from wtforms.fields import ColorField
from wtforms.form import BaseForm

from participation.owner.colours import PLACES, Corners, Fault, Palette
from participation.owner.contrast import is_colour
from participation.web import words
from participation.web.forms.base import Meta
from participation.web.forms.fields import OneOf
from participation.web.language import number_text

CORNERS = "corners"


class Colour(ColorField):
    """A colour as a browser's own chooser sends it, or as it is written: #rrggbb."""

    def process_formdata(self, valuelist: list[str]) -> None:
        written = "".join(valuelist).strip().lower()
        if not is_colour(written):
            raise ValueError(gettext("Write the colour like this: #0b4a4d."))
        self.data = written

    def _value(self) -> str:
        return self.data or ""


class ColoursForm(BaseForm):
    """A whole set of colours, begun from one that there is."""

    def __init__(self, palette: Palette, sent: MultiDict[str, str]) -> None:
        choices = [SelectChoice(str(corners), text) for corners, text in words.CORNERS.items()]
        fields: dict[str, Any] = {f"{mode}-{tone}": Colour(words.TONES[tone]) for mode, tone in PLACES}
        fields[CORNERS] = OneOf(_("Corners"), choices=choices)
        super().__init__(fields, meta=Meta())
        began = {f"{mode}-{tone}": shade for (mode, tone), shade in palette.shades.items()}
        self.process(sent or None, data={**began, CORNERS: str(palette.corners)})

    @property
    def palette(self) -> Palette:
        shades = {(mode, tone): self[f"{mode}-{tone}"].data for mode, tone in PLACES}
        return Palette(shades, Corners(self[CORNERS].data))

    def validate(self, extra_validators: Any = None) -> bool:
        """Each colour is one, and each stands out from where it is seen."""
        if not super().validate(extra_validators):
            return False
        palette = self.palette
        for (mode, tone), faults in groupby(palette.faults, key=lambda fault: (fault.mode, fault.tone)):
            self[f"{mode}-{tone}"].errors = [*map(_said, faults), _remedy(palette.nearest(mode, tone))]
        return not self.errors


def _said(fault: Fault) -> str:
    return gettext(
        "On “%(ground)s” it stands out %(measured)s to 1, and it must be %(least)s.",
        ground=words.TONES[fault.ground],
        measured=number_text(floor(fault.measured * 10) / 10),
        least=number_text(fault.least),
    )


def _remedy(shade: str | None) -> str:
    if shade:
        return gettext("The nearest colour that does: %(colour)s.", colour=shade)
    return gettext("No shade of this colour does. Choose others for what lies behind it.")
