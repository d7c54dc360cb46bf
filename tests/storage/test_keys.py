"""What a child has written opens only in its place, with its key, while the key is there."""

from pathlib import Path

import pytest

from participation.errors import NotFound
from participation.storage import keys
from participation.storage.keys import DataKey, KeyFileError, read_or_make
from tests.conftest import TODAY

WORDS = "Jeg vil ha en voksen til"


@pytest.mark.on_both
def test_words_are_sealed_and_opened_again(database):
    with database.writing() as db:
        key = keys.new_data_key(db, TODAY)
        sealed = keys.seal(db, key, WORDS, "passage 1")
        assert WORDS.encode() not in sealed
        assert keys.unseal(db, key, sealed, "passage 1") == WORDS


@pytest.mark.on_both
def test_the_same_words_are_never_sealed_alike(database):
    with database.writing() as db:
        key = keys.new_data_key(db, TODAY)
        assert keys.seal(db, key, WORDS, "here") != keys.seal(db, key, WORDS, "here")


def test_words_moved_elsewhere_do_not_open(database):
    with database.writing() as db:
        key = keys.new_data_key(db, TODAY)
        sealed = keys.seal(db, key, WORDS, "passage 1")
        with pytest.raises(NotFound):
            keys.unseal(db, key, sealed, "passage 2")


def test_the_key_of_one_case_does_not_open_another(database):
    with database.writing() as db:
        one, other = keys.new_data_key(db, TODAY), keys.new_data_key(db, TODAY)
        sealed = keys.seal(db, one, WORDS, "here")
        with pytest.raises(NotFound):
            keys.unseal(db, other, sealed, "here")


def test_a_wrapped_key_moved_to_another_case_does_not_open(database):
    with database.writing() as db:
        one, other = (db.get(DataKey, keys.new_data_key(db, TODAY)) for _ in range(2))
        sealed = keys.seal(db, one.id, WORDS, "here")
        other.wrapped = one.wrapped
        db.flush()
        with pytest.raises(NotFound):
            keys.unseal(db, other.id, sealed, "here")


@pytest.mark.on_both
def test_when_the_key_is_destroyed_the_words_are_forgotten(database):
    with database.writing() as db:
        key = keys.new_data_key(db, TODAY)
        sealed = keys.seal(db, key, WORDS, "here")
        keys.destroy(db, key)
        db.flush()
        with pytest.raises(NotFound, match="forgotten"):
            keys.unseal(db, key, sealed, "here")


def test_a_changed_sign_is_noticed(database):
    with database.writing() as db:
        key = keys.new_data_key(db, TODAY)
        sealed = bytearray(keys.seal(db, key, WORDS, "here"))
        sealed[-1] ^= 1
        with pytest.raises(NotFound):
            keys.unseal(db, key, bytes(sealed), "here")


def test_each_purpose_has_a_key_of_its_own(folder: Path):
    ring = read_or_make(folder / "root.key", may_make=False)
    assert ring.derived("audit") != ring.derived("codes")
    assert bytes.fromhex((folder / "root.key").read_text()) not in {ring.derived("audit"), ring.derived("")}


@pytest.mark.parametrize("content", [b"", b"short", b"z" * 64, b"ab" * 31, b"\xff" * 64])
def test_a_file_that_is_no_key_is_refused(tmp_path: Path, content: bytes):
    path = tmp_path / "root.key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(KeyFileError):
        read_or_make(path, may_make=True)


def test_a_key_that_others_may_read_is_refused(folder: Path):
    (folder / "root.key").chmod(0o640)
    with pytest.raises(KeyFileError, match="0600"):
        read_or_make(folder / "root.key", may_make=False)
