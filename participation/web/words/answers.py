"""Words for answers: what a child did with a question, and what adults did with a council's points."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from participation.surveys.questions import Status

STATUSES: Mapping[Status, LazyString] = {
    Status.ANSWERED: _("Answered"),
    Status.SKIPPED: _("Skipped"),
    Status.NOT_UNDERSTOOD: _("Did not understand the question"),
    Status.NOT_SHOWN: _("Was not asked this"),
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
