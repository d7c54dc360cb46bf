"""The door for one child in a case: say it, read it over, choose who may read it, and say yes to it."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation import accounts
from participation.casework import cases, help_given, voices
from participation.casework.voices import Voice
from participation.errors import NotFound
from participation.rights.help_given import NO_HELP, Help
from participation.rights.occasions import Occasion
from participation.web import asking, language, reading_aloud, security
from participation.web.asking import Door
from participation.web.current import Session, reading, today, writing
from participation.web.forms.answers import Press
from participation.web.forms.shown import shown
from participation.web.forms.voices import SHARINGS, ApproveForm, HelpForm, choose_form, chosen_in

blueprint = Blueprint("voices", __name__, url_prefix="/stemme/<code>")

BEFORE_YES = "si-ja"
"""Where a child came from who reads over what it says yes to."""


def open_door(db: Session, code: str) -> Door:
    return _door(db, voices.voice_behind(db, code, today()), code)


asking.prepare(blueprint, open_door)


@blueprint.get("/")
def start(code: str) -> str:
    """What the child must know before choosing to say anything."""
    with reading() as db:
        voice = voices.voice_behind(db, code, today())
        door = _door(db, voice, code)
        tongue = language.of_survey(door.survey.languages)
        return render_template(
            "voices/start.html",
            form=Press(),
            code=code,
            voice=voice,
            occasion=Occasion(voice.occasion),
            coordinator=accounts.names(db).get(voice.case.coordinator_id, ""),
            survey=door.survey,
            language=tongue,
            level=language.level(door.survey.levels),
            listening=reading_aloud.of_start(door.survey),
            days_to_answer=voices.DAYS_TO_ANSWER,
            go_on=door.address(door.first_open) if door.begun else None,
            helped=help_given.told(db, voice.id, asking.secret(code)),
        )


@blueprint.post("/begynn")
def begin(code: str) -> Response:
    """Begin with empty pages: the one who sat here before may be another child."""
    if not Press(request.form).validate():
        return asking.start_again(code, "again")
    with writing() as db:
        voice = voices.voice_behind(db, code, today())
        told = _just_told(db, voice, asking.secret(code))
        security.renew_browser()
        help_given.note(db, voice.id, asking.secret(code), told, today())
        return redirect(url_for(".page", code=code, name=voices.survey_of(db, voice).pages[0].id), 303)


@blueprint.route("/sammen", methods=["GET", "POST"])
def together(code: str) -> Response | tuple[str, int]:
    """How somebody helps, and who is there; it can be changed or emptied until the yes."""
    with writing() if request.method == "POST" else reading() as db:
        cases.hold(db, voices.voice_behind(db, code, today()).case_id)
        voice, secret = voices.voice_behind(db, code, today()), asking.secret(code)
        language.of_survey(voices.survey_of(db, voice).languages)
        form, back = HelpForm(request.form), _back_from_help(db, voice, code)
        if request.method == "GET":
            form.fill(help_given.told(db, voice.id, secret))
        if request.method == "GET" or not form.validate():
            return shown("voices/together.html", form, code=code, back=back)
        help_given.note(db, voice.id, secret, form.told, today())
    return redirect(back, 303)


@blueprint.route("/<name>", methods=["GET", "POST"])
def page(code: str, name: str) -> Response | str | tuple[str, int]:
    if not security.has_browser():
        return asking.start_again(code, "lost")
    with writing() if request.method == "POST" else reading() as db:
        voice = voices.voice_behind(db, code, today(), approved_too=True)
        if _card(db, voice, code):
            return redirect(url_for(".card", code=code))
        return asking.page(_door(db, voices.voice_behind(db, code, today()), code), name)


@blueprint.route("/les-over", methods=["GET", "POST"])
def choose(code: str) -> Response | tuple[str, int]:
    """The child's own words, to be changed, and who may read each of them."""
    with writing() if request.method == "POST" else reading() as db:
        voice = voices.voice_behind(db, code, today())
        door, secret = _door(db, voice, code), asking.secret(code)
        if not door.begun:
            return asking.start_again(code, "lost")
        tongue = language.of_survey(door.survey.languages)
        level = language.level(door.survey.levels)
        suggested = voices.suggested(db, voice, secret, language=tongue, level=level)
        form = choose_form(suggested, request.form)
        if request.method == "GET" or not form.validate():
            rows = asking.reviewed(door)
            drawings = {one.question: one.strokes for one in suggested}
            return shown("voices/choose.html", form, code=code, rows=rows, drawings=drawings)
        voices.choose(db, voice, secret, chosen_in(form, suggested), today())
    return redirect(url_for(".approve", code=code), 303)


