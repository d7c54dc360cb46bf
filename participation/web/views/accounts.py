"""Who has an account: for the administrator, who sees no child’s words."""

from flask import Blueprint

blueprint = Blueprint("accounts", __name__, url_prefix="/kontoer")
