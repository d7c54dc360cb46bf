"""Before numbers are released: what will be shown, what not and why, and what the attacker found."""

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, stream_template, url_for
from werkzeug.wrappers import Response as AnyResponse
from wtforms.form import BaseForm

from participation.access import Act, require
from participation.community import consultations, releases, summaries
from participation.community.consultations import Consultation
from participation.community.releases import Task
from participation.errors import Closed, Incomplete, Refusal, Unreachable
from participation.surveys.definition import Survey
from participation.web import language, release_pages
from participation.web.current import Session, actor, reading, today, writing
from participation.web.forms.pressed import check_token
from participation.web.forms.releases import ReleaseForm, confirm_form, telling_in
from participation.web.forms.shown import shown
from participation.web.language import Response

blueprint = Blueprint("releases", __name__, url_prefix="/frigivelse")


@blueprint.get("/<int:consultation_id>/")
def show(consultation_id: int) -> AnyResponse | str:
    """What would be told; on the way there, how far it has been worked out."""
    require(actor(), Act.READ_COMMUNITY)
    with reading() as db:
        consultation, survey, tongue = _round(db, consultation_id)
        page = {"consultation": consultation, "survey": survey, "tongue": tongue}
        if not releases.may_release(db, consultation):
            return told(db, page)
        require(actor(), Act.RELEASE_NUMBERS)
        if releases.find_draft(db, consultation_id) is None:
            return redirect(url_for(".confirm", consultation_id=consultation_id), 303)
        if task := releases.next_task(db, consultation_id):
            return waiting(task, page)
        proposal = releases.proposal(db, actor(), consultation_id)
        overview = proposal and release_pages.overview(proposal, survey, tongue)
        form = ReleaseForm(seen=proposal and proposal.ledger.hash)
        return render_template("releases/show.html", form=form, overview=overview, **page)


def waiting(task: Task, page: dict[str, Any]) -> str:
    """What `show` gives before all is worked out."""
    return render_template("releases/waiting.html", task=task, **page)


def told(db: Session, page: dict[str, Any]) -> str:
    """What `show` gives after the release: what was told, and the certificate."""
    consultation: Consultation = page["consultation"]
    if consultation.closed_on is None:
        raise Closed("children are still answering")
    return render_template(
        "releases/told.html",
        told=releases.releases_of(db, consultation.id),
        summary=summaries.summary_on(db, consultation.id),
        **page,
    )


@blueprint.route("/<int:consultation_id>/velg", methods=["GET", "POST"])
def confirm(consultation_id: int) -> AnyResponse | tuple[str, int]:
    """Which groups are compared, and which answers no child may be tied to."""
    require(actor(), Act.RELEASE_NUMBERS)
    with reading() as db:
        consultation, survey, tongue = _whole(db, consultation_id)
        draft, fixed = releases.find_draft(db, consultation_id), releases.settled(db, consultation)
        declared = [by for by in consultation.breakdowns if by in consultations.may_break_down(survey)]
        form = confirm_form(survey, declared, tongue, draft, fixed, request.form)
        page = {"consultation": consultation, "survey": survey, "tongue": tongue, "settled": fixed}
        if request.method == "GET" or not form.validate():
            return shown("releases/confirm.html", form, **page)
    try:
        _want(consultation_id, form)
    except Incomplete as refusal:
        for name in refusal.missing:
            form[name].errors = [release_pages.one_must_be_left()]
        return shown("releases/confirm.html", form, **page)
    return redirect(url_for(".show", consultation_id=consultation_id), 303)


@blueprint.post("/<int:consultation_id>/regn-ut")
def work(consultation_id: int) -> Response:
    """Work it out now. The page grows while that goes on, and tells how far it has come."""
    require(actor(), Act.RELEASE_NUMBERS)
    check_token()
    with reading() as db:
        consultation, survey, tongue = _whole(db, consultation_id)
        if releases.find_draft(db, consultation_id) is None:
            raise Closed("nothing is confirmed yet")
    page = {"consultation": consultation, "survey": survey, "tongue": tongue}
    answer = Response(stream_template("releases/work.html", steps=_steps(consultation_id), **page))
    answer.headers["X-Accel-Buffering"] = "no"
    return answer


