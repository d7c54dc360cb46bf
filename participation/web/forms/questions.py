"""From a question to a form, and from what was sent to an answer. The only room that knows both."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext
from werkzeug.datastructures import MultiDict
from wtforms import HiddenField, RadioField, SelectChoice, SelectMultipleField, StringField, TextAreaField
from wtforms.fields.core import UnboundField
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from participation.surveys.questions import (
    Answer,
    Choice,
    Choices,
    Drawing,
    Faces,
    Few,
    Information,
    NotAnAnswer,
    Number,
    Order,
    OwnWords,
    Place,
    Practice,
    Question,
    Status,
    ThisOrThat,
    Value,
    YesNo,
)
from participation.web.forms.base import Meta
from participation.web.language import number_text

Words = Mapping[str, str]
"""All the words of one question, in the language and at the level of the page."""

ANSWER, STROKES, GO = "answer", "strokes", "go"
NEXT, SKIP, NOT_UNDERSTOOD = "next", "skip", "not_understood"
KEEP = "keep"
"""What a page sends by itself while somebody writes: keep it, and stay."""
PUT, TAKE = "put-", "take"
"""Presses that arrange an answer and stay on the page: put one more in its place, take the last away."""
WHY_NOT: Mapping[str, Status] = {
    SKIP: Status.SKIPPED,
    "dont_know": Status.DONT_KNOW,
    "wont_say": Status.WONT_SAY,
    "later": Status.LATER,
    NOT_UNDERSTOOD: Status.NOT_UNDERSTOOD,
}
"""The buttons beside Next, each kept as a thing of its own."""


def _one(question: Question, words: Words, checks: list[Any]) -> UnboundField:
    return RadioField(words["text"], checks, choices=_cards(question, words), validate_choice=False)


def _several(question: Question, words: Words, checks: list[Any]) -> UnboundField:
    return SelectMultipleField(words["text"], checks, choices=_cards(question, words), validate_choice=False)


def _number(question: Question, words: Words, checks: list[Any]) -> UnboundField:
    return StringField(words["text"], checks, render_kw={"inputmode": "numeric", "autocomplete": "off"})


def _own_words(question: Question, words: Words, checks: list[Any]) -> UnboundField:
    return TextAreaField(words["text"], checks)


def _nothing(question: Question, words: Words, checks: list[Any]) -> None:
    """A page to read has no field."""


FIELDS: dict[type[Question], Callable[[Question, Words, list[Any]], UnboundField | None]] = {
    Information: _nothing,
    Practice: _one,
    Choice: _one,
    ThisOrThat: _one,
    Choices: _several,
    Few: _several,
    Faces: _one,
    YesNo: _one,
    Order: _several,
    Number: _number,
    Place: _one,
    OwnWords: _own_words,
    Drawing: _own_words,
}


class Fits:
    """The question itself says what counts as an answer; an empty field is no mistake."""

    def __init__(self, question: Question) -> None:
        self.question = question

    def __call__(self, form: BaseForm, field: Any) -> None:
        value = given_in(form)
        if value is None:
            return
        try:
            self.question.accept(value)
        except NotAnAnswer:
            raise ValidationError(self.remedy(field.data)) from None

    def remedy(self, given: Any) -> str:
        """What would be an answer, in plain words."""
        match self.question:
            case Few(most=most):
                return str(gettext("You chose too many. Choose at most %(most)s.", most=number_text(most)))
            case Number(least=least, most=most):
                ends = {"least": number_text(least), "most": number_text(most)}
                return str(gettext("Write a whole number from %(least)s to %(most)s.", **ends))
            case OwnWords(longest=room) | Drawing(longest=room) if len(_as_typed(given)) > room:
                return str(
                    gettext(
                        "There is room for %(room)d signs, and you wrote %(used)d. Make it a little shorter.",
                        room=room,
                        used=len(_as_typed(given)),
                    )
                )
            case Drawing():
                return str(gettext("The drawing is too big. Begin it again with fewer lines."))
            case _:
                return str(gettext("Pick the answer that fits you best."))


def remedy(question: Question) -> str:
    """What would be an answer to this question, whatever was written."""
    match question:
        case OwnWords(longest=room):
            there = {"room": number_text(room)}
            return str(gettext("Make it a little shorter. There is room for %(room)s signs.", **there))
        case _:
            return Fits(question).remedy("")


def form_for(question: Question, words: Words, before: Answer | None, sent: MultiDict[str, str]) -> BaseForm:
    """The form of one question, filled with what was sent, or else with what was answered before."""
    checks = [Fits(question)] if pressed_in(sent) in (NEXT, KEEP) else []
    form = BaseForm(fields_of(question, words, checks), meta=Meta())
    if sent:
        form.process(sent)
    else:
        form.process(data=_as_answered(question, before.value) if before and before.value else {})
    return form


def fields_of(question: Question, words: Words, checks: list[Any]) -> dict[str, Any]:
    """The fields that take an answer to this question; none on a page to read."""
    field = FIELDS[type(question)](question, words, checks)
    fields: dict[str, Any] = {ANSWER: field} if field else {}
    if isinstance(question, Drawing):
        fields[STROKES] = HiddenField()
    return fields


def pressed_in(sent: MultiDict[str, str]) -> str:
    """Which button was pressed; what is no button of ours is Next."""
    go = sent.get(GO, NEXT)
    return go if go in WHY_NOT or go == KEEP or arranges(go) else NEXT


def arranges(pressed: str) -> bool:
    """Whether this press only arranges the answer, so that the child stays on the page."""
    return pressed.startswith(PUT) or pressed == TAKE


def read(question: Question, form: BaseForm, pressed: str, before: Answer | None) -> Answer:
    """What the child answered on this page: a value, or why there is none.

    A question that was not understood and then passed by stays not understood: that is worth knowing.
    """
    value = given_in(form)
    if arranges(pressed):
        return _arranged(question, value, pressed)
    if pressed not in WHY_NOT and value is not None:
        return Answer(Status.ANSWERED, question.accept(value))
    why = WHY_NOT.get(pressed, Status.SKIPPED)
    passed_by = why is Status.SKIPPED and before is not None and before.status is Status.NOT_UNDERSTOOD
    return Answer(Status.NOT_UNDERSTOOD if passed_by else why)


def given_in(form: BaseForm) -> Value | None:
    """What stands in the form, if anything does."""
    given = form[ANSWER].data if ANSWER in form else None
    strokes = (form[STROKES].data or "").strip() if STROKES in form else ""
    if strokes not in ("", "[]"):
        return (given or "", strokes)
    return None if is_empty(given) else _value(given)


def _arranged(question: Question, value: Value | None, pressed: str) -> Answer:
    """The order with one more put in its place, or without the last; what is no option changes nothing."""
    options = tuple(one for one in value or () if one in question.categories)
    option = pressed.removeprefix(PUT)
    if pressed == TAKE:
        options = options[:-1]
    elif option in question.categories:
        options = (*options, option)
    return Answer(Status.ANSWERED, question.accept(options)) if options else Answer(Status.SKIPPED)


def in_words(question: Question, answer: Answer | None, words: Words) -> str | None:
    """The answer as the child reads it over; None where there is none."""
    if answer is None or answer.value is None:
        return None
    return question.said(answer.value, words) or None


def is_empty(given: Any) -> bool:
    return not (given.strip() if isinstance(given, str) else given)


def _cards(question: Question, words: Words) -> list[SelectChoice]:
    return [SelectChoice(option, words[option]) for option in question.categories]


def _as_typed(given: str) -> str:
    return given.replace("\r\n", "\n").strip()


def _as_answered(question: Question, value: Value) -> dict[str, Any]:
    """The form's fields as the answer fills them."""
    if not isinstance(question, Drawing):
        return {ANSWER: _plain(value)}
    told, strokes = (value, "") if isinstance(value, str) else (*value, "")[:2]
    return {ANSWER: told, STROKES: strokes}


def _value(given: Any) -> Value:
    return given if isinstance(given, str) else tuple(given)


def _plain(value: Value) -> str | list[str]:
    return value if isinstance(value, str) else list(value)
