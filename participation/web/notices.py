"""Notices: one sentence after something was done, carried in the address as a key and never as text."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _

NOTICES: Mapping[str, Any] = {
    "saved": _("It is saved."),
    "sent": _("It is sent."),
    "removed": _("It is removed."),
    "opened": _("It is open."),
    "closed": _("It is closed."),
    "published": _("It is published."),
    "answered": _("The answer is given."),
    "completed": _("It is completed."),
    "voted": _("Your vote is counted."),
}


def text(key: str) -> Any:
    """The sentence for this key, or nothing."""
    return NOTICES.get(key)
