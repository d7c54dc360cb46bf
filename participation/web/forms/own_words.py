"""Forms for reading children's own words: what goes, what else tells, and the second reader's answer."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import SelectChoice, TextAreaField
from wtforms.form import BaseForm
from wtforms.validators import ValidationError

from participation.community.own_words import Indirect
from participation.disclosure.free_text import QUESTIONS, Decision, LocalLists, Mark, Question, Strength, Word
from participation.web import words
from participation.web.forms.base import Filled, Meta, OfficeForm, at_most
from participation.web.forms.fields import Later, OneOf

REMOVE, KEEP = "remove", "keep"


class DecisionForm(OfficeForm):
    """What else is taken out. The marks and the questions are added for each text."""

    more = TextAreaField(
        _("What else must be taken out?"),
        [Later(), at_most(2000)],
        description=_("Copy the words from the text as they stand, one piece on each line."),
    )

    def __init__(self, text: str, *given: Any, **settings: Any) -> None:
        self.text = text
        super().__init__(*given, **settings)

    def validate_more(self, field: Any) -> None:
        missing = [piece for piece in _pieces(field.data) if not _places(self.text, piece)]
        if missing:
            raise ValidationError(gettext("This is not in the text: %(words)s", words="; ".join(missing)))


class SpansForm(BaseForm):
    """For each mark: take it out or keep it; and for each question: what was found."""

    def __init__(
        self, text: str, marks: Sequence[Mark], sent: MultiDict[str, str] | None, kept: dict[str, str]
    ) -> None:
        self.marks = marks
        choices = [SelectChoice(REMOVE, _("Take it out")), SelectChoice(KEEP, _("Keep it"))]
        fields: dict[str, Any] = {
            _name(mark): OneOf(
                f"“{text[mark.start : mark.end]}”",
                [Filled(_("Choose whether it is taken out."))],
                choices=choices,
                description=f"{words.MARKS[mark.kind]}. {words.STRENGTHS[mark.strength]}.",
            )
            for mark in marks
        }
        found = [SelectChoice(one.name, words.INDIRECT[one]) for one in Indirect]
        for question in QUESTIONS:
            asked = words.INDIRECT_QUESTIONS[question]
            fields[question.name] = OneOf(asked, [Filled(_("Answer every question."))], choices=found)
        super().__init__(fields, meta=Meta())
        self.process(sent, data=kept)

    @property
    def spans(self) -> list[Any]:
        return [self[_name(mark)] for mark in self.marks]

    @property
    def questions(self) -> list[Any]:
        return [self[question.name] for question in QUESTIONS]

    def checklist(self) -> Mapping[Question, Indirect]:
        return {question: Indirect[self[question.name].data] for question in QUESTIONS}


class SecondReaderForm(OfficeForm):
    answer = OneOf(
        _("May these words be used?"),
        [Filled()],
        choices=[
            SelectChoice("yes", _("Yes, they tell nobody who the child is")),
            SelectChoice("no", _("No, send them back")),
        ],
    )
    why = TextAreaField(
        _("What must be looked at again?"),
        [Later(), at_most(1000)],
        description=_("Needed where you send the words back."),
    )


class LocalNamesForm(OfficeForm):
    schools = TextAreaField(_("Schools and kindergartens"), [Later(), at_most(20_000)])
    places = TextAreaField(_("Places"), [Later(), at_most(20_000)])
    clubs = TextAreaField(_("Clubs and teams"), [Later(), at_most(20_000)])
    staff = TextAreaField(_("Staff whom children meet"), [Later(), at_most(20_000)])

    @classmethod
    def of(cls, lists: LocalLists) -> dict[str, str]:
        """The lists as they stand in the fields: one name a line."""
        return {name: "\n".join(getattr(lists, name)) for name in ("schools", "places", "clubs", "staff")}

    def lines(self) -> dict[str, list[str]]:
        return {f.name: (f.data or "").splitlines() for f in self if isinstance(f, TextAreaField)}


def suggested(marks: Iterable[Mark], removed: Iterable[Decision]) -> dict[str, str]:
    """What is chosen beforehand: what was decided last, else what the marks suggest.

    Where a mark only says to look, nothing is chosen: a person does.
    """
    before = [(one.start, one.end) for one in removed]
    chosen = {}
    for mark in marks:
        if before:
            chosen[_name(mark)] = REMOVE if (mark.start, mark.end) in before else KEEP
        elif mark.strength is Strength.REMOVE:
            chosen[_name(mark)] = REMOVE
    return chosen


def decisions(text: str, marks: Iterable[Mark], spans: SpansForm, more: str | None) -> list[Decision]:
    """Everything that goes, as it is chosen just now."""
    gone = [Decision(m.start, m.end, m.word) for m in marks if spans[_name(m)].data == REMOVE]
    own = [Decision(*place, Word.SOMETHING) for piece in _pieces(more) for place in _places(text, piece)]
    return [*gone, *own]


def taken_out_besides(text: str, marks: Iterable[Mark], removed: Iterable[Decision]) -> str:
    """What was taken out by hand the last time, one piece a line."""
    marked = {(mark.start, mark.end) for mark in marks}
    return "\n".join(text[one.start : one.end] for one in removed if (one.start, one.end) not in marked)


def _pieces(written: str | None) -> list[str]:
    return [line.strip() for line in (written or "").splitlines() if line.strip()]


def _places(text: str, piece: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(re.escape(piece), text, re.IGNORECASE)]


def _name(mark: Mark) -> str:
    return f"span-{mark.start}-{mark.end}"
