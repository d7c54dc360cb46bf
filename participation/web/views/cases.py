"""The coordinator’s door: cases and the child’s voice in them."""

from flask import Blueprint

blueprint = Blueprint("cases", __name__, url_prefix="/saker")
