"""Children's pages: where the service owner sees, and adds to, what children meet."""

from collections.abc import Mapping

from flask import Blueprint, render_template, url_for
from flask_babel import lazy_gettext as _

from participation.access import Act, may, require
from participation.config import ROOT
from participation.web.catalogues import catalogues
from participation.web.current import actor, surveys
from participation.web.tongues import tongue

blueprint = Blueprint("childrens_pages", __name__, url_prefix="/barnas-sider")

ENTRIES: tuple[tuple[object, str, object], ...] = (
    (_("Symbols"), "symbols.index", _("Your own pictures, for children who use them to talk.")),
    (
        _("Reading aloud and sign language"),
        "recordings.index",
        _("Recordings of the questions, and films of them in sign language."),
    ),
    (
        _("Help lines"),
        "help_lines.index",
        _("Whom children can call: the order, own lines, and who checked the numbers."),
    ),
    (_("Who is on duty"), "duty.edit", _("Who reads it when a child says that something is serious.")),
    (
        _("Colours"),
        "colours.index",
        _("The colours of your municipality, if every child can read them."),
    ),
)
"""What can be added to: title, endpoint, and a sentence on what it is for."""
NOT_FOR_ALL: Mapping[str, Act] = {"duty.edit": Act.NAME_DUTY}
"""Entries that open with an act of their own."""


@blueprint.get("/")
def index() -> str:
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    mine = [one for one in ENTRIES if may(actor(), NOT_FOR_ALL.get(one[1], Act.EDIT_CHILDRENS_PAGES))]
    entries = [(title, url_for(endpoint), about) for title, endpoint, about in mine]
    shown = {
        "entries": entries,
        "catalogues": catalogues(ROOT / "translations"),
        "surveys": surveys().values(),
        "survey_tongue": tongue,
    }
    return render_template("childrens_pages/index.html", **shown)
