"""The child starts: by its own code to the coordinator's answer, and from a meeting to "it is right"."""

import pytest

from participation.access import Role
from tests.conftest import TODAY
from tests.journeys import steps

HARD = "Bussen er full av bråk"
OWN_TOPIC = "Jeg vil snakke om bussen"
REPLY = "Vi har snakket med busselskapet."


@pytest.fixture
def coordinator(cast):
    """Somebody with an open case."""
    found = cast.staff(Role.COORDINATOR)
    found.goes("/saker/ny")
    found.sends(reference="2026/114")
    return found


@pytest.fixture
def code(coordinator) -> str:
    """The child's own code, from the sheet."""
    coordinator.goes("/saker/1/")
    coordinator.follows("/egen-kode")
    coordinator.sends(to="/lag", language="nb")
    return coordinator.all_of("words")[0]


def test_a_child_says_something_without_being_asked_and_is_answered(cast, coordinator, code):
    child = begins(cast.somebody(), code)
    coordinator.goes("/saker/1/")
    assert "Barnet startet dette selv" not in coordinator.text
    steps.answers_all(child, {"what": HARD})
    child.sends()
    child.sends()
    card = steps.card_words(child)
    child.sends(to="/rydd-opp")
    answers(coordinator)
    reads(cast.somebody(), card)


def begins(child, code: str):
    steps.enters(child, code)
    child.sends(to="/begynn", press="situation=something_hard")
    steps.begins(child)
    return child


def answers(coordinator) -> None:
    coordinator.goes("/kontor/")
    assert "Barnet startet dette selv" in coordinator.text
    assert HARD not in coordinator.text
    coordinator.follows("/stemmer/")
    assert HARD in coordinator.text
    coordinator.follows("/svar")
    coordinator.sends(words=REPLY)


def reads(child, card: str) -> None:
    steps.enters(child, card)
    assert REPLY in child.text


def test_a_child_takes_part_before_a_meeting_and_says_that_the_note_is_right(cast, coordinator, code):
    plans(coordinator)
    child = cast.somebody()
    steps.enters(child, code)
    takes_part(child)
    decides(coordinator)
    writes(coordinator, "Vi snakket om skolen.")
    judges(child, "WRONG", "Vi snakket om bussen")
    coordinator.goes("/saker/1/moter/1/")
    assert "Vi snakket om bussen" in coordinator.text
    writes(coordinator, "Vi snakket om bussen og skolen.")
    judges(child, "RIGHT", "")
    coordinator.goes("/saker/1/")
    assert "Barnet sier at det stemmer" in coordinator.text


def plans(coordinator) -> None:
    coordinator.goes("/saker/1/")
    coordinator.follows("/moter/nytt")
    given = {"title": "Skolen", "on_day": TODAY, "at": "kl. 13", "place": "Rådhuset"}
    coordinator.sends(**given, who_comes="Kari\nLæreren din", topics="Skolen\nAvlastning")


def takes_part(child) -> None:
    child.follows("/mote/")
    child.follows("/temaer")
    [crossed] = [box for box in child.page.xpath("//label") if "Avlastning" in box.text_content()]
    child.page.get_element_by_id(crossed.get("for")).checked = True
    child.sends(**{"own-0": OWN_TOPIC})
    child.sends(come="Mormor", stay_away="Han fra kontoret")
    for said in (OWN_TOPIC, "Avlastning", "Mormor", "Han fra kontoret"):
        assert said in child.text
    child.sends()
    assert "Koordinatoren din har ikke lest det ennå." in child.text


def decides(coordinator) -> None:
    coordinator.goes("/kontor/")
    assert OWN_TOPIC not in coordinator.text
    coordinator.follows("/moter/")
    for said in (OWN_TOPIC, "Mormor", "Han fra kontoret"):
        assert said in coordinator.text
    coordinator.sends(to="/lest")
    coordinator.follows("/tema/")
    coordinator.sends(decided="taken_up", status=422)
    coordinator.sends(decided="taken_up", why="Det haster.")


def writes(coordinator, talked: str) -> None:
    coordinator.follows("/referat")
    coordinator.sends(talked=talked, decided="Du får ny plass.", who_does="Kari ringer fredag.")


def judges(child, verdict: str, comment: str) -> None:
    child.goes(child.address.split("?")[0])
    assert "Det haster." in child.text
    assert "Koordinatoren din har lest det." in child.text
    child.sends(to=child.page.forms[0].action.rsplit("/min-side", 1)[-1], verdict=verdict, comment=comment)
