"""Municipal plans and what stands in their chapters."""

from flask import Blueprint

blueprint = Blueprint("municipal_plans", __name__, url_prefix="/kommunale-planer")
