"""This is serious: from a child's own code or card straight to the person on duty."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation import accounts
from participation.casework import concerns, voices
from participation.casework.concerns import Said
from participation.casework.voices import Voice
from participation.errors import Closed
from participation.web import on_duty, security
from participation.web.current import Session, on_the_wall, reading, today, writing
from participation.web.forms.serious import SeriousForm
from participation.web.forms.shown import shown

blueprint = Blueprint("serious", __name__)


@blueprint.before_request
def slow_down_guessing() -> None:
    security.let_pass("codes")


@blueprint.route("/stemme/<code>/alvor/", methods=["GET", "POST"])
@blueprint.route("/kort-i-sak/<words>/alvor/", methods=["GET", "POST"])
def write(**way: str) -> Response | tuple[str, int]:
    """Who gets it and when stands before the words; nothing must be filled in."""
    form = SeriousForm(request.form)
    with reading() as db:
        voice = _voice(db, **way)
        named = on_duty.now(db)
        if not named.is_named:
            del form.not_to_coordinator
        if request.method == "GET" or not form.validate():
            return shown("serious/write.html", form, on_duty=named, back=_back(**way), **_around(db, voice))
    with writing() as db:
        said = Said(form.about.data or "", form.reach.data or "")
        without = "not_to_coordinator" in form and form.not_to_coordinator.data
        concerns.raise_concern(db, _voice(db, **way), said, not_to_coordinator=without, now=on_the_wall())
    address: dict[str, Any] = {**way}
    return redirect(url_for(".sent", **address), 303)


@blueprint.get("/stemme/<code>/alvor/sendt")
@blueprint.get("/kort-i-sak/<words>/alvor/sendt")
def sent(**way: str) -> str:
    """What happens now. It says the same to everyone: whether something was sent, it does not tell."""
    with reading() as db:
        voice = _voice(db, **way)
        named = on_duty.now(db)
        return render_template("serious/sent.html", on_duty=named, back=_back(**way), **_around(db, voice))


def _voice(db: Session, code: str = "", words: str = "") -> Voice:
    """The voice behind the code, also when it is used or late; or behind the card."""
    found = (
        voices.voice_behind(db, code, today(), approved_too=True) if code else voices.voice_claimed(db, words)
    )
    if found.case.closed_on or found.taken_back_on:
        raise Closed("this case is closed, or the code was taken back")
    return found


def _around(db: Session, voice: Voice) -> dict[str, object]:
    coordinator = voice.case.coordinator_id
    without = on_duty.now(db).without(coordinator)
    return {"coordinator": accounts.names(db).get(coordinator, ""), "without": without}


def _back(code: str = "", words: str = "") -> str:
    return url_for("voices.start", code=code) if code else url_for("replies.show", words=words)
