"""The child's own page: what can be started, what is begun, and nothing left on the device."""

import pytest

from participation.casework.own_voices import MOST_BEGUN, MOST_IN_A_WEEK
from participation.rights.occasions import SITUATIONS
from tests.journeys import steps
from tests.journeys.reader import Reader


@pytest.fixture
def code(municipality) -> str:
    return str(municipality.named["my_page.code"])


@pytest.fixture
def child(app) -> Reader:
    return Reader(app.test_client())


def starts(child, code, situation, status=200) -> None:
    child.goes(f"/min-side/{code}/?lang=en")
    child.sends(to="/begynn", press=f"situation={situation.value}", status=status)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_each_situation_has_its_card_its_picture_and_its_questions(child, code, situation):
    child.goes(f"/min-side/{code}/")
    [button] = child.page.xpath(f"//button[@value='{situation.value}']")
    assert button.find("svg") is not None
    starts(child, code, situation)
    assert child.address.startswith("/stemme/")


def test_an_own_code_is_told_apart_on_the_first_page(child, code):
    steps.enters(child, code.replace("-", " ").lower())
    assert child.address == f"/min-side/{code}/"


def test_what_is_begun_leads_back_to_the_same_questions(child, code):
    starts(child, code, SITUATIONS[1])
    begun = child.address
    starts(child, code, SITUATIONS[1])
    assert child.address == begun
    child.goes(f"/min-side/{code}/")
    child.follows("/stemme/")
    assert child.address == begun


def test_a_child_with_three_begun_is_told_so_and_can_throw_one_away(child, code):
    for situation in SITUATIONS[:MOST_BEGUN]:
        starts(child, code, situation)
    starts(child, code, SITUATIONS[MOST_BEGUN])
    assert "You have begun three things. Send one, or throw one away." in child.text
    away = child.page.xpath("//form[contains(@action, '/kast/')]")[0].action
    child.sends(to=away[away.index("/kast/") :])
    starts(child, code, SITUATIONS[MOST_BEGUN])
    assert child.address.startswith("/stemme/")


def test_a_child_that_has_begun_ten_times_in_a_week_is_told_when_it_can_again(child, code):
    for _ in range(MOST_IN_A_WEEK):
        starts(child, code, SITUATIONS[0])
        child.goes(f"/min-side/{code}/")
        child.sends(to=child.page.xpath("//form[contains(@action, '/kast/')]")[0].action)
    starts(child, code, SITUATIONS[0])
    assert "You can begin again in some days." in child.text


@pytest.mark.parametrize("situation", ["individual_plan", "", "finnes-ikke"])
def test_nothing_else_is_started_by_the_child(child, code, situation):
    child.goes(f"/min-side/{code}/")
    form = dict(child.page.forms[0].form_values()) | {"situation": situation}
    answer = child.client.post(f"/min-side/{code}/begynn", data=form)
    assert answer.location == f"/min-side/{code}/?done=again"


def test_the_end_page_takes_the_childs_secret_along(child, code):
    starts(child, code, SITUATIONS[0])
    child.goes(f"/min-side/{code}/")
    child.sends(to="/rydd-opp")
    assert child.address.split("?")[0] == f"/min-side/{code}/ferdig-her"
    assert child.client.get_cookie("browser") is None


def test_guessing_at_own_codes_is_slowed_down(child, code):
    wrong = code[:-1] + next(sign for sign in "23456789" if sign != code[-1])
    for _ in range(40):
        child.client.get(f"/min-side/{wrong}/")
    assert child.client.get(f"/min-side/{code}/").status_code == 200, "a slip is no guess"
    other = "222-222-222-222-222"
    statuses = {child.client.get(f"/min-side/{other}/").status_code for _ in range(60)}
    assert statuses == {404, 429}


def test_somebody_can_be_asked_for_help_from_ones_own_page_and_from_a_meeting(child, code, municipality):
    for where in ("", f"mote/{municipality.named['meeting_id']}/"):
        child.goes(f"/min-side/{code}/{where}")
        assert child.page.xpath("//footer//a[@href='/kontakt/']")
