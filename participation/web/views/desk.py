"""The first page after signing in: what waits for you."""

from flask import Blueprint, render_template

from participation.web import waiting
from participation.web.current import actor, reading, today

blueprint = Blueprint("desk", __name__, url_prefix="/kontor")


@blueprint.get("/")
def show() -> str:
    with reading() as db:
        found = waiting.DESKS[actor().role](db, actor(), today())
        return render_template("desk/show.html", **found)
