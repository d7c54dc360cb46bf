"""Migrate: make the database, or bring it up to date."""

from contextlib import closing

import click

from participation.cli.errands import Errand, folder, today, url
from participation.storage import opening


@click.command(cls=Errand)
def migrate() -> None:
    """Make the database, or bring it up to date. Safe to run again."""
    with closing(opening.open_database(url(), folder())) as database:
        opening.migrate(database, today())
        click.echo(f"The database is up to date: {database.url.render_as_string(hide_password=True)}")
