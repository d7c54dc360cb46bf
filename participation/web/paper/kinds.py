"""How each kind of question is answered on paper: circles to tick, boxes for numbers, lines to write on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import cast

from babel.numbers import format_decimal
from flask_babel import get_locale
from flask_babel import gettext as _

from participation.export.paper import Digits, Form, Lines, Option, Ranks, Spots, Ticks
from participation.surveys.definition import Page
from participation.surveys.questions import (
    Choice,
    Choices,
    Drawing,
    Faces,
    Few,
    Information,
    Number,
    Order,
    OwnWords,
    Place,
    Practice,
    Question,
    ThisOrThat,
    YesNo,
)
from participation.web.forms.questions import Words
from participation.web.paper import pictures

SIGNS_ON_A_LINE, FEWEST_LINES, MOST_LINES, LINES_BELOW_A_DRAWING = 150, 4, 7, 3
SHORT, A_FEW = 18, 3
"""So few options of so few letters stand side by side under their pictures."""


@dataclass(frozen=True)
class Printed:
    """A question about to be printed: its page, its words, and the pictures that its options have."""

    page: Page
    words: Words
    symbols: Mapping[str, str] = field(default_factory=dict)

    @property
    def question(self) -> Question:
        return self.page.question

    def options(self, drawn: Mapping[str, str]) -> tuple[Option, ...]:
        return tuple(Option(self.words[option], drawn.get(option, "")) for option in self.question.categories)


@dataclass(frozen=True)
class Way:
    """How one question is answered: its form, and what to do where the form does not say it by itself."""

    form: Form | None = None
    hint: str = ""


def _one(asked: Printed) -> Way:
    return Way(Ticks(asked.options(asked.symbols)))


def _practice(asked: Printed) -> Way:
    return Way(_one(asked).form, _("Try it here. What you tick here is not counted."))


def _pair(asked: Printed) -> Way:
    return Way(Ticks(asked.options(asked.symbols), beside=True, framed=True))


def _several(asked: Printed) -> Way:
    return Way(Ticks(asked.options(asked.symbols), several=True), _("You may pick more than one."))


def _few(asked: Printed) -> Way:
    most = n_text(cast(Few, asked.question).most)
    return Way(_several(asked).form, _("Choose up to %(most)s.", most=most))


def _pictured(asked: Printed) -> Way:
    """Options that have their pictures at every level."""
    options = asked.options(asked.symbols or pictures.ours(asked.page))
    short = all(len(option.text) <= SHORT for option in options) or len(options) <= A_FEW
    return Way(Ticks(options, beside=short))


def _order(asked: Printed) -> Way:
    hint = _("Write 1 beside what comes first, then 2 and 3. You need not number them all.")
    return Way(Ranks(asked.options(asked.symbols)), hint)


def _number(asked: Printed) -> Way:
    number = cast(Number, asked.question)
    ends = {"least": n_text(number.least), "most": n_text(number.most)}
    hint = _("Write a number from %(least)s to %(most)s.", **ends)
    return Way(Digits(len(str(number.most))), hint)


def _place(asked: Printed) -> Way:
    place = cast(Place, asked.question)
    pins = tuple((n_text(n), *spot) for n, spot in enumerate(place.spots.values(), 1))
    options = enumerate(asked.options(asked.symbols), 1)
    numbered = tuple(Option(option.text, option.picture, n_text(n)) for n, option in options)
    alt = _("A picture with numbers. The list below has the same numbers.")
    hint = _("Find the number on the picture, and tick it in the list.")
    return Way(Spots(pictures.plan(place.picture), alt, pins, numbered), hint)


def _own_words(asked: Printed) -> Way:
    room = cast(OwnWords, asked.question).longest // SIGNS_ON_A_LINE
    return Way(Lines(min(max(room, FEWEST_LINES), MOST_LINES)))


def _drawing(asked: Printed) -> Way:
    told = _("Tell about the drawing. Or write instead of drawing.")
    return Way(Lines(LINES_BELOW_A_DRAWING, frame=True, told=told))


def _nothing(asked: Printed) -> Way:
    """A page to read has nothing to write on."""
    return Way()


PAPER: Mapping[type[Question], Callable[[Printed], Way]] = {
    Information: _nothing,
    Practice: _practice,
    Choice: _one,
    ThisOrThat: _pair,
    Choices: _several,
    Few: _few,
    Faces: _pictured,
    YesNo: _pictured,
    Order: _order,
    Number: _number,
    Place: _place,
    OwnWords: _own_words,
    Drawing: _drawing,
}


def way_of(asked: Printed) -> Way:
    return PAPER[type(asked.question)](asked)


def n_text(n: int) -> str:
    """A number in the language of the sheet."""
    return str(format_decimal(n, locale=get_locale()))
