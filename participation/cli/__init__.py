"""The caretaker: what is done from the machine itself, as `participation …` or `flask --app wsgi …`."""

import click
from flask import Flask

from participation.cli.account import account
from participation.cli.backup import backup, restore
from participation.cli.demo import demo
from participation.cli.disclosure import disclosure
from participation.cli.forget import forget
from participation.cli.letters import letters
from participation.cli.migrate import migrate
from participation.cli.release import release
from participation.cli.serve import serve
from participation.cli.surveys import surveys
from participation.cli.translations import translations

ERRANDS = (
    serve,
    migrate,
    account,
    surveys,
    release,
    disclosure,
    demo,
    backup,
    restore,
    forget,
    letters,
    translations,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="participation")
def main() -> None:
    """Children's participation in a municipality.

    Settings are read from the environment: PARTICIPATION_FOLDER, PARTICIPATION_DATABASE_URL,
    PARTICIPATION_OWNER and the others in participation/config.py.
    """


for errand in ERRANDS:
    main.add_command(errand)


def offer(app: Flask) -> None:
    """Let `flask --app wsgi` run the same errands."""
    for errand in ERRANDS:
        app.cli.add_command(errand)
