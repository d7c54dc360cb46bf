"""Opening: where the database is, whether its keys are here, and the steps that bring it up to date."""

import hmac
from datetime import date
from hashlib import sha256
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import inspect, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Mapped, mapped_column

from participation.config import SettingError
from participation.storage.database import Database, Record
from participation.storage.keys import KeyFileError, Keyring, read_or_make

MIGRATIONS = Path(__file__).parent / "migrations"
KEY_FILE = "root.key"
DATABASE_FILE = "participation.db"


class NewerDatabase(Exception):
    """The database was made by a newer version of the software than this one."""


class Installation(Record):
    """That this database belongs to these keys."""

    __tablename__ = "installation"
    kept_for = "as long as the database"

    id: Mapped[int] = mapped_column(primary_key=True)
    key_check: Mapped[str]
    made_on: Mapped[date]


def open_database(url: str, folder: str | Path) -> Database:
    """Open the database with its keys. At the very first run the keys are made.

    Raise KeyFileError where the database is in use and its keys are missing or are not these.
    """
    folder = Path(folder)
    url = address(str(url), folder)
    _examine(url)
    if url.startswith("sqlite"):
        _make_private(folder, url)
    database = Database(url)
    in_use = is_migrated(database)
    ring = read_or_make(folder / KEY_FILE, may_make=not in_use)
    database.info["keys"] = ring
    if in_use:
        _check_keys(database, ring)
    return database


def _make_private(folder: Path, url: str) -> None:
    """What we make, others on the machine may not read; SQLite gives its log the mode of the database."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if file := make_url(url).database:
        Path(file).touch(mode=0o600)


def _examine(url: str) -> None:
    try:
        make_url(url).get_dialect()
    except (ArgumentError, ImportError):
        raise SettingError("PARTICIPATION_DATABASE_URL is like postgresql+psycopg://user@host/name") from None


def address(url: str, folder: Path) -> str:
    """Where the database is: as set, or embedded in the folder."""
    return url or f"sqlite:///{folder / DATABASE_FILE}"


def made_with(database: Database) -> str | None:
    """What tells which keys this database belongs to; None where it has never been made."""
    if not inspect(database.engine).has_table("installation"):
        return None
    with database.reading() as db:
        installation = db.get(Installation, 1)
    return installation.key_check if installation else None


def is_migrated(database: Database) -> bool:
    return inspect(database.engine).has_table("alembic_version")


def migrate(database: Database, today: date) -> None:
    """Bring the database up to date, step by step; the first time, tie it to its keys."""
    know(revision_of(database))
    with database.engine.connect() as connection:
        command.upgrade(settings_for(connection), "head")
    with database.writing() as db:
        if db.get(Installation, 1) is None:
            ring: Keyring = database.info["keys"]
            db.add(Installation(id=1, key_check=check_of(ring), made_on=today))


def revision_of(database: Database) -> str | None:
    """The step that the database stands at."""
    with database.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def know(revision: str | None) -> None:
    """Raise NewerDatabase where this step is none of ours."""
    try:
        ScriptDirectory.from_config(settings_for(None)).get_revision(revision or "base")
    except CommandError:
        raise NewerDatabase("the database was made by a newer version: install that one") from None


def settings_for(connection: object) -> Config:
    """What Alembic needs to know."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _check_keys(database: Database, ring: Keyring) -> None:
    belongs = made_with(database)
    if belongs and not hmac.compare_digest(belongs, check_of(ring)):
        raise KeyFileError("These keys belong to another database. Restore the two from the same backup.")


def check_of(ring: Keyring) -> str:
    """What a database keeps to know its keys again; it gives nothing of them away."""
    return sha256(ring.derived("check")).hexdigest()
