"""The individual plan of a case: nine points, versions, and the child's words in it."""

from flask import Blueprint, Response, abort, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from participation.casework import cases, individual_plans, voices
from participation.casework.individual_plans import PlanVersion
from participation.casework.voices import Passage
from participation.errors import Incomplete, NotFound
from participation.export import documents
from participation.export.documents import Document
from participation.web import passages, plan_documents
from participation.web.current import Session, actor, noting, today, writing
from participation.web.forms.base import OfficeForm
from participation.web.forms.individual_plans import AttachForm, PlanForm
from participation.web.forms.shown import shown

blueprint = Blueprint("individual_plans", __name__, url_prefix="/saker/<int:case_id>/plan")

AS_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@blueprint.get("/")
def show(case_id: int) -> tuple[str, int]:
    with writing() as db:
        return _plan_page(db, case_id, _read_newest(db, case_id))


@blueprint.route("/rediger", methods=["GET", "POST"])
def edit(case_id: int) -> AnyResponse | tuple[str, int]:
    if request.method == "GET":
        with writing() as db:
            newest = _read_newest(db, case_id)
            contents = individual_plans.contents_of(db, newest) if newest else {}
            return _edit_page(db, case_id, newest, PlanForm(**contents))
    form = PlanForm(request.form)
    if not form.validate():
        with noting() as db:
            return _edit_page(db, case_id, _read_newest(db, case_id), form)
    with writing() as db:
        individual_plans.edit(db, actor(), case_id, form.contents, today())
    return redirect(url_for(".show", case_id=case_id, done="saved"), 303)


@blueprint.route("/legg-inn/<passage_id>", methods=["GET", "POST"])
def attach(case_id: int, passage_id: str) -> AnyResponse | tuple[str, int]:
    if request.method == "GET":
        with writing() as db:
            passage = _passage_in(db, case_id, passage_id)
            voices.read(db, actor(), passage.voice_id)
            stands = passages.standing(db, actor(), case_id).get(passage.id)
            return _attach_page(db, passage, AttachForm(point=stands))
    form = AttachForm(request.form)
    if not form.validate():
        with noting() as db:
            passage = _passage_in(db, case_id, passage_id)
            voices.read(db, actor(), passage.voice_id)
            return _attach_page(db, passage, form)
    with writing() as db:
        passage = _passage_in(db, case_id, passage_id)
        individual_plans.attach(db, actor(), passage.id, form.point.data, today())
    address = url_for("cases.voice", case_id=case_id, voice_id=passage.voice_id, done="saved")
    return redirect(f"{address}#passage-{passage.id}", 303)


@blueprint.post("/ta-ut/<passage_id>")
def detach(case_id: int, passage_id: str) -> AnyResponse:
    _check_token()
    with writing() as db:
        passage = _passage_in(db, case_id, passage_id)
        individual_plans.detach(db, actor(), passage.id, today())
    return redirect(url_for(".show", case_id=case_id, done="removed"), 303)


@blueprint.post("/fullfor")
def complete(case_id: int) -> AnyResponse | tuple[str, int]:
    """Complete the version under way; where something is missing, say what."""
    _check_token()
    try:
        with writing() as db:
            individual_plans.complete(db, actor(), case_id, today())
    except Incomplete:
        with noting() as db:
            page, _ = _plan_page(db, case_id, _read_newest(db, case_id), refused=True)
            return page, 422
    return redirect(url_for(".show", case_id=case_id, done="completed"), 303)


@blueprint.get("/versjon/<int:number>/")
def version(case_id: int, number: int) -> tuple[str, int]:
    with writing() as db:
        found = individual_plans.read_version(db, actor(), case_id, number)
        return shown("individual_plans/version.html", OfficeForm(), **_standing_in(db, found))


@blueprint.get("/versjon/<int:number>/plan.pdf")
def pdf(case_id: int, number: int) -> Response:
    document = _document(case_id, number)
    return _file(documents.pdf(document), "application/pdf", f"plan-{number}.pdf")


@blueprint.get("/versjon/<int:number>/plan.docx")
def docx(case_id: int, number: int) -> Response:
    document = _document(case_id, number)
    return _file(documents.docx(document), AS_DOCX, f"plan-{number}.docx")


def _newest(db: Session, case_id: int) -> PlanVersion | None:
    plan = individual_plans.plan_of(db, actor(), case_id)
    return plan.versions[-1] if plan and plan.versions else None


def _read_newest(db: Session, case_id: int) -> PlanVersion | None:
    """The newest version, noted in the trail before it is shown."""
    newest = _newest(db, case_id)
    return individual_plans.read_version(db, actor(), case_id, newest.number) if newest else None


def _passage_in(db: Session, case_id: int, passage_id: str) -> Passage:
    """A passage of this case that the child has given to the plan."""
    passage = voices.passage_in(db, actor(), passage_id)
    if passage.voice.case_id != case_id or not passage.may_stand_in_plan:
        raise NotFound(f"passage {passage_id} in case {case_id}")
    return passage


def _plan_page(
    db: Session, case_id: int, newest: PlanVersion | None, *, refused: bool = False
) -> tuple[str, int]:
    case = cases.case_of(db, actor(), case_id)
    said = voices.voices_in(db, actor(), case_id)
    stands = {one.passage_id for one in newest.attached} if newest else set()
    outside = [
        (voice, n)
        for voice in said
        if (n := sum(p.may_stand_in_plan and p.id not in stands for p in voice.passages))
    ]
    rest = _standing_in(db, newest) if newest else {"version": None}
    return shown(
        "individual_plans/show.html",
        OfficeForm(),
        case=case,
        outside=outside,
        refused=refused,
        new_form=OfficeForm,
        **rest,
    )


def _standing_in(db: Session, version: PlanVersion) -> dict[str, object]:
    """What stands in a version: the points, the child's words under them, and what is lacking."""
    empty, not_weighed = individual_plans.lacking(db, version)
    stood = individual_plans.standing_in(db, version)
    return {
        "version": version,
        "versions": version.plan.versions,
        "contents": individual_plans.contents_of(db, version),
        "under": stood.under,
        "readings": stood.readings,
        "empty": empty,
        "not_weighed": not_weighed,
    }


def _edit_page(db: Session, case_id: int, newest: PlanVersion | None, form: PlanForm) -> tuple[str, int]:
    case = cases.open_case_of(db, actor(), case_id)
    under = individual_plans.standing_in(db, newest).under if newest else {}
    return shown("individual_plans/edit.html", form, case=case, newest=newest, under=under)


def _attach_page(db: Session, passage: Passage, form: AttachForm) -> tuple[str, int]:
    return shown("individual_plans/attach.html", form, opened=passages.opened(db, passage))


def _document(case_id: int, number: int) -> Document:
    with writing() as db:
        found = individual_plans.read_version(db, actor(), case_id, number)
        return plan_documents.individual_plan(db, found)


def _file(content: bytes, kind: str, name: str) -> Response:
    return Response(content, mimetype=kind, headers={"Content-Disposition": f"attachment; filename={name}"})


def _check_token() -> None:
    if not OfficeForm(request.form).validate():
        abort(400)
