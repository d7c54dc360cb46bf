"""A child before and after a meeting: nothing is sent before the yes, and the list is the child's too."""

from datetime import timedelta

import pytest

from participation.access import Role
from participation.casework import meetings
from participation.casework.meetings import Details, Meeting
from tests.conftest import TODAY
from tests.journeys import steps
from tests.journeys.reader import Reader

OWN = "Jeg vil snakke om hunden"
DETAILS = Details("Møte om fritiden", "Biblioteket", "kl. 9", ("Kari",))


@pytest.fixture
def planned(database, municipality) -> tuple[int, str]:
    """A meeting in five days, and a code for it alone."""
    kari = municipality.people[Role.COORDINATOR]
    with database.writing() as db:
        given = {"on_day": TODAY + timedelta(days=5), "details": DETAILS, "topics": ["Fritid", "Penger"]}
        meeting = meetings.plan(db, kari, int(municipality.named["case_id"]), **given)
        return meeting.id, meetings.make_code(db, kari, meeting.id)


@pytest.fixture
def child(app, planned) -> Reader:
    found = Reader(app.test_client())
    steps.enters(found, planned[1])
    found.goes(f"{found.address}?lang=en")
    return found


def listed(database, planned) -> dict[str, bool]:
    with database.reading() as db:
        found = meetings.listed(db, db.get(Meeting, planned[0]))
        return {one.words: one.topic.crossed_out_on is not None for one in found}


def crosses_out(child, words) -> None:
    child.follows("/temaer")
    for label in child.page.xpath("//label"):
        if words in label.text_content():
            child.page.get_element_by_id(label.get("for")).checked = True


def test_the_code_of_a_meeting_opens_that_meeting_alone(child, planned, municipality, app):
    assert child.address == f"/min-side/{planned[1]}/mote/{planned[0]}/"
    for told in ("Møte om fritiden", "Biblioteket", "kl. 9", "Fritid", "Penger", "Kari"):
        assert told in child.text
    other = municipality.named["meeting_id"]
    Reader(app.test_client()).goes(f"/min-side/{planned[1]}/mote/{other}/", status=404)


def test_nothing_is_sent_before_the_child_has_read_it_over_and_said_yes(child, planned, database):
    crosses_out(child, "Penger")
    child.sends(**{"own-0": OWN})
    child.sends(come="Mormor")
    assert listed(database, planned) == {"Fritid": False, "Penger": False}
    child.sends()
    assert listed(database, planned) == {"Fritid": False, "Penger": True, OWN: False}
    assert "Your coordinator has not read it yet." in child.text


def test_the_yes_is_to_the_very_words_that_stood_there(child, planned, database):
    child.follows("/temaer")
    child.sends(**{"own-0": OWN})
    child.sends()
    form = dict(child.page.forms[-1].form_values())
    child.goes(f"/min-side/{planned[1]}/mote/{planned[0]}/temaer")
    child.sends(**{"own-0": "Noe annet"})
    answer = child.client.post(f"/min-side/{planned[1]}/mote/{planned[0]}/send", data=form)
    assert answer.status_code == 422
    assert OWN not in listed(database, planned)


def test_what_is_too_long_is_kept_and_pointed_out(child):
    child.follows("/temaer")
    child.sends(**{"own-0": "x" * 501}, status=422)
    assert child.page.get_element_by_id("own-0").get("aria-invalid") == "true"
    assert len(child.page.get_element_by_id("own-0").value) == 501


def test_after_the_meeting_nothing_is_added_to_the_list(child, planned, app):
    app.config["TODAY"] = (TODAY + timedelta(days=6)).isoformat()
    child.goes(f"/min-side/{planned[1]}/mote/{planned[0]}/")
    assert "/temaer" not in child.body.decode()
    child.goes(f"/min-side/{planned[1]}/mote/{planned[0]}/temaer", status=410)


def test_a_child_that_read_an_older_note_is_shown_the_newer_one_first(app, database, municipality):
    child, code = Reader(app.test_client()), municipality.named["my_page.code"]
    where = f"/min-side/{code}/mote/{municipality.named['meeting_id']}"
    child.goes(f"{where}/?lang=en")
    form = dict(child.page.forms[0].form_values()) | {"verdict": "RIGHT"}
    answer = child.client.post(f"{where}/referat/0", data=form)
    assert answer.location == f"{where}/?done=newer"


def test_without_a_verdict_the_child_is_asked_for_one(app, municipality):
    child, code = Reader(app.test_client()), municipality.named["my_page.code"]
    child.goes(f"/min-side/{code}/mote/{municipality.named['meeting_id']}/?lang=en")
    child.sends(to="/referat/1", status=422)
    assert "Pick the answer that fits you best." in child.text
