"""Errands: what every command shares. It ends in one line when it fails, and never in a traceback."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click
from flask import Config, current_app, has_app_context
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from participation.config import ROOT, Defaults, SettingError, examine
from participation.errors import Refusal
from participation.storage.backup import BackupError
from participation.storage.database import Database
from participation.storage.keys import KeyFileError
from participation.storage.latch import Occupied, latched
from participation.storage.opening import NewerDatabase, address, is_migrated, open_database
from participation.surveys.reading import SurveyError

HERE = ZoneInfo("Europe/Oslo")
EXPECTED = (Refusal, BackupError, KeyFileError, NewerDatabase, Occupied, SettingError, SurveyError)
"""Ways to fail that say themselves what is wrong."""
NONE_YET = "there is no database yet: run `participation migrate` first"


class Errand(click.Command):
    """A command whose expected failures are one line and exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except EXPECTED as failure:
            raise click.ClickException(str(failure)) from failure
        except DBAPIError as failure:
            what = next(iter(str(failure.orig).strip().splitlines()), type(failure).__name__)
            raise click.ClickException(f"the database does not answer as it should: {what}") from failure
        except OSError as failure:
            raise click.ClickException(f"{failure.filename or 'file'}: {failure.strerror}") from failure


def settings() -> Config:
    """The settings of the running application, or those of the environment where none runs."""
    if has_app_context():
        return current_app.config
    read = Config(ROOT)
    read.from_object(Defaults)
    read.from_prefixed_env("PARTICIPATION")
    examine(read)
    return read


def folder() -> Path:
    return Path(str(settings()["FOLDER"]))


def today() -> date:
    fixed = str(settings()["TODAY"])
    return date.fromisoformat(fixed) if fixed else datetime.now(HERE).date()


def now() -> datetime:
    """The time in UTC, without a zone, as it is kept."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def url() -> str:
    return str(settings()["DATABASE_URL"])


def alone() -> AbstractContextManager[None]:
    """Hold an embedded database alone; a database server looks after itself."""
    return nullcontext() if url() and not url().startswith("sqlite") else latched(folder())


@contextmanager
def opened() -> Iterator[Database]:
    """The database with its keys; refused, and nothing made, where there is none yet."""
    if has_app_context():
        database: Database = current_app.extensions["database"]
    else:
        _refuse_absent()
        database = open_database(url(), folder())
    try:
        if not is_migrated(database):
            raise click.ClickException(NONE_YET)
        yield database
    finally:
        database.close()


def _refuse_absent() -> None:
    embedded = make_url(address(url(), folder()))
    if embedded.get_backend_name() == "sqlite" and not Path(str(embedded.database)).exists():
        raise click.ClickException(NONE_YET)
