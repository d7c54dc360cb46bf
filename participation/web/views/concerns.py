"""Concerns: for those on duty, and for the child's coordinator unless the child said no to that."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from participation import accounts
from participation.access import Act, require
from participation.casework import concerns, contacts
from participation.casework.concerns import Step
from participation.errors import Incomplete
from participation.web import on_duty
from participation.web.current import actor, noting, reading, today, writing
from participation.web.forms.base import OfficeForm
from participation.web.forms.concerns import DoneForm, StepForm
from participation.web.forms.pressed import check_token
from participation.web.forms.shown import shown

blueprint = Blueprint("concerns", __name__, url_prefix="/bekymringer")


@blueprint.get("/")
def index() -> str:
    """What waits and since when; no words of a child."""
    with reading() as db:
        return render_template(
            "concerns/index.html",
            found=on_duty.concerns_for(db, actor()),
            wished=on_duty.wishes_for(db, actor()),
            on_duty=on_duty.now(db),
        )


@blueprint.route("/<int:concern_id>/", methods=["GET", "POST"])
def show(concern_id: int) -> Response | tuple[str, int]:
    """The child's words and what was done. That somebody looked is noted first."""
    require(actor(), Act.READ_CONCERN)
    form = StepForm(request.form, done_on=today())
    if request.method == "GET" or not form.validate():
        return _page(concern_id, form)
    try:
        _take(concern_id, form)
    except Incomplete as lacking:
        form.refuse(*lacking.missing)
        if "step" in lacking.missing:
            form.step.errors = [gettext("First note that it is reported, or why it is not.")]
        return _page(concern_id, form)
    return redirect(url_for(".show", concern_id=concern_id, done="saved"), 303)


@blueprint.post("/<int:concern_id>/sett")
def seen(concern_id: int) -> Response:
    """Somebody has read it and takes care of it: from now on the child does not wait unread."""
    require(actor(), Act.FOLLOW_UP_CONCERN)
    check_token()
    with writing() as db:
        concerns.take_step(db, actor(), concern_id, Step.SEEN, done_on=today(), today=today())
    return redirect(url_for(".show", concern_id=concern_id, done="saved"), 303)


@blueprint.route("/kontakt/<contact_id>", methods=["GET", "POST"])
def contact(contact_id: str) -> Response | tuple[str, int]:
    """A child who wants to be contacted, and who said so apart from any answer."""
    require(actor(), Act.READ_CONTACT)
    form = DoneForm(request.form)
    if request.method == "POST" and form.validate():
        with writing() as db:
            contacts.finish(db, actor(), contact_id, form.done.data, today())
        return redirect(url_for(".index", done="saved"), 303)
    with noting() as db:
        kept, wish = contacts.read(db, actor(), contact_id)
        return shown(
            "concerns/contact.html", form, kept=kept, wish=wish, done=contacts.done_in_words(db, kept)
        )


def _take(concern_id: int, form: StepForm) -> None:
    said = {"receipt": form.receipt.data or "", "reason": form.reason.data or ""}
    with writing() as db:
        step = Step[form.step.data]
        concerns.take_step(db, actor(), concern_id, step, done_on=form.done_on.data, **said, today=today())


def _page(concern_id: int, form: StepForm) -> tuple[str, int]:
    with noting() as db:
        concern, said = concerns.read(db, actor(), concern_id)
        return shown(
            "concerns/show.html",
            form,
            concern=concern,
            said=said,
            told=concerns.told(db, concern),
            coordinator=accounts.names(db).get(concern.case.coordinator_id, ""),
            new_form=OfficeForm,
        )
