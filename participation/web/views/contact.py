"""I want someone to contact me: a page of its own, whose address holds no code and which knows no answer."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation.casework import contacts
from participation.casework.contacts import Wish
from participation.web import on_duty, security
from participation.web.current import reading, today, writing
from participation.web.forms.contact import ContactForm
from participation.web.forms.shown import shown

blueprint = Blueprint("contact", __name__, url_prefix="/kontakt")

FLOOD = "contact"
"""What is counted here is every message, by the address it comes from."""


@blueprint.route("/", methods=["GET", "POST"])
def write() -> Response | tuple[str, int]:
    """Reads no cookie and sets none: nothing that the browser holds for its answers is looked at."""
    form = ContactForm(request.form)
    with reading() as db:
        named = on_duty.now(db)
    if request.method == "GET" or not form.validate():
        return shown("contact/write.html", form, on_duty=named)
    security.let_pass(FLOOD)
    with writing() as db:
        wish = Wish(form.called.data or "", form.reach.data, form.about.data or "")
        contacts.ask(db, wish, today())
    security.note_wrong(FLOOD)
    return redirect(url_for(".sent"), 303)


@blueprint.get("/sendt")
def sent() -> str:
    with reading() as db:
        return render_template("contact/sent.html", on_duty=on_duty.now(db))
