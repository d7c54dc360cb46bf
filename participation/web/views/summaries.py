"""What remains of a round, as the planner writes and publishes it."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation import accounts
from participation.access import Act, may, require
from participation.community import codebooks, consultations, municipal_plans, quotations, releases, summaries
from participation.community.quotations import Ready
from participation.community.summaries import Summary
from participation.errors import Closed
from participation.web import figures, gaps, language, summary_documents
from participation.web.current import Session, actor, noting, reading, today, writing
from participation.web.forms.pressed import check_token
from participation.web.forms.shown import shown
from participation.web.forms.summaries import SendBackForm, SummaryForm

blueprint = Blueprint("summaries", __name__, url_prefix="/oppsummering")


@blueprint.get("/<int:summary_id>/")
def show(summary_id: int) -> str:
    with noting() as db:
        return _page(db, summaries.summary_of(db, actor(), summary_id))


@blueprint.route("/<int:summary_id>/skriv", methods=["GET", "POST"])
def write(summary_id: int) -> Response | tuple[str, int]:
    require(actor(), Act.DRAFT_SUMMARY)
    with reading() as db:
        summary = summaries.summary_of(db, actor(), summary_id)
        if summary.published_on:
            raise Closed("this summary is published already")
        form = SummaryForm(request.form, obj=summary)
        if request.method == "GET" or not form.validate():
            return shown("summaries/write.html", form, summary=summary)
    with writing() as db:
        texts = {name: form[name].data for name in ("title", "findings", "not_reached", "what_next")}
        summaries.write(db, actor(), summary_id, **texts)
    return redirect(url_for(".show", summary_id=summary_id, done="saved"), 303)


@blueprint.post("/<int:summary_id>/legg-fram")
def put_forward(summary_id: int) -> Response:
    """Ask somebody else to read it with fresh eyes."""
    check_token()
    with writing() as db:
        summaries.put_forward(db, actor(), summary_id, today())
    return redirect(url_for(".show", summary_id=summary_id, done="forward"), 303)


@blueprint.route("/<int:summary_id>/send-tilbake", methods=["GET", "POST"])
def send_back(summary_id: int) -> Response | tuple[str, int]:
    require(actor(), Act.SEND_BACK_SUMMARY)
    form = SendBackForm(request.form)
    with reading() as db:
        summary = summaries.summary_of(db, actor(), summary_id)
        if summary.published_on or not summary.ready_on:
            raise Closed("this summary is not put forward")
        if request.method == "GET" or not form.validate():
            return shown("summaries/send_back.html", form, summary=summary)
    with writing() as db:
        summaries.send_back(db, actor(), summary_id, form.why.data)
    return redirect(url_for(".show", summary_id=summary_id, done="back"), 303)


@blueprint.post("/<int:summary_id>/publiser")
def publish(summary_id: int) -> Response:
    check_token()
    with writing() as db:
        summary = summaries.summary_of(db, actor(), summary_id)
        draw = figures.draw(consultations.survey_of(db, summary.consultation))
        seen = request.form.get("seen", "")
        quotations.publish(db, actor(), summary_id, draw, today(), seen=seen)
    return redirect(url_for(".show", summary_id=summary_id, done="published"), 303)


def _ready(db: Session, summary: Summary) -> Ready | None:
    """The words that publishing would print, for whoever may publish."""
    if summary.published_on or not may(actor(), Act.PUBLISH_SUMMARY):
        return None
    return quotations.ready(db, actor(), summary.consultation_id)


def _page(db: Session, summary: Summary) -> str:
    survey = consultations.survey_of(db, summary.consultation)
    tongue = language.of_survey(survey.languages)
    return render_template(
        "summaries/show.html",
        summary=summary,
        gaps=gaps,
        why_hidden=figures.why_hidden(summary.tables),
        shown_figures=[figures.rows(table, survey, tongue) for table in summary.tables],
        lacking=summaries.lacking(summary),
        may_publish=summaries.may_publish(actor(), summary),
        writer=accounts.names(db).get(summary.written_by or 0),
        waits=releases.may_release(db, summary.consultation),
        themes=codebooks.told(db, summary.consultation_id),
        theme_text=summary_documents.theme_text,
        quotation_text=summary_documents.quotation_text,
        quoted=quotations.told(db, summary.consultation_id),
        ready=_ready(db, summary),
        survey=survey,
        tongue=tongue,
        placed=municipal_plans.plans_with(db, summary.id),
    )
