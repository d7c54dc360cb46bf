"""Summaries under way: what may be told, and the words around it."""

from flask import Blueprint

blueprint = Blueprint("summaries", __name__, url_prefix="/oppsummering")
