"""Forms for a child before and after a meeting: topics, people, a last look, and if the note is right."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from werkzeug.datastructures import MultiDict
from wtforms import Form, HiddenField, SelectChoice, StringField, TextAreaField
from wtforms.form import BaseForm
from wtforms.validators import InputRequired, ValidationError

from participation.casework.meeting_notes import Verdict
from participation.casework.meeting_wishes import LONGEST_WISH, MOST_OWN_TOPICS, Wishes
from participation.casework.meetings import Listed
from participation.web.forms.base import Meta, OfficeForm, at_most
from participation.web.forms.fields import AnyOf, OneOf

FEWEST_LINES = 3
VERDICTS = {
    Verdict.RIGHT.name: _("Yes, it is right"),
    Verdict.WRONG.name: _("Something is wrong"),
    Verdict.NOT_UNDERSTOOD.name: _("I do not understand it"),
}


def topics_form(listed: Sequence[Listed], wishes: Wishes, sent: MultiDict[str, str]) -> BaseForm:
    """The grown-ups' topics to cross out, and some lines for topics of one's own."""
    theirs = [SelectChoice(one.topic.id, one.words) for one in listed if not one.topic.is_childs]
    fields: dict[str, object] = {}
    if theirs:
        fields["crossed_out"] = AnyOf(_("What do you not want them to talk about?"), choices=theirs)
    for n in range(min(max(FEWEST_LINES, len(wishes.own) + 1), MOST_OWN_TOPICS)):
        fields[f"own-{n}"] = StringField(_("Your topic %(n)s", n=n + 1), [at_most(LONGEST_WISH)])
    form = BaseForm(fields, meta=Meta())
    own = {f"own-{n}": words for n, words in enumerate(wishes.own)}
    form.process(sent or None, data={"crossed_out": list(wishes.crossed_out)} | own)
    return form


def with_topics(wishes: Wishes, form: BaseForm) -> Wishes:
    """What is crossed out now, and the child's own topics, each once."""
    own = (field.data.strip() for field in form if field.short_name.startswith("own-") and field.data)
    crossed_out = tuple(form["crossed_out"].data or ()) if "crossed_out" in form else ()
    return replace(wishes, crossed_out=crossed_out, own=tuple(dict.fromkeys(words for words in own if words)))


class PeopleForm(Form):
    Meta = Meta

    come = TextAreaField(
        _("Who do you want to come?"), [at_most(LONGEST_WISH)], description=_("You can leave it empty.")
    )
    stay_away = TextAreaField(
        _("Is there someone who should not come?"),
        [at_most(LONGEST_WISH)],
        description=_("If they come all the same, your coordinator must tell you why."),
    )


class SendForm(Form):
    """A yes to exactly what stood on the page: `about` says what that is."""

    Meta = Meta

    read = HiddenField()

    def about(self, wishes: Wishes) -> None:
        self.words = sha256(repr(wishes).encode()).hexdigest()
        self.sent_with, self.read.data = self.read.data, self.words

    def validate_read(self, field: HiddenField) -> None:
        if self.sent_with != self.words:
            raise ValidationError(gettext("The words have changed. Read them once more."))


class VerdictForm(OfficeForm):
    verdict = OneOf(
        _("Is it right?"),
        [InputRequired(_("Pick the answer that fits you best."))],
        choices=[SelectChoice(verdict, text) for verdict, text in VERDICTS.items()],
    )
    comment = TextAreaField(
        _("Do you want to say what?"), [at_most(1000)], description=_("You do not have to write anything.")
    )
