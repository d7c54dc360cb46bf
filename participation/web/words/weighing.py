"""Words for what came of a child's words: whether a decision follows them, and what the child says to it."""

from collections.abc import Mapping

from flask_babel import LazyString
from flask_babel import lazy_gettext as _

FOLLOWS: Mapping[str, LazyString] = {
    "YES": _("Yes, it is what the child wished"),
    "PARTLY": _("Partly"),
    "NO": _("No, it is something else"),
}

# What the child says to an answer, as the coordinator reads it.
UNDERSTOOD: Mapping[str, LazyString] = {
    "YES": _("The child says: you understood me"),
    "PARTLY": _("The child says: you understood me partly"),
    "NO": _("The child says: you did not understand me"),
}
