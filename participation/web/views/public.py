"""The open doors: the front page, published summaries, help, and a quick way out."""

from flask import Blueprint

blueprint = Blueprint("public", __name__)
