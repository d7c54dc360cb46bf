"""The audit trail: who did and read what."""

from flask import Blueprint

blueprint = Blueprint("trail", __name__, url_prefix="/spor")
