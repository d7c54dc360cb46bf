"""The form of a child that wants to be contacted. Its token is tied to no browser, and so to no draft."""

import hmac
from hashlib import sha256
from secrets import token_hex
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import StringField, TextAreaField
from wtforms.csrf.core import CSRF
from wtforms.validators import ValidationError

from participation.casework.contacts import LONGEST_ABOUT, LONGEST_NAME, LONGEST_REACH
from participation.web.current import key_for
from participation.web.forms.base import Filled, Meta, OfficeForm, at_most

PAD = 32


class OwnToken(CSRF):
    """That the form is ours. That it came from our own page the headers say, which are looked at first."""

    def generate_csrf_token(self, csrf_token_field: Any) -> str:
        pad = token_hex(PAD // 2)
        return pad + _mark(pad)

    def validate_csrf_token(self, form: Any, field: Any) -> None:
        given = field.data or ""
        if not hmac.compare_digest(_mark(given[:PAD]).encode(), given[PAD:].encode()):
            raise ValidationError(gettext("Please send the page once more."))


class TiedToNobody(Meta):
    csrf_class = OwnToken
    csrf_field_name = "page_token"


class ContactForm(OfficeForm):
    Meta = TiedToNobody

    called = StringField(
        _("What may we call you?"),
        [at_most(LONGEST_NAME)],
        description=_("It may be empty."),
        render_kw={"autocomplete": "off"},
    )
    reach = TextAreaField(
        _("How can we reach you?"),
        [Filled(_("Write how we can reach you.")), at_most(LONGEST_REACH)],
        description=_("For example a phone number, or your school and class."),
        render_kw={"rows": 3, "autocomplete": "off"},
    )
    about = TextAreaField(
        _("What is it about?"),
        [at_most(LONGEST_ABOUT)],
        description=_("You can write as much or as little as you want. It may be empty."),
    )


def _mark(pad: str) -> str:
    return hmac.new(key_for("contact form"), pad.encode(), sha256).hexdigest()
