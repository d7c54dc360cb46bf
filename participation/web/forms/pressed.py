"""Pressed: a button alone is a form too, and its token is checked before anything is done."""

from flask import abort, request

from participation.web.forms.base import OfficeForm


def check_token() -> None:
    if not OfficeForm(request.form).validate():
        abort(400)
