"""Contacts: a child asks to be contacted, and nothing leads from there to an answer."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from participation.access import STAFF, Role
from participation.casework import contacts, duty
from participation.casework.contacts import ContactWish, Wish
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.rights.office_hours import USUAL_HOURS
from participation.storage import audit
from participation.storage.keys import DataKey
from tests.conftest import TODAY

WISH = Wish("Ida", "Telefon 99 99 99 99", "Det er vanskelig hjemme")


@pytest.fixture
def on_duty(database, person, kari, knut):
    """Kari is on duty, Knut is the deputy."""
    given = {"person_id": kari.account_id, "deputy_id": knut.account_id}
    administrator = person(Role.ADMINISTRATOR)
    with database.writing() as db:
        duty.name(db, administrator, **given, hours=USUAL_HOURS, today=TODAY)


@pytest.fixture
def asked(database, on_duty) -> str:
    with database.writing() as db:
        contacts.ask(db, WISH, TODAY)
        db.flush()
        return db.scalar(select(ContactWish.id))


def left(database, kind=ContactWish) -> int:
    with database.reading() as db:
        return db.scalar(select(func.count()).select_from(kind))


def forget(database, days) -> int:
    with database.writing() as db:
        return contacts.forget(db, TODAY + timedelta(days=days))


def test_those_on_duty_read_who_wants_to_be_contacted(database, asked, kari, knut):
    for one in (kari, knut):
        with database.writing() as db:
            assert contacts.read(db, one, asked)[1] == WISH
            assert [wish.id for wish in contacts.wishes_for(db, one)] == [asked]


def test_another_coordinator_finds_nothing(database, person, asked):
    other = person(Role.COORDINATOR, "Olav")
    with database.writing() as db:
        assert contacts.wishes_for(db, other) == []
        with pytest.raises(NotFound):
            contacts.read(db, other, asked)
        with pytest.raises(NotFound):
            contacts.finish(db, other, asked, "x", TODAY)


@pytest.mark.parametrize(
    "role", [role for role in STAFF if role is not Role.COORDINATOR], ids=lambda role: role.name
)
def test_no_other_role_reads_it(database, person, asked, role):
    somebody = person(role, f"X {role.name}")
    with database.writing() as db:
        with pytest.raises(NotAllowed):
            contacts.read(db, somebody, asked)
        with pytest.raises(NotAllowed):
            contacts.wishes_for(db, somebody)
        with pytest.raises(NotAllowed):
            contacts.finish(db, somebody, asked, "x", TODAY)


def test_without_a_way_to_be_reached_nothing_is_kept(database, on_duty):
    with database.writing() as db, pytest.raises(Incomplete):
        contacts.ask(db, Wish("Ida", " ", "Hei"), TODAY)


def test_where_nobody_is_on_duty_nothing_is_kept(database):
    with database.writing() as db, pytest.raises(Closed):
        contacts.ask(db, WISH, TODAY)


def test_that_it_was_written_is_in_no_trail_since_the_trail_has_a_clock(database, asked):
    with database.reading() as db:
        assert [entry.act for entry in audit.entries(db)] == ["NAME_DUTY"]


def test_reading_and_doing_are_noted_without_words(database, asked, kari):
    with database.writing() as db:
        contacts.read(db, kari, asked)
        contacts.finish(db, kari, asked, "Ringte Ida.", TODAY)
        noted = [(entry.act, entry.about) for entry in audit.entries(db)][:2]
    assert noted == [("ANSWER_CONTACT", f"contact {asked}"), ("READ_CONTACT", f"contact {asked}")]


def test_what_was_done_is_said_once(database, asked, kari):
    with database.writing() as db:
        with pytest.raises(Incomplete):
            contacts.finish(db, kari, asked, " ", TODAY)
        kept = contacts.finish(db, kari, asked, "Ringte Ida.", TODAY)
        assert (contacts.done_in_words(db, kept), kept.done_by) == ("Ringte Ida.", "Kari")
        with pytest.raises(Closed):
            contacts.finish(db, kari, asked, "En gang til", TODAY)


def test_who_it_is_stands_nowhere_in_plain_words(database, asked):
    with database.reading() as db:
        kept = db.get(ContactWish, asked)
    assert not any(part.encode() in kept.sealed for part in ("Ida", "99 99", "hjemme"))


@pytest.mark.parametrize(("days", "gone"), [(180, 0), (181, 1)])
def test_after_half_a_year_it_is_deleted_with_its_key_whatever_was_done(database, asked, days, gone):
    keys_before = left(database, DataKey)
    assert forget(database, days) == gone
    assert (left(database), left(database, DataKey)) == (1 - gone, keys_before - gone)


@pytest.mark.parametrize(("days", "gone"), [(90, 0), (91, 1)])
def test_ninety_days_after_it_is_done_it_is_deleted(database, asked, kari, days, gone):
    with database.writing() as db:
        contacts.finish(db, kari, asked, "Ringte.", TODAY)
    assert forget(database, days) == gone
