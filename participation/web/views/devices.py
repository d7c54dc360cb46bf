"""Tablets prepared for a trip without net: a planner makes a device code, and can take it back."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from participation.access import Act, require
from participation.community import consultations, offline
from participation.errors import Closed, Incomplete
from participation.web import qr
from participation.web.current import actor, reading, today, writing
from participation.web.forms.devices import DeviceForm
from participation.web.forms.pressed import check_token
from participation.web.forms.shown import shown

blueprint = Blueprint("devices", __name__, url_prefix="/medvirkning/<int:consultation_id>/nettbrett")


@blueprint.route("/", methods=["GET", "POST"])
def index(consultation_id: int) -> str | tuple[str, int]:
    """The tablets that are prepared, and preparing one more."""
    require(actor(), Act.PREPARE_DEVICE)
    form = DeviceForm(request.form)
    with reading() as db:
        consultation = consultations.consultation_of(db, actor(), consultation_id)
        if not consultations.takes_answers(consultation, today()):
            raise Closed("this consultation takes no more answers")
        page = {"consultation": consultation, "devices": offline.devices_of(db, actor(), consultation_id)}
        if request.method == "GET" or not form.validate():
            return shown("devices/index.html", form, **page)
    try:
        return prepared(consultation_id, _prepare(consultation_id, form))
    except Incomplete as refusal:
        form.refuse(*refusal.missing)
        return shown("devices/index.html", form, **page)


def prepared(consultation_id: int, code: str) -> str:
    """What `index` gives: the device code, shown this once."""
    with reading() as db:
        consultation = consultations.consultation_of(db, actor(), consultation_id)
        address = url_for("offline.show", code=code, _external=True)
        told = {"code": code, "address": address, "picture": qr.svg(address, code)}
        return render_template("devices/prepared.html", consultation=consultation, **told)


@blueprint.route("/<fingerprint>/ta-tilbake", methods=["GET", "POST"])
def take_back(consultation_id: int, fingerprint: str) -> Response | str:
    """Asked once more, since what waits on the tablet is lost."""
    require(actor(), Act.PREPARE_DEVICE)
    if request.method == "GET":
        with reading() as db:
            consultation = consultations.consultation_of(db, actor(), consultation_id)
            device = offline.device_of(db, actor(), consultation_id, fingerprint)
            return render_template("devices/take_back.html", consultation=consultation, device=device)
    check_token()
    with writing() as db:
        offline.take_back(db, actor(), consultation_id, fingerprint, today())
    return redirect(url_for(".index", consultation_id=consultation_id, done="removed"), 303)


def _prepare(consultation_id: int, form: DeviceForm) -> str:
    with writing() as db:
        return offline.prepare(
            db,
            actor(),
            consultation_id,
            name=form.name.data or "",
            uses=form.uses.data or 0,
            last_day=form.last_day.data,
            today=today(),
        )
