"""Notices: one sentence after something was done, carried in the address as a key and never as text."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _

NOTICES: Mapping[str, Any] = {
    "saved": _("It is saved."),
    "sent": _("It is sent."),
    "handed_over": _("The cases are handed over. The account can be closed now."),
    "on_duty": _("This person is on duty. Name somebody else first; then the account can be closed."),
    "removed": _("It is removed."),
    "symbol_out": _("It is out of use. You can put it back."),
    "our_colours": _("The pages have the colours that come with them again."),
    "opened": _("It is open."),
    "closed": _("It is closed."),
    "released": _("The numbers are released. The answer sheets are destroyed."),
    "waiting": _("The numbers are released. The sealed answer sheets wait for one more breakdown."),
    "forward": _("It is put forward. Somebody else reads it before it is published."),
    "back": _("It is sent back."),
    "published": _("It is published."),
    "themes_told": _("The themes are told."),
    "approved": _("Thank you. Your answer is kept. You can change it until the words are printed."),
    "answered": _("The answer is given."),
    "completed": _("It is completed."),
    "voted": _("Your vote is counted."),
    "lost": _("Your answers are not on this device any more. You can start again."),
    "empty": _("There are no answers here yet. Type the same code when you want to go on."),
    "three_begun": _("You have begun three things. Send one, or throw one away."),
    "ten_this_week": _("You have begun ten times in a week. You can begin again in some days."),
    "newer": _("There is a newer text now. Read it first."),
    "again": _("It was not sent. Please try once more."),
    "taken_back": _("Your answers are taken back and deleted."),
    "password": _("Your password is set. Sign in with it."),
    "typed_in": _("It is counted. Destroy the paper now. Here is an empty page for the next one."),
    "out": _("You are signed out."),
}


def text(key: str) -> Any:
    """The sentence for this key, or nothing."""
    return NOTICES.get(key)
