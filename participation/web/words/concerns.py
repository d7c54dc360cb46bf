"""Words for what is done about a concern."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

CONCERN_STEPS: Mapping[str, LazyString] = {
    "SEEN": _("Read, and followed up"),
    "CONTACTED": _("Talked with the child"),
    "REPORTED": _("Reported to the child welfare service"),
    "NOT_REPORTED": _("Decided not to report"),
    "OTHER_HELP": _("Got other help: police, doctor, school or others"),
    "CLOSED": _("Closed"),
}
