"""Where staff and council members sign in, and choose their own password."""

from flask import Blueprint

blueprint = Blueprint("sign_in", __name__, url_prefix="/inn")
