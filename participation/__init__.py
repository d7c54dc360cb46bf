"""Children's participation in a municipality: heard in single cases and in plans, and answered."""

from pathlib import Path

from flask import Flask

from participation import web
from participation.config import ROOT, Defaults, examine
from participation.storage.opening import open_database
from participation.surveys.reading import read_surveys


def create_app(**settings: object) -> Flask:
    """Open the house: settings, database, surveys, doors."""
    app = Flask(__name__, template_folder=str(ROOT / "templates"), static_folder="web/static")
    app.config.from_object(Defaults)
    app.config.from_prefixed_env("PARTICIPATION")
    app.config.update(settings)
    examine(app.config)
    app.extensions["database"] = open_database(app.config["DATABASE_URL"], app.config["FOLDER"])
    app.extensions["surveys"] = read_surveys(Path(app.config["SURVEYS"]))
    web.register(app)
    return app
