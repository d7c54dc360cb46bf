"""The claim card from the case door: the answer, and whether it was understood right."""

from dataclasses import dataclass

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from participation.casework import corrections, individual_plans, replies, voices
from participation.casework.corrections import CameOut
from participation.casework.replies import Reply, Understood
from participation.casework.sharing import Chosen
from participation.casework.voices import Passage, Voice
from participation.rights import deadlines
from participation.web import passages, security
from participation.web.current import Session, reading, today, writing
from participation.web.forms.replies import CAME_OUT, UNDERSTOOD, CameOutForm, TakeBackForm, UnderstoodForm
from participation.web.forms.shown import shown
from participation.web.forms.voices import SHARINGS
from participation.web.passages import Helped

blueprint = Blueprint("replies", __name__, url_prefix="/kort-i-sak/<words>")


@dataclass(frozen=True)
class Told:
    """One answer, and what the child has said to it."""

    reply: Reply
    words: str
    understood: Understood | None
    comment: str


@blueprint.before_request
def slow_down_guessing() -> None:
    security.let_pass("codes")


@blueprint.get("/")
def show(words: str) -> tuple[str, int]:
    with reading() as db:
        return _page(db, words, UnderstoodForm())


@blueprint.route("/forstatt/<int:reply_id>", methods=["GET", "POST"])
def understood(words: str, reply_id: int) -> Response | tuple[str, int]:
    """Say whether the answer was understood right. It may be said again; the last word counts."""
    form = UnderstoodForm(request.form)
    if request.method == "GET":
        return redirect(url_for(".show", words=words))
    if not form.validate():
        with reading() as db:
            return _page(db, words, form)
    with writing() as db:
        said, comment = Understood[form.understood.data], form.comment.data or ""
        replies.say_if_understood(db, words, reply_id, understood=said, comment=comment, today=today())
    return redirect(url_for(".show", words=words, done="saved"), 303)


@blueprint.route("/ble-det-riktig", methods=["GET", "POST"])
def came_out(words: str) -> Response | tuple[str, int]:
    """Say whether what one had help with came out right. It may be said again; the last word counts."""
    form = CameOutForm(request.form)
    if request.method == "GET":
        return redirect(url_for(".show", words=words))
    if not form.validate():
        with reading() as db:
            return _page(db, words, form)
    with writing() as db:
        said, instead = CameOut[form.came_out.data], form.instead.data or ""
        corrections.say_if_it_came_out_right(db, words, came_out=said, instead=instead, today=today())
    return redirect(url_for(".show", words=words, done="saved"), 303)


@blueprint.route("/ta-tilbake/<passage_id>", methods=["GET", "POST"])
def take_back(words: str, passage_id: str) -> Response | tuple[str, int]:
    form = TakeBackForm(request.form)
    if request.method == "GET":
        return redirect(url_for(".show", words=words))
    if not form.validate():
        with reading() as db:
            return _page(db, words, form)
    with writing() as db:
        replies.take_back(db, words, passage_id)
    return redirect(url_for(".show", words=words, done="removed"), 303)


def _page(db: Session, words: str, form: UnderstoodForm | CameOutForm | TakeBackForm) -> tuple[str, int]:
    voice = voices.voice_claimed(db, words)
    told = [_told(db, reply) for reply in replies.replies_to(db, voice)]
    return shown(
        "replies/show.html",
        form,
        card=words,
        voice=voice,
        told=told,
        passages=[_passage(db, passage) for passage in voice.passages],
        sharings=SHARINGS,
        understandings=UNDERSTOOD,
        understood_form=form if isinstance(form, UnderstoodForm) else UnderstoodForm(),
        take_back=TakeBackForm(),
        helped=passages.helped(db, voice),
        came_outs=CAME_OUT,
        came_out_form=form if isinstance(form, CameOutForm) else _as_said(passages.helped(db, voice)),
        is_late=_is_late(voice),
    )


def _told(db: Session, reply: Reply) -> Told:
    said = Understood[reply.understood] if reply.understood else None
    return Told(reply, replies.words_of(db, reply), said, replies.comment_of(db, reply))


def _passage(db: Session, passage: Passage) -> tuple[str, Chosen, bool]:
    """The passage, its words, and whether it can still be taken back."""
    return passage.id, voices.words_of(db, passage), not individual_plans.stands_completed(db, passage.id)


def _as_said(helped: Helped) -> CameOutForm:
    """The form as the child filled it in last time."""
    said = helped.came_out.name if helped.came_out else None
    return CameOutForm(came_out=said, instead=helped.instead)


def _is_late(voice: Voice) -> bool:
    return voice.answer_by is not None and deadlines.overdue(voice.answer_by, today())
