"""Before step 0002 a yes pressed many times could be kept many times: the step leaves one of each."""

import pytest
from alembic import command
from sqlalchemy import text

from participation.storage.opening import migrate, settings_for
from tests.conftest import TODAY

pytestmark = pytest.mark.on_both
COPY = "INSERT INTO passages (id, voice_id, place, question, sharing, sealed) VALUES (:id, :v, 0, :q, :s, :w)"


@pytest.fixture
def after_the_step(database, wish):
    """Keep these copies of passages as the first house could, take the step, and read the passages."""

    def taken(*copies, weighed=()):
        with database.engine.connect() as connection:
            command.downgrade(settings_for(connection), "0001")
        with database.engine.begin() as connection:
            for name, words in copies:
                row = {"id": name, "v": wish[0], "q": "again", "s": "PLAN", "w": words}
                connection.execute(text(COPY), row)
            for name in weighed:
                connection.execute(
                    text("INSERT INTO weighings VALUES (:id, 'great', 'YES', :w, 'Kari', '2026-11-21')"),
                    {"id": name, "w": b"sealed"},
                )
        migrate(database, TODAY)
        with database.reading() as db:
            found = db.execute(text("SELECT id, question FROM passages ORDER BY id")).all()
        return {name: question for name, question in found if name != wish[2]}

    return taken


def test_of_copies_that_nobody_used_one_is_kept(after_the_step):
    assert after_the_step(("a", b"1234"), ("b", b"5678"), ("c", b"9999")) == {"a": "again"}


def test_the_copy_that_was_weighed_is_the_one_that_is_kept(after_the_step):
    assert after_the_step(("a", b"1234"), ("b", b"5678"), weighed=("b",)) == {"b": "again"}


def test_copies_that_were_weighed_are_all_kept(after_the_step):
    found = after_the_step(("a", b"1234"), ("b", b"5678"), weighed=("a", "b"))
    assert found == {"a": "again", "b": "again (2)"}


def test_other_words_to_the_same_question_are_kept(after_the_step):
    found = after_the_step(("a", b"1234"), ("b", b"other words"))
    assert found == {"a": "again", "b": "again (2)"}
