"""Latch: an embedded database is served by one process at a time, and left alone while it is."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LATCH = "served.lock"


class Occupied(Exception):
    """Another process serves this folder."""


@contextmanager
def latched(folder: Path) -> Iterator[None]:
    """Hold the folder alone. The system lets go of it when the process ends, however it ends."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(folder / LATCH, "a", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Occupied(f"{folder} is being served by another process: stop that one first") from None
        yield
