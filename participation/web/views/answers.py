"""The door for many children: a code opens it, and nothing else is asked."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation.community import answers
from participation.community.consultations import Consultation, survey_of, ticket_behind
from participation.errors import NotFound
from participation.web import asking, language, reading_aloud, security
from participation.web.asking import Door
from participation.web.current import Session, reading, today, writing
from participation.web.forms.answers import Press

blueprint = Blueprint("answers", __name__, url_prefix="/svar/<code>")


def open_door(db: Session, code: str) -> Door:
    return _door(db, ticket_behind(db, code, today()).consultation, code)


asking.prepare(blueprint, open_door)


@blueprint.get("/")
def start(code: str) -> str:
    """What the child must know before choosing to answer."""
    with reading() as db:
        consultation = ticket_behind(db, code, today()).consultation
        door = _door(db, consultation, code)
        tongue = language.of_survey(door.survey.languages)
        return render_template(
            "answers/start.html",
            form=Press(),
            code=code,
            consultation=consultation,
            survey=door.survey,
            language=tongue,
            level=language.level(door.survey.levels),
            listening=reading_aloud.of_start(door.survey),
            go_on=door.address(door.first_open) if door.begun else None,
        )


@blueprint.post("/begynn")
def begin(code: str) -> Response:
    """Begin with empty pages: the one who sat here before may be another child."""
    if not Press(request.form).validate():
        return asking.start_again(code, "again")
    with reading() as db:
        consultation = ticket_behind(db, code, today()).consultation
        security.renew_browser()
        return redirect(url_for(".page", code=code, name=survey_of(db, consultation).pages[0].id), 303)


@blueprint.route("/<name>", methods=["GET", "POST"])
def page(code: str, name: str) -> Response | str | tuple[str, int]:
    if not security.has_browser():
        return asking.start_again(code, "lost")
    with writing() if request.method == "POST" else reading() as db:
        consultation = ticket_behind(db, code, today()).consultation
        if _card(db, consultation, code):
            return redirect(url_for(".card", code=code))
        return asking.page(_door(db, consultation, code), name)


@blueprint.get("/les-over")
def review(code: str) -> Response | str:
    """Everything that was answered, before it is sent."""
    with reading() as db:
        consultation = ticket_behind(db, code, today()).consultation
        door = _door(db, consultation, code)
        if not door.begun:
            return asking.start_again(code, "lost")
        rows = asking.reviewed(door)
        return render_template("answers/review.html", form=Press(), code=code, rows=rows)


@blueprint.post("/send")
def send(code: str) -> Response:
    """Send in. Pressed twice, or sent again by a slow net, it is still one sheet and one card."""
    with writing() as db:
        ticket = ticket_behind(db, code, today(), used_too=True)
        if not _card(db, ticket.consultation, code):
            if not answers.so_far(db, ticket.consultation, asking.secret(code)):
                return asking.start_again(code, "lost")
            if not Press(request.form).validate():
                return redirect(url_for(".review", code=code, done="again"), 303)
            answers.send_in(db, ticket, asking.secret(code), today())
    return redirect(url_for(".card", code=code), 303)


@blueprint.get("/kort-til-deg")
def card(code: str) -> Response | str:
    """The card that later opens what happened."""
    with reading() as db:
        consultation = ticket_behind(db, code, today(), used_too=True).consultation
        words = _card(db, consultation, code)
        if not words:
            return asking.start_again(code, "lost")
        language.of_survey(survey_of(db, consultation).languages)
        address = url_for("claims.show", words=words, _external=True)
        return asking.card(code, words, address, answer_on=consultation.answer_on)


def _door(db: Session, consultation: Consultation, code: str) -> Door:
    secret = asking.secret(code)
    return Door(
        code,
        survey_of(db, consultation),
        answers.so_far(db, consultation, secret),
        keep=lambda page, answer: answers.keep_page(db, consultation, secret, page, answer, today()),
        after=url_for(".review", code=code),
        mark=lambda pointer: answers.mark(db, consultation, secret, pointer, today()),
        throw_away=lambda: answers.throw_away(db, consultation, secret),
    )


def _card(db: Session, consultation: Consultation, code: str) -> str | None:
    """The words of the claim card, once this browser has sent in with this code."""
    try:
        return answers.card_of(db, consultation, asking.secret(code))
    except NotFound:
        return None
