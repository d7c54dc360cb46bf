"""Every door, tried by everyone: shut by default, closed to forgery, and looking changes nothing."""

import re

import pytest

from participation.access import Role
from participation.web.views import OPEN_TO_ALL
from tests.municipality import CANARY, rules

pytestmark = pytest.mark.xdist_group("doors")
STAFF = [role for role in Role if role is not Role.CHILD]
CASE, PLANNING = {Role.COORDINATOR}, {Role.PLANNER, Role.LEADER}
COUNCIL = {Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER, *PLANNING}
MAY_ENTER = {
    "desk": set(STAFF),
    "accounts": {Role.ADMINISTRATOR},
    "trail": {Role.ADMINISTRATOR},
    "cases": CASE,
    "own_codes": CASE,
    "meetings": CASE,
    "individual_plans": CASE,
    "matters": COUNCIL,
    "consultations": PLANNING,
    "paper": {Role.PLANNER},
    "devices": {Role.PLANNER},
    "releases": PLANNING,
    "summaries": PLANNING,
    "themes": {Role.PLANNER},
    "quotations": {Role.PLANNER},
    "councils": COUNCIL,
    "assessments": PLANNING,
    "municipal_plans": PLANNING,
    "own_words": {Role.PLANNER},
    "concerns": CASE,
    "help_lines": {Role.PLANNER, Role.ADMINISTRATOR},
    "duty": {Role.ADMINISTRATOR},
    "childrens_pages": {Role.PLANNER, Role.ADMINISTRATOR},
    "colours": {Role.PLANNER, Role.ADMINISTRATOR},
    "symbols": {Role.PLANNER, Role.ADMINISTRATOR},
    "recordings": {Role.PLANNER, Role.ADMINISTRATOR},
    "sign_films": {Role.PLANNER, Role.ADMINISTRATOR},
}
"""Which roles find anything at all behind a staff door. What they may do there, the acts decide."""


def door_of(rule) -> str:
    return rule.endpoint.split(".")[0]


def staff_rules(app, method="GET"):
    return [rule for rule in rules(app, method) if door_of(rule) not in OPEN_TO_ALL]


def token_in(client, address="/") -> str:
    return re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(address).text)[1]


def test_every_staff_door_says_who_may_enter(app):
    assert {door_of(rule) for rule in staff_rules(app)} <= set(MAY_ENTER)


def test_to_a_stranger_no_staff_door_is_there(app, client, municipality):
    nothing = client.get("/finnes-ikke")
    for method in ("GET", "POST"):
        for rule in staff_rules(app, method):
            answer = client.open(municipality.address(app, rule), method=method)
            assert (answer.status_code, answer.data) == (404, nothing.data), rule


@pytest.mark.parametrize("role", STAFF, ids=lambda role: role.name)
def test_to_the_wrong_role_a_door_is_not_there(app, signed_in, municipality, role):
    client = signed_in(municipality.people[role])
    nothing = nameless(client.get("/finnes-ikke").text)
    token = token_in(client, "/kontor/")
    for method in ("GET", "POST"):
        for rule in staff_rules(app, method):
            if role not in MAY_ENTER[door_of(rule)]:
                address = municipality.address(app, rule)
                answer = client.open(address, method=method, data={"csrf_token": token})
                assert (answer.status_code, nameless(answer.text)) == (404, nothing), rule


def test_no_door_falls_over(visits):
    assert [visit.name for visit in visits if visit.status >= 500] == []


def test_looking_changes_nothing(visits):
    assert [visit.name for visit in visits if visit.changed] == []


OWN = {"replies.show", "my_meetings.show", "my_meetings.topics", "my_meetings.people", "my_meetings.send"}


def test_what_a_child_said_in_a_case_reaches_only_its_coordinator(visits):
    """The child's own card and own code show it as well, to whoever holds them."""
    told = {visit.role for visit in visits if CANARY in visit.body and visit.endpoint not in OWN}
    assert told == {Role.COORDINATOR}


def test_another_coordinators_case_looks_like_no_case(app, signed_in, municipality):
    client = signed_in(municipality.other_coordinator)
    for method in ("GET", "POST"):
        for rule in rules(app, method):
            if MAY_ENTER.get(door_of(rule)) == CASE and "case_id" in rule.arguments:
                theirs = municipality.address(app, rule)
                nobodys = re.sub(r"/saker/\d+", "/saker/9999", theirs)
                given = {"data": {"csrf_token": token_in(client, "/kontor/")}}
                first, second = (client.open(to, method=method, **given) for to in (theirs, nobodys))
                assert first.status_code == second.status_code == 404, rule
                assert nameless(first.text) == nameless(second.text), rule


FORGED = {
    "no token": ({}, {}),
    "another site": ({}, {"Sec-Fetch-Site": "cross-site"}),
}
CHILDRENS = {"answers", "voices", "my_page", "my_meetings", "claims", "replies", "serious", "contact"}
CHILDRENS |= {"offline"}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
@pytest.mark.parametrize("role", [None, *STAFF], ids=lambda role: role.name if role else "stranger")
def test_a_forged_form_changes_nothing(app, client, signed_in, municipality, contents, role, forged):
    """A child is led back to the start; everyone else is refused."""
    client = signed_in(municipality.people[role]) if role else client
    data, headers = forged
    before = contents()
    for rule in rules(app, "POST"):
        answer = client.post(municipality.address(app, rule), data=data, headers=headers)
        led_back = door_of(rule) in CHILDRENS and answer.status_code == 303 and not headers
        assert led_back or 400 <= answer.status_code < 500, (rule, answer.status_code)
        assert contents() == before, rule


@pytest.mark.parametrize("token", ["00" * 64, "å", "", "0" * 5000])
def test_a_made_up_token_is_no_token(app, signed_in, municipality, contents, token):
    client = signed_in(municipality.people[Role.PLANNER])
    client.get("/kontor/")
    before = contents()
    addresses = [municipality.address(app, rule) for rule in staff_rules(app, "POST")]
    statuses = {client.post(address, data={"csrf_token": token}).status_code for address in addresses}
    assert statuses <= {400, 404, 410, 422}
    assert contents() == before


def test_anothers_token_is_no_token(app, signed_in, municipality, contents):
    theirs = token_in(signed_in(municipality.people[Role.LEADER]), "/kontor/")
    client = signed_in(municipality.people[Role.PLANNER])
    client.get("/kontor/")
    before = contents()
    for rule in staff_rules(app, "POST"):
        client.post(municipality.address(app, rule), data={"csrf_token": theirs})
        assert contents() == before, rule


SAME_FOR_ALL = {"stop", "done", "rest"}
"""A child's ways out: they look up no code, and say the same to everybody."""


def test_a_child_without_a_way_in_finds_nothing(app, client, municipality):
    for rule in rules(app):
        if {"code", "words"} & rule.arguments and rule.endpoint.split(".")[1] not in SAME_FOR_ALL:
            address = municipality.address(app, rule)
            secret = municipality.named[f"{door_of(rule)}.{'code' if 'code' in rule.arguments else 'words'}"]
            answer = client.get(address.replace(str(secret), "feil-kode"), follow_redirects=True)
            assert answer.status_code == 404, rule


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "CONNECT"])
def test_no_other_method_is_known(app, client, municipality, method):
    for rule in rules(app):
        assert client.open(municipality.address(app, rule), method=method).status_code in {400, 404, 405}, (
            rule
        )


def nameless(text: str) -> str:
    """The page without what is different each time: the tokens of its forms."""
    return re.sub(r'value="[^"]*"', "", text)
