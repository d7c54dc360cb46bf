"""The trail is written once: nobody edits it, and where somebody has, it shows."""

from contextlib import suppress

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from participation.access import Act, Actor, Role
from participation.errors import Closed
from participation.storage import audit

PLANNER = Actor(Role.PLANNER, 7, "Petter")
TRIGGERS = ("audit_no_update", "audit_no_delete")
MEDDLING = {
    "another act": "UPDATE audit SET act = 'VOTE' WHERE id = 3",
    "another person": "UPDATE audit SET account_id = 8 WHERE id = 3",
    "nobody": "UPDATE audit SET account_id = NULL WHERE id = 3",
    "another thing": "UPDATE audit SET about = 'matter 9' WHERE id = 3",
    "another time": "UPDATE audit SET at = '2020-01-01 00:00:00.000000' WHERE id = 3",
    "taken out": "DELETE FROM audit WHERE id = 3",
}


@pytest.fixture
def trail(database):
    """A trail of five entries."""
    with database.writing() as db:
        for n in range(1, 6):
            audit.note(db, PLANNER, Act.EDIT_MATTER, f"matter {n}")
    return database


@pytest.mark.on_both
def test_an_honest_trail_holds(trail):
    with trail.reading() as db:
        assert audit.broken_at(db) is None
        assert audit.count(db) == 5


@pytest.mark.on_both
@pytest.mark.parametrize("change", ["UPDATE audit SET about = 'x'", "DELETE FROM audit"])
def test_the_database_itself_refuses_changes(trail, change):
    with pytest.raises(DBAPIError, match="append-only"), trail.writing() as db:
        db.execute(text(change))


@pytest.mark.parametrize("change", MEDDLING.values(), ids=MEDDLING.keys())
def test_an_edit_around_the_triggers_shows(trail, change):
    with trail.writing() as db:
        for trigger in TRIGGERS:
            db.execute(text(f"DROP TRIGGER {trigger}"))
        db.execute(text(change))
    with trail.reading() as db:
        assert audit.broken_at(db) in {3, 4}


def test_two_entries_that_change_places_show(trail):
    with trail.writing() as db:
        db.execute(text("DROP TRIGGER audit_no_update"))
        for old, new in ((2, 99), (3, 2), (99, 3)):
            db.execute(text(f"UPDATE audit SET id = {new} WHERE id = {old}"))
    with trail.reading() as db:
        assert audit.broken_at(db) == 2


def test_an_entry_slipped_in_shows(trail):
    with trail.writing() as db:
        copy = "SELECT 6, at, account_id, act, about, digest FROM audit WHERE id = 5"
        db.execute(text(f"INSERT INTO audit {copy}"))
    with trail.reading() as db:
        assert audit.broken_at(db) == 6


def test_an_entry_from_another_course_of_events_shows(trail):
    """An entry that was ours once does not fit where others came before it."""
    with trail.writing() as db:
        for trigger in TRIGGERS:
            db.execute(text(f"DROP TRIGGER {trigger}"))
        db.execute(text("CREATE TABLE before AS SELECT * FROM audit WHERE id = 5"))
        db.execute(text("DELETE FROM audit WHERE id > 3"))
        audit.note(db, PLANNER, Act.EDIT_MATTER, "matter 99")
        db.execute(text("INSERT INTO audit SELECT * FROM before"))
        assert audit.broken_at(db) == 5


def test_what_is_undone_leaves_no_entry(trail):
    with suppress(Closed), trail.writing() as db:
        audit.note(db, PLANNER, Act.VOTE, "point 1")
        raise Closed("too late")
    with trail.reading() as db:
        assert audit.count(db) == 5


@pytest.mark.on_both
def test_the_newest_come_first_and_page_by_page(trail):
    with trail.reading() as db:
        assert [entry.about for entry in audit.entries(db, at_most=2)] == ["matter 5", "matter 4"]
        assert [entry.id for entry in audit.entries(db, before=3)] == [2, 1]
