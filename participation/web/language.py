"""Which language a page is in, and which way it runs."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date, time
from functools import partial

from babel import Locale, negotiate_locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal
from flask import Flask, Response, current_app, g, redirect, request, url_for
from flask_babel import Babel, force_locale, get_locale
from werkzeug.wrappers import Response as AnyResponse

from participation.web.current import LANGUAGE_COOKIE, LETTERS_COOKIE, LEVEL_COOKIE, cookie, somebody

ALSO_CALLED = {"no": "nb", "fa": "prs", "fa_af": "prs", "ku": "kmr"}
"""What browsers ask for, and what we call it."""
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
    day: str = "long"
    """How a date is written, in Babel's signs."""
    month: tuple[str, str] = ("", "")
    """The ending of a month's name alone, and beside a day."""

    @property
    def locale(self) -> Locale:
        """Its dates and numbers, perhaps borrowed; its words are always its own."""
        return Locale.parse(f"{self.borrows}@{self.code}" if self.borrows else self.code)

    def date(self, day: date) -> str:
        """A date as its readers write it: 21. november 2026; skábmamánu 21. b. 2026."""
        written = format_date(day, format=self.day, locale=self.locale)
        return written.replace(*self.month) if self.month[0] else written


KNOWN = {
    language.code: language
    for language in (
        Language("nb", "Bokmål"),
        Language("nn", "Nynorsk"),
        Language("en", "English"),
        Language("se", "Davvisámegiella", day="MMMM d. 'b'. y", month=("mánnu", "mánu")),
        Language("smj", "Julevsámegiella", borrows="nb"),
        Language("sma", "Åarjelsaemien gïele", borrows="nb"),
        Language("uk", "Українська"),
        Language("ar", "العربية", "rtl"),
        Language("pl", "Polski"),
        Language("so", "Soomaali"),
        Language("ti", "ትግርኛ"),
        Language("prs", "دری (فارسی)", "rtl", borrows="fa"),
        Language("ckb", "کوردی (سۆرانی)", "rtl"),
        Language("kmr", "Kurdî (kurmancî)", borrows="ku"),
    )
}
OFFERED = ("nb", "nn", "en")
"""Those in which the whole house is complete. No page is ever half in one language and half in another."""
OFFERED_OUTSIDE = (*OFFERED, "se", "uk", "ar", "pl", "so")
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


def known(code: str) -> Language:
    """The language by its code; one we know nothing of stands by its code, and borrows from bokmål."""
    return KNOWN.get(code) or Language(code, code, borrows="nb")


def _locale() -> Locale:
    """Whose words the page takes: plain Norwegian where a child picked easy words."""
    return _spoken(chosen(), "standard" if somebody() else level(LEVELS))


def _spoken(code: str, level: str) -> Locale:
    is_easy = code == "nb" and level in EASY_LEVELS
    return Locale.parse(f"nb@{EASY}") if is_easy else known(code).locale


def chosen() -> str:
    """What the person picked, else what the browser asks for, else the owner's own."""
    if "language" not in g:
        picked = request.cookies.get(cookie(LANGUAGE_COOKIE), "")
        wanted = [tag.replace("-", "_") for tag in request.accept_languages.values()]
        asked = negotiate_locale(wanted, offered(), aliases=ALSO_CALLED)
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


def read_once(code: str) -> None:
    """Show this one page in a language that the browser was just told to forget."""
    if code in offered():
        g.language = code


def level(levels: Sequence[str]) -> str:
    """The reading level that was picked, if this survey has it."""
    picked = g.get("level") or request.cookies.get(cookie(LEVEL_COOKIE), "standard")
    if picked not in levels and picked in EASY_LEVELS:
        picked = EASY
    return picked if picked in levels else "standard"


def letters() -> str:
    """Which letters were picked: usual ones, or those made for who has just learnt to read."""
    picked = request.cookies.get(cookie(LETTERS_COOKIE), "")
    return picked if picked in LETTERS else LETTERS[0]


@contextmanager
def read_as(code: str, name: str) -> Iterator[None]:
    """Make a part of a page as it is read in this language at this level, whatever was picked."""
    before = g.get("language"), g.get("level")
    g.language, g.level = code, name
    with force_locale(_locale()):
        yield
    g.language, g.level = before


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
        "time_text": time_text,
        "listed": listed,
        "in_order": in_order,
        "language_name": lambda code: known(code).name,
    }


def in_order(codes: Iterable[str]) -> list[str]:
    """Languages as a page lists them, whatever order their files came in."""
    places = {code: place for place, code in enumerate(OFFERED_OUTSIDE)}
    return sorted(codes, key=lambda code: places.get(code, len(places)))


def date_text(day: date | None) -> str:
    """A date as the reader writes it."""
    return KNOWN[chosen()].date(day) if day else ""


def time_text(clock: time) -> str:
    """A time as the reader writes it: 08:00."""
    return format_time(clock, format="short", locale=KNOWN[chosen()].locale)


def number_text(n: float) -> str:
    return format_decimal(n, locale=KNOWN[chosen()].locale)


def listed(names: Sequence[str]) -> str:
    """Several names in one: "north, south and east", as the language being spoken says it."""
    return format_list(list(names), locale=get_locale())


def speaking(code: str, level: str = "standard") -> AbstractContextManager[None]:
    """Words in another language than the page's, for charts that are drawn in all and for what is printed."""
    speaks: AbstractContextManager[None] = force_locale(str(_spoken(code, level)))
    return speaks


__all__ = [
    "KNOWN",
    "OFFERED",
    "OFFERED_OUTSIDE",
    "Response",
    "chosen",
    "date_text",
    "known",
    "level",
    "number_text",
    "of_survey",
    "read_as",
    "speaking",
]


def _where_it_is_read() -> str:
    """The address whose page can be opened again: what only takes forms stands below the page it is on."""
    rule = request.url_rule
    only_takes_forms = rule is not None and "GET" not in (rule.methods or ())
    is_there = only_takes_forms and not g.get("is_nowhere")
    return f"{request.path.rpartition('/')[0]}/" if is_there else ""