@blueprint.get("/<int:consultation_id>/grovere")
def coarser(consultation_id: int) -> str:
    """What fewer groups would gain; no number is shown."""
    require(actor(), Act.RELEASE_NUMBERS)
    with reading() as db:
        consultation, survey, tongue = _whole(db, consultation_id)
        proposal = releases.proposal(db, actor(), consultation_id)
        if proposal is None or not proposal.numbers:
            raise Closed("it is not worked out yet, or there is nothing to tell")
        found = releases.gains(db, actor(), consultation_id)
        return render_template(
            "releases/coarser.html",
            consultation=consultation,
            survey=survey,
            tongue=tongue,
            now=release_pages.states_of(found.pop(next(iter(found)))),
            found=[
                (release_pages.groups_text(survey, by, tongue), release_pages.states_of(states))
                for by, states in found.items()
            ],
        )


@blueprint.post("/<int:consultation_id>/frigi")
def release(consultation_id: int) -> AnyResponse:
    check_token()
    form = ReleaseForm(request.form)
    keeps, seen = form.keeps_sheets.data, form.seen.data or ""
    with writing() as db:
        summary = summaries.release(
            db, actor(), consultation_id, seen=seen, keeps_sheets=keeps, today=today()
        )
        done = "waiting" if keeps else "released"
        return redirect(url_for("summaries.show", summary_id=summary.id, done=done), 303)


@blueprint.post("/<int:consultation_id>/rydd")
def end_waiting(consultation_id: int) -> AnyResponse:
    """No further breakdown: the sheets that waited are destroyed."""
    check_token()
    with writing() as db:
        releases.end_waiting(db, actor(), consultation_id)
    return redirect(url_for(".show", consultation_id=consultation_id, done="removed"), 303)


@blueprint.get("/<int:consultation_id>/bevis.json")
def proof(consultation_id: int) -> Response:
    """The certificate to keep: everything told, the rules, and what the attack found."""
    require(actor(), Act.READ_COMMUNITY)
    with reading() as db:
        text = release_pages.proof_text(db, consultation_id)
    answer = Response(text, mimetype="application/json")
    answer.headers["Content-Disposition"] = f'attachment; filename="bevis-{consultation_id}.json"'
    return answer


def _round(db: Session, consultation_id: int) -> tuple[Consultation, Survey, str]:
    consultation = consultations.consultation_of(db, actor(), consultation_id)
    survey = consultations.survey_of(db, consultation)
    return consultation, survey, language.of_survey(survey.languages)


def _whole(db: Session, consultation_id: int) -> tuple[Consultation, Survey, str]:
    """The round, if its numbers can still be worked out."""
    found = _round(db, consultation_id)
    if not releases.may_release(db, found[0]):
        raise Closed("open still, or its sheets are cut up")
    return found


def _want(consultation_id: int, form: BaseForm) -> None:
    chosen = form["breakdowns"].data if "breakdowns" in form else []
    with writing() as db:
        releases.want(
            db,
            actor(),
            consultation_id,
            breakdowns=chosen or [],
            telling=telling_in(form),
            severe=(form["severe"].data or []) if "severe" in form else [],
            least=form["least"].data if "least" in form else releases.LEAST,
            today=today(),
        )


def _steps(consultation_id: int) -> Iterator[tuple[int, int] | None]:
    """How many are done, and of how many; None where it could not go on."""
    try:
        yield from releases.work_out(current_app.extensions["database"], consultation_id)
    except (Refusal, Unreachable) as trouble:
        current_app.logger.error("%s while numbers were worked out", type(trouble).__name__)
        yield None
