"""Forms for everybody: the one field on the first page, which takes codes and card words alike."""

from flask_babel import lazy_gettext as _
from wtforms import Form, StringField
from wtforms.validators import Length, ValidationError

from participation import guard
from participation.guard import Key
from participation.web.forms.base import Filled
from participation.web.forms.base import Meta as OurMeta


class CodeForm(Form):
    """It changes nothing, so it needs no token, and works for a child without cookies."""

    class Meta(OurMeta):
        csrf = False

    code = StringField(
        _("Your code, or the words on your card"),
        [
            Filled(_("Type your code or your words.")),
            Length(max=200, message=_("This is not one of our codes.")),
        ],
        description=_("For example BCD-FGH-JKM, or four to six words."),
        render_kw={"class": "code", "autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"},
    )

    opens: tuple[Key, str] | None = None
    """What was typed, once it is known to be something of ours."""

    def validate_code(self, field: StringField) -> None:
        self.opens = guard.key_typed(field.data)
        if self.opens is None:
            raise ValidationError(_("Something is not right. Look at each sign or word once more."))
