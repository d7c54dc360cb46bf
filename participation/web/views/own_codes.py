"""The coordinator's door to a child's own code: its state, a new one, and taking it back."""

from flask import Blueprint, abort, redirect, request, url_for
from werkzeug.wrappers import Response

from participation.casework import cases, own_codes
from participation.web import own_sheets
from participation.web.current import actor, reading, today, writing
from participation.web.forms.base import OfficeForm
from participation.web.forms.own_codes import SheetForm, sheet_form
from participation.web.forms.shown import shown
from participation.web.language import KNOWN

blueprint = Blueprint("own_codes", __name__, url_prefix="/saker/<int:case_id>/egen-kode")


@blueprint.get("/")
def show(case_id: int) -> tuple[str, int]:
    return _page(case_id, sheet_form())


@blueprint.post("/lag")
def hand_over(case_id: int) -> tuple[str, int]:
    """Make the code. It is shown on a sheet to print, now and never again."""
    form = sheet_form(request.form)
    if not form.validate():
        return _page(case_id, form)
    with writing() as db:
        own, code = own_codes.hand_over(db, actor(), case_id, today())
        case = cases.case_of(db, actor(), own.case_id)
        sheet, tongue = own_sheets.own_code(code, form.language.data), KNOWN[form.language.data]
        return shown("own_codes/hand_over.html", form, case=case, sheet=sheet, tongue=tongue)


@blueprint.post("/ta-tilbake")
def take_back(case_id: int) -> Response:
    if not OfficeForm(request.form).validate():
        abort(400)
    with writing() as db:
        own_codes.take_back(db, actor(), case_id, today())
    return redirect(url_for("cases.show", case_id=case_id, done="removed"), 303)


def _page(case_id: int, form: SheetForm) -> tuple[str, int]:
    with reading() as db:
        case = cases.open_case_of(db, actor(), case_id)
        own_code = own_codes.own_code_in(db, actor(), case_id)
        return shown("own_codes/show.html", form, case=case, own_code=own_code, new_form=OfficeForm)
