"""The door for many children: a code opens it, and nothing else is asked."""

from flask import Blueprint

blueprint = Blueprint("answers", __name__, url_prefix="/svar/<code>")
