"""Themes: the codebook, one text at a time, how two coders agree, and what is told."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation.access import Act, require
from participation.community import codebooks, consultations
from participation.community.codebooks import Text, Turn
from participation.disclosure.themes import alphabetical
from participation.errors import Closed, Incomplete, NotFound
from participation.web import agreement_words, language, summary_documents, tongues
from participation.web.current import Session, actor, noting, reading, today, writing
from participation.web.forms.pressed import check_token
from participation.web.forms.shown import shown
from participation.web.forms.themes import CodeForm, CodingForm, MergeForm

blueprint = Blueprint("themes", __name__, url_prefix="/temaer")

TURNS = {"forste": Turn.FIRST, "andre": Turn.SECOND}


@blueprint.get("/<int:consultation_id>/")
def show(consultation_id: int) -> str:
    with reading() as db:
        return _page(db, consultation_id)


@blueprint.route("/<int:consultation_id>/kode/ny", methods=["GET", "POST"])
def add(consultation_id: int) -> Response | tuple[str, int]:
    require(actor(), Act.EDIT_CODEBOOK)
    form = CodeForm(request.form)
    with reading() as db:
        page = _changeable(db, consultation_id)
        form.offer(page["book"])
    if request.method == "GET" or not form.validate():
        return shown("themes/add.html", form, **page)
    try:
        with writing() as db:
            codebooks.add(db, actor(), consultation_id, form.words, today())
    except Incomplete as refusal:
        form.refuse(*refusal.missing)
        return shown("themes/add.html", form, **page)
    return redirect(url_for(".show", consultation_id=consultation_id, done="saved"), 303)


@blueprint.route("/<int:consultation_id>/kode/<key>", methods=["GET", "POST"])
def change(consultation_id: int, key: str) -> Response | tuple[str, int]:
    require(actor(), Act.EDIT_CODEBOOK)
    form = CodeForm(request.form)
    with reading() as db:
        page = _changeable(db, consultation_id)
        code = codebooks.code_in(page["book"], key)
        form.offer(page["book"], key)
    if request.method == "GET":
        form.show(code)
    if request.method == "GET" or not form.validate():
        return shown("themes/change.html", form, code=code, **page)
    try:
        with writing() as db:
            codebooks.change(db, actor(), consultation_id, key, form.words, today())
    except Incomplete as refusal:
        form.refuse(*refusal.missing)
        return shown("themes/change.html", form, code=code, **page)
    return redirect(url_for(".show", consultation_id=consultation_id, done="saved"), 303)


@blueprint.route("/<int:consultation_id>/kode/<key>/sla-sammen", methods=["GET", "POST"])
def merge(consultation_id: int, key: str) -> Response | tuple[str, int]:
    require(actor(), Act.EDIT_CODEBOOK)
    form = MergeForm(request.form)
    with reading() as db:
        page = _changeable(db, consultation_id)
        code = codebooks.code_in(page["book"], key)
        form.offer(page["book"], key)
    if request.method == "GET" or not form.validate():
        return shown("themes/merge.html", form, code=code, **page)
    with writing() as db:
        codebooks.merge(db, actor(), consultation_id, key, form.into.data, today())
    return redirect(url_for(".show", consultation_id=consultation_id, done="saved"), 303)


@blueprint.route("/<int:consultation_id>/koding/<turn>", methods=["GET", "POST"])
def coding(consultation_id: int, turn: str) -> Response | tuple[str, int]:
    """One text at a time. A second coder never sees what the first one saw."""
    form, now = CodingForm(request.form), _turn(turn)
    with noting() as db:
        page = _frame(db, consultation_id)
        form.offer(page["book"])
        left = len(codebooks.waiting(db, actor(), consultation_id, now))
        if request.method == "GET" or not form.validate():
            text = codebooks.next_text(db, actor(), consultation_id, now)
            suggested = _offered(form, page, text, now)
            page |= {"text": text, "left": left, "turn": now, "suggested": suggested}
            return shown("themes/coding.html", form, **page)
    with writing() as db:
        seen, text_id = form.codes.data or (), form.text_id.data
        codebooks.code(db, actor(), consultation_id, text_id, turn=now, codes=seen)
    return redirect(url_for(".coding", consultation_id=consultation_id, turn=turn, done="saved"), 303)


@blueprint.route("/<int:consultation_id>/ulikt", methods=["GET", "POST"])
def settle(consultation_id: int) -> Response | tuple[str, int]:
    """Texts two coders saw differently: they talk, and write down what they agree on."""
    form = CodingForm(request.form)
    with noting() as db:
        page = _frame(db, consultation_id)
        form.offer(page["book"])
        differing = codebooks.differing(db, actor(), consultation_id)
        if request.method == "GET" or not form.validate():
            text = codebooks.text_behind(db, actor(), consultation_id, differing[0]) if differing else None
            _offered(form, page, text, Turn.FIRST)
            page |= {"text": text, "left": len(differing), "seen_by": _seen_by(text, page["names"])}
            return shown("themes/settle.html", form, turns=Turn, **page)
    with writing() as db:
        seen, text_id = form.codes.data or (), form.text_id.data
        codebooks.settle(db, actor(), consultation_id, text_id, codes=seen)
    return redirect(url_for(".settle", consultation_id=consultation_id, done="saved"), 303)


@blueprint.get("/<int:consultation_id>/enighet")
def agreement(consultation_id: int) -> str:
    with reading() as db:
        page = _frame(db, consultation_id)
        tables: dict[str, list[tuple[str, ...]]] = {}
        for one in codebooks.agreed(db, actor(), consultation_id):
            row = agreement_words.row(one.code.name, one.agreement)
            tables.setdefault(one.question, []).append(row)
        differing = len(codebooks.differing(db, actor(), consultation_id))
        return render_template("themes/agreement.html", tables=tables, differing=differing, **page)


@blueprint.post("/<int:consultation_id>/frigi")
def release(consultation_id: int) -> Response | tuple[str, int]:
    check_token()
    try:
        with writing() as db:
            codebooks.release_themes(db, actor(), consultation_id, today())
    except Incomplete as refusal:
        with reading() as db:
            return _page(db, consultation_id, missing=refusal.missing), 422
    return redirect(url_for(".show", consultation_id=consultation_id, done="themes_told"), 303)


def _page(db: Session, consultation_id: int, missing: tuple[str, ...] = ()) -> str:
    page = _frame(db, consultation_id)
    turns = {turn: len(codebooks.waiting(db, actor(), consultation_id, turn)) for turn in TURNS.values()}
    return render_template(
        "themes/show.html",
        told=codebooks.told(db, consultation_id),
        theme_text=summary_documents.theme_text,
        left=turns,
        addresses={turn: name for name, turn in TURNS.items()},
        missing=missing,
        **page,
    )


def _changeable(db: Session, consultation_id: int) -> dict[str, Any]:
    """The frame, while the codebook can be changed: nobody writes what cannot be saved."""
    page = _frame(db, consultation_id)
    if not page["may_change"]:
        raise Closed("the themes are told, or the summary is published")
    return page


def _frame(db: Session, consultation_id: int) -> dict[str, Any]:
    """What each of these pages shows: the round and the newest codebook."""
    book = codebooks.codebook_of(db, actor(), consultation_id)
    consultation = consultations.consultation_of(db, actor(), consultation_id)
    survey = consultations.survey_of(db, consultation)
    return {
        "book": book,
        "names": {code.key: code.name for code in (book.codes if book else ())},
        "consultation": consultation,
        "may_change": codebooks.may_change(db, consultation_id),
        "title": tongues.title(db, consultation),
        "survey": survey,
        "tongue": language.of_survey(survey.languages),
    }


def _offered(form: CodingForm, page: dict[str, Any], text: Text | None, turn: Turn) -> list[str]:
    """Put the text on the form, with what this coder saw in it earlier; return the codes to suggest."""
    if text is None or page["book"] is None:
        return []
    if not form.errors:
        form.text_id.data, form.codes.data = text.id, sorted(text.seen.get(turn, ()))
    return [page["names"][key] for key in codebooks.suggested(page["book"], text.words)]


def _seen_by(text: Text | None, names: dict[str, str]) -> dict[Turn, list[str]]:
    """What each coder saw, by the names of the codes."""
    seen = text.seen if text else {}
    return {turn: alphabetical(names[key] for key in codes if key in names) for turn, codes in seen.items()}


def _turn(name: str) -> Turn:
    if name not in TURNS:
        raise NotFound(f"turn {name}")
    return TURNS[name]
