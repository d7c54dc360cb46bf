"""Theatre: a house of its own to play in, opened for the play and closed after it."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from participation.demo.people import email_of
from participation.demo.words import LYNGVAER

CARETAKER = (sys.executable, "-m", "participation.cli")
KEPT_SETTINGS = {f"PARTICIPATION_{name}" for name in ("OWNER", "LANGUAGE", "SURVEYS", "TODAY")}
OPEN = re.compile(r"The house is open at (\S+)/")


class NotOpened(Exception):
    """The house to play in could not be made ready."""


def prepare(folder: Path, database_url: str) -> str:
    """A fresh installation; return the one-time link of its first administrator."""
    name = LYNGVAER["people"]["ADMINISTRATOR"]
    person = ("--name", name, "--email", email_of(name), "--role", "administrator")
    _caretaker(folder, database_url, "migrate")
    return _caretaker(folder, database_url, "account", "add", *person).strip()


@contextmanager
def served(folder: Path, database_url: str) -> Iterator[str]:
    """A real server on a free port; its address. In the end it must close in good order."""
    command = (*CARETAKER, "serve", "--port", "0")
    with open(folder / "trouble.txt", "w+", encoding="utf-8") as trouble:
        environment = _environment(folder, database_url)
        server = subprocess.Popen(  # noqa: S603
            command, env=environment, stdout=subprocess.PIPE, stderr=trouble, text=True
        )
        try:
            yield _address(server, folder / "trouble.txt")
        except Exception as failure:
            failure.add_note(_last(folder / "trouble.txt"))
            raise
        finally:
            server.send_signal(signal.SIGTERM)
            server.communicate(timeout=60)
        if server.returncode:
            raise NotOpened(f"the server ended with status {server.returncode}")


def _address(server: subprocess.Popen[str], trouble: Path) -> str:
    for line in server.stdout or ():
        if found := OPEN.search(line):
            return found[1]
    raise NotOpened(f"the server did not open: {_last(trouble)}")


def _last(trouble: Path) -> str:
    """The last that the server complained of."""
    return "\n".join(trouble.read_text("utf-8").strip().splitlines()[-12:])


def _caretaker(folder: Path, database_url: str, *errand: str) -> str:
    environment = _environment(folder, database_url)
    done = subprocess.run(  # noqa: S603
        (*CARETAKER, *errand), env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NotOpened(f"participation {' '.join(errand)}: {done.stderr.strip()}")
    return done.stdout


def _environment(folder: Path, database_url: str) -> dict[str, str]:
    """As ours, but with settings of its own."""
    ours = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PARTICIPATION_") or name in KEPT_SETTINGS
    }
    return {
        **ours,
        "PYTHONUNBUFFERED": "1",
        "PARTICIPATION_FOLDER": str(folder),
        "PARTICIPATION_DATABASE_URL": database_url,
    }
