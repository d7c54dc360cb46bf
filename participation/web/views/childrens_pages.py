"""Children's pages: where the service owner sees, and adds to, what children meet."""

from flask import Blueprint, render_template, url_for
from flask_babel import lazy_gettext as _

from participation.access import Act, require
from participation.web.current import actor, surveys
from participation.web.tongues import tongue

blueprint = Blueprint("childrens_pages", __name__, url_prefix="/barnas-sider")

ENTRIES: tuple[tuple[object, str, object], ...] = (
    (_("Symbols"), "symbols.index", _("Your own pictures, for children who use them to talk.")),
    (
        _("Colours"),
        "colours.index",
        _("The colours of your municipality, if every child can read them."),
    ),
)
"""What can be added to: title, endpoint, and a sentence on what it is for."""


@blueprint.get("/")
def index() -> str:
    require(actor(), Act.EDIT_CHILDRENS_PAGES)
    entries = [(title, url_for(endpoint), about) for title, endpoint, about in ENTRIES]
    shown = {"entries": entries, "surveys": surveys().values(), "survey_tongue": tongue}
    return render_template("childrens_pages/index.html", **shown)
