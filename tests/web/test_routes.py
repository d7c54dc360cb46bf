"""Every door, tried by everyone: shut by default, closed to forgery, and looking changes nothing."""

import re

import pytest

from participation.access import Role
from participation.web.views import OPEN_TO_ALL
from tests.municipality import CANARY, rules

STAFF = [role for role in Role if role is not Role.CHILD]
CASE, PLANNING = {Role.COORDINATOR}, {Role.PLANNER, Role.LEADER}
COUNCIL = {Role.COUNCIL_SECRETARY, Role.COUNCIL_MEMBER, *PLANNING}
MAY_ENTER = {
    "desk": set(STAFF),
    "accounts": {Role.ADMINISTRATOR},
    "trail": {Role.ADMINISTRATOR},
    "cases": CASE,
    "individual_plans": CASE,
    "matters": COUNCIL,
    "consultations": PLANNING,
    "summaries": PLANNING,
    "councils": COUNCIL,
    "assessments": PLANNING,
    "municipal_plans": PLANNING,
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


@pytest.mark.parametrize("role", STAFF, ids=lambda role: role.name)
def test_no_door_falls_over(app, signed_in, municipality, role):
    client = signed_in(municipality.people[role])
    answers = {rule: client.get(municipality.address(app, rule)).status_code for rule in rules(app)}
    assert {rule: status for rule, status in answers.items() if status >= 500} == {}


def test_another_coordinators_case_looks_like_no_case(app, signed_in, municipality):
    client = signed_in(municipality.other_coordinator)
    for method in ("GET", "POST"):
        for rule in rules(app, method):
            if door_of(rule) in {"cases", "individual_plans"} and "case_id" in rule.arguments:
                theirs = municipality.address(app, rule)
                nobodys = re.sub(r"/saker/\d+", "/saker/9999", theirs)
                given = {"data": {"csrf_token": token_in(client, "/kontor/")}}
                first, second = (client.open(to, method=method, **given) for to in (theirs, nobodys))
                assert first.status_code == second.status_code == 404, rule
                assert nameless(first.text) == nameless(second.text), rule


@pytest.mark.parametrize("role", [None, *STAFF], ids=lambda role: role.name if role else "stranger")
def test_looking_changes_nothing(app, client, signed_in, municipality, contents, role):
    client = signed_in(municipality.people[role]) if role else client
    before = contents()
    changed = []
    for rule in rules(app):
        client.get(municipality.address(app, rule))
        if contents() != before:
            changed, before = [*changed, rule.endpoint], contents()
    assert changed == []


FORGED = {
    "no token": ({}, {}),
    "a wrong token": ({"csrf_token": "00" * 64}, {}),
    "another site": ({}, {"Sec-Fetch-Site": "cross-site"}),
    "a neighbouring site": ({}, {"Sec-Fetch-Site": "same-site"}),
}
CHILDRENS = {"answers", "voices"}


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


def test_anothers_token_is_no_token(app, signed_in, municipality, contents):
    theirs = token_in(signed_in(municipality.people[Role.LEADER]), "/kontor/")
    client = signed_in(municipality.people[Role.PLANNER])
    client.get("/kontor/")
    before = contents()
    for rule in staff_rules(app, "POST"):
        client.post(municipality.address(app, rule), data={"csrf_token": theirs})
        assert contents() == before, rule


SAME_FOR_ALL = {"stop", "done"}
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


@pytest.mark.parametrize(
    "role", [role for role in STAFF if role is not Role.COORDINATOR], ids=lambda r: r.name
)
def test_what_a_child_said_in_a_case_reaches_only_its_coordinator(app, signed_in, municipality, role):
    client = signed_in(municipality.people[role])
    told = [rule for rule in rules(app) if CANARY in client.get(municipality.address(app, rule)).text]
    assert {rule.endpoint for rule in told} <= {"replies.show"}, "only the child's own card shows it"


def nameless(text: str) -> str:
    """The page without what is different each time: the tokens of its forms."""
    return re.sub(r'value="[^"]*"', "", text)
