"""Agreement in words: how well two coders agree on a code, for people who never heard of kappa."""

from flask_babel import gettext as _
from flask_babel import ngettext

from participation.disclosure.themes import Agreement
from participation.web.language import number_text


def row(name: str, one: Agreement) -> tuple[str, ...]:
    """The code, how many texts were read twice, kappa, what it means, and whether the theme may be told."""
    kappa = "–" if one.kappa is None else number_text(round(one.kappa, 2))
    may_be_told = _("Yes") if one.may_be_told else _("Not yet")
    return name, f"{one.coded_twice} / {one.texts}", kappa, in_words(one), may_be_told


def in_words(one: Agreement) -> str:
    if one.lacks:
        return ngettext(
            "%(num)d text more must be read twice", "%(num)d texts more must be read twice", one.lacks
        )
    if one.kappa is None:
        return _("Cannot be said: both always answered the same")
    if one.is_good:
        return _("They agree well")
    if one.open_differences:
        return _("They do not agree well enough")
    return _("They did not agree, and have settled every text")
