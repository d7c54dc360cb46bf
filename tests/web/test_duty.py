"""Who is on duty: named by the administrator, told to children."""

import pytest

from participation.access import Role
from participation.casework import duty
from tests.journeys.reader import Reader


@pytest.fixture
def administrator(signed_in, municipality) -> Reader:
    reader = Reader(signed_in(municipality.people[Role.ADMINISTRATOR]))
    reader.goes("/barnas-sider/vakt/?lang=en")
    return reader


def test_the_hours_and_the_people_can_be_changed(administrator, database, municipality):
    first, second = municipality.people[Role.COORDINATOR], municipality.other_coordinator
    chosen = {"person": str(first.account_id), "deputy": str(second.account_id)}
    administrator.sends(**chosen, opens="09:00", closes="14:00")
    with database.reading() as db:
        now = duty.now(db)
    assert (now.person_id, now.deputy_id) == (first.account_id, second.account_id)
    assert (now.hours.opens.hour, now.hours.closes.hour) == (9, 14)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"opens": "12:00"}, "at least four hours a day"),
        ({"opens": "halv ni"}, "Write the time like this: 08:00."),
        ({"closes": ""}, "Write the time like this: 08:00."),
    ],
)
def test_hours_that_cannot_be_kept_are_sent_back(administrator, wrong, error):
    administrator.sends(**wrong, status=422)
    assert error in administrator.text


def test_the_deputy_is_somebody_else(administrator, municipality):
    same = str(municipality.other_coordinator.account_id)
    administrator.sends(person=same, deputy=same, status=422)
    assert "The deputy must be somebody else." in administrator.text


def test_only_the_administrator_is_shown_the_way_there(signed_in, municipality, administrator):
    administrator.goes("/barnas-sider/")
    assert "Who is on duty" in administrator.text
    planner = Reader(signed_in(municipality.people[Role.PLANNER]))
    planner.goes("/barnas-sider/?lang=en")
    assert "Help lines" in planner.text
    assert "Who is on duty" not in planner.text


def test_while_nobody_is_named_it_waits_on_the_administrators_desk(administrator, database):
    administrator.goes("/kontor/")
    assert "Nobody is named to read" not in administrator.text
    with database.writing() as db:
        db.connection().exec_driver_sql("DELETE FROM duty")
    administrator.goes("/kontor/")
    assert "Nobody is named to read what a child calls serious." in administrator.text
