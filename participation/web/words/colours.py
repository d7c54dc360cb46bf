"""Words for colours: what each is for, and the names of the ready sets."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from participation.owner.colours import Corners, Mode, Tone

TONES: Mapping[Tone, LazyString] = {
    Tone.PAPER: _("Around the house"),
    Tone.CARD: _("Inside the house"),
    Tone.INK: _("Text"),
    Tone.SOFT: _("Quiet text"),
    Tone.LINE: _("Thin lines"),
    Tone.EDGE: _("Edges of what can be pressed"),
    Tone.MAIN: _("Buttons, links and the roof"),
    Tone.ON_MAIN: _("Text on buttons"),
    Tone.ACCENT: _("The colour that warms"),
    Tone.ON_ACCENT: _("Text on the colour that warms"),
    Tone.TINT: _("Behind what is chosen"),
    Tone.DANGER: _("Warnings"),
    Tone.DANGER_TINT: _("Behind warnings"),
}
MODES: Mapping[Mode, LazyString] = {
    Mode.LIGHT: _("On a light screen"),
    Mode.DARK: _("On a dark screen"),
}
CORNERS: Mapping[Corners, LazyString] = {
    Corners.SHARP: _("Sharp"),
    Corners.LITTLE: _("A little round"),
    Corners.ROUND: _("Round"),
    Corners.VERY: _("Very round"),
}
READY_COLOURS: Mapping[str, LazyString] = {
    "fjord": _("Fjord"),
    "forest": _("Forest"),
    "berry": _("Berry"),
}
