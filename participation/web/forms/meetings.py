"""Forms for meetings: what the child is told before, what is decided, and the note after."""

from datetime import date
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import SelectChoice, StringField, TextAreaField
from wtforms.validators import ValidationError

from participation.casework.meetings import Details
from participation.web.current import today
from participation.web.forms.base import Filled, OfficeForm, at_most
from participation.web.forms.cases import LONGEST_TEXT
from participation.web.forms.fields import Day, OneOf

LONGEST_LINE = 200
FOR_THE_CHILD = _("The child reads this. Use short sentences, and “you” for the child.")
ONE_PER_LINE = _("One on each line.")


class MeetingForm(OfficeForm):
    """Everything here is shown to the child."""

    title = StringField(
        _("What is the meeting about?"), [Filled(), at_most(LONGEST_LINE)], description=FOR_THE_CHILD
    )
    on_day = Day(_("Which day?"), [Filled(_("Choose a day."))], render_kw={"type": "date"})
    at = StringField(_("At what time?"), [Filled(), at_most(LONGEST_LINE)])
    place = StringField(_("Where?"), [Filled(), at_most(LONGEST_LINE)])
    who_comes = TextAreaField(
        _("Who comes?"), [Filled(), at_most(LONGEST_TEXT)], description=ONE_PER_LINE, render_kw={"rows": 5}
    )
    topics = TextAreaField(
        _("What is to be talked about?"),
        [Filled(_("Write at least one topic.")), at_most(LONGEST_TEXT)],
        description=_("One topic on each line, in words that the child understands."),
        render_kw={"rows": 6},
    )

    @property
    def told(self) -> dict[str, Any]:
        """As an act takes it."""
        title, place, at = (field.data.strip() for field in (self.title, self.place, self.at))
        return {
            "on_day": self.on_day.data,
            "details": Details(title, place, at, lines(self.who_comes.data)),
            "topics": lines(self.topics.data),
        }

    def about(self, on_day: date, details: Details, topics: list[str]) -> None:
        """What was told last, to be changed."""
        self.on_day.data = on_day
        self.title.data, self.place.data, self.at.data = details.title, details.place, details.at
        self.who_comes.data, self.topics.data = "\n".join(details.who_comes), "\n".join(topics)


class NewMeetingForm(MeetingForm):
    def validate_on_day(self, field: Any) -> None:
        if field.data and field.data < today():
            raise ValidationError(gettext("This day is over. Choose a later one."))


class DecideForm(OfficeForm):
    decided = OneOf(
        _("What have you decided?"),
        [Filled(_("Choose what is decided."))],
        choices=[
            SelectChoice("left_out", _("We do not talk about it")),
            SelectChoice("taken_up", _("We talk about it all the same")),
        ],
    )
    why = TextAreaField(_("Why?"), [at_most(LONGEST_TEXT)], description=FOR_THE_CHILD, render_kw={"rows": 4})

    def validate_why(self, field: Any) -> None:
        if self.decided.data == "taken_up" and not (field.data or "").strip():
            raise ValidationError(gettext("The child has a right to know why. Write it here."))


class NoteForm(OfficeForm):
    talked = TextAreaField(
        _("What did you talk about?"), [Filled(), at_most(LONGEST_TEXT)], description=FOR_THE_CHILD
    )
    decided = TextAreaField(
        _("What was decided?"), [Filled(), at_most(LONGEST_TEXT)], description=_("And why.")
    )
    who_does = TextAreaField(
        _("Who does what, and by when?"), [Filled(), at_most(LONGEST_TEXT)], description=ONE_PER_LINE
    )


def lines(text: str) -> tuple[str, ...]:
    """What stands on each line, once."""
    return tuple(dict.fromkeys(line.strip()[:LONGEST_TEXT] for line in text.splitlines() if line.strip()))
