"""Help lines as children see them: the municipality's own list, asked for once and only where shown."""

from collections.abc import Sequence
from datetime import time
from typing import Any, cast

from flask import current_app, g
from flask_babel import LazyString, gettext
from werkzeug.local import LocalProxy

from participation.errors import Unreachable
from participation.owner import help_lines
from participation.rights.help_lines import HELP_LINES, HelpLine
from participation.web import language, words
from participation.web.current import reading


def fall_back() -> None:
    """Show the national ones: the database may be what is broken."""
    g.help_lines = HELP_LINES


def about(line: HelpLine) -> tuple[str, str]:
    """What it is for, and the language in which it says so."""
    if line.key in words.HELP_LINES:
        return str(words.HELP_LINES[line.key]), language.chosen()
    wanted = (language.chosen(), str(current_app.config["LANGUAGE"]))
    tongue = next((code for code in wanted if code in line.about), next(iter(line.about), "nb"))
    return line.about.get(tongue, ""), tongue


def hours(line: HelpLine) -> LazyString | str:
    if line.round_the_clock or not (line.opens and line.closes):
        return words.HELP_LINE_HOURS[line.round_the_clock]
    return weekdays(time.fromisoformat(line.opens), time.fromisoformat(line.closes))


def weekdays(opens: time, closes: time) -> str:
    """From when to when, on weekdays, as the reader writes the time."""
    given = {"opens": language.time_text(opens), "closes": language.time_text(closes)}
    return gettext("On weekdays from %(opens)s to %(closes)s", **given)


def _shown() -> Sequence[HelpLine]:
    if "help_lines" not in g:
        try:
            with reading() as db:
                g.help_lines = help_lines.shown(db)
        except Unreachable:
            fall_back()
    return cast("Sequence[HelpLine]", g.help_lines)


def _alarm() -> HelpLine:
    """The line of all children, wherever it stands in the list."""
    return next(line for line in _shown() if line.key == "alarm")


SHOWN = LocalProxy(_shown)
ALARM: Any = LocalProxy(_alarm)
"""Looked up when a page first shows them, and then no more."""
