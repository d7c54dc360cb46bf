"""Forms for paper: how many sheets in which words, and typing in what a child wrote on one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, SelectChoice, StringField
from wtforms.form import BaseForm
from wtforms.validators import NumberRange, ValidationError

from participation import guard
from participation.community.paper import MOST_SHEETS
from participation.guard import Key
from participation.surveys.definition import Page, Survey
from participation.surveys.questions import Answer, Status
from participation.web import words
from participation.web.forms import questions
from participation.web.forms.base import Filled, Meta, OfficeForm, at_most
from participation.web.forms.fields import Number, OneOf
from participation.web.language import KNOWN, OFFERED_OUTSIDE, chosen
from participation.web.paper.only_if import Reader, reader_of

PAST, NONE = "past", "none"
ON_PAPER = ("skip", "dont_know", "wont_say", "not_understood")
"""The ways past a question that have a box on paper."""


class PrintForm(OfficeForm):
    tongue = OneOf(_("In which language?"), [Filled(_("Choose one of these."))])
    level = OneOf(_("In which words?"), [Filled(_("Choose one of these."))], default="standard")
    n = Number(
        _("How many sheets?"),
        [Filled(), NumberRange(1, MOST_SHEETS, message=_("Write a number from %(min)d to %(max)d."))],
        description=_("One for each child who wants to answer on paper. Each gets a code of its own."),
    )

    def offer(self, survey: Survey, *, is_to_look: bool) -> "PrintForm":
        """Offer the languages and levels in which this survey and all around it are complete."""
        if is_to_look:
            self.n.validators = []
        self.tongue.data = self.tongue.data or chosen()
        tongues = [code for code in OFFERED_OUTSIDE if code in survey.languages]
        self.tongue.choices = [SelectChoice(code, KNOWN[code].name) for code in tongues]
        self.level.choices = [SelectChoice(level, words.LEVELS[level]) for level in survey.levels]
        return self


class SheetForm(OfficeForm):
    """What stands on the sheet besides the answers."""

    code = StringField(
        _("The code on the sheet"),
        [Filled(), at_most(200)],
        description=_("It stands on the first page and at the foot of every page. It is used up by this."),
        render_kw={"class": "code", "autocomplete": "off", "autocapitalize": "characters"},
    )
    wants_card = BooleanField(
        _("The child wants a card"),
        description=_("It is ticked on the last page. Then the words of the card are shown, once."),
    )

    def validate_code(self, field: StringField) -> None:
        kind, self.written = guard.key_typed(field.data or "") or (None, "")
        if kind is not Key.TICKET:
            raise ValidationError(gettext("This is not one of our codes."))

    def refuse_code(self, why: str) -> None:
        self.code.errors = [why]


class PartMeta(Meta):
    """Of the forms that stand in another, whose token is enough."""

    csrf = False


@dataclass(frozen=True)
class Part:
    """One question of the sheet, with the fields a child has on the screen, and the boxes beside it."""

    page: Page
    words: questions.Words
    only_if: tuple[str, ...]
    form: BaseForm

    @property
    def answer(self) -> Answer:
        return questions.read(self.page.question, self.form, self.form[PAST].data, None)


class Entry:
    """A whole sheet on one page; it can be shown and looked through as a form can."""

    def __init__(self, survey: Survey, tongue: str, sent: MultiDict[str, str]) -> None:
        written = MultiDict((name, said) for name, said in sent.items(multi=True) if said.strip())
        self.sheet = SheetForm(written)
        wordings = {page.id: survey.wording(tongue, "standard", page.id) for page in survey.pages}
        reader = reader_of(survey, wordings)
        asked = (page for page in survey.pages if page.question.kept)
        self.parts = [_part(page, wordings[page.id], reader, written) for page in asked]

    def validate(self) -> bool:
        return all([self.sheet.validate(), *(part.form.validate() for part in self.parts)])

    @property
    def said(self) -> Mapping[str, Answer]:
        return {part.page.id: part.answer for part in self.parts}

    @property
    def errors(self) -> dict[str, Any]:
        return {field.name: field.errors for field in self if field.errors}

    @property
    def form_errors(self) -> list[str]:
        return self.sheet.form_errors

    def __iter__(self) -> Iterator[Any]:
        return chain(self.sheet, *(part.form for part in self.parts))


def _part(page: Page, wording: Mapping[str, str], reader: Reader, sent: MultiDict[str, str]) -> Part:
    prefix = f"{page.id}-"
    numbered = {**wording, "text": f"{reader.numbers[page.id]}. {wording['text']}"}
    checks = [] if sent.get(f"{prefix}{PAST}", NONE) != NONE else [questions.Fits(page.question)]
    none = SelectChoice(NONE, gettext("None of these"))
    ways = {way: questions.WHY_NOT[way] for way in ON_PAPER}
    ticked = [SelectChoice(way, words.STATUSES[status]) for way, status in _open(ways, page).items()]
    past = OneOf(gettext("Ticked beside the question"), default=NONE, choices=[none, *ticked])
    fields = {**questions.fields_of(page.question, numbered, checks), PAST: past}
    form = BaseForm(fields, prefix=prefix, meta=PartMeta())
    form.process(sent or None)
    return Part(page, numbered, reader.told(page.show_if), form)


def _open(ways: Mapping[str, Status], page: Page) -> dict[str, Status]:
    """What is an option already is no way past it."""
    return {way: status for way, status in ways.items() if status.value not in page.question.categories}
