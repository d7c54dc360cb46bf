"""Forms for coding: a code, a merging, and the codes somebody sees in one text."""

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, HiddenField, SelectChoice, StringField, TextAreaField

from participation.community.codebooks import Code, Codebook, CodeWords
from participation.web.forms.base import Filled, OfficeForm, at_most
from participation.web.forms.fields import AnyOf, Later, OneOf

OWN_WORDS = _("One on each line, in your own words. Never copy what a child wrote.")
AT_THE_TOP = "-"


class CodeForm(OfficeForm):
    name = StringField(_("Name"), [Filled(), at_most(80)], description=_("As everybody may read it later."))
    definition = TextAreaField(_("What it means"), [Filled(), at_most(1000)])
    include = TextAreaField(
        _("Examples of what belongs to it"), [Filled(), at_most(2000)], description=OWN_WORDS
    )
    exclude = TextAreaField(
        _("Examples of what does not belong to it"), [Later(), at_most(2000)], description=OWN_WORDS
    )
    parent = OneOf(_("Does it belong under another code?"), [Filled()], default=AT_THE_TOP)
    is_severe = BooleanField(
        _("It is about violence, abuse, self-harm or sexuality"),
        description=_("Then at least five children must have mentioned it before anything is told."),
    )

    def offer(self, book: Codebook | None, key: str = "") -> None:
        """The codes that stand at the top, and none that is this one."""
        others = [code for code in (book.codes if book else ()) if code.key != key and not code.parent]
        choices = [SelectChoice(AT_THE_TOP, _("No, it stands by itself"))]
        self.parent.choices = choices + [SelectChoice(code.key, code.name) for code in others]

    def show(self, code: Code) -> None:
        for name in ("name", "definition", "is_severe"):
            self[name].data = getattr(code, name)
        self.include.data, self.exclude.data = "\n".join(code.include), "\n".join(code.exclude)
        self.parent.data = code.parent or AT_THE_TOP

    @property
    def words(self) -> CodeWords:
        return CodeWords(
            self.name.data,
            self.definition.data,
            lines(self.include.data),
            lines(self.exclude.data),
            None if self.parent.data == AT_THE_TOP else self.parent.data,
            self.is_severe.data,
        )


class MergeForm(OfficeForm):
    into = OneOf(_("Into which code?"), [Filled(_("Choose a code."))])

    def offer(self, book: Codebook | None, key: str) -> None:
        others = [code for code in (book.codes if book else ()) if code.key != key]
        self.into.choices = [SelectChoice(code.key, code.name) for code in others]


class CodingForm(OfficeForm):
    """The codes of one text; none at all is an answer too."""

    text_id = HiddenField(validators=[Filled()])
    codes = AnyOf(_("Which codes do you see?"), description=_("None is an answer too."))

    def offer(self, book: Codebook | None) -> None:
        self.codes.choices = [SelectChoice(code.key, code.name) for code in (book.codes if book else ())]


def lines(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())
