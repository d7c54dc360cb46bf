"""Forms for municipal plans."""

from collections.abc import Collection, Mapping

from flask_babel import lazy_gettext as _
from wtforms import SelectChoice, StringField, TextAreaField
from wtforms.validators import ValidationError

from participation.web.forms.base import Filled, OfficeForm, at_most
from participation.web.forms.fields import OneOf


class PlanForm(OfficeForm):
    title = StringField(
        _("Title"),
        [Filled(), at_most(160)],
        description=_("For example the plan for growing up 2027–2031."),
    )
    adopted_by = StringField(
        _("Who adopts it"), [Filled(), at_most(120)], description=_("For example the municipal council.")
    )


def _came_of_it() -> TextAreaField:
    return TextAreaField(
        _("What came of it"),
        [Filled(), at_most(4000)],
        description=_("What the plan does because of this, and what it does not do and why."),
    )


class CameOfItForm(OfficeForm):
    what_came_of_it = _came_of_it()


class PlaceForm(OfficeForm):
    piece = OneOf(
        _("What do you put in?"),
        [Filled(_("Choose what you put in."))],
        description=_("Only what is published, sent or finished can stand in a plan."),
    )
    chapter = StringField(
        _("Which chapter?"),
        [Filled(), at_most(120)],
        description=_("The heading as it stands in the plan. Write it the same way each time."),
    )
    what_came_of_it = _came_of_it()

    def offer(self, pieces: Mapping[str, str], standing: Collection[tuple[str, str]]) -> None:
        """Offer what is ready; `standing` names what stands in which chapter already."""
        self.piece.choices = [SelectChoice(key, text) for key, text in pieces.items()]
        self.standing = standing

    def validate_chapter(self, field: StringField) -> None:
        if (self.piece.data, field.data.strip()) in self.standing:
            raise ValidationError(_("This stands in that chapter already."))
