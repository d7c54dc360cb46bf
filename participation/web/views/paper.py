"""Answers on paper: sheets to print, and the desk where they are typed in."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from participation.access import Act, require
from participation.community import consultations, paper
from participation.community.consultations import Consultation
from participation.errors import Closed, NotFound
from participation.surveys.definition import Survey
from participation.web import qr
from participation.web.current import Session, actor, reading, today, writing
from participation.web.forms.paper import Entry, PrintForm
from participation.web.forms.shown import shown
from participation.web.paper import sheets
from participation.web.tongues import tongue

blueprint = Blueprint("paper", __name__, url_prefix="/medvirkning/<int:consultation_id>/papir")

LOOK = "look"


@blueprint.route("/", methods=["GET", "POST"])
def index(consultation_id: int) -> Response | tuple[str, int]:
    """Print sheets. Their codes stand on the paper that is sent back, and are never shown again."""
    require(actor(), Act.PRINT_CODES)
    with reading() as db:
        consultation, survey = _open(db, consultation_id)
        is_to_look = request.form.get("go") == LOOK
        form = PrintForm(request.form).offer(survey, is_to_look=is_to_look)
        if request.method == "GET" or not form.validate():
            on_paper = paper.how_many(db, actor(), consultation_id)
            return shown("paper/index.html", form, consultation=consultation, on_paper=on_paper)
        sheet = sheets.of_round(db, consultation, sheets.Wanted(form.tongue.data, form.level.data))
    if is_to_look:
        return _file(sheets.blank(sheet), consultation_id)
    with writing() as db:
        codes = consultations.make_tickets(db, actor(), consultation_id, form.n.data, today())
    return _file(sheets.printed(sheet, codes), consultation_id)


@blueprint.route("/skriv-inn", methods=["GET", "POST"])
def enter(consultation_id: int) -> Response | str | tuple[str, int]:
    """Type in what stands on one sheet."""
    require(actor(), Act.ENTER_PAPER)
    with reading() as db:
        consultation, survey = _open(db, consultation_id)
    entry = Entry(survey, tongue(survey), request.form)
    if request.method == "GET" or not entry.validate():
        return _typing(consultation, survey, entry)
    code = entry.sheet.written
    try:
        with writing() as db:
            words = paper.enter(db, actor(), consultation_id, code, entry.said, today())
    except NotFound:
        entry.sheet.refuse_code(gettext("This code is not from this consultation."))
    except paper.UsedCode:
        entry.sheet.refuse_code(gettext("This code is used already, or was taken back. Nothing was counted."))
    else:
        if entry.sheet.wants_card.data:
            return slip(consultation, code, words)
        return redirect(url_for(".enter", consultation_id=consultation_id, done="typed_in"), 303)
    return _typing(consultation, survey, entry)


def slip(consultation: Consultation, code: str, words: str) -> str:
    """What `enter` gives where a child wants a card: its words, under the code that the child kept."""
    square = qr.svg(url_for("claims.show", words=words, _external=True), words)
    return render_template(
        "paper/slip.html", consultation=consultation, code=code, card_words=words.split("-"), square=square
    )


def _typing(consultation: Consultation, survey: Survey, entry: Entry) -> tuple[str, int]:
    page = render_template(
        "paper/enter.html", consultation=consultation, survey=survey, tongue=tongue(survey), entry=entry
    )
    return page, 422 if entry.errors else 200


def _open(db: Session, consultation_id: int) -> tuple[Consultation, Survey]:
    consultation = consultations.consultation_of(db, actor(), consultation_id)
    if not consultations.takes_answers(consultation, today()):
        raise Closed("this consultation takes no more answers")
    return consultation, consultations.survey_of(db, consultation)


def _file(content: bytes, consultation_id: int) -> Response:
    answer = Response(content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="ark-{consultation_id}.pdf"'
    return answer
