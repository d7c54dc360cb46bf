"""Duty: two people, so that somebody always reads."""

from datetime import time

import pytest

from participation.access import STAFF, Role
from participation.casework import duty
from participation.errors import Incomplete, NotAllowed
from participation.rights.office_hours import USUAL_HOURS, OfficeHours
from tests.conftest import TODAY

GIVEN = {"person_id": 1, "deputy_id": 2, "hours": USUAL_HOURS, "today": TODAY}


@pytest.fixture
def ada(person):
    return person(Role.ADMINISTRATOR, "Ada")


def test_where_nobody_is_named_the_usual_hours_hold(database):
    with database.reading() as db:
        assert (duty.now(db).people, duty.now(db).hours) == (frozenset(), USUAL_HOURS)


def test_whoever_was_named_last_is_on_duty(database, ada):
    hours = OfficeHours(time(9), time(14, 30))
    with database.writing() as db:
        duty.name(db, ada, **GIVEN)
        duty.name(db, ada, **{**GIVEN, "person_id": 3, "hours": hours})
    with database.reading() as db:
        assert (duty.now(db).people, duty.now(db).hours) == ({2, 3}, hours)


def test_nobody_is_their_own_deputy(database, ada):
    with database.writing() as db, pytest.raises(Incomplete):
        duty.name(db, ada, **{**GIVEN, "deputy_id": 1})


def test_hours_too_short_for_the_promise_are_none(database, ada):
    with database.writing() as db, pytest.raises(Incomplete):
        duty.name(db, ada, **{**GIVEN, "hours": OfficeHours(time(9), time(11))})


@pytest.mark.parametrize(
    "role", [role for role in STAFF if role is not Role.ADMINISTRATOR], ids=lambda role: role.name
)
def test_only_an_administrator_names_who_is_on_duty(database, person, role):
    somebody = person(role)
    with database.writing() as db, pytest.raises(NotAllowed):
        duty.name(db, somebody, **GIVEN)
