"""PostgreSQL's own tools: dump a database to a file, and load it again."""

import os
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import URL

NAMES = {"host": "PGHOST", "port": "PGPORT", "username": "PGUSER", "database": "PGDATABASE"}
INSTALLED = Path("/usr/lib/postgresql")


class ToolError(Exception):
    """A tool is missing, or it gave up; the message is its own first line."""


def dump(url: URL, file: Path) -> None:
    _run("pg_dump", url, "--format=custom", "--no-owner", "--no-privileges", f"--file={file}")


def load(url: URL, file: Path) -> None:
    """Put everything in place of what is there, all of it or nothing."""
    whole = ("--single-transaction", "--exit-on-error", "--clean", "--if-exists")
    _run("pg_restore", url, *whole, "--no-owner", "--no-privileges", f"--dbname={url.database}", str(file))


def _run(tool: str, url: URL, *arguments: str) -> None:
    program = _found(tool)
    done = subprocess.run(  # noqa: S603
        [program, *arguments], env=_environment(url), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ToolError(next(iter(done.stderr.strip().splitlines()), f"{tool} gave up"))


def _found(tool: str) -> str:
    """The newest of the tool that is installed."""
    versions = INSTALLED.glob(f"*/bin/{tool}")
    newest = max(versions, key=lambda path: float(path.parts[-3]), default=None)
    program = os.environ.get("PARTICIPATION_PG_BIN") and f"{os.environ['PARTICIPATION_PG_BIN']}/{tool}"
    found = program or shutil.which(tool) or (str(newest) if newest else None)
    if found is None:
        raise ToolError(f"{tool} is not installed: install PostgreSQL's client programs")
    return found


def _environment(url: URL) -> dict[str, str]:
    """Where the database is, told by environment: a password never stands in a list of processes."""
    told = {NAMES[name]: str(value) for name, value in url.translate_connect_args().items() if name in NAMES}
    host = url.query.get("host")
    if isinstance(host, str):
        told["PGHOST"] = host
    if url.password:
        told["PGPASSWORD"] = str(url.password)
    return {**os.environ, **told}
