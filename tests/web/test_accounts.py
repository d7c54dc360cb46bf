"""Accounts, as the administrator meets them."""

import re

import pytest

from participation import accounts
from participation.access import Role
from participation.casework import duty
from participation.rights.office_hours import USUAL_HOURS
from tests.conftest import TODAY
from tests.journeys.reader import Reader

LINK = re.compile(r"/inn/lenke/[\w-]+")


@pytest.fixture
def administrator(signed_in, municipality) -> Reader:
    reader = Reader(signed_in(municipality.people[Role.ADMINISTRATOR]))
    reader.goes("/kontoer/?lang=en")
    return reader


def add(administrator, **given) -> None:
    administrator.goes("/kontoer/ny")
    filled = {"name": "Nils Ny", "email": "nils@lyngvaer.example", "role": "LEADER"} | given
    administrator.sends(**filled)


def test_everyone_with_an_account_is_there_with_a_role(administrator):
    assert "Youth council member" in administrator.text
    assert "council_member@lyngvaer.example" in administrator.text


def test_the_link_is_shown_once_and_leads_to_a_password(administrator, client):
    add(administrator)
    [link] = set(LINK.findall(administrator.text))
    assert client.get(link).status_code == 200
    administrator.goes("/kontoer/")
    assert "Nils Ny" in administrator.text
    assert not LINK.search(administrator.text)


def test_a_second_send_makes_no_second_account(administrator, database, municipality):
    administrator.goes("/kontoer/ny")
    form = dict(administrator._form("").form_values())
    given = form | {"name": "Nils", "email": "nils@lyngvaer.example", "role": "LEADER"}
    assert administrator.client.post("/kontoer/ny", data=given).status_code == 200
    again = administrator.client.post("/kontoer/ny", data=given | {"email": "to@lyngvaer.example"})
    assert (again.status_code, again.location) == (303, "/sendt")
    with database.reading() as db:
        assert "to@lyngvaer.example" not in {account.email for account in accounts.all_accounts(db)}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"name": " "}, "Write the name."),
        ({"email": "nils"}, "An e-mail address looks like this"),
        ({"email": "planner@lyngvaer.example"}, "Somebody has an account with this address already."),
    ],
    ids=["no name", "no address", "taken"],
)
def test_what_is_wrong_is_said_beside_the_field_and_the_rest_is_kept(administrator, given, told):
    administrator.goes("/kontoer/ny")
    filled = {"name": "Nils Ny", "email": "nils@lyngvaer.example", "role": "LEADER"} | given
    administrator.sends(**filled, status=422)
    assert told in " ".join(administrator.all_of("error"))
    assert administrator._form("").fields["role"] == "LEADER"


def test_a_new_link_ends_the_old_password(administrator, client, municipality):
    old = f"/inn/lenke/{municipality.named['token']}"
    assert client.get(old).status_code == 200
    with client.application.extensions["database"].reading() as db:
        [ny] = [id_ for id_, name in accounts.names(db).items() if name == "Ny"]
    administrator.sends(to=f"/{ny}/ny-lenke")
    [new] = set(LINK.findall(administrator.text))
    assert (client.get(old).status_code, client.get(new).status_code) == (404, 200)


def test_an_account_is_closed_for_good(administrator, signed_in, municipality):
    member = municipality.people[Role.COUNCIL_MEMBER]
    at_home = signed_in(member)
    administrator.sends(to=f"/{member.account_id}/steng")
    assert "Closed accounts" in administrator.text
    assert at_home.get("/kontor/").status_code == 404


def test_nobody_is_offered_to_close_their_own_account(administrator, municipality):
    own = municipality.people[Role.ADMINISTRATOR].account_id
    assert f"/kontoer/{own}/steng" not in administrator.body.decode()
    token = administrator.page.forms[0].fields["csrf_token"]
    answer = administrator.client.post(f"/kontoer/{own}/steng", data={"csrf_token": token})
    assert answer.status_code == 410


def hand_over_page(municipality) -> str:
    return f"/kontoer/{municipality.people[Role.COORDINATOR].account_id}/saker"


def closes(administrator, municipality) -> None:
    administrator.goes("/kontoer/")
    administrator.sends(to=hand_over_page(municipality).replace("saker", "steng"))


def test_no_coordinator_leaves_while_a_child_waits(administrator, municipality):
    closes(administrator, municipality)
    assert administrator.address == hand_over_page(municipality)
    assert "waits to be heard" in administrator.text
    assert "It is closed." not in administrator.text


def test_where_nobody_can_take_over_an_account_is_added_first(administrator, municipality, database):
    with database.writing() as db:
        for other in accounts.all_accounts(db):
            if other.role == "COORDINATOR" and other.id != municipality.people[Role.COORDINATOR].account_id:
                accounts.close(db, municipality.people[Role.ADMINISTRATOR], other.id, TODAY)
    administrator.goes(hand_over_page(municipality))
    assert "there is nobody to take it over" in administrator.text


def takes_over_duty(database, municipality, other) -> None:
    """Who is on duty cannot leave before somebody else is named."""
    with database.writing() as db:
        given = {"person_id": municipality.other_coordinator.account_id, "deputy_id": other.account_id}
        duty.name(db, municipality.people[Role.ADMINISTRATOR], **given, hours=USUAL_HOURS, today=TODAY)


def test_another_coordinator_takes_over_and_then_the_account_is_closed(
    administrator, municipality, person, signed_in, database
):
    other = person(Role.COORDINATOR, "Nora Ny")
    takes_over_duty(database, municipality, other)
    case = f"/saker/{municipality.named['case_id']}/"
    assert signed_in(other).get(case).status_code == 404
    administrator.goes(hand_over_page(municipality))
    administrator.sends(status=422)
    administrator.sends(taker=other.account_id)
    assert signed_in(other).get(case).status_code == 200
    assert signed_in(municipality.people[Role.COORDINATOR]).get(case).status_code == 404
    closes(administrator, municipality)
    assert "It is closed." in administrator.text


def test_nobody_hands_over_to_somebody_who_is_no_coordinator(administrator, municipality, person):
    person(Role.COORDINATOR, "Nora Ny")
    administrator.goes(hand_over_page(municipality))
    token = dict(administrator._form("").form_values())
    planner = municipality.people[Role.PLANNER].account_id
    answer = administrator.client.post(hand_over_page(municipality), data=token | {"taker": str(planner)})
    assert answer.status_code == 422


def test_an_account_that_is_not_there_has_no_cases(administrator):
    administrator.goes("/kontoer/77/saker", status=404)
