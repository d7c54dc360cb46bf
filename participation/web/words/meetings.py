"""Words for meetings: what a child says of the note that came of one."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

VERDICTS: Mapping[str, LazyString] = {
    "RIGHT": _("The child says that it is right"),
    "WRONG": _("The child says that something is wrong"),
    "NOT_UNDERSTOOD": _("The child does not understand it"),
}
