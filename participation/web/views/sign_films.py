"""The desk for sign language: a film for each question, and whether it still shows what is asked."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask_babel import lazy_gettext as _
from werkzeug.wrappers import Response

from participation.access import Act, require
from participation.errors import Incomplete
from participation.owner import sign_films
from participation.surveys.definition import Survey
from participation.web import reading_aloud, uploads
from participation.web.current import actor, reading, survey, today, writing
from participation.web.forms.base import OfficeForm
from participation.web.forms.pressed import check_token
from participation.web.reading_aloud import SIGN_LANGUAGES
from participation.web.tongues import tongue

blueprint = Blueprint("sign_films", __name__, url_prefix="/barnas-sider/opplesing/tegnsprak")

NO_FILE = _("Choose a file.")
UNFIT = {
    "kind": _("This is no film we can show. Use MP4 or WebM."),
    "size": _("It is larger than 30 MB. Make it shorter, or save it with fewer details."),
}


@blueprint.get("/<survey_id>/<sign>")
def show(survey_id: str, sign: str) -> str:
    """The questions one by one, each with its film, if it has one, and room for another."""
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    return render_template("sign_films/show.html", **_page(survey(survey_id), sign))


@blueprint.post("/<survey_id>/<sign>/<question>")
def attach(survey_id: str, sign: str, question: str) -> Response | tuple[str, int]:
    """Take in one film. Where it cannot be used, the same page says why beside its question."""
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    found, page = survey(survey_id), _page(survey(survey_id), sign)
    uploads.make_room()
    film = request.files.get("film")
    if not OfficeForm(request.form).validate():
        abort(400)
    if film is None or not film.filename:
        return render_template("sign_films/show.html", wrong={question: NO_FILE}, **page), 422
    try:
        with writing() as db:
            sign_films.attach(db, actor(), found, question, film.stream, sign_language=sign, today=today())
    except Incomplete as refusal:
        wrong = {question: UNFIT[refusal.missing[0]]}
        return render_template("sign_films/show.html", wrong=wrong, **page), 422
    address = url_for(".show", survey_id=survey_id, sign=sign, done="saved")
    return redirect(f"{address}#{question}", 303)


@blueprint.post("/<survey_id>/<sign>/<question>/fjern")
def take_away(survey_id: str, sign: str, question: str) -> Response:
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    check_token()
    with writing() as db:
        sign_films.take_away(db, actor(), survey_id, question, sign)
    return redirect(url_for(".show", survey_id=survey_id, sign=sign, done="removed"), 303)


def _page(found: Survey, sign: str) -> dict[str, Any]:
    if sign not in SIGN_LANGUAGES:
        abort(404)
    with reading() as db:
        films = {film.question: film for film in sign_films.films_of(db, found.id)}
    return {
        "survey": found,
        "sign": sign,
        "sign_name": SIGN_LANGUAGES[sign],
        "rows": [(page, films.get(page.id)) for page in found.pages],
        "shown": {film.question for film in films.values() if sign_films.is_true(found, film)},
        "survey_tongue": tongue,
        "form": OfficeForm(),
        "size_text": reading_aloud.size_text,
        "most": sign_films.MOST_BYTES,
    }
