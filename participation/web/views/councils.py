"""The youth council's desk."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation import accounts
from participation.access import Act, Role, may, require
from participation.community import councils, matters, summaries
from participation.community.councils import Council, Point, PointAnswer, Statement
from participation.errors import Closed, Incomplete, NotFound
from participation.rights import deadlines
from participation.web.current import Session, actor, reading, today, writing
from participation.web.forms.councils import (
    AnswerForm,
    CouncilForm,
    PointForm,
    PutBeforeForm,
    SeatForm,
    VoteForm,
)
from participation.web.forms.pressed import check_token
from participation.web.forms.shown import shown

blueprint = Blueprint("councils", __name__, url_prefix="/rad")


@blueprint.get("/")
def index() -> str:
    with reading() as db:
        return render_template("councils/index.html", councils=councils.councils_of(db, actor()))


@blueprint.route("/nytt", methods=["GET", "POST"])
def add() -> Response | tuple[str, int]:
    require(actor(), Act.EDIT_COUNCIL)
    form = CouncilForm(request.form)
    if request.method == "GET" or not form.validate():
        return shown("councils/add.html", form)
    with writing() as db:
        council = councils.make_council(db, actor(), form.name.data)
    return redirect(url_for(".show", council_id=council.id, done="saved"), 303)


@blueprint.get("/<int:council_id>/")
def show(council_id: int) -> tuple[str, int]:
    with reading() as db:
        council = councils.council_of(db, actor(), council_id)
        return _council_page(db, council, _seat_form(db, council))


@blueprint.post("/<int:council_id>/plass")
def seat(council_id: int) -> Response | tuple[str, int]:
    require(actor(), Act.EDIT_COUNCIL)
    with reading() as db:
        council = councils.council_of(db, actor(), council_id)
        form = _seat_form(db, council)
        if not form.validate():
            return _council_page(db, council, form)
    with writing() as db:
        councils.seat(db, actor(), council_id, form.account_id.data, today())
    return redirect(url_for(".show", council_id=council_id, done="saved"), 303)


@blueprint.post("/<int:council_id>/plass/<int:seat_id>/gar-ut")
def unseat(council_id: int, seat_id: int) -> Response:
    check_token()
    with writing() as db:
        councils.unseat(db, actor(), seat_id, today())
    return redirect(url_for(".show", council_id=council_id, done="saved"), 303)


@blueprint.route("/<int:council_id>/sett-opp/<int:matter_id>", methods=["GET", "POST"])
def put_before(council_id: int, matter_id: int) -> Response | tuple[str, int]:
    require(actor(), Act.PUT_BEFORE_COUNCIL)
    form = PutBeforeForm(request.form)
    with reading() as db:
        council = councils.council_of(db, actor(), council_id)
        matter = matters.matter_of(db, actor(), matter_id)
        if request.method == "GET" or not form.validate():
            late = deadlines.is_late(matter.decision_on, today())
            left = deadlines.days_left(matter.decision_on, today())
            return shown(
                "councils/put_before.html", form, council=council, matter=matter, late=late, left=left
            )
    with writing() as db:
        words = form.plain_summary.data
        statement = councils.put_before(
            db, actor(), council_id, matter_id, plain_summary=words, today=today()
        )
    return redirect(url_for(".statement", statement_id=statement.id, done="saved"), 303)


@blueprint.get("/uttalelse/<int:statement_id>")
def statement(statement_id: int) -> tuple[str, int]:
    with reading() as db:
        found = councils.statement_of(db, actor(), statement_id)
        return _statement_page(db, found, PointForm())


@blueprint.post("/uttalelse/<int:statement_id>/punkt")
def point(statement_id: int) -> Response | tuple[str, int]:
    require(actor(), Act.WRITE_POINT)
    form = PointForm(request.form)
    if not form.validate():
        with reading() as db:
            return _statement_page(db, councils.statement_of(db, actor(), statement_id), form)
    with writing() as db:
        councils.write_point(db, actor(), statement_id, form.words.data, today())
    return redirect(url_for(".statement", statement_id=statement_id, done="saved"), 303)


@blueprint.route("/uttalelse/<int:statement_id>/punkt/<int:point_id>/endre", methods=["GET", "POST"])
def change_point(statement_id: int, point_id: int) -> Response | tuple[str, int]:
    require(actor(), Act.WRITE_POINT)
    with reading() as db:
        found = councils.statement_of(db, actor(), statement_id)
        form = PointForm(request.form, obj=councils.own_point(actor(), _point_in(found, point_id)))
        if request.method == "GET" or not form.validate():
            return shown("councils/change_point.html", form, statement=found)
    with writing() as db:
        councils.change_point(db, actor(), point_id, form.words.data)
    return redirect(_at(statement_id, point_id, "saved"), 303)


@blueprint.post("/uttalelse/<int:statement_id>/punkt/<int:point_id>/ta-tilbake")
def take_back_point(statement_id: int, point_id: int) -> Response:
    check_token()
    with writing() as db:
        chosen = _point_in(councils.statement_of(db, actor(), statement_id), point_id)
        councils.take_back_point(db, actor(), chosen.id)
    return redirect(url_for(".statement", statement_id=statement_id, done="removed"), 303)


@blueprint.post("/uttalelse/<int:statement_id>/punkt/<int:point_id>/stemme")
def vote(statement_id: int, point_id: int) -> Response:
    require(actor(), Act.VOTE)
    form = VoteForm(request.form)
    if not form.validate():
        abort(400)
    with writing() as db:
        chosen = _point_in(councils.statement_of(db, actor(), statement_id), point_id)
        councils.vote(db, actor(), chosen.id, is_for=form.is_for.data == "yes")
    return redirect(_at(statement_id, point_id, "voted"), 303)


@blueprint.post("/uttalelse/<int:statement_id>/send")
def send(statement_id: int) -> Response | tuple[str, int]:
    check_token()
    try:
        with writing() as db:
            councils.send(db, actor(), statement_id, today())
    except Incomplete:
        with reading() as db:
            found = councils.statement_of(db, actor(), statement_id)
            page, _status = _statement_page(db, found, PointForm(), nothing_carried=True)
            return page, 422
    return redirect(url_for(".statement", statement_id=statement_id, done="sent"), 303)


@blueprint.route("/uttalelse/<int:statement_id>/punkt/<int:point_id>/svar", methods=["GET", "POST"])
def answer(statement_id: int, point_id: int) -> Response | tuple[str, int]:
    require(actor(), Act.ANSWER_POINT)
    with reading() as db:
        found = councils.statement_of(db, actor(), statement_id)
        chosen = _point_in(found, point_id)
        if found.sent_on is None:
            raise Closed("the statement has not been sent")
        form = AnswerForm(request.form, obj=chosen)
        if request.method == "GET" or not form.validate():
            return shown("councils/answer.html", form, statement=found, point=chosen)
    with writing() as db:
        came_of_it, why = PointAnswer[form.answer.data], form.why.data
        councils.answer_point(db, actor(), point_id, answer=came_of_it, why=why, today=today())
    return redirect(url_for(".statement", statement_id=statement_id, done="answered"), 303)


def _council_page(db: Session, council: Council, form: SeatForm) -> tuple[str, int]:
    on_list = councils.statements_of(db, actor(), council.id)
    waiting: list[matters.Matter] = []
    if may(actor(), Act.PUT_BEFORE_COUNCIL):
        taken = {statement.matter_id for statement in on_list}
        open_ = (matter for matter in matters.all_matters(db, actor()) if matter.decision_on >= today())
        waiting = [matter for matter in open_ if matter.id not in taken]
    return shown(
        "councils/show.html",
        form,
        council=council,
        on_list=on_list,
        waiting=waiting,
        members=[seat for seat in council.seats if seat.left_on is None],
        names=accounts.names(db),
        deadlines=deadlines,
    )


def _seat_form(db: Session, council: Council) -> SeatForm:
    """Those with an account as a member, and no seat here now."""
    seated = {seat.account_id for seat in council.seats if seat.left_on is None}
    members = accounts.names(db, Role.COUNCIL_MEMBER)
    form = SeatForm(request.form)
    form.offer({account_id: name for account_id, name in members.items() if account_id not in seated})
    return form


def _statement_page(
    db: Session, statement: Statement, form: PointForm, *, nothing_carried: bool = False
) -> tuple[str, int]:
    mine = {
        vote.point_id: vote.is_for
        for point in statement.points
        for vote in point.votes
        if vote.account_id == actor().account_id
    }
    return shown(
        "councils/statement.html",
        form,
        statement=statement,
        mine=mine,
        nothing_carried=nothing_carried,
        published=summaries.published_on_matter(db, statement.matter_id),
        left=deadlines.days_left(statement.matter.decision_on, today()),
        late=deadlines.is_late(statement.matter.decision_on, today()),
    )


def _at(statement_id: int, point_id: int, done: str) -> str:
    """Where this point stands on the page."""
    return url_for(".statement", statement_id=statement_id, done=done, _anchor=f"punkt-{point_id}")


def _point_in(statement: Statement, point_id: int) -> Point:
    found = next((point for point in statement.points if point.id == point_id), None)
    if found is None:
        raise NotFound(f"Point {point_id}")
    return found
