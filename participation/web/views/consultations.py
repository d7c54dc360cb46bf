"""Rounds in which many children are asked, none of them named."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation.access import Act, require
from participation.community import answers, consultations, matters, releases, replies, summaries
from participation.community.consultations import Consultation
from participation.community.matters import Matter
from participation.errors import Closed, Incomplete
from participation.rights import deadlines
from participation.surveys.definition import Survey
from participation.web import language, qr, reading_aloud, tongues
from participation.web.current import Session, actor, reading, surveys, today, writing
from participation.web.forms.consultations import (
    HINTS,
    ConsultationForm,
    ProlongForm,
    ReplyForm,
    TicketsForm,
    rung_of,
)
from participation.web.forms.pressed import check_token
from participation.web.forms.shown import shown

blueprint = Blueprint("consultations", __name__, url_prefix="/medvirkning")


@blueprint.get("/")
def index() -> str:
    with reading() as db:
        found = consultations.all_consultations(db, actor())
        late = {consultation.id for consultation in replies.overdue(db, today())}
        return render_template(
            "consultations/index.html",
            running=[(one, tongues.title(db, one)) for one in found if not one.closed_on],
            closed=[(one, tongues.title(db, one)) for one in found if one.closed_on],
            ready={one.id for one in found if consultations.may_close(db, one, today())},
            late=late,
        )


@blueprint.route("/ny/<int:matter_id>", methods=["GET", "POST"])
def add(matter_id: int) -> Response | str | tuple[str, int]:
    """First the survey is chosen, then the rest is declared: what can be compared depends on the survey."""
    require(actor(), Act.OPEN_CONSULTATION)
    with reading() as db:
        matter = matters.matter_of(db, actor(), matter_id)
    survey = surveys().get(request.args.get("survey", ""))
    if survey is None or survey.door == "case":
        return choose_survey(matter), 200 if request.method == "GET" else 422
    form = ConsultationForm(request.form)
    form.offer(survey, tongue := language.of_survey(survey.languages))
    page: dict[str, Any] = {"matter": matter, "survey": survey, "tongue": tongue, "promises": HINTS}
    page["recorded"] = reading_aloud.recorded(survey)
    if request.method == "GET" or not form.validate():
        return shown("consultations/add.html", form, **page)
    try:
        consultation_id = _open(matter_id, survey, form)
    except Incomplete as refusal:
        form.refuse(*refusal.missing)
        return shown("consultations/add.html", form, **page)
    return redirect(url_for(".show", consultation_id=consultation_id, done="opened"), 303)


def choose_survey(matter: Matter) -> str:
    """The first step of `add`: which questions the children get."""
    choices = [(one, tongues.tongue(one)) for one in surveys().values() if one.door != "case"]
    return render_template("consultations/choose_survey.html", matter=matter, choices=choices)


@blueprint.get("/<int:consultation_id>/")
def show(consultation_id: int) -> str:
    with reading() as db:
        consultation = consultations.consultation_of(db, actor(), consultation_id)
        survey = consultations.survey_of(db, consultation)
        return render_template(
            "consultations/show.html",
            consultation=consultation,
            survey=survey,
            tongue=language.of_survey(survey.languages),
            answered=consultations.enough(answers.how_many(db, consultation)),
            invited=consultations.enough(consultation.invited),
            codes_left=_has_codes_left(db, consultation),
            may_close=consultations.may_close(db, consultation, today()),
            may_release=releases.may_release(db, consultation),
            takes_answers=consultations.takes_answers(consultation, today()),
            summary=summaries.summary_on(db, consultation.id),
            replies=replies.replies_to(db, consultation),
            days_left=deadlines.days_left(consultation.closes_on, today()),
            answer_is_late=deadlines.overdue(consultation.answer_on, today()),
        )


@blueprint.route("/<int:consultation_id>/koder", methods=["GET", "POST"])
def tickets(consultation_id: int) -> str | tuple[str, int]:
    """Make codes. They are on the page that is sent back, and never shown again."""
    require(actor(), Act.PRINT_CODES)
    form = TicketsForm(request.form)
    with reading() as db:
        consultation = consultations.consultation_of(db, actor(), consultation_id)
        if not consultations.takes_answers(consultation, today()):
            raise Closed("this consultation takes no more answers")
        if request.method == "GET" or not form.validate():
            return shown("consultations/tickets.html", form, consultation=consultation)
    with writing() as db:
        if form.kind.data == "class":
            made = [consultations.make_class_ticket(db, actor(), consultation_id, form.n.data, today())]
        else:
            made = consultations.make_tickets(db, actor(), consultation_id, form.n.data, today())
        consultation = consultations.consultation_of(db, actor(), consultation_id)
        return sheet(consultation, made, uses=form.n.data if form.kind.data == "class" else 1)


def sheet(consultation: Consultation, codes: list[str], *, uses: int) -> str:
    """What `tickets` gives: a sheet to print and cut up, one card for each code."""
    cards = []
    for code in codes:
        address = url_for("answers.start", code=code, _external=True)
        cards.append((code, qr.svg(address, code)))
    return render_template("consultations/sheet.html", consultation=consultation, cards=cards, uses=uses)


@blueprint.route("/<int:consultation_id>/koder/ta-tilbake", methods=["GET", "POST"])
def take_back(consultation_id: int) -> Response | str:
    """Take back codes that were lost, so that new ones can be made and the number of invited is true."""
    require(actor(), Act.PRINT_CODES)
    if request.method == "GET":
        with reading() as db:
            consultation = consultations.consultation_of(db, actor(), consultation_id)
            if not _has_codes_left(db, consultation):
                raise Closed("there is no code to take back")
            return render_template("consultations/take_back.html", consultation=consultation)
    check_token()
    with writing() as db:
        consultations.take_back_tickets(db, actor(), consultation_id, today())
    return redirect(url_for(".show", consultation_id=consultation_id, done="removed"), 303)


@blueprint.route("/<int:consultation_id>/forleng", methods=["GET", "POST"])
def prolong(consultation_id: int) -> Response | tuple[str, int]:
    """Wait for more children; the day of the answer stands."""
    require(actor(), Act.OPEN_CONSULTATION)
    form = ProlongForm(request.form)
    with reading() as db:
        consultation = consultations.consultation_of(db, actor(), consultation_id)
        if consultation.closed_on:
            raise Closed("this consultation is closed")
        if request.method == "GET" or not form.validate():
            return shown("consultations/prolong.html", form, consultation=consultation)
    try:
        with writing() as db:
            consultations.prolong(db, actor(), consultation_id, form.closes_on.data, today())
    except Incomplete:
        with reading() as db:
            consultation = consultations.consultation_of(db, actor(), consultation_id)
            form.name_days(max(today(), consultation.closes_on), consultation.answer_on)
            return shown("consultations/prolong.html", form, consultation=consultation)
    return redirect(url_for(".show", consultation_id=consultation_id, done="saved"), 303)


@blueprint.post("/<int:consultation_id>/avslutt")
def close(consultation_id: int) -> Response:
    check_token()
    with writing() as db:
        consultations.close(db, actor(), consultation_id, today())
    return redirect(url_for("releases.confirm", consultation_id=consultation_id, done="closed"), 303)


@blueprint.get("/<int:consultation_id>/egne-ord")
def free_texts(consultation_id: int) -> str:
    """The children's own words. Whoever reads them is noted in the trail."""
    with writing() as db:
        consultation = consultations.consultation_of(db, actor(), consultation_id)
        if consultation.closed_on is None or releases.may_release(db, consultation):
            raise Closed("nobody reads before the numbers are released")
        survey = consultations.survey_of(db, consultation)
        said = answers.free_texts(db, actor(), consultation_id)
        return render_template(
            "consultations/free_texts.html",
            consultation=consultation,
            said=[(page.id, said[page.id]) for page in survey.pages if page.id in said],
            survey=survey,
            tongue=language.of_survey(survey.languages),
            summary=summaries.summary_on(db, consultation_id),
            days_kept=answers.DAYS_TEXTS_KEPT,
        )


