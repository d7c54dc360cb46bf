"""Symbols: the service owner's own pictures, and where each stands on the children's pages."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.datastructures import CombinedMultiDict
from werkzeug.wrappers import Response

from participation.access import Act, require
from participation.errors import Incomplete
from participation.owner import symbols
from participation.surveys.definition import PICTURES, Survey
from participation.surveys.symbols import SYMBOLS
from participation.web import words
from participation.web.current import actor, reading, survey, surveys, writing
from participation.web.forms.pressed import check_token
from participation.web.forms.shown import shown
from participation.web.forms.symbols import AddForm, DescribeForm, places_form
from participation.web.tongues import tongue

blueprint = Blueprint("symbols", __name__, url_prefix="/barnas-sider/symboler")


@blueprint.get("/")
def index() -> str:
    with reading() as db:
        own, standing = symbols.every(db, actor()), list(symbols.places(db, actor()).values())
    drawn = [one for one in surveys().values() if PICTURES in one.levels and _has_options(one)]
    counted = {symbol.digest: standing.count(symbol.digest) for symbol in own}
    return render_template(
        "symbols/index.html", symbols=own, counted=counted, surveys=drawn, survey_tongue=tongue
    )


@blueprint.route("/ny", methods=["GET", "POST"])
def add() -> Response | tuple[str, int]:
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    form = AddForm(CombinedMultiDict([request.files, request.form]))
    if request.method == "GET" or not form.validate():
        return shown("symbols/add.html", form)
    try:
        with writing() as db:
            symbols.add(db, actor(), form.content, name=form.name.data, source=form.source.data)
    except Incomplete:
        form.is_there_already()
        return shown("symbols/add.html", form)
    return redirect(url_for(".index", done="saved"), 303)


@blueprint.route("/<digest>", methods=["GET", "POST"])
def change(digest: str) -> Response | tuple[str, int]:
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    with reading() as db:
        found = symbols.symbol(db, digest)
    form = DescribeForm(request.form, obj=found)
    if request.method == "GET" or not form.validate():
        return shown("symbols/change.html", form, symbol=found)
    with writing() as db:
        symbols.describe(db, actor(), digest, name=form.name.data, source=form.source.data)
    return redirect(url_for(".index", done="saved"), 303)


@blueprint.post("/<digest>/ta-ut")
def take_out(digest: str) -> Response:
    check_token()
    with writing() as db:
        symbols.take_out(db, actor(), digest)
    return redirect(url_for(".index", done="symbol_out"), 303)


@blueprint.post("/<digest>/sett-tilbake")
def put_back(digest: str) -> Response:
    check_token()
    with writing() as db:
        symbols.put_back(db, actor(), digest)
    return redirect(url_for(".index", done="saved"), 303)


@blueprint.route("/<digest>/slett", methods=["GET", "POST"])
def throw_away(digest: str) -> Response | str:
    """Asked once more, since it cannot be undone."""
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    if request.method == "GET":
        with reading() as db:
            return render_template("symbols/throw_away.html", symbol=symbols.symbol(db, digest))
    check_token()
    with writing() as db:
        symbols.throw_away(db, actor(), digest)
    return redirect(url_for(".index", done="removed"), 303)


@blueprint.route("/i-stedet", methods=["GET", "POST"])
def instead() -> Response | tuple[str, int]:
    """Own pictures in the place of the symbols that come with the pages, wherever these stand."""
    named = {name: words.SYMBOLS[name] for name in SYMBOLS}
    return _places("symbols/instead.html", named, ours={name: name for name in SYMBOLS})


@blueprint.route("/i-sporsmal/<name>", methods=["GET", "POST"])
def options(name: str) -> Response | tuple[str, int]:
    """Own pictures for the options of one survey."""
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    found, asked = survey(name), {}
    named: dict[str, object] = {}
    ours: dict[str, str] = {}
    for page in found.pages:
        wording = found.wording(tongue(found), PICTURES, page.id)
        at = {symbols.place_of(name, page.id, option): option for option in page.question.worded}
        asked[wording["text"]] = list(at)
        named |= {place: wording[option] for place, option in at.items()}
        ours |= {place: page.symbol(option) for place, option in at.items()}
    title = found.title(tongue(found))
    return _places("symbols/options.html", named, ours=ours, asked=asked, title=title, tongue=tongue(found))


def _has_options(survey: Survey) -> bool:
    return any(page.question.worded for page in survey.pages)


def _places(template: str, named: dict[str, object], **page: object) -> Response | tuple[str, int]:
    """Show what stands in these places, or keep what was chosen for them."""
    with reading() as db:
        own, standing = symbols.every(db, actor()), symbols.places(db, actor())
    form = places_form(named, own, standing, request.form)
    if request.method == "GET" or not form.validate():
        own_pictures = {symbol.digest: symbol for symbol in own}
        return shown(template, form, standing=standing, own=own_pictures, **page)
    with writing() as db:
        symbols.place(db, actor(), {place: form[place].data for place in named})
    return redirect(url_for(".index", done="saved"), 303)
