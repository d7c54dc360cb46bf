"""The street: what everybody may see, and the doors that open with a code."""

import json
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response as AnyResponse

from participation import guard
from participation.community import codebooks, consultations, municipal_plans, quotations, releases, replies
from participation.community.summaries import Summary, chart_in, published, published_summary
from participation.disclosure.published import ProtectedTable
from participation.errors import NotFound
from participation.export import documents, open_data
from participation.guard import Key
from participation.owner import symbols
from participation.surveys.definition import Survey
from participation.web import figures, language, release_pages, security, summary_documents
from participation.web.colours import chosen_sheet, digest_of
from participation.web.current import Session, reading, today
from participation.web.figures import Figure
from participation.web.forms.public import CodeForm
from participation.web.forms.shown import shown
from participation.web.language import Response

blueprint = Blueprint("public", __name__, url_prefix="")

DOORS = {
    Key.TICKET: ("answers.start", "code"),
    Key.CASE_CODE: ("voices.start", "code"),
    Key.OWN_CODE: ("my_page.start", "code"),
    Key.CLAIM: ("claims.show", "words"),
    Key.CASE_CLAIM: ("replies.show", "words"),
}
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NEWEST = 3


@blueprint.get("/")
def home() -> tuple[str, int]:
    return _home(CodeForm())


@blueprint.route("/kode", methods=["GET", "POST"])
def enter_code() -> AnyResponse | tuple[str, int]:
    """Open the door that was meant: codes and card words are told apart by themselves."""
    if request.method == "GET":
        return redirect(url_for(".home"))
    form = CodeForm(request.form)
    if not form.validate() or form.opens is None:
        return _home(form)
    key, written = form.opens
    if key is Key.BOOKMARK:
        return _go_on(form, written)
    endpoint, name = DOORS[key]
    address: dict[str, Any] = {name: written}
    return redirect(url_for(endpoint, **address), 303)


@blueprint.get("/oppsummeringer")
def summaries() -> str:
    with reading() as db:
        return render_template("public/summaries.html", summaries=published(db))


@blueprint.get("/oppsummeringer/<int:summary_id>")
def summary(summary_id: int) -> str:
    """What many children said, and what came of it."""
    with reading() as db:
        found, survey, tongue = _published(db, summary_id)
        return render_template(
            "public/summary.html",
            summary=found,
            tongue=tongue,
            about=summary_documents.about(found),
            asked=summary_documents.asked(found),
            questions=_by_question(found.tables, survey, tongue),
            why_hidden=figures.why_hidden(found.tables),
            placed=municipal_plans.plans_with(db, found.id),
            survey=survey,
            themes=codebooks.told(db, found.consultation_id),
            theme_text=summary_documents.theme_text,
            quotation_text=summary_documents.quotation_text,
            quoted=quotations.told(db, found.consultation_id),
            replies=replies.replies_to(db, found.consultation),
        )


@blueprint.get("/oppsummeringer/<int:summary_id>/tall/<int:place>")
def origin(summary_id: int, place: int) -> str:
    """From a published table back to its rows in the ledger."""
    with reading() as db:
        found, survey, tongue = _published(db, summary_id)
        if place >= len(found.tables):
            raise NotFound(f"table {place} of summary {summary_id}")
        table = found.tables[place]
        origin = releases.origin_of(db, found.consultation_id, table)
        return render_template(
            "public/origin.html",
            summary=found,
            title=figures.title_of(survey, table.question, table.option, tongue),
            origin=origin,
            facts=release_pages.origin_facts(origin),
        )


@blueprint.get("/oppsummeringer/<int:summary_id>/bevis.json")
def summary_proof(summary_id: int) -> Response:
    """The certificate: the ledger of what was told, whose hashes anyone can work out again."""
    with reading() as db:
        found = published_summary(db, summary_id)
        text = release_pages.proof_text(db, found.consultation_id)
    return _file(text.encode(), "application/json", f"bevis-{summary_id}.json")


@blueprint.get("/oppsummeringer/<int:summary_id>/tall.csv")
def summary_csv(summary_id: int) -> Response:
    with reading() as db:
        found, survey, tongue = _published(db, summary_id)
        words = figures.data_words(found.tables, survey, tongue, found.title)
        text = "\ufeff" + open_data.as_csv(found.tables, words)
    return _file(text.encode(), "text/csv; charset=utf-8", f"medvirkning-{summary_id}.csv")


@blueprint.get("/oppsummeringer/<int:summary_id>/tall.json")
def summary_json(summary_id: int) -> Response:
    with reading() as db:
        found, survey, tongue = _published(db, summary_id)
        words = figures.data_words(found.tables, survey, tongue, found.title)
        text = open_data.as_json(found.tables, words)
    return _file(text.encode(), "application/json", f"medvirkning-{summary_id}.json")


