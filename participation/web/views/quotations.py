"""Quotations: proposed by one, read by another, asked of the child, and listed with what they lack."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation.access import Act, require
from participation.community import codebooks, consultations, quotations
from participation.community.quotations import Quotation
from participation.errors import Closed, NotFound
from participation.web import language, tongues
from participation.web.current import Session, actor, noting, writing
from participation.web.forms.pressed import check_token
from participation.web.forms.quotations import CheckForm, QuotationForm, WordingForm
from participation.web.forms.shown import shown

blueprint = Blueprint("quotations", __name__, url_prefix="/sitater")


@blueprint.get("/<int:consultation_id>/")
def index(consultation_id: int) -> str:
    with noting() as db:
        page = _frame(db, consultation_id)
        found = quotations.quotations_on(db, actor(), consultation_id)
        rows = [(one, quotations.words_of(db, one), quotations.lacking_of(db, one)) for one in found]
        texts = codebooks.texts_in(db, consultation_id)
        everybody = consultations.asked_of_everybody(page["survey"])
        asked = [one.id for one in page["survey"].questions if texts.get(one.id) and one.id in everybody]
        return render_template("quotations/index.html", rows=rows, asked=asked, **page)


@blueprint.route("/<int:consultation_id>/foresla/<question>", methods=["GET", "POST"])
def propose(consultation_id: int, question: str) -> Response | tuple[str, int]:
    """The texts to one question are of different children; texts to two may be of one child."""
    require(actor(), Act.PROPOSE_QUOTATION)
    form = QuotationForm(request.form)
    with noting() as db:
        page = _frame(db, consultation_id) | {"question": question}
        texts = quotations.released_to(db, actor(), consultation_id, question)
        if question not in {one.id for one in page["survey"].questions}:
            raise NotFound(f"question {question}")
        form.offer_texts(texts)
        form.offer(page["codes"])
        if request.method == "GET" or not form.validate():
            return shown("quotations/propose.html", form, texts=texts, **page)
    with writing() as db:
        quotation = quotations.propose(db, actor(), consultation_id, form.sources.data, form.wording)
    return redirect(url_for(".show", quotation_id=quotation.id, done="saved"), 303)


@blueprint.get("/ett/<int:quotation_id>/")
def show(quotation_id: int) -> tuple[str, int]:
    with noting() as db:
        return _page(db, quotation_id, CheckForm())


@blueprint.route("/ett/<int:quotation_id>/endre", methods=["GET", "POST"])
def reword(quotation_id: int) -> Response | tuple[str, int]:
    require(actor(), Act.PROPOSE_QUOTATION)
    form = WordingForm(request.form)
    with noting() as db:
        quotation = quotations.quotation_of(db, actor(), quotation_id)
        if quotation.frozen_on:
            raise Closed("these words are printed already")
        page = _frame(db, quotation.consultation_id)
        form.offer(page["codes"])
        if request.method == "GET":
            form.words.data, form.code.data = quotations.words_of(db, quotation), quotation.code
            form.clues.data, form.is_respelled.data = quotation.clues, quotation.is_respelled
        if request.method == "GET" or not form.validate():
            return shown("quotations/reword.html", form, quotation=quotation, **page)
    with writing() as db:
        quotations.reword(db, actor(), quotation_id, form.wording)
    return redirect(url_for(".show", quotation_id=quotation_id, done="saved"), 303)


@blueprint.post("/ett/<int:quotation_id>/les")
def check(quotation_id: int) -> Response | tuple[str, int]:
    require(actor(), Act.CHECK_QUOTATION)
    form = CheckForm(request.form)
    if not form.validate():
        with noting() as db:
            return _page(db, quotation_id, form)
    with writing() as db:
        quotations.check(db, actor(), quotation_id, has_looked_at_hits=form.has_looked.data)
    return redirect(url_for(".show", quotation_id=quotation_id, done="saved"), 303)


@blueprint.post("/ett/<int:quotation_id>/stryk")
def drop(quotation_id: int) -> Response:
    check_token()
    with writing() as db:
        consultation_id = quotations.quotation_of(db, actor(), quotation_id).consultation_id
        quotations.drop(db, actor(), quotation_id)
    return redirect(url_for(".index", consultation_id=consultation_id, done="removed"), 303)


def _page(db: Session, quotation_id: int, form: CheckForm) -> tuple[str, int]:
    quotation: Quotation = quotations.quotation_of(db, actor(), quotation_id)
    return shown(
        "quotations/show.html",
        form,
        quotation=quotation,
        text=quotations.words_of(db, quotation),
        lacking=quotations.lacking_of(db, quotation),
        hits=quotations.places_of(db, actor(), quotation),
        **_frame(db, quotation.consultation_id),
    )


def _frame(db: Session, consultation_id: int) -> dict[str, Any]:
    """What each of these pages shows: the round, and the themes a quotation may stand under."""
    require(actor(), Act.PROPOSE_QUOTATION)
    consultation = consultations.consultation_of(db, actor(), consultation_id)
    book = codebooks.codebook_of(db, actor(), consultation_id)
    survey = consultations.survey_of(db, consultation)
    codes = book.codes if book else []
    return {
        "codes": codes,
        "names": {code.key: code.name for code in codes},
        "consultation": consultation,
        "title": tongues.title(db, consultation),
        "survey": survey,
        "tongue": language.of_survey(survey.languages),
    }
