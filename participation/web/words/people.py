"""Words for people: the roles of those who sign in, and whom the help lines are for."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

ROLES: Mapping[str, LazyString] = {
    "COORDINATOR": _("Coordinator"),
    "PLANNER": _("Planner"),
    "COUNCIL_SECRETARY": _("Youth council secretary"),
    "COUNCIL_MEMBER": _("Youth council member"),
    "LEADER": _("Leader"),
    "ADMINISTRATOR": _("Administrator"),
}

HELP_LINES: Mapping[str, LazyString] = {
    "alarm": _("If someone hurts you, or nobody takes care of you. It is free."),
    "kors": _("For everyone under 18 who wants to talk. It is free, and nobody asks who you are."),
    "mental": _("For everyone who needs someone to talk to. It is free."),
    "kirkens": _("For everyone who finds life hard right now."),
    "legevakt": _("If you are ill or hurt and need help soon."),
    "medical": _("If a life is in danger."),
    "police": _("If you or someone else is in danger right now."),
    "police2": _("If you want to talk to the police and it is not urgent."),
}

# Keyed by whether somebody answers round the clock.
HELP_LINE_HOURS: Mapping[bool, LazyString] = {
    True: _("Open day and night"),
    False: _("Opening hours vary"),
}
