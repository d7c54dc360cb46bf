"""Forms for the case door: what may be shared, passage by passage, and the yes to the very words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import Form, HiddenField, SelectChoice, TextAreaField
from wtforms.form import BaseForm
from wtforms.validators import InputRequired, ValidationError

from participation.casework.sharing import LONGEST_PASSAGE, Chosen, Sharing
from participation.rights.help_given import Help, help_named
from participation.web.forms.base import Meta, at_most
from participation.web.forms.fields import AnyOf, OneOf
from participation.web.words import HELP_FOR_CHILDREN, PRESENT_FOR_CHILDREN

SHARINGS = {
    Sharing.PLAN: _("It may stand in my plan"),
    Sharing.COORDINATOR: _("Only my coordinator may read it"),
    Sharing.TAKEN_OUT: _("Take it out. Nobody may read it"),
}


def choose_form(passages: Sequence[Chosen], sent: MultiDict[str, str]) -> BaseForm:
    """For each passage its words, which may be changed, and who may read them."""
    fields: dict[str, object] = {}
    for passage in passages:
        fields[f"words-{passage.question}"] = TextAreaField(passage.asked, [at_most(LONGEST_PASSAGE)])
        fields[f"sharing-{passage.question}"] = OneOf(
            _("Who may read it?"),
            [InputRequired(_("Pick who may read it."))],
            choices=[SelectChoice(sharing.name, text) for sharing, text in SHARINGS.items()],
        )
    form = BaseForm(fields, meta=Meta())
    form.process(sent or None, data=_as_suggested(passages))
    return form


def chosen_in(form: BaseForm, passages: Sequence[Chosen]) -> list[Chosen]:
    """The passages as the child wants them now."""
    return [
        replace(
            passage,
            words=form[f"words-{passage.question}"].data.replace("\r\n", "\n").strip(),
            sharing=Sharing[form[f"sharing-{passage.question}"].data],
        )
        for passage in passages
    ]


class ApproveForm(Form):
    """A yes to exactly the words that stood on the page: `about` says which they are."""

    Meta = Meta

    read = HiddenField()

    def about(self, passages: Sequence[Chosen], helped: Help) -> None:
        self.words = print_of(passages, helped)
        self.sent_with, self.read.data = self.read.data, self.words

    def validate_read(self, field: HiddenField) -> None:
        if self.sent_with != self.words:
            raise ValidationError(gettext("The words have changed. Read them once more."))


class HelpForm(Form):
    """How somebody helps the child to answer, and who is there: as many as fit, or none."""

    Meta = Meta

    how = AnyOf(
        _("How does somebody help you?"),
        choices=[SelectChoice(how.value, text) for how, text in HELP_FOR_CHILDREN.items()],
        description=_("You can pick several."),
    )
    present = AnyOf(
        _("Who is with you?"),
        choices=[SelectChoice(present.value, text) for present, text in PRESENT_FOR_CHILDREN.items()],
        description=_("You can pick several."),
    )

    def fill(self, told: Help) -> None:
        """As it was told before."""
        self.process(data={"how": told.how, "present": told.present})

    @property
    def told(self) -> Help:
        return help_named(self.how.data or (), self.present.data or ())


def print_of(passages: Sequence[Chosen], helped: Help) -> str:
    """A mark of these very words, and of the help, to see that they are still those that were read."""
    words = [(one.question, one.words, one.sharing.name, one.strokes) for one in passages]
    return sha256(repr((words, helped)).encode()).hexdigest()


def _as_suggested(passages: Sequence[Chosen]) -> Mapping[str, str]:
    words = {f"words-{passage.question}": passage.words for passage in passages}
    return words | {f"sharing-{passage.question}": passage.sharing.name for passage in passages}
