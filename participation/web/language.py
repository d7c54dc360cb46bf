"""Which language a page is in, and which way it runs."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from functools import partial

from babel import Locale, negotiate_locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal
from flask import Flask, Response, current_app, g, redirect, request, url_for
from flask_babel import Babel, force_locale, get_locale
from werkzeug.wrappers import Response as AnyResponse

from participation.web.current import LANGUAGE_COOKIE, LETTERS_COOKIE, LEVEL_COOKIE, cookie, somebody

MEANS_BOKMAL = {"no": "nb"}
ASKED_BY = ("done", "back", "survey", "before", "in")
"""What our own addresses carry behind the question mark, and keep when the language is changed."""
LEVELS = ("pictures", "simple", "standard", "youth")
EASY_LEVELS = LEVELS[:2]


@dataclass(frozen=True)
class Language:
    """A language by its own name, which way it runs, and whose dates and numbers it borrows."""

    code: str
    name: str
    dir: str = "ltr"
    borrows: str = ""

    @property
    def locale(self) -> Locale:
        return Locale.parse(self.borrows or self.code)


KNOWN = {
    language.code: language
    for language in (
        Language("nb", "Bokmål"),
        Language("nn", "Nynorsk"),
        Language("en", "English"),
        Language("se", "Davvisámegiella"),
        Language("smj", "Julevsámegiella", borrows="nb"),
        Language("sma", "Åarjelsaemien gïele", borrows="nb"),
        Language("uk", "Українська"),
        Language("ar", "العربية", "rtl"),
        Language("pl", "Polski"),
        Language("so", "Soomaali"),
        Language("ti", "ትግርኛ"),
        Language("prs", "دری", "rtl", borrows="fa"),
        Language("ckb", "سۆرانی", "rtl"),
    )
}
OFFERED = ("nb", "nn", "en")
"""Those in which the whole house is complete. No page is ever half in one language and half in another."""
OFFERED_OUTSIDE = OFFERED
"""Those in which all is complete that children and the public meet; who has signed in works in OFFERED."""
EASY = "simple"
"""The level whose words the interface has too, as a catalogue of its own: nb@simple over nb."""

LETTERS = ("usual", "clear")
PICKS = {"lang": LANGUAGE_COOKIE, "level": LEVEL_COOKIE, "letters": LETTERS_COOKIE}
"""What a reader may pick on a page, by the name in the address, and where the browser keeps it."""


def choose(app: Flask) -> None:
    app.config["BABEL_DEFAULT_LOCALE"] = "en"
    app.config["BABEL_TRANSLATION_DIRECTORIES"] = str(app.config["TRANSLATIONS"])
    Babel(app, locale_selector=_locale)
    app.before_request(change)
    app.context_processor(words_of_the_page)


def offered() -> tuple[str, ...]:
    """The languages of the house, or of the pages outside its doors."""
    return OFFERED if somebody() else OFFERED_OUTSIDE


def _locale() -> Locale:
    """Whose words the page takes: plain Norwegian where a child picked easy words."""
    is_easy = chosen() == "nb" and level(LEVELS) in EASY_LEVELS and not somebody()
    return Locale.parse(f"nb@{EASY}") if is_easy else KNOWN[chosen()].locale


def chosen() -> str:
    """What the person picked, else what the browser asks for, else the owner's own."""
    if "language" not in g:
        picked = request.cookies.get(cookie(LANGUAGE_COOKIE), "")
        wanted = [tag.replace("-", "_") for tag in request.accept_languages.values()]
        asked = negotiate_locale(wanted, offered(), aliases=MEANS_BOKMAL)
        g.language = picked if picked in offered() else asked or current_app.config["LANGUAGE"]
    return g.language


def of_survey(languages: Sequence[str]) -> str:
    """The language for a page with a survey's words in it: the page follows, so that it is all in one."""
    best = chosen()
    if best not in languages:
        best = next((code for code in ("nb", *languages) if code in languages and code in offered()), "nb")
    g.offered = [code for code in offered() if code in languages]
    g.language = best
    return best


def level(levels: Sequence[str]) -> str:
    """The reading level that was picked, if this survey has it."""
    picked = request.cookies.get(cookie(LEVEL_COOKIE), "standard")
    if picked not in levels and picked in EASY_LEVELS:
        picked = EASY
    return picked if picked in levels else "standard"


def letters() -> str:
    """Which letters were picked: usual ones, or those made for who has just learnt to read."""
    picked = request.cookies.get(cookie(LETTERS_COOKIE), "")
    return picked if picked in LETTERS else LETTERS[0]


def change() -> AnyResponse | None:
    """Follow a link that changes how the page is read, and come back to the same page."""
    if request.method != "GET" or not request.url_rule or not set(PICKS) & set(request.args):
        return None
    rest = {name: value for name, value in request.args.items() if name in ASKED_BY and value.isascii()}
    here = url_for(str(request.endpoint), **{**(request.view_args or {}), **rest})
    answer: AnyResponse = redirect(here)
    keep = partial(answer.set_cookie, httponly=True, samesite="Lax", secure=current_app.config["HTTPS"])
    can_be: dict[str, Sequence[str]] = {"lang": offered(), "level": LEVELS, "letters": LETTERS}
    for name, kept_in in PICKS.items():
        if request.args.get(name) in can_be[name]:
            keep(cookie(kept_in), request.args[name])
    return answer


def words_of_the_page() -> dict[str, object]:
    language = KNOWN[chosen()]
    return {
        "lang": language.code,
        "dir": language.dir,
        "letters": letters(),
        "language_base": _where_it_is_read(),
        "languages": [KNOWN[code] for code in g.get("offered", offered())],
        "date_text": date_text,
        "number_text": number_text,
        "language_name": lambda code: KNOWN[code].name if code in KNOWN else code,
    }


def date_text(day: date | None) -> str:
    """A date as the reader writes it: 21. november 2026."""
    return format_date(day, format="long", locale=KNOWN[chosen()].locale) if day else ""


def number_text(n: float) -> str:
    return format_decimal(n, locale=KNOWN[chosen()].locale)


def listed(names: Sequence[str]) -> str:
    """Several names in one: "north, south and east", as the language being spoken says it."""
    return format_list(list(names), locale=get_locale())


def speaking(code: str) -> AbstractContextManager[None]:
    """Words in another language than the page's, for charts that are drawn in all."""
    speaks: AbstractContextManager[None] = force_locale(str(KNOWN[code].locale))
    return speaks


__all__ = [
    "KNOWN",
    "OFFERED",
    "OFFERED_OUTSIDE",
    "Response",
    "chosen",
    "date_text",
    "level",
    "number_text",
    "of_survey",
    "speaking",
]


def _where_it_is_read() -> str:
    """The address whose page can be opened again: what only takes forms stands below the page it is on."""
    rule = request.url_rule
    only_takes_forms = rule is not None and "GET" not in (rule.methods or ())
    is_there = only_takes_forms and not g.get("is_nowhere")
    return f"{request.path.rpartition('/')[0]}/" if is_there else ""
