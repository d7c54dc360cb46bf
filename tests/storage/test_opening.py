"""The house opens with its own keys or not at all, and others on the machine cannot look in."""

import stat
from pathlib import Path

import pytest
from sqlalchemy import text

from participation.storage.keys import KeyFileError
from participation.storage.latch import Occupied, latched
from participation.storage.opening import (
    Installation,
    NewerDatabase,
    made_with,
    migrate,
    open_database,
    revision_of,
)
from tests.conftest import TODAY


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_first_run_makes_keys_and_a_database_that_others_cannot_read(tmp_path: Path):
    database = open_database("", tmp_path / "var")
    migrate(database, TODAY)
    assert mode(tmp_path / "var") == 0o700
    assert {mode(path) for path in (tmp_path / "var").iterdir()} == {0o600}
    database.close()


def test_without_its_keys_a_database_does_not_open(folder: Path):
    (folder / "root.key").unlink()
    with pytest.raises(KeyFileError, match="missing"):
        open_database("", folder)
    assert not (folder / "root.key").exists()


def test_with_other_keys_a_database_does_not_open(folder: Path):
    (folder / "root.key").write_text("ab" * 32)
    with pytest.raises(KeyFileError, match="another database"):
        open_database("", folder)


@pytest.mark.on_both
def test_migrating_again_changes_nothing(database, folder):
    before = (made_with(database), revision_of(database))
    migrate(database, TODAY)
    assert (made_with(database), revision_of(database)) == before


def test_a_database_of_a_newer_version_is_left_alone(database):
    with database.writing() as db:
        db.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabase):
        migrate(database, TODAY)


@pytest.mark.on_both
def test_the_database_knows_which_keys_it_belongs_to(database):
    with database.reading() as db:
        assert db.get(Installation, 1).key_check == made_with(database)


def test_one_process_at_a_time_serves_a_folder(folder: Path):
    with latched(folder), pytest.raises(Occupied), latched(folder):
        pass
    with latched(folder):
        pass
