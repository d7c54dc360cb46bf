"""The desk where people decide what of children's own words may be passed on."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from participation.access import Act, require
from participation.community import consultations, local_names, own_words
from participation.community.own_words import State
from participation.disclosure.free_text import Mark, marks, replaced
from participation.web import language, words
from participation.web.current import Session, actor, noting, reading, today, writing
from participation.web.forms.own_words import (
    DecisionForm,
    LocalNamesForm,
    SecondReaderForm,
    SpansForm,
    decisions,
    suggested,
    taken_out_besides,
)
from participation.web.forms.pressed import check_token
from participation.web.forms.shown import shown

blueprint = Blueprint("own_words", __name__, url_prefix="/egne-ord")


@blueprint.get("/<int:consultation_id>/")
def index(consultation_id: int) -> str:
    """What is done and what is left; no words of a child."""
    with reading() as db:
        texts = own_words.texts_of(db, actor(), consultation_id)
        return render_template(
            "own_words/index.html",
            texts=texts,
            left=[text for text in texts if text.is_left],
            released=own_words.released(db, consultation_id),
            awaiting=own_words.awaiting(db, actor(), consultation_id),
            **_round(db, consultation_id),
        )


@blueprint.route("/<int:consultation_id>/tekst/<text_id>", methods=["GET", "POST"])
def decide(consultation_id: int, text_id: str) -> Response | tuple[str, int]:
    """One text: what is taken out, what else tells, and how it would stand. That it was read is noted."""
    with noting() as db:
        text, words_written = own_words.original(db, actor(), consultation_id, text_id)
        page = _text_page(db, consultation_id, text.id, words_written)
    spans, form = page["spans"], page["form"]
    if request.method == "GET":
        return _shown(words_written, page, 200)
    if request.form.get("go") == "preview":
        check_token()
        return _shown(words_written, page, 200)
    if not spans.validate() & form.validate():
        return _shown(words_written, page, 422)
    with writing() as db:
        own_words.decide(
            db,
            actor(),
            consultation_id,
            text_id,
            removed=decisions(words_written, page["marks"], spans, form.more.data),
            checklist=spans.checklist(),
            words={word: str(text) for word, text in words.NEUTRAL.items()},
            today=today(),
        )
    return redirect(url_for(".index", consultation_id=consultation_id, done="saved"), 303)


@blueprint.route("/andreleser/<int:released_id>", methods=["GET", "POST"])
def second_reading(released_id: int) -> Response | tuple[str, int]:
    """The second reader sees the words as they would stand, and not the text itself."""
    form = SecondReaderForm(request.form)
    with noting() as db:
        found, said = own_words.to_second_reader(db, actor(), released_id)
        page = {"found": found, "said": said, **_round(db, found.consultation_id)}
    if request.method == "GET" or not form.validate():
        return shown("own_words/second_reading.html", form, **page)
    if form.answer.data == "no" and not (form.why.data or "").strip():
        form.why.errors = [gettext("Write what must be changed.")]
        return shown("own_words/second_reading.html", form, **page)
    with writing() as db:
        given = {"approves": form.answer.data == "yes", "why": form.why.data or "", "today": today()}
        own_words.second_reading(db, actor(), released_id, **given)
    return redirect(url_for(".index", consultation_id=found.consultation_id, done="saved"), 303)


@blueprint.post("/frigitt/<int:released_id>/ta-tilbake")
def take_back(released_id: int) -> Response:
    check_token()
    with writing() as db:
        found = own_words.take_back(db, actor(), released_id)
    return redirect(url_for(".index", consultation_id=found.consultation_id, done="removed"), 303)


@blueprint.route("/lister", methods=["GET", "POST"])
def lists() -> Response | tuple[str, int]:
    """The municipality's own names, one a line."""
    require(actor(), Act.EDIT_LOCAL_NAMES)
    with reading() as db:
        form = LocalNamesForm(request.form, data=LocalNamesForm.of(local_names.lists_to_edit(db, actor())))
    if request.method == "GET" or not form.validate():
        return shown("own_words/lists.html", form)
    with writing() as db:
        local_names.edit(db, actor(), form.lines())
    return redirect(url_for(".lists", done="saved"), 303)


def _text_page(db: Session, consultation_id: int, text_id: str, said: str) -> dict[str, Any]:
    """The text with its marks and forms: filled with what was sent, or with what was decided last."""
    found = marks(said, local_names.lists(db))
    texts = own_words.texts_of(db, actor(), consultation_id)
    here = next(text for text in texts if text.id == text_id)
    decided = here.decided
    before = own_words.removed_from(db, decided) if decided else []
    kept = {**suggested(found, before), **(decided.checklist if decided else {})}
    more = {"more": taken_out_besides(said, found, before)}
    return {
        "marks": found,
        "spans": SpansForm(said, found, request.form or None, kept),
        "form": DecisionForm(said, request.form, data=more),
        "decided": decided,
        "is_released": decided is not None and decided.state == State.RELEASED.name,
        "sent_back": own_words.why_sent_back(db, decided) if decided else "",
        "number": texts.index(here) + 1,
        "texts": texts,
        "question": here.question,
        **_round(db, consultation_id),
    }


def _shown(said: str, page: dict[str, Any], status: int) -> tuple[str, int]:
    neutral = {word: str(text) for word, text in words.NEUTRAL.items()}
    gone = decisions(said, page["marks"], page["spans"], page["form"].more.data)
    pieces = _pieces(said, page["marks"])
    preview = replaced(said, gone, neutral)
    return render_template("own_words/decide.html", pieces=pieces, preview=preview, **page), status


def _pieces(said: str, found: tuple[Mark, ...]) -> list[tuple[str, Mark | None]]:
    """The text cut at its marks, in order."""
    pieces: list[tuple[str, Mark | None]] = []
    at = 0
    for mark in found:
        pieces += [(said[at : mark.start], None), (said[mark.start : mark.end], mark)]
        at = mark.end
    return [*pieces, (said[at:], None)]


def _round(db: Session, consultation_id: int) -> dict[str, Any]:
    """What every page here tells of the consultation."""
    consultation = consultations.consultation_of(db, actor(), consultation_id)
    survey = consultations.survey_of(db, consultation)
    tongue = language.of_survey(survey.languages)
    return {"consultation": consultation, "survey": survey, "tongue": tongue, "State": State}
