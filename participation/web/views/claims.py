"""The claim card of a group: what happened, and a way to take answers back."""

from flask import Blueprint

blueprint = Blueprint("claims", __name__, url_prefix="/kort/<words>")
