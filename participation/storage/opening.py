"""Opening: where the database is, whether its keys are here, and the steps that bring it up to date."""

import hmac
from datetime import date
from hashlib import sha256
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import inspect
from sqlalchemy.orm import Mapped, mapped_column

from participation.storage.database import Database, Record
from participation.storage.keys import KeyFileError, Keyring, read_or_make

MIGRATIONS = Path(__file__).parent / "migrations"
KEY_FILE = "root.key"


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
    url = str(url) or f"sqlite:///{folder / 'participation.db'}"
    if url.startswith("sqlite"):
        folder.mkdir(parents=True, exist_ok=True)
    database = Database(url)
    in_use = is_migrated(database)
    ring = read_or_make(folder / KEY_FILE, may_make=not in_use)
    database.info["keys"] = ring
    if in_use:
        _check_keys(database, ring)
    return database


def is_migrated(database: Database) -> bool:
    return inspect(database.engine).has_table("alembic_version")


def migrate(database: Database, today: date) -> None:
    """Bring the database up to date, step by step; the first time, tie it to its keys."""
    with database.engine.connect() as connection:
        command.upgrade(settings_for(connection), "head")
    with database.writing() as db:
        if db.get(Installation, 1) is None:
            ring: Keyring = database.info["keys"]
            db.add(Installation(id=1, key_check=_check_of(ring), made_on=today))


def settings_for(connection: object) -> Config:
    """What Alembic needs to know."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _check_keys(database: Database, ring: Keyring) -> None:
    with database.reading() as db:
        installation = db.get(Installation, 1)
    if installation and not hmac.compare_digest(installation.key_check, _check_of(ring)):
        raise KeyFileError("These keys belong to another database. Restore the two from the same backup.")


def _check_of(ring: Keyring) -> str:
    return sha256(ring.derived("check")).hexdigest()
