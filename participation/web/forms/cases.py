"""Forms for the coordinator: a case, an invitation, a reading, a weighing and an answer to a child."""

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import SelectChoice, StringField, TextAreaField
from wtforms.validators import ValidationError

from participation.casework.weighings import Follows
from participation.rights.occasions import ASKED
from participation.rights.weight import Weight
from participation.web import words
from participation.web.forms.base import Filled, OfficeForm, at_most
from participation.web.forms.fields import OneOf

LONGEST_TEXT = 4000
PAPER = "paper"
"""What the press is called by which the questions come on paper too."""


class CaseForm(OfficeForm):
    reference = StringField(
        _("Reference"),
        [Filled(_("Write a reference."))],
        description=_(
            "The number in your own records, for example 2026/114. Never a name or a date of birth."
        ),
        render_kw={"autocomplete": "off", "spellcheck": "false"},
    )


class InvitationForm(OfficeForm):
    """What the child is asked about, with which questions, and in which language the sheet is."""

    occasion = OneOf(
        _("What is the child to be heard about?"),
        [Filled(_("Choose what it is about."))],
        choices=[SelectChoice(occasion.value, words.OCCASIONS[occasion]) for occasion in ASKED],
    )
    survey = OneOf(_("Which questions?"), [Filled(_("Choose the questions."))])
    language = OneOf(
        _("Which language is the sheet to be in?"),
        [Filled(_("Choose a language."))],
        description=_("The child can choose another language for the questions."),
    )
    level = OneOf(
        _("In which words, if the questions are to stand on paper too?"),
        [Filled(_("Choose one of these."))],
        choices=[SelectChoice(level, words.LEVELS[level]) for level in words.LEVELS],
        default="standard",
        description=_(
            "On the screen the child chooses for itself. What it writes on paper is typed in afterwards, "
            "by the child and a grown-up it trusts."
        ),
    )

    def validate_survey(self, field: Any) -> None:
        known = {occasion.value: occasion for occasion in ASKED}
        occasion = known.get(self.occasion.data)
        if occasion and field.data not in occasion.surveys:
            raise ValidationError(gettext("These questions are about something else. Choose others."))


class ReadingForm(OfficeForm):
    words = TextAreaField(
        _("How I understand it"),
        [Filled(_("Write how you understand it.")), at_most(LONGEST_TEXT)],
        description=_(
            "Your own words, under your own name. They follow the child's words into the plan, "
            "so leave out what the child gave to you only."
        ),
    )


class WeighingForm(OfficeForm):
    considered = TextAreaField(
        _("What was considered?"),
        [Filled(_("Write what was considered.")), at_most(LONGEST_TEXT)],
        description=_("What speaks for the child's wish and what speaks against it."),
    )
    weight = OneOf(
        _("How much weight did the child's words get?"),
        [Filled(_("Choose how much weight they got."))],
        choices=[SelectChoice(weight.value, words.WEIGHTS[weight]) for weight in Weight],
    )
    decision = TextAreaField(
        _("What was decided?"), [Filled(_("Write what was decided.")), at_most(LONGEST_TEXT)]
    )
    follows = OneOf(
        _("Is the decision what the child wished?"),
        [Filled(_("Choose whether it is what the child wished."))],
        choices=[SelectChoice(follows.name, words.FOLLOWS[follows.name]) for follows in Follows],
    )
    reason = TextAreaField(
        _("If it is not, or only partly: why?"),
        [at_most(LONGEST_TEXT)],
        description=_("The child has a right to this reason. Write it so that you can say it to the child."),
    )

    def validate_reason(self, field: Any) -> None:
        if self.follows.data in {Follows.PARTLY.name, Follows.NO.name} and not (field.data or "").strip():
            raise ValidationError(gettext("Write why the decision is not all that the child wished."))


class ReplyForm(OfficeForm):
    words = TextAreaField(
        _("Your answer to the child"),
        [Filled(_("Write an answer.")), at_most(LONGEST_TEXT)],
        description=_(
            "Short sentences, and “you”. What did you understand? What is decided, and why? "
            "What happens next, and when?"
        ),
        render_kw={"rows": 12},
    )
