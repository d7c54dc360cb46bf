"""The card of a case: the answer, whether it was understood, and one's words taken back."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.access import Role
from participation.casework import cases, voices
from participation.casework import replies as casework_replies
from participation.casework.replies import Reply
from participation.casework.sharing import Chosen, Sharing
from participation.casework.voices import Passage
from participation.rights.occasions import Occasion
from tests.conftest import TODAY
from tests.journeys.reader import Reader


@pytest.fixture
def card(municipality) -> str:
    """A card whose words stand in a completed plan, and which is answered."""
    return str(municipality.named["replies.words"])


@pytest.fixture
def coordinator(municipality):
    return municipality.people[Role.COORDINATOR]


@pytest.fixture
def waiting(database, coordinator, surveys) -> str:
    """A card that is not answered yet."""
    with database.writing() as db:
        case = cases.open_case(db, coordinator, "2026/115", TODAY)
        survey = surveys["my-plan"]
        voice, _ = voices.invite(
            db, coordinator, case.id, occasion=Occasion.INDIVIDUAL_PLAN, survey=survey, today=TODAY
        )
        said = [Chosen("important", "Hva er viktig?", "Bestefar", Sharing.COORDINATOR)]
        voices.choose(db, voice, "s", said, TODAY)
        return voices.approve(db, voice, "s", language="nb", today=TODAY)


@pytest.fixture
def child(app) -> Reader:
    return Reader(app.test_client())


def test_before_the_answer_the_card_says_when_it_comes(child, waiting):
    child.goes(f"/kort-i-sak/{waiting}/?lang=nb")
    assert "5. desember 2026" in child.text
    assert "Bestefar" in child.text


def test_an_answer_that_is_late_is_called_late(child, waiting, app):
    child.goes(f"/kort-i-sak/{waiting}/?lang=en")
    before = child.all_of("notice")
    app.config["TODAY"] = (TODAY + timedelta(days=15)).isoformat()
    child.goes(f"/kort-i-sak/{waiting}/")
    assert child.all_of("notice") != before


def test_the_card_shows_the_answer_and_who_wrote_it(child, card):
    child.goes(f"/kort-i-sak/{card}/")
    assert "Du får en voksen til." in child.text
    assert "Coordinator" in child.text


def test_a_child_says_whether_it_was_understood_and_may_say_it_again(child, card, database):
    child.goes(f"/kort-i-sak/{card}/")
    child.sends(to="/forstatt/1", understood="NO", comment="Ikke det jeg mente")
    assert "Ikke det jeg mente" in child.text
    child.sends(to="/forstatt/1", understood="PARTLY", comment="")
    with database.reading() as db:
        assert db.scalar(select(Reply.understood)) == "PARTLY"
    assert "Ikke det jeg mente" not in child.text


def test_who_picks_nothing_is_asked_to_pick_and_keeps_what_was_written(child, card):
    child.goes(f"/kort-i-sak/{card}/")
    child.sends(to="/forstatt/1", comment="Jeg skrev noe", status=422)
    assert "Jeg skrev noe" in child.text
    child.goes(child.address)
    assert child.address == f"/kort-i-sak/{card}/"


def test_nobody_can_speak_on_another_childs_answer(child, waiting, card):
    child.goes(f"/kort-i-sak/{card}/")
    form = dict(child.page.forms[-1].form_values()) | {"understood": "NO"}
    assert child.client.post(f"/kort-i-sak/{waiting}/forstatt/1", data=form).status_code == 404


def test_a_child_can_take_its_words_back(child, waiting, database):
    child.goes(f"/kort-i-sak/{waiting}/")
    child.sends(to=child.page.forms[-1].action)
    assert "Bestefar" not in child.text
    with database.reading() as db:
        assert db.scalar(select(Passage).filter_by(question="important")) is None


def test_words_in_a_finished_plan_stay_and_the_child_is_told_so(child, card):
    child.goes(f"/kort-i-sak/{card}/")
    forms = [form.action for form in child.page.forms]
    assert forms == [f"/kort-i-sak/{card}/forstatt/1", f"/kort-i-sak/{card}/ble-det-riktig"]


def test_when_the_case_is_closed_there_is_only_reading(child, card, database, coordinator, municipality):
    with database.writing() as db:
        casework_replies.say_if_understood(
            db, card, 1, understood=casework_replies.Understood.YES, comment="", today=TODAY
        )
        cases.close(db, coordinator, municipality.named["case_id"], TODAY)
    child.goes(f"/kort-i-sak/{card}/")
    assert "Du får en voksen til." in child.text
    assert not child.page.forms


def test_the_words_of_the_group_card_open_no_case(child, municipality):
    child.goes(f"/kort-i-sak/{municipality.named['claims.words']}/", status=404)
