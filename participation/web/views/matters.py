"""What the municipality is to decide."""

from flask import Blueprint

blueprint = Blueprint("matters", __name__, url_prefix="/til-behandling")
