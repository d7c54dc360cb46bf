"""The audit trail: who did and read what."""

from dataclasses import dataclass
from datetime import UTC, datetime

from babel.dates import format_datetime
from flask import Blueprint, render_template, request

from participation import accounts
from participation.access import ALLOWED, Act, Role
from participation.web import words
from participation.web.current import HERE, actor, reading
from participation.web.language import KNOWN, chosen
from participation.web.words.trail import about_in_words

blueprint = Blueprint("trail", __name__, url_prefix="/spor")

BY_A_CHILD = {act for act, roles in ALLOWED.items() if roles == {Role.CHILD}}
"""What nobody else may do; where no name is noted, it was a child and not the program."""


@dataclass(frozen=True)
class Line:
    """One entry as it is read: when, who, what, and what it was about."""

    id: int
    at: str
    who: str | None
    by_child: bool
    act: str
    about: str


@blueprint.get("/")
def index() -> str:
    before = _number(request.args.get("before", ""))
    with reading() as db:
        entries, broken_at = accounts.trail(db, actor(), before)
        names = accounts.names(db)
    lines = [
        Line(
            entry.id,
            _moment(entry.at),
            names.get(entry.account_id) if entry.account_id else None,
            Act[entry.act] in BY_A_CHILD,
            str(words.ACTS[Act[entry.act]]),
            about_in_words(entry.about),
        )
        for entry in entries
    ]
    older = lines[-1].id if lines and lines[-1].id > 1 else None
    return render_template(
        "trail/index.html", lines=lines, older=older, is_newest=before is None, broken_at=broken_at
    )


def _number(text: str) -> int | None:
    """The number of an entry; None where it can be none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _moment(at: datetime) -> str:
    moment = at if at.tzinfo else at.replace(tzinfo=UTC)
    return format_datetime(moment, "medium", tzinfo=HERE, locale=KNOWN[chosen()].locale)
