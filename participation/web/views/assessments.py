"""Child-rights assessments, step by step."""

from flask import Blueprint

blueprint = Blueprint("assessments", __name__, url_prefix="/vurderinger")
