"""Backup: one file that holds the database as it stood at one moment, and the way back from it.

The keys are not in it unless asked for: a backup without them tells a finder nothing that was sealed.
"""

import hmac
import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import file_digest
from pathlib import Path

from sqlalchemy import make_url

from participation.storage import postgres
from participation.storage.database import Database
from participation.storage.keys import Keyring, read_or_make
from participation.storage.opening import (
    DATABASE_FILE,
    KEY_FILE,
    address,
    check_of,
    know,
    made_with,
    revision_of,
)
from participation.storage.postgres import ToolError

MANIFEST, READ_ME = "backup.json", "READ ME FIRST.txt"
COPIES = {"sqlite": DATABASE_FILE, "postgresql": "participation.dump"}
INSTRUCTIONS = """\
This is a backup of `participation`, taken on {taken_on}.

To put it back:
  1. Install the same or a newer version of `participation`.
  2. {keys}
  3. Stop the server, and run: participation restore THIS-FILE.tar
     It checks the copy and the keys before it changes anything, and then brings the database up to date.
"""
KEYS_INSIDE = f"The file of keys, {KEY_FILE}, is in this backup: keep the backup as you would keep the keys."
KEYS_APART = (
    f"Put your file of keys, {KEY_FILE}, into the folder of the installation (mode 0600).\n"
    "     It is not in this backup. Without it, nothing that children have written can be read."
)


