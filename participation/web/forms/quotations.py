"""Forms for quoting: the words to print, from which texts, and the second reader's look at it."""

from collections.abc import Iterable

from flask_babel import lazy_gettext as _
from wtforms import BooleanField, SelectChoice, TextAreaField

from participation.community.codebooks import Code
from participation.community.quotations import ReleasedWords, Wording
from participation.disclosure.quotations import Clue
from participation.web import words
from participation.web.forms.base import Filled, OfficeForm, at_most
from participation.web.forms.fields import AnyOf, OneOf

LONGEST_QUOTATION = 600


class WordingForm(OfficeForm):
    words = TextAreaField(
        _("The words to print"),
        [Filled(), at_most(LONGEST_QUOTATION)],
        description=_(
            "Take out names, places and whatever else could tell who it is. Write in standard spelling. "
            "From one text: the child’s own words. From several: your words for what they share."
        ),
    )
    is_respelled = BooleanField(
        _("The spelling is made standard"), description=_("This is said beside the words.")
    )
    code = OneOf(_("Which theme?"), [Filled(_("Choose the theme."))])
    clues = AnyOf(
        _("I have looked for each of these, and taken it out"),
        choices=[SelectChoice(clue.name, words.CLUES[clue]) for clue in Clue],
        description=_("No program finds these. Leave open what you have not looked for."),
    )

    def offer(self, codes: Iterable[Code]) -> None:
        self.code.choices = [SelectChoice(code.key, code.name) for code in codes]

    @property
    def wording(self) -> Wording:
        clues = tuple(Clue[name] for name in self.clues.data or ())
        return Wording(self.words.data, self.code.data, clues, self.is_respelled.data)


class QuotationForm(WordingForm):
    sources = AnyOf(
        _("From which texts?"),
        [Filled(_("Choose one text, or at least three."))],
        description=_("One text is quoted with the child’s yes. Three or more are told in your own words."),
    )

    def offer_texts(self, texts: Iterable[ReleasedWords]) -> None:
        self.sources.choices = [SelectChoice(text.id, text.words) for text in texts]


class CheckForm(OfficeForm):
    has_looked = BooleanField(
        _("I have read the words and looked at every place above"),
        [Filled(_("Look at every place first."))],
    )
