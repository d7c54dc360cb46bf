"""The door for one child in a case: say it, read it over, say yes to it."""

from flask import Blueprint

blueprint = Blueprint("voices", __name__, url_prefix="/stemme/<code>")
