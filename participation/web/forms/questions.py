"""From a question to a form, and from what was sent to an answer. The only room that knows both."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext
from werkzeug.datastructures import MultiDict
from wtforms import RadioField, SelectChoice, SelectMultipleField, TextAreaField
from wtforms.fields.core import UnboundField
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from participation.surveys.questions import (
    Answer,
    Choice,
    Choices,
    Faces,
    Information,
    NotAnAnswer,
    OwnWords,
    Practice,
    Question,
    Status,
    Value,
    YesNo,
)
from participation.web.forms.base import Meta

Words = Mapping[str, str]
"""All the words of one question, in the language and at the level of the page."""

ANSWER, GO = "answer", "go"
NEXT, SKIP, NOT_UNDERSTOOD = "next", "skip", "not_understood"


def _one(question: Question, words: Words, checks: list[Any]) -> UnboundField:
    return RadioField(words["text"], checks, choices=_cards(question, words), validate_choice=False)


def _several(question: Question, words: Words, checks: list[Any]) -> UnboundField:
    return SelectMultipleField(words["text"], checks, choices=_cards(question, words), validate_choice=False)


def _own_words(question: Question, words: Words, checks: list[Any]) -> UnboundField:
    return TextAreaField(words["text"], checks)


def _nothing(question: Question, words: Words, checks: list[Any]) -> None:
    """A page to read has no field."""


FIELDS: dict[type[Question], Callable[[Question, Words, list[Any]], UnboundField | None]] = {
    Information: _nothing,
    Practice: _one,
    Choice: _one,
    Choices: _several,
    Faces: _one,
    YesNo: _one,
    OwnWords: _own_words,
}


class Fits:
    """The question itself says what counts as an answer; an empty field is no mistake."""

    def __init__(self, question: Question) -> None:
        self.question = question

    def __call__(self, form: BaseForm, field: Any) -> None:
        if is_empty(field.data):
            return
        try:
            self.question.accept(_value(field.data))
        except NotAnAnswer:
            raise ValidationError(self._remedy(field.data)) from None

    def _remedy(self, given: Any) -> str:
        if not isinstance(self.question, OwnWords):
            return str(gettext("Pick the answer that fits you best."))
        too_long = gettext(
            "There is room for %(room)d signs, and you wrote %(used)d. Make it a little shorter.",
            room=self.question.longest,
            used=len(given.replace("\r\n", "\n").strip()),
        )
        return str(too_long)


def form_for(question: Question, words: Words, before: Answer | None, sent: MultiDict[str, str]) -> BaseForm:
    """The form of one question, filled with what was sent, or else with what was answered before."""
    checks = [Fits(question)] if pressed_in(sent) == NEXT else []
    field = FIELDS[type(question)](question, words, checks)
    form = BaseForm({ANSWER: field} if field else {}, meta=Meta())
    if sent:
        form.process(sent)
    else:
        form.process(data={ANSWER: _plain(before.value)} if before and before.value else {})
    return form


def pressed_in(sent: MultiDict[str, str]) -> str:
    """Which button was pressed; what is no button of ours is Next."""
    go = sent.get(GO, NEXT)
    return go if go in (SKIP, NOT_UNDERSTOOD) else NEXT


def read(question: Question, form: BaseForm, pressed: str, before: Answer | None) -> Answer:
    """What the child answered on this page: a value, or why there is none.

    A question that was not understood and then passed by stays not understood: that is worth knowing.
    """
    if pressed == NOT_UNDERSTOOD:
        return Answer(Status.NOT_UNDERSTOOD)
    given = form[ANSWER].data if ANSWER in form else None
    if pressed != SKIP and not is_empty(given):
        return Answer(Status.ANSWERED, question.accept(_value(given)))
    was_understood = before is None or before.status is not Status.NOT_UNDERSTOOD
    return Answer(Status.SKIPPED if was_understood else Status.NOT_UNDERSTOOD)


def in_words(question: Question, answer: Answer | None, words: Words) -> str | None:
    """The answer as the child reads it over; None where there is none."""
    if answer is None or answer.value is None:
        return None
    values = (answer.value,) if isinstance(answer.value, str) else answer.value
    return ", ".join(words[value] if value in question.categories else value for value in values)


def is_empty(given: Any) -> bool:
    return not (given.strip() if isinstance(given, str) else given)


def _cards(question: Question, words: Words) -> list[SelectChoice]:
    return [SelectChoice(option, words[option]) for option in question.categories]


def _value(given: Any) -> Value:
    return given if isinstance(given, str) else tuple(given)


def _plain(value: Value) -> str | list[str]:
    return value if isinstance(value, str) else list(value)
