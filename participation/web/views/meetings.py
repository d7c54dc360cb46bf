"""The coordinator's door to meetings: planned with the child, held, and told of in words for the child."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation.casework import cases, meeting_notes, meeting_wishes, meetings
from participation.casework.meeting_notes import Noted
from participation.casework.meetings import Meeting, Topic
from participation.errors import Closed, Incomplete, NotFound
from participation.web import meeting_states, own_sheets
from participation.web.current import Session, actor, noting, reading, today, writing
from participation.web.forms.base import OfficeForm
from participation.web.forms.meetings import DecideForm, MeetingForm, NewMeetingForm, NoteForm
from participation.web.forms.own_codes import SheetForm, sheet_form
from participation.web.forms.shown import shown
from participation.web.language import KNOWN

blueprint = Blueprint("meetings", __name__, url_prefix="/saker/<int:case_id>/moter")


@blueprint.route("/nytt", methods=["GET", "POST"])
def add(case_id: int) -> Response | tuple[str, int]:
    form = NewMeetingForm(request.form)
    if request.method == "GET" or not form.validate():
        with reading() as db:
            return shown("meetings/add.html", form, case=cases.open_case_of(db, actor(), case_id))
    with writing() as db:
        meeting = meetings.plan(db, actor(), case_id, **form.told)
    return redirect(url_for(".show", case_id=case_id, meeting_id=meeting.id, done="saved"), 303)


@blueprint.get("/<int:meeting_id>/")
def show(case_id: int, meeting_id: int) -> tuple[str, int]:
    return _page(case_id, meeting_id, sheet_form())


def _page(case_id: int, meeting_id: int, form: SheetForm) -> tuple[str, int]:
    with noting() as db:
        meeting = _noted(db, case_id, meeting_id)
        notes = meeting_notes.notes_of(db, meeting)
        return shown(
            "meetings/show.html",
            form,
            case=meeting.case,
            met=meeting_states.met(db, meeting),
            listed=meetings.listed(db, meeting),
            wishes=meeting_wishes.sent(db, meeting),
            notes=[(n, meeting_notes.words_of(db, n), meeting_notes.comment_of(db, n)) for n in notes],
            new_form=OfficeForm,
        )


@blueprint.route("/<int:meeting_id>/endre", methods=["GET", "POST"])
def change(case_id: int, meeting_id: int) -> Response | tuple[str, int]:
    form = MeetingForm(request.form)
    if request.method == "GET" or not form.validate():
        with noting() as db:
            meeting = _noted(db, case_id, meeting_id)
            cases.open_case_of(db, actor(), case_id)
            if request.method == "GET":
                theirs = [one.words for one in meetings.listed(db, meeting) if not one.topic.is_childs]
                form.about(meeting.on_day, meetings.details_of(db, meeting), theirs)
            return shown("meetings/change.html", form, case=meeting.case, meeting=meeting)
    with writing() as db:
        _meeting_in(db, case_id, meeting_id)
        meetings.change(db, actor(), meeting_id, **form.told)
    return redirect(url_for(".show", case_id=case_id, meeting_id=meeting_id, done="saved"), 303)


@blueprint.post("/<int:meeting_id>/lest")
def seen(case_id: int, meeting_id: int) -> Response:
    """Tell the child that it is read."""
    if not OfficeForm(request.form).validate():
        abort(400)
    with writing() as db:
        _meeting_in(db, case_id, meeting_id)
        meetings.mark_seen(db, actor(), meeting_id, today())
    return redirect(url_for(".show", case_id=case_id, meeting_id=meeting_id, done="saved"), 303)


@blueprint.route("/<int:meeting_id>/tema/<topic_id>", methods=["GET", "POST"])
def decide(case_id: int, meeting_id: int, topic_id: str) -> Response | tuple[str, int]:
    """What becomes of a topic that the child crossed out."""
    form = DecideForm(request.form)
    if request.method == "GET" or not form.validate():
        with noting() as db:
            meeting = _noted(db, case_id, meeting_id)
            topic = _crossed_out(meeting, topic_id)
            cases.open_case_of(db, actor(), case_id)
            words = meetings.words_of(db, topic)
            return shown("meetings/decide.html", form, case=meeting.case, meeting=meeting, topic=words)
    with writing() as db:
        _crossed_out(_meeting_in(db, case_id, meeting_id), topic_id)
        is_taken_up = form.decided.data == "taken_up"
        meetings.decide(db, actor(), topic_id, is_taken_up=is_taken_up, why=form.why.data or "")
    return redirect(url_for(".show", case_id=case_id, meeting_id=meeting_id, done="saved"), 303)


@blueprint.route("/<int:meeting_id>/referat", methods=["GET", "POST"])
def note(case_id: int, meeting_id: int) -> Response | tuple[str, int]:
    """Tell the child what came of it; again, where it was not right."""
    form = NoteForm(request.form)
    if request.method == "POST" and form.validate():
        try:
            with writing() as db:
                _meeting_in(db, case_id, meeting_id)
                noted = Noted(*(form[name].data.strip() for name in ("talked", "decided", "who_does")))
                meeting_notes.write(db, actor(), meeting_id, noted, today())
        except Incomplete:
            return _note_page(case_id, meeting_id, form, lacks_decision=True)
        return redirect(url_for(".show", case_id=case_id, meeting_id=meeting_id, done="saved"), 303)
    return _note_page(case_id, meeting_id, form)


@blueprint.get("/<int:meeting_id>/ark")
def paper(case_id: int, meeting_id: int) -> str:
    """The meeting on paper, for everybody who sits in it."""
    with writing() as db:
        meeting = _noted(db, case_id, meeting_id)
        met, listed = meeting_states.met(db, meeting), meetings.listed(db, meeting)
        return render_template("meetings/paper.html", case=meeting.case, met=met, listed=listed)


@blueprint.post("/<int:meeting_id>/kode")
def code(case_id: int, meeting_id: int) -> tuple[str, int]:
    """A code for this meeting alone, on a sheet to print, now and never again."""
    form = sheet_form(request.form)
    if not form.validate():
        return _page(case_id, meeting_id, form)
    with writing() as db:
        meeting = _meeting_in(db, case_id, meeting_id)
        made = meetings.make_code(db, actor(), meeting_id)
        sheet, tongue = own_sheets.meeting(meeting, made, form.language.data), KNOWN[form.language.data]
        return shown(
            "meetings/code.html", form, case=meeting.case, meeting=meeting, sheet=sheet, tongue=tongue
        )


def _meeting_in(db: Session, case_id: int, meeting_id: int) -> Meeting:
    """A meeting of this case, when its words have been noted as read already, or are not shown."""
    for meeting in meetings.meetings_in(db, cases.case_of(db, actor(), case_id)):
        if meeting.id == meeting_id:
            return meeting
    raise NotFound(f"meeting {meeting_id} in case {case_id}")


def _noted(db: Session, case_id: int, meeting_id: int) -> Meeting:
    """A meeting of this case, noted in the trail before the child's words are shown."""
    return meetings.read(db, actor(), _meeting_in(db, case_id, meeting_id).id)


def _crossed_out(meeting: Meeting, topic_id: str) -> Topic:
    for topic in meeting.topics:
        if topic.id == topic_id and topic.crossed_out_on:
            return topic
    raise NotFound(f"topic {topic_id} of meeting {meeting.id}")


def _note_page(
    case_id: int, meeting_id: int, form: NoteForm, *, lacks_decision: bool = False
) -> tuple[str, int]:
    with noting() as db:
        meeting = _noted(db, case_id, meeting_id)
        cases.open_case_of(db, actor(), case_id)
        if meeting.on_day > today():
            raise Closed("the meeting has not been held")
        notes = meeting_notes.notes_of(db, meeting)
        if request.method == "GET" and notes:
            form = NoteForm(obj=meeting_notes.words_of(db, notes[-1]))
        told = {"case": meeting.case, "meeting": meeting, "lacks_decision": lacks_decision}
        comment = meeting_notes.comment_of(db, notes[-1]) if notes else ""
        page, status = shown("meetings/note.html", form, newest=notes[-1:], comment=comment, **told)
        return page, 422 if lacks_decision else status
