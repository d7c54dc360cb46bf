"""The caretaker at work: commands run here, and a house served by a process of its own."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from participation.cli import main
from tests.conftest import TODAY

OPEN = re.compile(r"open at http://127\.0\.0\.1:(\d+)/")


class House:
    """A served house: its port, its process, and what it said while it opened."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.said = ""
        for line in process.stdout:
            self.said += line
            if found := OPEN.search(line):
                self.port = int(found[1])
                return
        raise AssertionError(f"not opened: {self.said} {process.stderr.read()}")

    def close(self) -> str:
        """Ask it to stop, and return the rest of what it said."""
        self.process.terminate()
        return self.process.communicate(timeout=30)[0]


def comes_true(what: Callable[[], bool], seconds: int = 20) -> bool:
    """Whether this comes true before long."""
    until = time.monotonic() + seconds
    while not (true := what()) and time.monotonic() < until:
        time.sleep(0.1)
    return true


def environment(folder: Path) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PARTICIPATION_")}
    return {**ours, "PARTICIPATION_FOLDER": str(folder), "PARTICIPATION_TODAY": TODAY.isoformat()}


@pytest.fixture
def run(folder: Path) -> Callable[..., Result]:
    """Run one command on the installation in `folder`: run("account", "list")."""
    env = {"PARTICIPATION_FOLDER": str(folder), "PARTICIPATION_TODAY": TODAY.isoformat()}
    return lambda *words, **more: CliRunner(env={**env, **more}).invoke(main, [str(word) for word in words])


@contextmanager
def house(folder: Path, *words: str) -> Iterator[House]:
    command = [sys.executable, "-u", "-m", "participation.cli", "serve", "--port", "0", *words]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, env=environment(folder), **pipes) as process:
        try:
            yield House(process)
        finally:
            process.kill()


@pytest.fixture
def serve(folder: Path) -> Iterator[Callable[..., House]]:
    """Serve a folder: serve(), serve("--demo"); closed when the test is over."""
    with ExitStack() as stack:
        yield lambda *words, at=folder: stack.enter_context(house(at, *words))
