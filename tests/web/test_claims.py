"""The claim card: it opens what happened, and until the answers are counted it takes them back."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from participation.access import Role
from participation.community import consultations
from participation.community.answers import Sheet
from participation.community.consultations import Consultation
from tests.conftest import TODAY
from tests.journeys import steps
from tests.journeys.reader import Reader


@pytest.fixture
def child(app) -> Reader:
    return Reader(app.test_client())


@pytest.fixture
def card(child, database, municipality) -> str:
    """The words of a card whose answers are not counted yet."""
    planner, asked_in = municipality.people[Role.PLANNER], municipality.named["consultation_id"]
    with database.writing() as db:
        code = consultations.make_tickets(db, planner, asked_in, 1, TODAY)[0]
    child.goes(f"/svar/{code}/")
    steps.begins(child)
    steps.answers_all(child, {"being_here": "good"})
    child.sends(to="/send")
    return steps.card_words(child).replace(" ", "-")


def sheets(database) -> int:
    """Sheets of rounds that are still open."""
    still_open = select(Consultation.id).where(Consultation.closed_on.is_(None))
    with database.reading() as db:
        return db.scalar(select(func.count()).select_from(Sheet).where(Sheet.asked_in.in_(still_open)))


def test_before_the_answer_the_card_says_when_it_comes(child, card):
    child.goes(f"/kort/{card}/?lang=nb")
    assert "21. desember 2026" in child.text


def test_an_answer_that_is_late_is_called_late_and_is_not_the_childs_fault(child, card, app):
    app.config["TODAY"] = (TODAY + timedelta(days=31)).isoformat()
    child.goes(f"/kort/{card}/?lang=nb")
    assert "21. desember 2026" in child.text
    assert child.page.find_class("notice")


def test_the_card_shows_the_whole_answer(child, municipality):
    child.goes(f"/kort/{municipality.named['claims.words']}/")
    for told in ("Mer lys.", "Nye lykter.", "Ikke basseng."):
        assert told in child.text
    child.follows("/oppsummeringer/")


def test_what_is_counted_can_be_taken_back_no_more(child, municipality, app):
    child.goes(f"/kort/{municipality.named['claims.words']}/")
    assert not child.page.forms


def test_a_child_can_take_its_answers_back_once(child, card, database):
    child.goes(f"/kort/{card}/")
    child.sends(to="/ta-tilbake")
    assert sheets(database) == 0
    assert child.address == f"/kort/{card}/?done=taken_back"
    assert not child.page.forms


def test_taking_back_twice_is_taking_back_once(child, card):
    child.goes(f"/kort/{card}/")
    form = dict(child.page.forms[-1].form_values())
    first, second = (child.client.post(f"/kort/{card}/ta-tilbake", data=form) for _ in range(2))
    assert first.location.endswith("?done=taken_back")
    assert second.location == "/sendt"


def test_a_form_from_elsewhere_takes_nothing_back(child, card, database):
    assert child.client.post(f"/kort/{card}/ta-tilbake").status_code == 422
    assert child.client.get(f"/kort/{card}/ta-tilbake").location == f"/kort/{card}/"
    assert sheets(database) == 1


def test_words_of_no_card_get_a_friendly_no_and_a_way_to_type_again(child):
    child.goes("/kort/hest-hest-hest-hest-hest/", status=404)
    assert [form.action for form in child.page.forms] == ["/kode"]
