"""What every view needs now: the database, the surveys, who is asking, and today."""

from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from flask import abort, current_app, g, request
from sqlalchemy.orm import Session as Session

from participation import accounts
from participation.access import Actor
from participation.surveys.definition import Survey

HERE = ZoneInfo("Europe/Oslo")
SESSION_COOKIE = "signed_in"
LANGUAGE_COOKIE, LEVEL_COOKIE, LETTERS_COOKIE = "language", "level", "letters"
SHORTEST_TOKEN = 40


def reading() -> AbstractContextManager[Session]:
    return current_app.extensions["database"].reading()


def writing() -> AbstractContextManager[Session]:
    """A session that is kept when it ends well. A form that says `once` is taken once only."""
    once = request.form.get("once", "")[:64] if request.method == "POST" else ""
    return current_app.extensions["database"].writing(once=once, day=today().isoformat())


def noting() -> AbstractContextManager[Session]:
    """A session that keeps no more than that somebody has read: the form may be sent once more."""
    return current_app.extensions["database"].writing()


def surveys() -> dict[str, Survey]:
    return current_app.extensions["surveys"]


def survey(name: str) -> Survey:
    found = surveys().get(name)
    return found if found is not None else abort(404)


def key_for(purpose: str) -> bytes:
    """A key of the installation for one purpose of the web floor."""
    return current_app.extensions["database"].info["keys"].derived(f"web {purpose}")


def cookie(name: str) -> str:
    """The name of a cookie; over https one that no other site and no plain page can set."""
    return f"__Host-{name}" if current_app.config["HTTPS"] else name


def ask_who() -> None:
    """Look up who is signed in, once per request, and keep the session awake."""
    g.actor = None
    token = request.cookies.get(cookie(SESSION_COOKIE))
    if not token or request.endpoint == "static":
        return
    with reading() as db:
        g.actor = accounts.actor_behind(db, token, now())
        stale = g.actor is not None and accounts.is_stale(db, token, now())
    if stale:
        with current_app.extensions["database"].writing() as db:
            accounts.seen(db, token, now())


def had_session() -> bool:
    """Whether this browser was signed in, and is so no more."""
    return g.actor is None and len(request.cookies.get(cookie(SESSION_COOKIE), "")) >= SHORTEST_TOKEN


def somebody() -> Actor | None:
    """Who is signed in, if anyone is."""
    return g.get("actor")


def actor() -> Actor:
    """Who is signed in. To strangers there is nothing here."""
    return somebody() or abort(404)


def today() -> date:
    fixed = str(current_app.config["TODAY"])
    return date.fromisoformat(fixed) if fixed else datetime.now(HERE).date()


def on_the_wall() -> datetime:
    """The day and the time as the clock on the office's wall shows them: office hours are counted by it."""
    return datetime.combine(today(), datetime.now(HERE).time().replace(microsecond=0))


def now() -> datetime:
    """The time in UTC, without a zone, as it is kept."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