class BackupError(Exception):
    """The backup cannot be taken or put back, and nothing has been changed."""


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself."""

    kind: str
    taken_on: str
    sha256: str
    key_check: str
    revision: str


def take(database: Database, folder: Path, file: Path, today: date, *, with_keys: bool) -> None:
    """Write a backup to `file`. It appears only when it is whole, and nothing is overwritten."""
    if file.exists():
        raise BackupError(f"{file} exists already: choose another name")
    kind = database.engine.dialect.name
    with _scratch(file.parent) as scratch:
        copy = scratch / COPIES[kind]
        _copy_sqlite(database, copy) if kind == "sqlite" else _dump(database, copy)
        manifest = Manifest(
            kind, today.isoformat(), _sha256(copy), made_with(database) or "", revision_of(database) or ""
        )
        (scratch / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1) + "\n", "utf-8")
        keys = KEYS_INSIDE if with_keys else KEYS_APART
        (scratch / READ_ME).write_text(INSTRUCTIONS.format(taken_on=manifest.taken_on, keys=keys), "utf-8")
        if with_keys:
            shutil.copyfile(folder / KEY_FILE, scratch / KEY_FILE)
        _packed(scratch).rename(file)


def put_back(url: str, folder: Path, file: Path, today: date, *, force: bool) -> str:
    """Put a backup back and return the day it was taken. Raise BackupError before anything is changed."""
    folder.mkdir(parents=True, exist_ok=True)
    with _scratch(folder) as scratch:
        manifest = _unpacked(file, scratch)
        copy = scratch / COPIES[manifest.kind]
        if _sha256(copy) != manifest.sha256:
            raise BackupError(f"{file} is damaged: its copy of the database is not what was written")
        know(manifest.revision)
        ring = _keys_for(manifest, scratch, folder)
        if manifest.kind == "sqlite":
            _check_sqlite(copy)
            _place_sqlite(url, folder, copy, force=force)
        else:
            _load(url, copy, force=force)
        _place_keys(scratch, folder, ring, today)
    return manifest.taken_on


def _copy_sqlite(database: Database, copy: Path) -> None:
    """The database at one moment, without stopping those who write (SQLite: VACUUM INTO)."""
    with closing(sqlite3.connect(str(database.url.database), timeout=30)) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
    _check_sqlite(copy)


def _check_sqlite(copy: Path) -> None:
    try:
        with closing(sqlite3.connect(copy)) as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            found += [f"row of {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
    except sqlite3.DatabaseError as error:
        raise BackupError(f"the copy is no sound database: {error}") from None
    if found != ["ok"]:
        raise BackupError(f"the copy is not sound: {found[0]}")


def _dump(database: Database, copy: Path) -> None:
    try:
        postgres.dump(database.url, copy)
    except ToolError as error:
        raise BackupError(str(error)) from None


def _packed(scratch: Path) -> Path:
    """One archive of what lies in the folder, in an order that suits a reader."""
    whole = scratch / "whole.tar"
    names = [READ_ME, MANIFEST, *COPIES.values(), KEY_FILE]
    with open(whole, "xb", opener=_for_us_alone) as file:
        with tarfile.open(fileobj=file, mode="w") as archive:
            for name in names:
                if (scratch / name).exists():
                    archive.add(scratch / name, name, recursive=False, filter=_private)
        file.flush()
        os.fsync(file.fileno())
    return whole


def _for_us_alone(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _private(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.mode, member.uid, member.gid, member.uname, member.gname = 0o600, 0, 0, "", ""
    return member


def _unpacked(file: Path, scratch: Path) -> Manifest:
    """Take out the files we know by name, and nothing else."""
    try:
        with tarfile.open(file, "r:") as archive:
            for name in {MANIFEST, *COPIES.values(), KEY_FILE} & set(archive.getnames()):
                source = archive.extractfile(name)
                if source is not None:
                    with source, open(scratch / name, "xb", opener=_for_us_alone) as target:
                        shutil.copyfileobj(source, target)
        manifest = Manifest(**json.loads((scratch / MANIFEST).read_text("utf-8")))
        if not (scratch / COPIES[manifest.kind]).exists():
            raise KeyError(manifest.kind)
    except (tarfile.TarError, EOFError, ValueError, KeyError, TypeError, FileNotFoundError):
        raise BackupError(f"{file} is no backup of ours, or it is cut off") from None
    return manifest


def _keys_for(manifest: Manifest, scratch: Path, folder: Path) -> Keyring:
    """The keys that open the copy: those in the backup, or those of the installation."""
    path = scratch / KEY_FILE if (scratch / KEY_FILE).exists() else folder / KEY_FILE
    if not path.exists():
        raise BackupError(f"the keys are not in this backup: put your own {KEY_FILE} into {folder} first")
    ring = read_or_make(path, may_make=False)
    if not hmac.compare_digest(manifest.key_check, check_of(ring)):
        raise BackupError(f"{path} belongs to another database than this backup")
    return ring


def _place_sqlite(url: str, folder: Path, copy: Path, *, force: bool) -> None:
    if url and not url.startswith("sqlite"):
        raise BackupError("this is a backup of an embedded database: leave PARTICIPATION_DATABASE_URL empty")
    place = Path(str(make_url(address(url, folder)).database))
    if place.exists() and place.stat().st_size and not force:
        raise BackupError(f"{place} exists already: use --force to put the backup in its place")
    fresh = place.with_name(place.name + ".restored")
    with open(copy, "rb") as source, open(fresh, "wb", opener=_for_us_alone) as target:
        shutil.copyfileobj(source, target)
        target.flush()
        os.fsync(target.fileno())
    for leftover in ("-wal", "-shm"):
        place.with_name(place.name + leftover).unlink(missing_ok=True)
    fresh.replace(place)


def _load(url: str, copy: Path, *, force: bool) -> None:
    if not url.startswith("postgresql"):
        raise BackupError("this is a backup of PostgreSQL: say where it is in PARTICIPATION_DATABASE_URL")
    database = Database(url)
    try:
        in_use = made_with(database) is not None
    finally:
        database.close()
    if in_use and not force:
        raise BackupError("the database is in use: use --force to put the backup in its place")
    try:
        postgres.load(database.url, copy)
    except ToolError as error:
        raise BackupError(str(error)) from None


def _place_keys(scratch: Path, folder: Path, ring: Keyring, today: date) -> None:
    """Put the keys of the backup in place. Other keys that lie there are set aside, never lost."""
    inside, place = scratch / KEY_FILE, folder / KEY_FILE
    if not inside.exists():
        return
    if place.exists():
        if check_of(read_or_make(place, may_make=False)) == check_of(ring):
            return
        place.replace(folder / f"{KEY_FILE}.until-{today.isoformat()}")
    inside.replace(place)


def _sha256(path: Path) -> str:
    with open(path, "rb") as file:
        return file_digest(file, "sha256").hexdigest()


@contextmanager
def _scratch(beside: Path) -> Iterator[Path]:
    """A private folder on the same disk, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=".participation-", dir=beside) as scratch:
        yield Path(scratch)
