"""The desk for reading aloud: which sentences can be heard, files handed in, and a list to read from."""

from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from participation.access import Act, require
from participation.owner import recordings, sign_films
from participation.surveys import sentences
from participation.surveys.definition import Survey
from participation.surveys.sentences import ToRecord
from participation.web import reading_aloud, uploads
from participation.web.current import actor, reading, survey, surveys, today, writing
from participation.web.forms.pressed import check_token
from participation.web.forms.recordings import RecordingsForm
from participation.web.forms.shown import shown
from participation.web.reading_aloud import SIGN_LANGUAGES
from participation.web.tongues import tongue
from participation.web.uploads import HandedIn

blueprint = Blueprint("recordings", __name__, url_prefix="/barnas-sider/opplesing")


@blueprint.get("/")
def index() -> str:
    """Each survey in each language: how many of its sentences can be heard."""
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    with reading() as db:
        rows = [
            (one, reading_aloud.recorded(one), sign_films.films_of(db, one.id)) for one in surveys().values()
        ]
        weight = recordings.weight(db), sign_films.weight(db)
    page = {"survey_tongue": tongue, "size_text": reading_aloud.size_text, "signs": SIGN_LANGUAGES}
    return render_template("recordings/index.html", rows=rows, weight=weight, **page)


@blueprint.route("/<survey_id>/<language>", methods=["GET", "POST"])
def show(survey_id: str, language: str) -> str | tuple[str, int]:
    """The sentences one by one, each with what can be heard of it, and room for files."""
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    found = _in(survey_id, language)
    if request.method == "POST":
        uploads.make_room()
    form, wanted = RecordingsForm(request.form), sentences.to_record(found, language)
    if request.method == "GET" or not form.validate():
        return shown("recordings/show.html", form, **_page(found, language, wanted))
    handed_in = uploads.sorted_out(request.files.items(multi=True), wanted)
    if not handed_in.taken and not handed_in.refused:
        form.ask_for_files()
        return shown("recordings/show.html", form, **_page(found, language, wanted))
    if handed_in.sounds:
        with writing() as db:
            recordings.keep(db, actor(), language, handed_in.sounds, form.read_by.data or "", today())
    return report(found, language, handed_in)


def report(found: Survey, language: str, handed_in: HandedIn) -> tuple[str, int]:
    """What `show` says after files were handed in: which belong where, and which were not taken."""
    page = {"survey": found, "language": language, "handed_in": handed_in, "survey_tongue": tongue}
    return render_template("recordings/report.html", **page), 200 if handed_in.sounds else 422


@blueprint.post("/<survey_id>/<language>/fjern")
def take_away(survey_id: str, language: str) -> AnyResponse:
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    check_token()
    with writing() as db:
        recordings.take_away(db, actor(), language, request.form.get("sentence", ""))
    return redirect(url_for(".show", survey_id=survey_id, language=language, done="removed"), 303)


@blueprint.get("/<survey_id>/<language>/<level>.txt")
def to_read(survey_id: str, language: str, level: str) -> Response:
    """What to read, in the order a child meets it, with the name each file gets."""
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    found = _in(survey_id, language)
    if level not in found.levels:
        abort(404)
    met = dict.fromkeys((one.name, one.text) for one in sentences.at_level(found, language, level))
    lines = [f"{name[: sentences.SHORT]}  {text}" for name, text in met]
    answer = Response("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.id}-{language}-{level}.txt"'
    return answer


def _in(survey_id: str, language: str) -> Survey:
    found = survey(survey_id)
    return found if language in found.languages else abort(404)


def _page(found: Survey, language: str, wanted: tuple[ToRecord, ...]) -> dict[str, Any]:
    with reading() as db:
        there = recordings.recorded(db, language)
    rows = [(one, there.get(one.name)) for one in wanted]
    return {
        "survey": found,
        "language": language,
        "rows": [(one, kept, kept and reading_aloud.sound(one.text, kept)) for one, kept in rows],
        "recorded": sentences.how_many(found, language, there.keys()),
        "survey_tongue": tongue,
        "size_text": reading_aloud.size_text,
    }
