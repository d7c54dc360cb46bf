"""A prepared device: one page that works without net, its worker, and where it sends answers."""

import json
from hashlib import sha256
from pathlib import Path

from flask import Blueprint, Response, current_app, make_response, render_template, request, url_for
from markupsafe import Markup

from participation.community import offline
from participation.community.consultations import Consultation, survey_of
from participation.community.devices import Device
from participation.surveys import reach
from participation.surveys.definition import PICTURES, Page, Survey
from participation.web import language, security, symbols
from participation.web.current import reading, today, writing
from participation.web.forms import questions
from participation.web.static_files import static_url

blueprint = Blueprint("offline", __name__, url_prefix="/frakoblet/<code>")
FILES = ("site.css", "favicon.svg", "offline.js")


@blueprint.before_request
def slow_down_guessing() -> None:
    security.let_pass("codes")


@blueprint.get("/")
def show(code: str) -> Response:
    """Everything that children need to answer without net, in every language and at every level."""
    with reading() as db:
        device, consultation = offline.carried(db, code, today())
        survey = survey_of(db, consultation)
        tongue = language.of_survey(survey.languages)
        page = render_template(
            "offline/show.html",
            given=json.dumps(_given(device, survey, tongue), separators=(",", ":")),
            parts=[parts(consultation, survey, code, level) for code, level in _ways(survey)],
        )
    answer = make_response(page)
    answer.headers["Content-Security-Policy"] = security.WORKER_POLICY
    security.keep_what_waits()
    return answer


@blueprint.get("/sw.js")
def worker(code: str) -> Response:
    """The worker that keeps this page and what it needs, and nothing else."""
    with reading() as db:
        _, consultation = offline.carried(db, code, today())
        survey = survey_of(db, consultation)
    here = url_for(".show", code=code)
    files = [here, *(static_url(name) for name in FILES), *_pictures(survey)]
    name = f"{here} {sha256(json.dumps([files, survey.digest]).encode()).hexdigest()[:8]}"
    text = (Path(current_app.static_folder or "") / "worker.js").read_text("utf-8")
    told = f"const here = {json.dumps(here)}, name = {json.dumps(name)}, files = {json.dumps(files)};\n"
    return Response(told + text, mimetype="text/javascript")


@blueprint.post("/svar")
def take_in(code: str) -> tuple[str, int]:
    """One child's sealed answers: 201 taken in, 409 here already, 410 too late, 422 no answers to these."""
    names = {"sent_id": "id", "digest": "digest", "sealed": "sealed"}
    with writing() as db:
        sent = {name: request.form.get(field, "") for name, field in names.items()}
        return "", 201 if offline.take_in(db, code, **sent, today=today()) else 409


def _ways(survey: Survey) -> list[tuple[str, str]]:
    """Every language that is offered, at every level."""
    spoken = [code for code in survey.languages if code in language.OFFERED_OUTSIDE]
    return [(code, level) for code in spoken for level in survey.levels]


def _given(device: Device, survey: Survey, tongue: str) -> dict[str, object]:
    """What the script on the page must know; the words stand beside it, ready to be shown."""
    return {
        "asked": [_asked(page) for page in survey.pages],
        "digest": survey.digest,
        "key": list(bytes.fromhex(device.public_key)),
        "language": tongue,
        "level": language.level(survey.levels),
        "uses": device.uses,
        "until": device.last_day.isoformat(),
        "words": offline.CARD_WORDS,
    }


def _asked(page: Page) -> dict[str, object]:
    """One page without its words: when it is shown, and whether it asks and keeps anything."""
    about = {"id": page.id, "asks": reach.asks(page), "kept": page.question.kept}
    return about | ({"rule": page.show_if.to_plain()} if page.show_if else {})


def parts(consultation: Consultation, survey: Survey, code: str, level: str) -> Markup:
    """Every page in one language at one level."""
    with language.read_as(code, level):
        asked = []
        for page in survey.pages:
            wording = survey.wording(code, level, page.id)
            form = questions.form_for(page.question, wording, None, request.form)
            asked.append((page, form, wording, symbols.beside(survey, page), questions.remedy(page.question)))
        told = {"consultation": consultation, "survey": survey, "language": code, "level": level}
        made = render_template("offline/parts.html", asked=asked, total=reach.longest(survey), **told)
        return Markup(made)  # noqa: S704 - our own template, escaped when it was filled


def _pictures(survey: Survey) -> list[str]:
    """The service owner's own pictures on these pages; they are the same in every language."""
    with language.read_as(survey.source_language, PICTURES):
        found = {picture for page in survey.pages for picture in symbols.beside(survey, page).values()}
    return sorted(picture for picture in found if picture.startswith("/"))
