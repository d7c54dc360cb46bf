"""Forms for the youth council's desk."""

from flask_babel import lazy_gettext as _
from wtforms import SelectChoice, StringField, TextAreaField

from participation.community.councils import PointAnswer
from participation.web import words
from participation.web.forms.base import Filled, OfficeForm, at_most
from participation.web.forms.fields import OneOf


class CouncilForm(OfficeForm):
    name = StringField(
        _("Name"),
        [Filled(), at_most(120)],
        description=_("For example the municipal youth council."),
    )


class SeatForm(OfficeForm):
    account_id = OneOf(
        _("Who gets a seat?"),
        [Filled(_("Choose who gets a seat."))],
        coerce=int,
        description=_("Only those who have an account as a youth council member are here."),
    )

    def offer(self, names: dict[int, str]) -> None:
        self.account_id.choices = [SelectChoice(account_id, name) for account_id, name in names.items()]


class PutBeforeForm(OfficeForm):
    plain_summary = TextAreaField(
        _("The matter in plain words"),
        [Filled(), at_most(4000)],
        description=_("Short enough for a phone: what it is, why now, and what it means for the young."),
    )


class PointForm(OfficeForm):
    words = TextAreaField(
        _("Your point"),
        [Filled(), at_most(2000)],
        description=_("One thing at a time, so that the others can vote on it."),
    )


class VoteForm(OfficeForm):
    """Two buttons: for or against."""

    is_for = OneOf(
        _("Your vote"),
        [Filled()],
        choices=[SelectChoice("yes", _("For")), SelectChoice("no", _("Against"))],
    )


class AnswerForm(OfficeForm):
    answer = OneOf(
        _("What came of the point?"),
        [Filled(_("Choose what came of it."))],
        choices=[SelectChoice(answer.name, words.POINT_ANSWERS[answer.name]) for answer in PointAnswer],
    )
    why = TextAreaField(
        _("Why?"),
        [Filled(_("Write why. Without the why it is no answer.")), at_most(2000)],
        description=_("The council reads this. A no with reasons is worth more than a yes without."),
    )
