"""The child's own page: start by oneself, go on with what is begun, and see the meetings that are coming."""

from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation import accounts
from participation.casework import meetings, own_codes, own_voices
from participation.casework.own_voices import TooManyBegun, TooManyThisWeek
from participation.casework.voices import Voice
from participation.errors import NotFound
from participation.rights.occasions import SITUATIONS, Occasion
from participation.web import asking, meeting_states
from participation.web.current import reading, survey, surveys, today, writing
from participation.web.forms.answers import Press

blueprint = Blueprint("my_page", __name__, url_prefix="/min-side/<code>")

asking.let_out(blueprint)


@dataclass(frozen=True)
class Begun:
    """What the child has begun, and the code that leads back to it."""

    voice: Voice
    code: str


@blueprint.get("/")
def start(code: str) -> Response | str:
    """What the child can do. The code of one meeting leads to that meeting alone."""
    with reading() as db:
        try:
            case = own_codes.case_behind(db, code)
        except NotFound:
            meeting = meetings.meeting_behind(db, code, today())
            return redirect(url_for("my_meetings.show", code=code, meeting_id=meeting.id))
        begun = own_voices.begun_in(db, case, today())
        met = [one for one in meeting_states.met_in(db, case) if one.newest or one.meeting.on_day >= today()]
        return render_template(
            "my_page/start.html",
            form=Press(),
            code=code,
            situations=[one for one in SITUATIONS if one.surveys[0] in surveys()],
            begun=[Begun(voice, own_voices.code_of(db, code, voice.id)) for voice in begun],
            met=met,
            coordinator=accounts.names(db).get(case.coordinator_id, ""),
        )


@blueprint.get("/stopp")
def stop(code: str) -> str:
    return render_template("my_page/stop.html", code=code)


@blueprint.post("/begynn")
def begin(code: str) -> Response:
    """Begin in one of the situations, or go on where it is begun already."""
    situation = next((one for one in SITUATIONS if one == request.form.get("situation")), None)
    if not Press(request.form).validate() or situation is None:
        return asking.start_again(code, "again")
    try:
        return redirect(url_for("voices.start", code=_begun(code, situation)), 303)
    except TooManyBegun:
        return asking.start_again(code, "three_begun")
    except TooManyThisWeek:
        return asking.start_again(code, "ten_this_week")


@blueprint.post("/kast/<int:voice_id>")
def throw_away(code: str, voice_id: int) -> Response:
    if not Press(request.form).validate():
        return asking.start_again(code, "again")
    with writing() as db:
        secret = asking.secret(own_voices.code_of(db, code, voice_id))
        own_voices.throw_away(db, code, voice_id, secret, today())
    return asking.start_again(code, "removed")


def _begun(code: str, situation: Occasion) -> str:
    with writing() as db:
        _, theirs = own_voices.begin(db, code, situation, survey=survey(situation.surveys[0]), today=today())
        return theirs
