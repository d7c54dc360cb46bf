"""The help lines on the children's pages: their order, the municipality's own, and who has checked them."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation.access import Act, require
from participation.owner import help_lines
from participation.web.current import actor, reading, today, writing
from participation.web.forms.base import OfficeForm
from participation.web.forms.help_lines import NumberForm, line_form, line_in
from participation.web.forms.pressed import check_token
from participation.web.forms.shown import shown

blueprint = Blueprint("help_lines", __name__, url_prefix="/barnas-sider/hjelp")


@blueprint.get("/")
def index() -> str:
    with reading() as db:
        listed = help_lines.all_lines(db, actor())
    return render_template("help_lines/index.html", listed=listed, new_form=OfficeForm)


@blueprint.route("/ny", methods=["GET", "POST"])
def add() -> Response | tuple[str, int]:
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    form = line_form(None, request.form)
    if request.method == "GET" or not form.validate():
        return shown("help_lines/add.html", form)
    with writing() as db:
        help_lines.add(db, actor(), line_in(form), today())
    return redirect(url_for(".index", done="saved"), 303)


@blueprint.route("/<key>/endre", methods=["GET", "POST"])
def change(key: str) -> Response | tuple[str, int]:
    with reading() as db:
        line = help_lines.own_line(db, actor(), key)
    form = line_form(line, request.form)
    if request.method == "GET" or not form.validate():
        return shown("help_lines/change.html", form, line=line, new_form=OfficeForm)
    with writing() as db:
        help_lines.change(db, actor(), key, line_in(form), today())
    return redirect(url_for(".index", done="saved"), 303)


@blueprint.route("/<key>/nummer", methods=["GET", "POST"])
def number(key: str) -> Response | tuple[str, int]:
    """A national line has got another number."""
    with reading() as db:
        line = help_lines.correctable(db, actor(), key)
    form = NumberForm(request.form, obj=line)
    if request.method == "GET" or not form.validate():
        return shown("help_lines/number.html", form, line=line)
    with writing() as db:
        help_lines.correct(db, actor(), key, form.number.data, today())
    return redirect(url_for(".index", done="saved"), 303)


@blueprint.post("/<key>/fjern")
def remove(key: str) -> Response:
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    check_token()
    with writing() as db:
        help_lines.remove(db, actor(), key)
    return redirect(url_for(".index", done="removed"), 303)


@blueprint.post("/<key>/skjul")
def hide(key: str) -> Response:
    """Take a national line away, or, pressed with `show`, let it stand again."""
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    check_token()
    with writing() as db:
        help_lines.hide(db, actor(), key, hidden=request.form.get("go") != "show")
    return redirect(url_for(".index", done="saved"), 303)


@blueprint.post("/<key>/sjekket")
def verify(key: str) -> Response:
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    check_token()
    with writing() as db:
        help_lines.verify(db, actor(), key, today())
    return redirect(url_for(".index", done="saved"), 303)


@blueprint.post("/<key>/flytt")
def move(key: str) -> Response:
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    check_token()
    with writing() as db:
        help_lines.move(db, actor(), key, up=request.form.get("go") == "up")
    return redirect(f"{url_for('.index')}#linje-{key}", 303)
