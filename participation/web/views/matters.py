"""What the municipality is to decide."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation.access import Act, may, require
from participation.community import assessments, consultations, councils, matters, summaries
from participation.community.matters import Matter
from participation.rights import deadlines
from participation.web import tongues
from participation.web.current import Session, actor, reading, today, writing
from participation.web.forms.matters import MatterForm
from participation.web.forms.shown import shown

blueprint = Blueprint("matters", __name__, url_prefix="/til-behandling")


@blueprint.get("/")
def index() -> str:
    with reading() as db:
        found = matters.all_matters(db, actor())
        coming = [matter for matter in found if matter.decision_on >= today()]
        decided = [matter for matter in reversed(found) if matter.decision_on < today()]
        return render_template("matters/index.html", coming=coming, decided=decided, deadlines=deadlines)


@blueprint.route("/ny", methods=["GET", "POST"])
def add() -> Response | tuple[str, int]:
    require(actor(), Act.EDIT_MATTER)
    form = MatterForm(request.form)
    if request.method == "GET" or not form.validate():
        return shown("matters/add.html", form)
    with writing() as db:
        matter = matters.make(db, actor(), **_written(form), today=today())
    return redirect(url_for(".show", matter_id=matter.id, done="saved"), 303)


@blueprint.get("/<int:matter_id>/")
def show(matter_id: int) -> str:
    with reading() as db:
        matter = matters.matter_of(db, actor(), matter_id)
        return render_template("matters/show.html", matter=matter, deadlines=deadlines, **_around(db, matter))


@blueprint.route("/<int:matter_id>/rediger", methods=["GET", "POST"])
def edit(matter_id: int) -> Response | tuple[str, int]:
    require(actor(), Act.EDIT_MATTER)
    with reading() as db:
        matter = matters.matter_of(db, actor(), matter_id)
        form = MatterForm(request.form, obj=matter)
        if request.method == "GET" or not form.validate():
            asked = consultations.consultations_on(db, actor(), matter_id)
            return shown("matters/edit.html", form, matter=matter, asked=asked)
    with writing() as db:
        matters.edit(db, actor(), matter_id, **_written(form))
    return redirect(url_for(".show", matter_id=matter_id, done="saved"), 303)


def _written(form: MatterForm) -> dict[str, Any]:
    return {name: value for name, value in form.data.items() if name not in {"once", "csrf_token"}}


def _around(db: Session, matter: Matter) -> dict[str, Any]:
    """What has been done about the matter: only the public part of it for the youth council."""
    around: dict[str, Any] = {
        "published": summaries.published_on_matter(db, matter.id),
        "statements": councils.statements_on(db, matter.id),
    }
    if may(actor(), Act.READ_COMMUNITY):
        found = consultations.consultations_on(db, actor(), matter.id)
        around["asked"] = [(one, tongues.title(db, one)) for one in found]
        around["assessment"] = assessments.assessment_on(db, matter.id)
    return around
