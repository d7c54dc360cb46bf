"""The child's door to a meeting: what it is about, what the child wants, and if the note is right."""

from contextlib import AbstractContextManager
from dataclasses import replace

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from participation import accounts
from participation.casework import meeting_notes, meeting_wishes, meetings
from participation.casework.meeting_notes import Verdict
from participation.casework.meeting_wishes import Wishes
from participation.casework.meetings import Meeting
from participation.errors import Closed
from participation.web import asking, meeting_states, security
from participation.web.current import Session, reading, today, writing
from participation.web.forms.my_meetings import (
    VERDICTS,
    PeopleForm,
    SendForm,
    VerdictForm,
    topics_form,
    with_topics,
)
from participation.web.forms.shown import shown
from participation.web.language import chosen

blueprint = Blueprint("my_meetings", __name__, url_prefix="/min-side/<code>/mote/<int:meeting_id>")


@blueprint.before_request
def slow_down_guessing() -> None:
    security.let_pass("codes")


@blueprint.get("/")
def show(code: str, meeting_id: int) -> tuple[str, int]:
    with reading() as db:
        return _page(db, code, meeting_id, VerdictForm())


@blueprint.route("/temaer", methods=["GET", "POST"])
def topics(code: str, meeting_id: int) -> Response | tuple[str, int]:
    """Cross out, and add topics of one's own. Nothing is sent yet."""
    with _door() as db:
        meeting, wishes = _open(db, code, meeting_id)
        listed = meetings.listed(db, meeting)
        form = topics_form(listed, wishes, request.form)
        if request.method == "GET" or not form.validate():
            return shown("my_meetings/topics.html", form, code=code, meeting=meeting)
        _keep(db, meeting, code, with_topics(wishes, form))
    return redirect(url_for(".people", code=code, meeting_id=meeting_id), 303)


@blueprint.route("/hvem", methods=["GET", "POST"])
def people(code: str, meeting_id: int) -> Response | tuple[str, int]:
    """Who should come, and who should not."""
    with _door() as db:
        meeting, wishes = _open(db, code, meeting_id)
        form = PeopleForm(request.form, obj=wishes)
        if request.method == "GET" or not form.validate():
            who_comes = meetings.details_of(db, meeting).who_comes
            return shown("my_meetings/people.html", form, code=code, meeting=meeting, who_comes=who_comes)
        come, stay_away = (field.data or "" for field in (form.come, form.stay_away))
        _keep(db, meeting, code, replace(wishes, come=come.strip(), stay_away=stay_away.strip()))
    return redirect(url_for(".send", code=code, meeting_id=meeting_id), 303)


@blueprint.route("/send", methods=["GET", "POST"])
def send(code: str, meeting_id: int) -> Response | tuple[str, int]:
    """The very words, and a yes."""
    form, secret = SendForm(request.form), asking.secret(code)
    with _door() as db:
        meeting, wishes = _open(db, code, meeting_id)
        form.about(wishes)
        if request.method == "GET" or not form.validate():
            crossed = [one for one in meetings.listed(db, meeting) if one.topic.id in wishes.crossed_out]
            told = {"crossed": crossed, "wishes": wishes, "is_empty": wishes == Wishes()}
            return shown("my_meetings/send.html", form, code=code, meeting=meeting, **told)
        meeting_wishes.send(db, meeting, secret, language=chosen(), today=today())
    return redirect(url_for(".show", code=code, meeting_id=meeting_id, done="sent"), 303)


@blueprint.route("/referat/<int:number>", methods=["GET", "POST"])
def verdict(code: str, meeting_id: int, number: int) -> Response | tuple[str, int]:
    """Say whether the note is right. It may be said again; the last word counts."""
    form, show = VerdictForm(request.form), url_for(".show", code=code, meeting_id=meeting_id)
    if request.method == "GET":
        return redirect(show)
    if not form.validate():
        with reading() as db:
            return _page(db, code, meeting_id, form)
    with writing() as db:
        meeting = meetings.meeting_for(db, code, meeting_id, today())
        if number < len(meeting_notes.notes_of(db, meeting)):
            return redirect(f"{show}?done=newer", 303)
        said, comment = Verdict[form.verdict.data], form.comment.data or ""
        meeting_notes.say_if_right(db, meeting, number, verdict=said, comment=comment, today=today())
    return redirect(f"{show}?done=sent", 303)


def _door() -> AbstractContextManager[Session]:
    return writing() if request.method == "POST" else reading()


def _open(db: Session, code: str, meeting_id: int) -> tuple[Meeting, Wishes]:
    """A meeting that still takes wishes, and those of this browser."""
    meeting = meetings.meeting_for(db, code, meeting_id, today())
    if not meeting.takes_wishes(today()):
        raise Closed("the meeting is over")
    if request.method == "POST":
        return meeting, meeting_wishes.held(db, meeting, asking.secret(code), today())
    return meeting, meeting_wishes.said(db, meeting, asking.secret(code))


def _keep(db: Session, meeting: Meeting, code: str, wishes: Wishes) -> None:
    meeting_wishes.keep(db, meeting, asking.secret(code), wishes, today())


def _page(db: Session, code: str, meeting_id: int, form: VerdictForm) -> tuple[str, int]:
    meeting = meetings.meeting_for(db, code, meeting_id, today())
    notes = meeting_notes.notes_of(db, meeting)
    newest = notes[-1] if notes else None
    return shown(
        "my_meetings/show.html",
        form,
        code=code,
        met=meeting_states.met(db, meeting),
        listed=meetings.listed(db, meeting),
        wishes=meeting_wishes.sent(db, meeting),
        is_kept=meeting_wishes.is_kept(db, meeting, asking.secret(code)),
        noted=meeting_notes.words_of(db, newest) if newest else None,
        comment=meeting_notes.comment_of(db, newest) if newest else "",
        coordinator=accounts.names(db).get(meeting.case.coordinator_id, ""),
        verdicts=VERDICTS,
    )
