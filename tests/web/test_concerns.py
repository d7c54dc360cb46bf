"""The room of concerns: what waits and for how long, the words, and the log of what was done."""

from datetime import timedelta

import pytest

from participation.access import Role
from participation.casework import cases, concerns
from participation.casework.concerns import Concern
from tests.journeys.reader import Reader
from tests.municipality import CANARY


@pytest.fixture
def duty(signed_in, municipality) -> Reader:
    """Another coordinator, who is on duty."""
    return Reader(signed_in(municipality.other_coordinator))


@pytest.fixture
def page(municipality) -> str:
    return f"/bekymringer/{municipality.named['concern_id']}/"


def test_the_list_tells_what_waits_and_no_words(duty):
    duty.goes("/bekymringer/?lang=en")
    assert "Concern 1 in case 2026/114" in duty.text
    assert "Not read. It has waited 0 office hours" in duty.text
    assert "On duty: Another. Deputy: Coordinator." in duty.text
    assert CANARY not in duty.text


def test_a_child_who_has_waited_longer_than_promised_is_marked(duty, database, municipality):
    with database.writing() as db:
        db.get(Concern, municipality.named["concern_id"]).sent_at -= timedelta(days=2)
    duty.goes("/bekymringer/?lang=en")
    assert duty.all_of("late") == ["Late: Not read. It has waited 7 office hours"]


@pytest.mark.parametrize("who", ["on duty", "deputy"])
def test_it_waits_on_the_desk_until_it_is_closed(signed_in, municipality, page, who):
    person = municipality.other_coordinator if who == "on duty" else municipality.people[Role.COORDINATOR]
    reader = Reader(signed_in(person))
    reader.goes("/kontor/?lang=en")
    assert "Concern 1 in case 2026/114" in reader.text
    assert "A child who wrote on November 21, 2026" in reader.text
    reader.goes(page)
    reader.sends(step="NOT_REPORTED", reason="Misforstått")
    reader.sends(step="CLOSED", reason="Barnet er spurt")
    reader.goes("/kontor/")
    assert "Concern 1" not in reader.text


def test_a_page_that_asks_for_more_does_not_say_that_it_is_saved(duty, page):
    duty.goes(f"{page}?lang=en")
    duty.sends("/sett")
    assert "It is saved." in duty.text
    duty.sends(step="CLOSED", reason="Ferdig", status=422)
    assert "It is saved." not in duty.text


def test_the_words_and_each_step_stand_on_its_page(duty, page):
    duty.goes(f"{page}?lang=en")
    assert CANARY in duty.text
    assert "Nobody has taken care of it yet." in duty.text
    duty.sends("/sett")
    duty.sends(step="REPORTED", receipt="A-77")
    assert "Read, and followed up" in duty.text
    assert "Reported to the child welfare service" in duty.text
    assert "Receipt A-77" in duty.text


@pytest.mark.parametrize(
    ("step", "error"),
    [
        ("REPORTED", "Write the number on the receipt."),
        ("NOT_REPORTED", "Write the reason."),
        ("CLOSED", "Write the reason."),
    ],
)
def test_what_a_step_lacks_stands_beside_the_field(duty, page, step, error):
    duty.goes(f"{page}?lang=en")
    duty.sends(step=step, status=422)
    assert error in duty.text


def test_it_is_not_closed_before_somebody_decided(duty, page):
    duty.goes(f"{page}?lang=en")
    duty.sends(step="CLOSED", reason="Ferdig", status=422)
    assert "First note that it is reported, or why it is not." in duty.text
    assert "Ferdig" in duty.text


def test_a_coordinator_whom_the_child_left_out_finds_nothing(signed_in, database, municipality, page):
    coordinator = municipality.people[Role.COORDINATOR]
    with database.writing() as db:
        db.get(Concern, municipality.named["concern_id"]).kept_from = coordinator.account_id
    reader = Reader(signed_in(coordinator))
    reader.goes(page, status=404)
    for there in ("/bekymringer/", "/kontor/?lang=en"):
        reader.goes(there)
        assert "Concern 1" not in reader.text


@pytest.mark.parametrize("role", [Role.PLANNER, Role.LEADER, Role.ADMINISTRATOR], ids=lambda role: role.name)
def test_planner_leader_and_administrator_find_no_concern(signed_in, municipality, page, role):
    reader = Reader(signed_in(municipality.people[role]))
    for there in ("/bekymringer/", page, f"/bekymringer/kontakt/{municipality.named['contact_id']}"):
        reader.goes(there, status=404)


def test_a_coordinator_of_another_case_finds_none_and_no_wish(signed_in, person, municipality, page):
    reader = Reader(signed_in(person(Role.COORDINATOR, "Olav")))
    reader.goes("/bekymringer/?lang=en")
    assert "No child has sent you a concern." in reader.text
    assert "Children who want to be contacted" not in reader.text
    for there in (page, f"/bekymringer/kontakt/{municipality.named['contact_id']}"):
        reader.goes(there, status=404)


def test_who_wants_to_be_contacted_is_read_and_marked_done(duty, municipality):
    duty.goes("/bekymringer/?lang=en")
    assert "Ida" not in duty.text
    duty.follows("/bekymringer/kontakt/")
    assert "Telefon 99 99 99 99" in duty.text
    duty.sends(done="Ringte Ida.")
    assert "Done on November 21, 2026 by Another" in duty.text
    duty.follows("/bekymringer/kontakt/")
    assert "Ringte Ida." in duty.text


def test_a_page_that_comes_back_with_the_words_is_noted_too(duty, database, page):
    from_before = noted(database)
    duty.goes(page)
    duty.sends(step="CLOSED", reason="", status=422)
    assert noted(database) == from_before + 2


def noted(database) -> int:
    with database.reading() as db:
        return sum(entry.act == "READ_CONCERN" for entry in concerns.audit.entries(db))


def test_whoever_is_on_duty_keeps_the_account_until_somebody_else_is_named(signed_in, database, municipality):
    administrator, other = municipality.people[Role.ADMINISTRATOR], municipality.other_coordinator
    with database.reading() as db:
        assert cases.how_many_of(db, administrator, other.account_id) == 0
    reader = Reader(signed_in(administrator))
    reader.goes("/kontoer/?lang=en")
    reader.sends(f"/{other.account_id}/steng")
    assert reader.address.startswith("/barnas-sider/vakt/")
    assert "This person is on duty." in reader.text
