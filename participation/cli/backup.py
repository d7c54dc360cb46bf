"""Backup and restore: one file out, and the way back."""

from contextlib import closing
from pathlib import Path

import click
from flask import current_app, has_app_context

from participation.cli.errands import Errand, alone, folder, opened, today, url
from participation.storage import backup as copies
from participation.storage import opening
from participation.storage.opening import KEY_FILE

FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(cls=Errand)
@click.argument("file", type=FILE)
@click.option("--with-keys", is_flag=True, help=f"Put {KEY_FILE} into the same archive.")
def backup(file: Path, with_keys: bool) -> None:
    """Write a backup of the database to FILE (.tar), also while the house is being served.

    The file of keys is NOT in it unless you say --with-keys: keep a copy of it in another place.
    """
    with opened() as database:
        copies.take(database, folder(), file, today(), with_keys=with_keys)
    click.echo(f"{file} is written and checked ({file.stat().st_size // 1024} kB).")
    if with_keys:
        click.echo("The keys are inside: whoever has this file can read everything in it.")
    else:
        click.echo(f"The keys are not inside: without {folder() / KEY_FILE} nobody can read what is sealed.")


@click.command(cls=Errand)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Put it in place of the database that is there now.")
def restore(file: Path, force: bool) -> None:
    """Put the backup in FILE back. The copy and the keys are checked before anything is changed."""
    with alone():
        if has_app_context():
            current_app.extensions["database"].close()
        taken_on = copies.put_back(url(), folder(), file, today(), force=force)
        with closing(opening.open_database(url(), folder())) as database:
            opening.migrate(database, today())
    click.echo(f"The backup of {taken_on} is back in place and up to date.")
