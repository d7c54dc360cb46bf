"""The first page after signing in: what waits for you."""

from flask import Blueprint

blueprint = Blueprint("desk", __name__, url_prefix="/kontor")
