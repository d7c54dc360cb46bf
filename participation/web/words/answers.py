"""Words for answers: what a child did with a question, and what adults did with a council's points."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from participation.surveys.questions import Status

LEVELS: Mapping[str, LazyString] = {
    "pictures": _("With pictures"),
    "simple": _("Easy words"),
    "standard": _("Usual words"),
    "youth": _("For youth"),
}

STATUSES: Mapping[Status, LazyString] = {
    Status.ANSWERED: _("Answered"),
    Status.SKIPPED: _("Skipped"),
    Status.DONT_KNOW: _("Does not know"),
    Status.WONT_SAY: _("Does not want to say"),
    Status.LATER: _("Wanted to answer later"),
    Status.NOT_UNDERSTOOD: _("Did not understand the question"),
    Status.NOT_SHOWN: _("Was not asked this"),
}

PASSED_BY: Mapping[Status, LazyString] = {
    Status.SKIPPED: _("You skipped this question."),
    Status.DONT_KNOW: _("You do not know."),
    Status.WONT_SAY: _("You do not want to say."),
    Status.LATER: _("You want to be asked later."),
    Status.NOT_UNDERSTOOD: _("You did not understand this question."),
}
"""Said to the child who reads it over."""

STAYED_OPEN: Mapping[Status, LazyString] = {
    Status.NOT_UNDERSTOOD: _("The child did not understand the question. Ask it in other words."),
    Status.LATER: _("The child wants to be asked later."),
}

# A question with several choices is counted option by option.
CHOSEN: Mapping[str, LazyString] = {
    "chosen": _("Chosen"),
    "not_chosen": _("Not chosen"),
}

POINT_ANSWERS: Mapping[str, LazyString] = {
    "TAKEN_IN": _("Taken in"),
    "PARTLY": _("Partly taken in"),
    "NOT_TAKEN_IN": _("Not taken in"),
}
