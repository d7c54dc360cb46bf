"""Forms for the help lines: an own line with its words in each language, and a corrected number."""

import re
from collections.abc import Mapping
from secrets import token_urlsafe
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import HiddenField, SelectChoice, StringField, TextAreaField
from wtforms.form import BaseForm
from wtforms.validators import Optional, Regexp, ValidationError

from participation.rights.help_lines import HelpLine
from participation.web import language
from participation.web.forms.base import Filled, Meta, OfficeForm, at_most
from participation.web.forms.fields import OneOf

NUMBER = r"\s*\+?\d[\d ]{1,18}\s*$"
WEB = re.compile(r"[\w-]+(\.[\w-]+)+(/[\w./-]*)?")
CLOCK = r"([01]\d|2[0-3]):[0-5]\d$"
ALWAYS, WEEKDAYS, VARIES = "always", "weekdays", "varies"
MUST_HAVE = ("nb", "nn", "en")


class NumberForm(OfficeForm):
    number = StringField(
        _("The right number"),
        [Filled(_("Write the number.")), Regexp(NUMBER, message=_("A number is made of digits."))],
        render_kw={"inputmode": "tel", "autocomplete": "off"},
    )


def line_form(line: HelpLine | None, sent: MultiDict[str, str]) -> BaseForm:
    """An own line: what it is called, how to reach it, when, and what it is for."""
    form = BaseForm({**_how_to_reach(), **_what_it_is_for()}, meta=Meta())
    form.process(sent or None, data=_as_kept(line) if line else {"once": token_urlsafe(24)})
    return form


def line_in(form: BaseForm) -> HelpLine:
    """The line as it was written."""
    said = {name: (form[name].data or "").strip() for name in ("name", "number", "web", "opens", "closes")}
    at_weekdays = form["hours"].data == WEEKDAYS
    return HelpLine(
        "",
        said["name"],
        said["number"],
        _bare(said["web"]) or None,
        form["hours"].data == ALWAYS,
        None,
        said["opens"] if at_weekdays else "",
        said["closes"] if at_weekdays else "",
        {code: form[f"about_{code}"].data or "" for code in language.OFFERED_OUTSIDE},
    )


def _how_to_reach() -> Mapping[str, Any]:
    clock = [_only_at_weekdays, Regexp(CLOCK, message=_("Write the time like this: 08:00."))]
    return {
        "once": HiddenField(),
        "name": StringField(_("Name"), [Filled(_("Write the name.")), at_most(80)]),
        "number": StringField(
            _("Telephone number"),
            [Optional(), Regexp(NUMBER, message=_("A number is made of digits."))],
            description=_("Leave it empty if one can only write to them."),
        ),
        "web": StringField(_("Web address"), [Optional(), at_most(120), _is_an_address]),
        "hours": OneOf(
            _("When do they answer?"),
            [Filled(_("Choose when they answer."))],
            choices=[
                SelectChoice(ALWAYS, _("Day and night")),
                SelectChoice(WEEKDAYS, _("On weekdays, at these times")),
                SelectChoice(VARIES, _("It varies")),
            ],
        ),
        "opens": StringField(_("From"), clock, description=_("For example 08:00.")),
        "closes": StringField(_("To"), clock, description=_("For example 15:30.")),
    }


def _what_it_is_for() -> Mapping[str, Any]:
    return {
        f"about_{code}": TextAreaField(
            _("What it is for, in %(language)s", language=language.KNOWN[code].name),
            [Filled() if code in MUST_HAVE else Optional(), at_most(200)],
            description=_("One short sentence for a child.") if code in MUST_HAVE[:1] else "",
            render_kw={"lang": code, "dir": language.KNOWN[code].dir, "rows": 2},
        )
        for code in language.OFFERED_OUTSIDE
    }


def _as_kept(line: HelpLine) -> dict[str, str]:
    hours = ALWAYS if line.round_the_clock else WEEKDAYS if line.opens else VARIES
    kept = {name: getattr(line, name) or "" for name in ("name", "number", "web", "opens", "closes")}
    about = {f"about_{code}": text for code, text in line.about.items()}
    return {**kept, **about, "hours": hours, "once": token_urlsafe(24)}


def _bare(address: str) -> str:
    return re.sub(r"^https?://", "", address.strip()).rstrip("/")


def _is_an_address(_form: Any, field: Any) -> None:
    if not WEB.fullmatch(_bare(field.data)):
        raise ValidationError(gettext("A web address looks like this: 116111.no."))


def _only_at_weekdays(form: Any, field: Any) -> None:
    """Times are asked for where there are any; else they are let be."""
    if form["hours"].data != WEEKDAYS:
        Optional()(form, _empty(field))


def _empty(field: Any) -> Any:
    field.data, field.raw_data = "", []
    return field
