"""Colours: where the service owner chooses the colours of all pages, and sees them before children do."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation.access import Act, require
from participation.errors import Incomplete
from participation.owner import colours
from participation.owner.colours import Mode, unpacked
from participation.owner.ready_colours import OURS, READY
from participation.web.colours import sheet_of
from participation.web.current import actor, reading, writing
from participation.web.forms.colours import ColoursForm
from participation.web.forms.pressed import check_token
from participation.web.forms.shown import shown

blueprint = Blueprint("colours", __name__, url_prefix="/barnas-sider/farger")


@blueprint.route("/", methods=["GET", "POST"])
def index() -> Response | tuple[str, int]:
    """Choose; what is seen well goes on to the page where it can be looked at."""
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    with reading() as db:
        chosen = colours.chosen(db)
    begun = request.args.get("fra")
    form = ColoursForm(unpacked(begun) if begun else chosen or OURS, request.form)
    if request.method == "GET" or not form.validate():
        return shown("colours/index.html", form, chosen=chosen, ready=READY, modes=list(Mode))
    return redirect(url_for(".preview", packed=form.palette.packed), 303)


@blueprint.get("/se/<packed>")
def preview(packed: str) -> str:
    """A child's page in these colours, before anything is saved."""
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    palette, mode = unpacked(packed), _mode(request.args.get("skjerm", Mode.LIGHT))
    return render_template("colours/preview.html", packed=packed, mode=mode, fits=not palette.faults)


@blueprint.get("/se/<packed>/<mode>.css")
def sheet(packed: str, mode: str) -> Response:
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    return Response(sheet_of(unpacked(packed), _mode(mode)), mimetype="text/css")


@blueprint.post("/se/<packed>/velg")
def choose(packed: str) -> Response:
    """Take them; colours that are hard to see go back to the form."""
    check_token()
    try:
        with writing() as db:
            colours.choose(db, actor(), unpacked(packed))
    except Incomplete:
        return redirect(url_for(".index", fra=packed), 303)
    return redirect(url_for(".index", done="saved"), 303)


@blueprint.post("/tilbake")
def back_to_ours() -> Response:
    check_token()
    with writing() as db:
        colours.back_to_ours(db, actor())
    return redirect(url_for(".index", done="our_colours"), 303)


def _mode(written: str) -> Mode:
    return Mode(written) if written in set(Mode) else abort(404)
