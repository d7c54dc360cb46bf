"""The database keeps what it said it kept, takes a form once, and forgets without leaving a trace."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from participation.errors import Closed, NotFound
from participation.storage.database import Database, SentForm, find, forget_sent
from participation.storage.limits import Failure
from participation.storage.opening import open_database
from tests.conftest import TODAY

WRITER = """
import sys
from participation.storage.opening import open_database
from participation.storage.database import SentForm
database = open_database("", sys.argv[1])
for n in range(100000):
    with database.writing() as db:
        db.add(SentForm(token=f"{sys.argv[2]} {n}", day=""))
    print(n, flush=True)
"""


def kept(database: Database) -> int:
    with database.reading() as db:
        return db.scalar(select(func.count()).select_from(SentForm)) or 0


def test_each_connection_waits_until_the_disk_has_it(database: Database):
    with database.engine.connect() as one, database.engine.connect() as another:
        for connection in (one, another):
            assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA secure_delete").scalar() == 1


@pytest.mark.parametrize("round_", range(3))
def test_what_was_acknowledged_survives_a_kill(folder: Path, round_: int):
    command = [sys.executable, "-c", WRITER, str(folder), str(round_)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        for _ in range(20 + 7 * round_):
            acknowledged = int(writer.stdout.readline())
        os.kill(writer.pid, signal.SIGKILL)
        acknowledged = int((writer.stdout.read().split() or [acknowledged])[-1])
    database = open_database("", folder)
    assert kept(database) >= acknowledged + 1
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    database.close()


@pytest.mark.on_both
def test_a_form_sent_twice_is_taken_once(database: Database):
    with database.writing(once="a page", day="2026-11-21"):
        pass
    with pytest.raises(Closed), database.writing(once="a page", day="2026-11-21"):
        pass
    assert kept(database) == 1


@pytest.mark.on_both
def test_twenty_sends_at_once_are_one(database: Database):
    def send(_: int) -> int:
        with suppress(Closed), database.writing(once="a page", day="2026-11-21"):
            return 1
        return 0

    with ThreadPoolExecutor(20) as threads:
        assert sum(threads.map(send, range(20))) == 1


@pytest.mark.on_both
def test_a_refusal_undoes_everything(database: Database):
    with suppress(NotFound), database.writing(once="a page") as db:
        db.add(SentForm(token="another", day=""))
        raise NotFound("thing")
    assert kept(database) == 0


@pytest.mark.on_both
def test_what_is_changed_while_reading_is_thrown_away(database: Database):
    with database.reading() as db:
        db.add(SentForm(token="t", day=""))
        db.flush()
    assert kept(database) == 0


def test_writers_take_turns_also_with_another_process(database: Database, folder: Path):
    """Each reads and adds one; without turns, some would read the same number."""
    other = open_database("", folder)

    def count_up(n: int) -> None:
        with (database, other)[n % 2].writing() as db:
            failure = db.get(Failure, ("place", "window")) or Failure(place="place", window="window", n=0)
            failure.n += 1
            db.add(failure)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(count_up, range(80)))
    other.close()
    with database.reading() as db:
        assert find(db, Failure, ("place", "window")).n == 80


def test_marks_of_sent_forms_live_two_days(database: Database):
    with database.writing() as db:
        for age in range(5):
            db.add(SentForm(token=f"{age}", day=(TODAY - timedelta(days=age)).isoformat()))
        db.flush()
        assert forget_sent(db, TODAY) == 2


def test_what_is_deleted_is_gone_from_the_files(database: Database, folder: Path):
    with database.writing() as db:
        db.add(SentForm(token="Sommerfuglen på brygga", day=""))
    assert any(b"Sommerfuglen" in path.read_bytes() for path in folder.iterdir())
    with database.writing() as db:
        db.delete(find(db, SentForm, "Sommerfuglen på brygga"))
        db.info["tidy"] = True
    assert not any(b"Sommerfuglen" in path.read_bytes() for path in folder.iterdir())


@pytest.mark.on_both
def test_what_is_not_there_is_said_so(database: Database):
    with database.reading() as db, pytest.raises(NotFound):
        find(db, SentForm, "nothing")


@pytest.mark.on_both
def test_what_no_database_can_hold_is_not_there(database):
    with pytest.raises(NotFound), database.reading() as db:
        find(db, SentForm, "\0")