@blueprint.route("/<int:consultation_id>/svar", methods=["GET", "POST"])
def reply(consultation_id: int) -> Response | tuple[str, int]:
    require(actor(), Act.REPLY_TO_CHILDREN)
    form = ReplyForm(request.form)
    with reading() as db:
        consultation = consultations.consultation_of(db, actor(), consultation_id)
        if consultation.closed_on is None:
            raise Closed("the children are still answering")
        if request.method == "GET" or not form.validate():
            earlier = replies.replies_to(db, consultation)
            return shown("consultations/reply.html", form, consultation=consultation, earlier=earlier)
    with writing() as db:
        texts = {name: form[name].data for name in ("heard", "done", "not_done")}
        replies.reply(db, actor(), consultation_id, **texts, today=today())
    return redirect(url_for(".show", consultation_id=consultation_id, done="answered"), 303)


def _open(matter_id: int, survey: Survey, form: ConsultationForm) -> int:
    with writing() as db:
        return consultations.open_consultation(
            db,
            actor(),
            matter_id,
            survey,
            rung=rung_of(form),
            breakdowns=form.breakdowns.data or (),
            read_by=form.read_by.data,
            closes_on=form.closes_on.data,
            answer_on=form.answer_on.data,
            today=today(),
        ).id


def _has_codes_left(db: Session, consultation: Consultation) -> bool:
    return consultations.takes_answers(consultation, today()) and consultations.are_unused(db, consultation)
