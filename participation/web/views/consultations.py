"""Consultations: open one, print the codes, close it, answer the children."""

from flask import Blueprint

blueprint = Blueprint("consultations", __name__, url_prefix="/medvirkning")
