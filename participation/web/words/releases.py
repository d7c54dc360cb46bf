"""Words for releases: how a number will be told."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

STATES: Mapping[str, LazyString] = {
    "exact": _("As a number"),
    "band": _("Only that they are few"),
    "interval": _("Between two numbers"),
    "hidden": _("Not shown"),
}
