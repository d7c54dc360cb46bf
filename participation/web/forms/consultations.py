"""Forms for consultations: opening one, making codes, and answering the children."""

from datetime import date

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import SelectChoice, StringField, TextAreaField
from wtforms.validators import Length, NumberRange, ValidationError

from participation.community.consultations import MOST_BREAKDOWNS, MOST_TICKETS, may_break_down
from participation.rights.ladder import AIMS, Rung
from participation.surveys.definition import Survey
from participation.web import words
from participation.web.current import today
from participation.web.forms.base import Filled, OfficeForm, at_most
from participation.web.forms.fields import AnyOf, Day, Number, OneOf
from participation.web.language import date_text


class ConsultationForm(OfficeForm):
    """What is declared here is a promise to children, and stays as it is."""

    rung = OneOf(
        _("What do you promise the children?"),
        [Filled(_("Choose what you promise."))],
        coerce=int,
        choices=[SelectChoice(int(rung), words.RUNGS[rung]) for rung in AIMS],
        description=_("The children read the promise before they answer. Promise only what you can keep."),
    )
    breakdowns = AnyOf(
        _("Which groups do you need to compare?"),
        [Length(max=MOST_BREAKDOWNS, message=_("Choose at most two."))],
        description=_(
            "At most two. Only these groups are counted; the answer sheets are destroyed at closing, "
            "so nothing else can be counted later."
        ),
    )
    read_by = StringField(
        _("Who reads what the children write?"),
        [Filled(), at_most(200)],
        description=_("Roles, not names. For example: the planner and the head of the youth services."),
    )
    closes_on = Day(
        _("Last day to answer"),
        [Filled()],
        description=_("Nobody sees any results before this day is over, or every code is used."),
    )
    answer_on = Day(
        _("The day the children get an answer"),
        [Filled()],
        description=_("At the latest. You are reminded when the day comes."),
    )

    def validate_closes_on(self, field: Day) -> None:
        if field.data and field.data < today():
            raise ValidationError(_("This day has passed already."))

    def validate_answer_on(self, field: Day) -> None:
        if field.data and self.closes_on.data and field.data <= self.closes_on.data:
            raise ValidationError(_("Choose a day after the last day to answer."))

    def offer(self, survey: Survey, language: str) -> None:
        """Offer the questions of this survey that answers may be counted by."""
        texts = {name: survey.wording(language, "standard", name)["text"] for name in may_break_down(survey)}
        self.breakdowns.choices = [SelectChoice(name, text) for name, text in texts.items()]


class ProlongForm(OfficeForm):
    closes_on = Day(
        _("New last day to answer"),
        [Filled()],
        description=_("Later than now planned, and before the day the children get their answer."),
    )

    def name_days(self, after: date, before: date) -> None:
        """Say between which days it must be."""
        days = {"after": date_text(after), "before": date_text(before)}
        self.closes_on.errors = [gettext("Choose a day after %(after)s and before %(before)s.", **days)]


class TicketsForm(OfficeForm):
    kind = OneOf(
        _("What kind of codes?"),
        [Filled(_("Choose the kind of codes."))],
        choices=[
            SelectChoice("single", _("One code for each child")),
            SelectChoice("class", _("One code for a whole class")),
        ],
    )
    n = Number(
        _("For how many children?"),
        [
            Filled(),
            NumberRange(1, MOST_TICKETS, message=_("Write a number from %(min)d to %(max)d.")),
        ],
        description=_("Count those who are to answer now. More codes can be made later."),
    )


class ReplyForm(OfficeForm):
    """The answer the children are owed, in their own kind of words."""

    heard = TextAreaField(
        _("What we heard from you"),
        [Filled(), at_most(4000)],
        description=_("Tell it so that the children know themselves again, and what they disagreed on."),
    )
    done = TextAreaField(
        _("What we do"), [Filled(), at_most(4000)], description=_("What changes, who does it, and when.")
    )
    not_done = TextAreaField(
        _("What we do not do, and why"),
        [Filled(), at_most(4000)],
        description=_("Children can bear a no. They cannot bear to hear nothing."),
    )


HINTS = {int(rung): words.RUNG_PROMISES[rung] for rung in AIMS}
"""The promise of each rung, as the children will read it."""


def rung_of(form: ConsultationForm) -> Rung:
    return Rung(form.rung.data)
