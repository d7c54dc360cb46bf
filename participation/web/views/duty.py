"""Who is on duty: named by the administrator, who reads nothing of what is sent there."""

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response
from wtforms import SelectChoice

from participation import accounts
from participation.access import Act, Role, require
from participation.casework import duty
from participation.web.current import actor, reading, today, writing
from participation.web.forms.duty import DutyForm
from participation.web.forms.shown import shown

blueprint = Blueprint("duty", __name__, url_prefix="/barnas-sider/vakt")


@blueprint.route("/", methods=["GET", "POST"])
def edit() -> Response | tuple[str, int]:
    """Only coordinators meet single children, so only they can be on duty."""
    require(actor(), Act.NAME_DUTY)
    with reading() as db:
        named, people = duty.now(db), accounts.names(db, Role.COORDINATOR)
    kept = {"person": str(named.person_id), "deputy": str(named.deputy_id)}
    hours = {"opens": named.hours.opens, "closes": named.hours.closes}
    form = DutyForm(request.form, data={**kept, **hours})
    form.person.choices = form.deputy.choices = [SelectChoice(str(one), name) for one, name in people.items()]
    if request.method == "GET" or not form.validate():
        return shown("duty/edit.html", form, people=people, is_named=bool(named.people))
    chosen = {"person_id": int(form.person.data), "deputy_id": int(form.deputy.data)}
    with writing() as db:
        duty.name(db, actor(), **chosen, hours=form.hours, today=today())
    return redirect(url_for(".edit", done="saved"), 303)
