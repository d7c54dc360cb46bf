"""Words for releases: how a number will be told, and why it is not told exactly."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

from participation.disclosure.gate import Reason

STATES: Mapping[str, LazyString] = {
    "exact": _("As a number"),
    "band": _("Only that they are few"),
    "interval": _("Between two numbers"),
    "hidden": _("Not shown"),
}

REASONS: Mapping[Reason, LazyString] = {
    Reason.SIZE: _("The group is too small"),
    Reason.FEW: _("Only a few gave this answer"),
    Reason.COMPANY: _("It would give another number away, or almost all agree"),
}
