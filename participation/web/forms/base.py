"""What all our forms share: a token against forgery, a mark that it was sent, and our own words."""

from secrets import token_urlsafe
from typing import Any

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _
from wtforms import Form, HiddenField
from wtforms.csrf.core import CSRF
from wtforms.meta import DefaultMeta
from wtforms.validators import InputRequired, Length, StopValidation, ValidationError

from participation.web.security import csrf_token, is_our_token


class BrowserToken(CSRF):
    """A token that lives as long as the browser's own secret: a slow child is not an attacker."""

    def generate_csrf_token(self, csrf_token_field: Any) -> str:
        return csrf_token()

    def validate_csrf_token(self, form: Any, field: Any) -> None:
        if not is_our_token(field.data or ""):
            raise ValidationError(gettext("Please send the page once more."))


class Catalogue:
    """WTForms' own messages, looked up in our translations."""

    gettext = staticmethod(gettext)
    ngettext = staticmethod(ngettext)


class Meta(DefaultMeta):
    csrf = True
    csrf_class = BrowserToken

    def get_translations(self, form: Any) -> Catalogue:
        return Catalogue()


class OfficeForm(Form):
    """A form that changes something once, however often it is sent."""

    Meta = Meta

    once = HiddenField(default=lambda: token_urlsafe(24))

    def refuse(self, *missing: str) -> None:
        """Put an act's refusal beside the fields that it names."""
        for name in missing:
            if name in self:
                self[name].errors = [*self[name].errors, gettext("Look at this once more.")]


class Filled(InputRequired):
    """Something besides spaces must be written."""

    def __init__(self, message: Any = None) -> None:
        super().__init__(message or _("Fill in this field."))

    def __call__(self, form: Any, field: Any) -> None:
        if not field.raw_data or not str(field.raw_data[0]).strip():
            field.errors[:] = []
            raise StopValidation(str(self.message))


def at_most(n: int) -> Length:
    return Length(max=n, message=_("This is too long. Use at most %(max)d characters."))
