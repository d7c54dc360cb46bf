"""Forms for the administrator: who has an account."""

from flask_babel import lazy_gettext as _
from wtforms import EmailField, SelectChoice, StringField
from wtforms.validators import Regexp

from participation.access import STAFF
from participation.web import words
from participation.web.forms.base import Filled, OfficeForm, at_most
from participation.web.forms.fields import OneOf


class AccountForm(OfficeForm):
    name = StringField(
        _("Name"),
        [Filled(_("Write the name.")), at_most(120)],
        description=_("As others are to read it: children too, beside an answer from this person."),
    )
    email = EmailField(
        _("E-mail address"),
        [
            Filled(_("Write the e-mail address.")),
            at_most(254),
            Regexp(
                r"\s*[^@\s]+@[^@\s]+\s*$", message=_("An e-mail address looks like this: name@example.no.")
            ),
        ],
        description=_("The person signs in with it. Nothing is sent to it."),
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )
    role = OneOf(
        _("Role"),
        [Filled(_("Choose a role."))],
        choices=[SelectChoice(role.name, words.ROLES[role.name]) for role in STAFF],
        description=_("One account has one role. It decides what the person may see and do."),
    )


class HandOverForm(OfficeForm):
    taker = OneOf(
        _("Who takes over the cases?"),
        [Filled(_("Choose who takes over."))],
        description=_("The person can read everything in these cases, and answers the children from now on."),
    )
