"""Forms for the group door: buttons that must come from our own page, and nothing to fill in."""

from wtforms import Form

from participation.web.forms.base import Meta


class Press(Form):
    """A button on one of our pages. Pressed twice it does no more than once."""

    Meta = Meta