@blueprint.get("/oppsummeringer/<int:summary_id>/oppsummering.pdf")
def summary_pdf(summary_id: int) -> Response:
    with reading() as db:
        found, _, tongue = _published(db, summary_id)
        paper = summary_documents.document(db, found, tongue)
    return _file(documents.pdf(paper), "application/pdf", f"oppsummering-{summary_id}.pdf")


@blueprint.get("/oppsummeringer/<int:summary_id>/oppsummering.docx")
def summary_docx(summary_id: int) -> Response:
    with reading() as db:
        found, _, tongue = _published(db, summary_id)
        paper = summary_documents.document(db, found, tongue)
    return _file(documents.docx(paper), DOCX, f"oppsummering-{summary_id}.docx")


@blueprint.get("/oppsummeringer/<int:summary_id>/figur/<int:place>.svg")
def chart(summary_id: int, place: int) -> Response:
    """The chart as it was drawn at publication."""
    with reading() as db:
        _, _, tongue = _published(db, summary_id)
        svg = chart_in(db, summary_id, place, request.args.get("in", tongue))
    picture = Response(svg, mimetype="image/svg+xml")
    picture.headers["Content-Security-Policy"] = security.PICTURE_POLICY
    return picture


@blueprint.get("/symbol/<digest>")
def symbol(digest: str) -> Response:
    """A picture of the service owner's own; its address changes when the picture does."""
    with reading() as db:
        found = symbols.symbol(db, digest)
    picture = Response(found.content, mimetype=found.kind)
    picture.headers["Content-Security-Policy"] = security.PICTURE_POLICY
    return picture


@blueprint.get("/farger-<digest>.css")
def colours(digest: str) -> Response:
    """The colours the service owner has chosen; an address that is no longer theirs leads nowhere."""
    sheet = chosen_sheet()
    if not sheet or digest_of(sheet) != digest:
        raise NotFound("other colours")
    return Response(sheet, mimetype="text/css")


@blueprint.get("/hjelp")
def help() -> str:  # noqa: A001 - the page is called so
    return render_template("public/help.html")


@blueprint.get("/personvern")
def privacy() -> str:
    return render_template("public/privacy.html")


@blueprint.get("/ut")
def leave() -> AnyResponse:
    """Get away at once, and take every trace from this device along."""
    away = redirect(url_for(".neutral"), 303)
    if security.is_pressed_here():
        security.forget_browser()
        away.headers["Clear-Site-Data"] = '"cache"' if security.is_prepared() else '"*"'
    return away


@blueprint.get("/side")
def neutral() -> str:
    """A page that tells nothing about where one comes from."""
    return render_template("public/neutral.html")


@blueprint.get("/sendt")
def sent_already() -> str:
    return render_template("public/sent_already.html")


@blueprint.get("/helse")
def health() -> Response:
    """Whether the house stands: the database answers."""
    with reading() as db:
        db.connection()
    return Response("ok\n", mimetype="text/plain")


def _go_on(form: CodeForm, words: str) -> AnyResponse | tuple[str, int]:
    """Back to where a child was, on this device now: the words bring the browser's secret along."""
    security.let_pass("codes")
    try:
        with reading() as db:
            address, browser = json.loads(guard.marked(db, words, today()))
    except NotFound:
        security.note_wrong("codes")
        form.code.errors = [
            gettext("These words open nothing now. They work for seven days, until it is sent.")
        ]
        return _home(form)
    security.take_up(browser)
    return redirect(address, 303)


def _home(form: CodeForm) -> tuple[str, int]:
    with reading() as db:
        return shown("public/home.html", form, summaries=published(db)[:NEWEST])


def _published(db: Session, summary_id: int) -> tuple[Summary, Survey, str]:
    """A published summary, the survey behind it, and the language of the page."""
    found = published_summary(db, summary_id)
    survey = consultations.survey_of(db, found.consultation)
    return found, survey, language.of_survey(survey.languages)


def _by_question(
    tables: tuple[ProtectedTable, ...], survey: Survey, tongue: str
) -> dict[str, list[tuple[int, Figure]]]:
    """The figures under their questions, each with its place among the charts."""
    found: dict[str, list[tuple[int, Figure]]] = {}
    for place, table in enumerate(tables):
        figure = figures.rows(table, survey, tongue)
        found.setdefault(figure.question, []).append((place, figure))
    return found


def _file(content: bytes, kind: str, name: str) -> Response:
    answer = Response(content, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
