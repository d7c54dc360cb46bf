"""The individual plan of a case: nine points, versions, and the child’s words in it."""

from flask import Blueprint

blueprint = Blueprint("individual_plans", __name__, url_prefix="/saker/<int:case_id>/plan")
