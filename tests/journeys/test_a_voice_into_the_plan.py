"""The case door: a child's own words into the individual plan, weighed, answered, and understood or not."""

import pytest

from participation.access import Role
from participation.rights.plan_contents import PlanPoint
from tests.journeys import steps

WISH = "Jeg vil at Kari blir med"
SECRET = "Jeg er redd for gymmen"


@pytest.mark.on_both
def test_a_childs_voice_is_carried_into_the_plan(cast):
    a_voice_into_the_plan(cast)


def a_voice_into_the_plan(cast) -> None:
    coordinator, child = cast.staff(Role.COORDINATOR), cast.somebody()
    code = invites(coordinator)
    answers_and_approves(child, code, coordinator)
    card = steps.card_words(child)
    child.sends(to="/rydd-opp")
    child.goes(f"/stemme/{code}/", status=410)
    reads_and_weighs(coordinator)
    completes_the_plan(coordinator)
    answers_the_child(coordinator)
    says_what_was_not_understood(cast.somebody(), card)
    coordinator.goes("/saker/1/stemmer/1")
    assert "Det var ikke Kari Nilsen" in coordinator.text


def invites(coordinator) -> str:
    coordinator.goes("/saker/")
    coordinator.follows("/saker/ny")
    coordinator.sends(reference="Ola Nordmann", status=422)
    coordinator.sends(reference="2026/114")
    coordinator.follows("/inviter")
    coordinator.sends(occasion="individual_plan", survey="my-plan", language="nb")
    return coordinator.all_of("words")[0]


def answers_and_approves(child, code, coordinator) -> None:
    steps.enters(child, code)
    steps.begins(child)
    says_own_words(child)
    coordinator.goes("/saker/1/")
    assert WISH not in coordinator.text
    chosen = [name for name in child.fields() if name.startswith("sharing")]
    child.sends(**{chosen[0]: "PLAN", chosen[1]: "COORDINATOR", chosen[2]: "TAKEN_OUT"})
    assert WISH in child.text
    assert "Dette angrer jeg på" not in child.text
    child.sends()


def says_own_words(child) -> None:
    """Own words wherever there is room for them; the rest is skipped."""
    left = [WISH, SECRET, "Dette angrer jeg på"]
    while not child.address.split("?")[0].endswith("/les-over"):
        if left and child.is_for_words("answer"):
            child.sends(press=steps.NEXT, answer=left.pop(0))
        else:
            child.sends(press=steps.SKIP if child.offers(steps.SKIP) else steps.NEXT)


def reads_and_weighs(coordinator) -> None:
    coordinator.goes("/saker/1/stemmer/1")
    assert WISH in coordinator.text
    assert SECRET in coordinator.text
    assert "Dette angrer jeg på" not in coordinator.text
    coordinator.sends(to="/lesning", words="Jeg tror det gjelder støttekontakten.")
    coordinator.follows("/legg-inn/")
    coordinator.sends(point="participants")
    coordinator.goes("/saker/1/plan/rediger")
    coordinator.sends(**{point.value: "Skrevet av koordinator" for point in PlanPoint})
    coordinator.sends(to="/fullfor", status=422)
    coordinator.goes("/saker/1/stemmer/1")
    coordinator.follows("/vekting")
    coordinator.sends(
        considered="Kari har tid.", weight="great", decision="Hun blir med.", follows="NO", status=422
    )
    coordinator.sends(follows="YES")


def completes_the_plan(coordinator) -> None:
    coordinator.goes("/saker/1/plan/")
    coordinator.sends(to="/fullfor")
    coordinator.follows("/versjon/1/")
    assert WISH in coordinator.text
    assert SECRET not in coordinator.text, "what only the coordinator may read stands in no plan"
    coordinator.follows("/plan.pdf")
    assert coordinator.body.startswith(b"%PDF")
    coordinator.follows("/plan.docx")
    assert coordinator.body.startswith(b"PK")


def answers_the_child(coordinator) -> None:
    coordinator.goes("/saker/1/stemmer/1")
    coordinator.follows("/stemmer/1/svar")
    coordinator.sends(words="Kari blir med. Det starter i januar.")


def says_what_was_not_understood(child, card) -> None:
    steps.enters(child, card)
    assert "Det starter i januar." in child.text
    child.sends(to="/forstatt/1", understood="PARTLY", comment="Det var ikke Kari Nilsen")
    assert "Det var ikke Kari Nilsen" in child.text
