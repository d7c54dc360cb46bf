"""Shown: a page with a form on it; 422 where something in the form must be looked at once more."""

from typing import Any

from flask import render_template
from wtforms.form import BaseForm


def shown(template: str, form: BaseForm, **rest: Any) -> tuple[str, int]:
    return render_template(template, form=form, **rest), 422 if form.errors else 200
