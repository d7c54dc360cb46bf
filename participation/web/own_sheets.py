"""Own sheets: what a child gets in the hand to start by itself, or to take part in a meeting."""

from flask import render_template, url_for
from flask_babel import gettext
from markupsafe import Markup

from participation.casework.meetings import Meeting
from participation.web import qr
from participation.web.current import actor
from participation.web.language import KNOWN, speaking


def own_code(code: str, language: str) -> Markup:
    return _sheet("own_codes/sheet.html", code, language)


def meeting(meeting: Meeting, code: str, language: str) -> Markup:
    on_day, until = (KNOWN[language].date(day) for day in (meeting.on_day, meeting.open_until))
    return _sheet("meetings/sheet.html", code, language, on_day=on_day, until=until)


def _sheet(template: str, code: str, language: str, **days: str) -> Markup:
    """The square, the code and what it is for, in the language that was chosen."""
    address = url_for("my_page.start", code=code, _external=True)
    with speaking(language):
        drawn = qr.svg(address, gettext("A square to scan. It opens your page."))
        home = url_for("public.home", _external=True)
        page = render_template(template, code=code, qr=drawn, home=home, reader=actor().name, **days)
    return Markup(page)  # noqa: S704 - our own template, escaped when it was filled
