"""The claim card from the group door: what happened with what the children said, and nothing else."""

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from participation.community import answers, quotations, replies, summaries
from participation.rights import deadlines
from participation.web import security
from participation.web.current import Session, reading, today, writing
from participation.web.forms.claims import PrintForm, WithdrawForm
from participation.web.forms.shown import shown

blueprint = Blueprint("claims", __name__, url_prefix="/kort/<words>")


@blueprint.before_request
def slow_down_guessing() -> None:
    security.let_pass("codes")


@blueprint.get("/")
def show(words: str) -> tuple[str, int]:
    with reading() as db:
        return _page(db, words, WithdrawForm())


@blueprint.route("/ta-tilbake", methods=["GET", "POST"])
def withdraw(words: str) -> Response | tuple[str, int]:
    """Take the answers back. Possible until the consultation is closed."""
    form = WithdrawForm(request.form)
    if request.method == "GET":
        return redirect(url_for(".show", words=words))
    if not form.validate():
        with reading() as db:
            return _page(db, words, form)
    with writing() as db:
        answers.consultation_claimed(db, words)
        answers.withdraw(db, words)
    return redirect(url_for(".show", words=words, done="taken_back"), 303)


@blueprint.route("/sitat/<int:quotation_id>", methods=["GET", "POST"])
def approve(words: str, quotation_id: int) -> Response | tuple[str, int]:
    """Say yes or no to one's own words being printed. It can be changed until they are."""
    form = PrintForm(request.form)
    if request.method == "GET":
        return redirect(url_for(".show", words=words))
    if not form.validate():
        with reading() as db:
            return _page(db, words, WithdrawForm())[0], 422
    with writing() as db:
        quotations.answer(db, words, quotation_id, says_yes=form.says.data == "yes")
    return redirect(url_for(".show", words=words, done="approved"), 303)


def _page(db: Session, words: str, form: WithdrawForm) -> tuple[str, int]:
    consultation = answers.consultation_claimed(db, words)
    summary = summaries.summary_on(db, consultation.id)
    return shown(
        "claims/show.html",
        form,
        card=words,
        consultation=consultation,
        replies=replies.replies_to(db, consultation),
        is_late=deadlines.overdue(consultation.answer_on, today()),
        summary=summary if summary and summary.published_on else None,
        asked_about=quotations.asked_about(db, words),
        can_withdraw=answers.can_withdraw(db, words),
    )
