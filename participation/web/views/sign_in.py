"""Where staff and council members sign in, and choose their own password."""

from flask import Blueprint, abort, current_app, make_response, redirect, render_template, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from participation import accounts
from participation.accounts import PasswordTooEasy
from participation.errors import NotFound
from participation.web import again, security
from participation.web.current import SESSION_COOKIE, cookie, now, reading, somebody, today, writing
from participation.web.forms.shown import shown
from participation.web.forms.sign_in import PasswordForm, SignInForm, SignOutForm

blueprint = Blueprint("sign_in", __name__, url_prefix="/inn")


@blueprint.route("/", methods=["GET", "POST"])
def sign_in() -> Response | tuple[str, int]:
    if somebody() and request.method == "GET":
        return redirect(url_for("desk.show"), 303)
    form = SignInForm(request.form)
    if request.method == "GET" or not form.validate():
        return shown("sign_in/sign_in.html", form)
    with writing() as db:
        given = (form.email.data, form.password.data)
        token = accounts.sign_in(db, *given, address=security.address(), now=now())
    if token is None:
        form.form_errors = [gettext("The e-mail address and the password do not belong together. Try again.")]
        return shown("sign_in/sign_in.html", form)
    answer = go_on(form, token)
    answer.set_cookie(
        cookie(SESSION_COOKIE), token, httponly=True, samesite="Lax", secure=current_app.config["HTTPS"]
    )
    return answer


def go_on(form: SignInForm, token: str) -> Response:
    """To the desk, or back to where the session ended; what was sent there waits for a press."""
    address = form.go_to.data if again.is_ours(form.go_to.data or "") else url_for("desk.show")
    sent = again.unpacked(form.kept.data or "")
    if not sent:
        return redirect(address, 303)
    security.bind_tokens_to(token)
    return make_response(render_template("sign_in/go_on.html", sent=sent, address=address))


def sign_in_again() -> tuple[str, int]:
    """The session has ended. Ask for the password, and keep what was sent on the page."""
    form = SignInForm(data={"go_to": again.here(), "kept": again.packed()})
    return render_template("sign_in/sign_in.html", form=form), 403


@blueprint.route("/lenke/<token>", methods=["GET", "POST"])
def set_password(token: str) -> Response | tuple[str, int]:
    form = PasswordForm(request.form)
    try:
        with reading() as db:
            account = accounts.account_behind_link(db, token, today())
    except NotFound:
        return used_link()
    if request.method == "GET" or not form.validate():
        return shown("sign_in/set_password.html", form, account=account)
    try:
        with writing() as db:
            accounts.set_password(db, token, form.password.data, today())
    except PasswordTooEasy:
        form.password.errors = [_what_is_wrong(form.password.data)]
        return shown("sign_in/set_password.html", form, account=account)
    return redirect(url_for(".sign_in", done="password"), 303)


def used_link() -> tuple[str, int]:
    return render_template("sign_in/used_link.html"), 404


@blueprint.post("/ut")
def sign_out() -> Response:
    """End the session, and let the browser forget what it has kept of us."""
    actor = somebody()
    if not SignOutForm(request.form).validate():
        abort(400)
    if actor:
        with writing() as db:
            accounts.sign_out(db, request.cookies[cookie(SESSION_COOKIE)], actor)
    answer = redirect(url_for(".sign_in", done="out"), 303)
    answer.delete_cookie(
        cookie(SESSION_COOKIE), httponly=True, samesite="Lax", secure=current_app.config["HTTPS"]
    )
    answer.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return answer


def _what_is_wrong(password: str) -> str:
    """Too short, too long or too easy: said so that the next try can be better."""
    if len(password) < accounts.SHORTEST_PASSWORD:
        text = gettext("This is too short. Use at least 15 characters, for example four or five words.")
    elif len(password) > accounts.LONGEST_PASSWORD:
        text = gettext("This is too long. Use at most 128 characters.")
    else:
        text = gettext("This is too easy to guess. Use words that have nothing to do with each other.")
    return str(text)
