"""Context: what every template may use without being handed it."""

from pathlib import Path
from typing import Any

from flask import Flask, current_app, g, request, url_for

from participation.access import Act, Actor, may
from participation.web import colours, current, drawings, help_lines, language, notices, security, words
from participation.web.static_files import static_url
from participation.web.views import ROOMS

LETTERS_SHEET = "letters/letters.css"


def fill(app: Flask) -> None:
    app.context_processor(_context)
    app.jinja_env.globals["static_url"] = static_url
    app.jinja_env.globals["drawn"] = drawings.drawn


def _context() -> dict[str, Any]:
    actor = current.somebody()
    return {
        "owner": current_app.config["OWNER"],
        "contact": current_app.config["CONTACT"],
        "accessibility_statement": current_app.config["ACCESSIBILITY_STATEMENT"],
        "here": request.path,
        "actor": actor,
        "nav": navigation(actor) if actor else [],
        "may": lambda act: actor is not None and may(actor, act),
        "Act": Act,
        "today": current.today(),
        "notice": notices.text(request.args.get("done", "")) if request.method == "GET" else None,
        "help_lines": help_lines.SHOWN,
        "alarm_line": help_lines.ALARM,
        "help_about": help_lines.about,
        "help_hours": help_lines.hours,
        "csrf": security.csrf_token,
        "letters_sheet": _letters_sheet,
        "colours_address": colours.address,
        "words": words,
    }


def navigation(actor: Actor) -> list[tuple[Any, str, bool]]:
    """The rooms this actor may enter: (text, address, whether we are in it)."""
    rooms = [(text, url_for(endpoint)) for text, endpoint, act in ROOMS if act is None or may(actor, act)]
    is_here = not g.get("is_nowhere")
    return [(text, url, is_here and request.path.startswith(url)) for text, url in rooms]


def _letters_sheet() -> str | None:
    """The stylesheet that fetches the clear letters, where it was chosen, and where they were made."""
    made = (Path(current_app.static_folder or "") / LETTERS_SHEET).exists()
    return static_url(LETTERS_SHEET) if made and language.letters() == "clear" else None
