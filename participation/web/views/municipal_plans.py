"""Plans for many: where what children said stands beside what came of it."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from participation.access import Act, require
from participation.community import assessments, councils, matters, municipal_plans, summaries
from participation.community.municipal_plans import Contribution, MunicipalPlan
from participation.errors import NotFound
from participation.export import documents
from participation.web import assessed, municipal_documents
from participation.web.current import Session, actor, reading, today, writing
from participation.web.forms.municipal_plans import CameOfItForm, PlaceForm, PlanForm
from participation.web.forms.pressed import check_token
from participation.web.forms.shown import shown
from participation.web.municipal_documents import Piece, piece_of, title_of

blueprint = Blueprint("municipal_plans", __name__, url_prefix="/kommunale-planer")

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@blueprint.get("/")
def index() -> str:
    with reading() as db:
        return render_template("municipal_plans/index.html", plans=municipal_plans.all_plans(db, actor()))


@blueprint.route("/ny", methods=["GET", "POST"])
def add() -> AnyResponse | tuple[str, int]:
    require(actor(), Act.EDIT_MUNICIPAL_PLAN)
    form = PlanForm(request.form)
    if request.method == "GET" or not form.validate():
        return shown("municipal_plans/add.html", form)
    with writing() as db:
        texts = {"title": form.title.data, "adopted_by": form.adopted_by.data}
        plan = municipal_plans.make_plan(db, actor(), **texts, today=today())
    return redirect(url_for(".show", plan_id=plan.id, done="saved"), 303)


@blueprint.get("/<int:plan_id>/")
def show(plan_id: int) -> str:
    with reading() as db:
        plan = municipal_plans.municipal_plan_of(db, actor(), plan_id)
        return render_template(
            "municipal_plans/show.html", plan=plan, title_of=title_of, piece_of=piece_of, stamp=assessed.stamp
        )


@blueprint.route("/<int:plan_id>/legg-inn", methods=["GET", "POST"])
def place(plan_id: int) -> AnyResponse | tuple[str, int]:
    require(actor(), Act.PLACE_IN_PLAN)
    form = PlaceForm(request.form)
    with reading() as db:
        plan = municipal_plans.municipal_plan_of(db, actor(), plan_id)
        form.offer({key: title_of(piece) for key, piece in _ready(db).items()}, _standing(plan))
        if request.method == "GET" or not form.validate():
            return shown("municipal_plans/place.html", form, plan=plan)
    with writing() as db:
        piece = _ready(db)[form.piece.data]
        texts = {"chapter": form.chapter.data, "what_came_of_it": form.what_came_of_it.data}
        municipal_plans.place(db, actor(), plan_id, piece, **texts, today=today())
    return redirect(url_for(".show", plan_id=plan_id, done="saved"), 303)


@blueprint.route("/<int:plan_id>/bidrag/<int:contribution_id>/hva-det-ble-til", methods=["GET", "POST"])
def came_of_it(plan_id: int, contribution_id: int) -> AnyResponse | tuple[str, int]:
    require(actor(), Act.PLACE_IN_PLAN)
    with reading() as db:
        contribution = _in(municipal_plans.municipal_plan_of(db, actor(), plan_id), contribution_id)
        form = CameOfItForm(request.form, obj=contribution)
        if request.method == "GET" or not form.validate():
            piece = title_of(piece_of(contribution))
            return shown("municipal_plans/came_of_it.html", form, contribution=contribution, piece=piece)
    with writing() as db:
        municipal_plans.say_what_came_of_it(db, actor(), contribution_id, form.what_came_of_it.data)
    return redirect(url_for(".show", plan_id=plan_id, done="saved"), 303)


@blueprint.post("/<int:plan_id>/bidrag/<int:contribution_id>/ta-ut")
def take_out(plan_id: int, contribution_id: int) -> AnyResponse:
    check_token()
    with writing() as db:
        _in(municipal_plans.municipal_plan_of(db, actor(), plan_id), contribution_id)
        municipal_plans.take_out(db, actor(), contribution_id)
    return redirect(url_for(".show", plan_id=plan_id, done="removed"), 303)


@blueprint.get("/<int:plan_id>/plan.pdf")
def pdf(plan_id: int) -> Response:
    with reading() as db:
        plan = municipal_plans.municipal_plan_of(db, actor(), plan_id)
        return _file(documents.pdf(municipal_documents.document(db, plan)), "application/pdf", "plan.pdf")


@blueprint.get("/<int:plan_id>/plan.docx")
def docx(plan_id: int) -> Response:
    with reading() as db:
        plan = municipal_plans.municipal_plan_of(db, actor(), plan_id)
        return _file(documents.docx(municipal_documents.document(db, plan)), DOCX, "plan.docx")


def _ready(db: Session) -> dict[str, Piece]:
    """Everything that may stand in a plan: published, sent or finished."""
    pieces: list[Piece] = list(summaries.published(db))
    for matter in matters.all_matters(db, actor()):
        pieces += councils.statements_on(db, matter.id)
        assessment = assessments.assessment_on(db, matter.id)
        pieces += [assessment] if assessment and assessment.finished_on else []
    return {_key(piece): piece for piece in pieces}


def _standing(plan: MunicipalPlan) -> set[tuple[str, str]]:
    """What stands in which chapter already."""
    return {(_key(piece_of(contribution)), contribution.chapter) for contribution in plan.contributions}


def _key(piece: Piece) -> str:
    return f"{type(piece).__name__.lower()}-{piece.id}"


def _in(plan: MunicipalPlan, contribution_id: int) -> Contribution:
    found = next((one for one in plan.contributions if one.id == contribution_id), None)
    if found is None:
        raise NotFound(f"Contribution {contribution_id}")
    return found


def _file(content: bytes, kind: str, name: str) -> Response:
    return Response(content, mimetype=kind, headers={"Content-Disposition": f"attachment; filename={name}"})
