"""The youth council’s desk: the list, points, votes, and what came of each point."""

from flask import Blueprint

blueprint = Blueprint("councils", __name__, url_prefix="/ungdomsraad")
