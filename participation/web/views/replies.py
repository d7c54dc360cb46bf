"""The claim card of one child: what was said, what came of it, and whether it was understood."""

from flask import Blueprint

blueprint = Blueprint("replies", __name__, url_prefix="/kort-i-sak/<words>")
