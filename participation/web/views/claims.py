"""The claim card from the group door: what happened with what the children said, and nothing else."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation.community import answers, replies, summaries
from participation.rights import deadlines
from participation.web import security
from participation.web.current import reading, today, writing
from participation.web.forms.claims import WithdrawForm

blueprint = Blueprint("claims", __name__, url_prefix="/kort/<words>")


@blueprint.before_request
def slow_down_guessing() -> None:
    security.let_pass("codes")


@blueprint.get("/")
def show(words: str) -> str:
    with reading() as db:
        consultation = answers.consultation_claimed(db, words)
        summary = summaries.summary_on(db, consultation.id)
        return render_template(
            "claims/show.html",
            form=WithdrawForm(),
            card=words,
            consultation=consultation,
            replies=replies.replies_to(db, consultation),
            is_late=deadlines.overdue(consultation.answer_on, today()),
            summary=summary if summary and summary.published_on else None,
            can_withdraw=answers.can_withdraw(db, words),
        )


@blueprint.post("/ta-tilbake")
def withdraw(words: str) -> Response:
    """Take the answers back. Possible until the consultation is closed."""
    if not WithdrawForm(request.form).validate():
        return redirect(url_for(".show", words=words, done="again"), 303)
    with writing() as db:
        answers.consultation_claimed(db, words)
        answers.withdraw(db, words)
    return redirect(url_for(".show", words=words, done="taken_back"), 303)
