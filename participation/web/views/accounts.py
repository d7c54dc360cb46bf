"""Who has an account: for the administrator, who sees no child's words."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response
from wtforms import SelectChoice

from participation import accounts
from participation.access import Act, Role, require
from participation.accounts import AddressTaken
from participation.casework import cases, duty
from participation.web.current import actor, reading, today, writing
from participation.web.forms.accounts import AccountForm, HandOverForm
from participation.web.forms.base import OfficeForm
from participation.web.forms.shown import shown

blueprint = Blueprint("accounts", __name__, url_prefix="/kontoer")


@blueprint.get("/")
def index() -> str:
    with reading() as db:
        found = accounts.everybody(db, actor())
    working = [account for account in found if account.closed_on is None]
    closed = [account for account in found if account.closed_on]
    return render_template("accounts/index.html", working=working, closed=closed, new_form=OfficeForm)


@blueprint.route("/ny", methods=["GET", "POST"])
def add() -> Response | str | tuple[str, int]:
    """Add an account and show its one-time link, now and never again."""
    require(actor(), Act.EDIT_ACCOUNTS)
    form = AccountForm(request.form)
    if request.method == "GET" or not form.validate():
        return shown("accounts/add.html", form)
    given = {"name": form.name.data, "email": form.email.data, "role": Role[form.role.data]}
    try:
        with writing() as db:
            account, token = accounts.add(db, actor(), **given, today=today())
    except AddressTaken:
        form.email.errors = [gettext("Somebody has an account with this address already.")]
        return shown("accounts/add.html", form)
    return _link_page(account.name, token)


@blueprint.post("/<int:account_id>/ny-lenke")
def link(account_id: int) -> str:
    """A new one-time link; the old password ends here."""
    _check_token()
    with writing() as db:
        token = accounts.new_link(db, actor(), account_id, today())
        name = accounts.names(db)[account_id]
    return _link_page(name, token)


@blueprint.post("/<int:account_id>/steng")
def close(account_id: int) -> Response:
    """Close an account. The children of a coordinator who leaves are handed over first."""
    _check_token()
    with writing() as db:
        if cases.how_many_of(db, actor(), account_id):
            return redirect(url_for(".hand_over", account_id=account_id), 303)
        if account_id in duty.now(db).people:
            return redirect(url_for("duty.edit", done="on_duty"), 303)
        accounts.close(db, actor(), account_id, today())
    return redirect(url_for(".index", done="closed"), 303)


@blueprint.route("/<int:account_id>/saker", methods=["GET", "POST"])
def hand_over(account_id: int) -> Response | tuple[str, int]:
    """Let another coordinator take over the cases. Who hands over sees how many, and no more."""
    with reading() as db:
        n = cases.how_many_of(db, actor(), account_id)
        working = accounts.names(db, Role.COORDINATOR)
        giver = find_name(accounts.names(db), account_id)
    takers = {one: name for one, name in working.items() if one != account_id}
    form = HandOverForm(request.form)
    form.taker.choices = [SelectChoice(str(one), name) for one, name in takers.items()]
    if request.method == "GET" or not form.validate():
        return shown("accounts/hand_over.html", form, giver=giver, n=n)
    with writing() as db:
        cases.hand_over(db, actor(), giver=account_id, taker=int(form.taker.data))
    return redirect(url_for(".index", done="handed_over"), 303)


def find_name(names: dict[int, str], account_id: int) -> str:
    """The name of this account; nobody has an account that is not there."""
    return names.get(account_id) or abort(404)


def _link_page(name: str, token: str) -> str:
    address = url_for("sign_in.set_password", token=token, _external=True)
    return render_template("accounts/link.html", name=name, address=address, days=accounts.DAYS_LINK_OPEN)


def _check_token() -> None:
    if not OfficeForm(request.form).validate():
        abort(400)
