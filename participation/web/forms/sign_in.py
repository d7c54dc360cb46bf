"""Forms for signing in and choosing a password."""

from flask_babel import lazy_gettext as _
from wtforms import EmailField, Form, HiddenField, PasswordField
from wtforms.validators import EqualTo

from participation.web.forms.base import Filled, Meta, OfficeForm


class SignInForm(Form):
    """May be sent again and again: a wrong password changes nothing."""

    Meta = Meta

    go_to = HiddenField()
    """Where somebody was whose session had ended, and what they had sent there."""
    kept = HiddenField()

    email = EmailField(
        _("E-mail address"),
        [Filled(_("Write your e-mail address."))],
        render_kw={"autocomplete": "username", "spellcheck": "false"},
    )
    password = PasswordField(
        _("Password"),
        [Filled(_("Write your password."))],
        render_kw={"autocomplete": "current-password"},
    )


class SignOutForm(Form):
    """Nothing but the token: another site cannot sign anybody out."""

    Meta = Meta


class PasswordForm(OfficeForm):
    password = PasswordField(
        _("New password"),
        [Filled(_("Write a password."))],
        description=_(
            "At least 15 characters and at most 128. Any characters will do, spaces too. "
            "Leave out your name, your address and words that everybody thinks of first."
        ),
        render_kw={"autocomplete": "new-password"},
    )
    again = PasswordField(
        _("The same password once more"),
        [
            Filled(_("Write the password once more.")),
            EqualTo("password", _("The two passwords are not alike.")),
        ],
        render_kw={"autocomplete": "new-password"},
    )