@blueprint.route("/si-ja", methods=["GET", "POST"])
def approve(code: str) -> Response | tuple[str, int]:
    """The very words, and a yes. Pressed twice, it is still one yes and one card."""
    form, secret = ApproveForm(request.form), asking.secret(code)
    with writing() if request.method == "POST" else reading() as db:
        voice = voices.voice_behind(db, code, today(), approved_too=True)
        cases.hold(db, voice.case_id)
        if _card(db, voice, code):
            return redirect(url_for(".card", code=code), 303)
        voice = voices.voice_behind(db, code, today())
        tongue = language.of_survey(voices.survey_of(db, voice).languages)
        helped = help_given.told(db, voice.id, secret)
        form.about(passages := voices.chosen(db, voice, secret), helped)
        if request.method == "GET" or not form.validate():
            rows = asking.reviewed(_door(db, voice, code))
            told = {"passages": passages, "sharings": SHARINGS, "helped": helped}
            told |= {"left_open": asking.left_open(rows), "asked_here": {row.asked for row in rows}}
            return shown("voices/approve.html", form, code=code, **told)
        voices.approve(db, voice, secret, language=tongue, today=today())
    return redirect(url_for(".card", code=code), 303)


@blueprint.get("/kort-til-deg")
def card(code: str) -> Response | str:
    """The card that later opens the answer."""
    with reading() as db:
        voice = voices.voice_behind(db, code, today(), approved_too=True)
        words = _card(db, voice, code)
        if not words:
            return asking.start_again(code, "lost")
        language.of_survey(voices.survey_of(db, voice).languages)
        address = url_for("replies.show", words=words, _external=True)
        return asking.card(code, words, address, answer_on=voice.answer_by)


def _door(db: Session, voice: Voice, code: str) -> Door:
    secret = asking.secret(code)
    return Door(
        code,
        voices.survey_of(db, voice),
        voices.said(db, voice, secret),
        keep=lambda page, answer: voices.keep_page(db, voice, secret, page, answer, today()),
        after=url_for(".choose", code=code),
        mark=lambda pointer: voices.mark(db, voice, secret, pointer, today()),
        throw_away=lambda: voices.throw_away(db, voice, secret),
        together=lambda page: url_for(".together", code=code, back=page.id),
    )


def _just_told(db: Session, voice: Voice, secret: str) -> Help:
    """The help told of on the first page. Who begins with empty pages after answering begins there too."""
    return NO_HELP if voices.said(db, voice, secret) else help_given.told(db, voice.id, secret)


def _back_from_help(db: Session, voice: Voice, code: str) -> str:
    """Where the child was: at a question, at the yes, or on the first page."""
    back = request.args.get("back", "")
    if back == BEFORE_YES:
        return url_for(".approve", code=code)
    if back in {page.id for page in voices.survey_of(db, voice).pages}:
        return url_for(".page", code=code, name=back)
    return url_for(".start", code=code)


def _card(db: Session, voice: Voice, code: str) -> str | None:
    """The words of the claim card, once this browser has said yes with this code."""
    try:
        return voices.card_of(db, voice, asking.secret(code))
    except NotFound:
        return None
