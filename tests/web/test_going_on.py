"""Going on: nothing is lost when a child stops for a while, and nothing is left for the next one."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.storage.drafts import Draft
from tests.conftest import TODAY
from tests.journeys import steps
from tests.journeys.reader import Reader


@pytest.fixture
def code(municipality) -> str:
    return str(municipality.named["answers.code"])


@pytest.fixture
def child(app, code) -> Reader:
    """A child that has written something and is to go on elsewhere."""
    child = Reader(app.test_client())
    child.goes(f"/svar/{code}/?lang=nb")
    steps.begins(child)
    child.goes(f"/svar/{code}/good_here")
    child.sends(press=steps.NEXT, answer="Fjæra")
    return child


def marks(child, code) -> str:
    child.goes(f"/svar/{code}/senere")
    child.sends(to="/senere")
    return child.page.xpath("//*[@class='words']")[0].text_content().strip()


def another(app) -> Reader:
    return Reader(app.test_client())


def test_four_words_lead_back_to_the_answers_on_another_device(child, code, app):
    words = marks(child, code)
    assert len(words.split()) == 4
    other = another(app)
    steps.enters(other, words.upper().replace(" ", ", "))
    other.goes(f"/svar/{code}/les-over")
    assert "Fjæra" in other.text


def test_whoever_goes_on_comes_to_what_is_still_open(child, code, app):
    words, other = marks(child, code), another(app)
    steps.enters(other, words)
    assert other.address == f"/svar/{code}/being_here"


def test_when_it_is_sent_the_words_open_nothing(child, code, app):
    words = marks(child, code)
    child.goes(f"/svar/{code}/les-over")
    child.sends(to="/send")
    other = another(app)
    other.goes("/")
    other.sends(to="/kode", code=words, status=422)


def test_new_words_take_the_place_of_the_old(child, code, app):
    old, new = marks(child, code), marks(child, code)
    other = another(app)
    other.goes("/")
    other.sends(to="/kode", code=old, status=422)
    steps.enters(other, new)
    assert other.address.startswith(f"/svar/{code}/")


@pytest.mark.parametrize(("days", "status"), [(7, 200), (8, 422)])
def test_the_words_lead_back_for_seven_days(child, code, app, days, status):
    words = marks(child, code)
    app.config["TODAY"] = (TODAY + timedelta(days=days)).isoformat()
    other = another(app)
    other.goes("/")
    other.sends(to="/kode", code=words, status=status)


def test_words_that_were_guessed_are_counted(app, code):
    other = another(app)
    for _ in range(30):
        other.goes("/", status=200)
        other.sends(to="/kode", code="ake and arm ball", status=422)
    other.goes("/")
    other.sends(to="/kode", code="ake and arm ball", status=429)


def test_whoever_stops_leaves_nothing(child, code, database):
    child.goes(f"/svar/{code}/stopp")
    child.sends(to="/slett")
    with database.reading() as db:
        assert db.scalars(select(Draft)).all() == []


def test_nothing_can_be_marked_before_anything_is_said(app, code):
    other = another(app)
    other.goes(f"/svar/{code}/")
    other.goes(f"/svar/{code}/senere")
    assert other.address == f"/svar/{code}/?done=empty"


def test_whoever_has_said_nothing_yet_is_not_told_that_something_is_lost(app, code):
    other = another(app)
    other.goes(f"/svar/{code}/?lang=en")
    steps.begins(other)
    other.follows("/senere")
    assert "There are no answers here yet." in other.text
    assert "not on this device any more" not in other.text


def test_what_is_kept_while_writing_is_there_without_next(child, code):
    child.goes(f"/svar/{code}/first")
    token = child.page.xpath("//input[@name='csrf_token']/@value")[0]
    kept = {"csrf_token": token, "go": "keep", "answer": "Flere ben"}
    assert child.client.post(f"/svar/{code}/first", data=kept).status_code == 204
    child.goes(f"/svar/{code}/les-over")
    assert "Flere ben" in child.text


def test_an_empty_field_that_is_kept_changes_nothing(child, code):
    child.goes(f"/svar/{code}/good_here")
    token = child.page.xpath("//input[@name='csrf_token']/@value")[0]
    kept = {"csrf_token": token, "go": "keep", "answer": " "}
    assert child.client.post(f"/svar/{code}/good_here", data=kept).status_code == 204
    child.goes(f"/svar/{code}/les-over")
    assert "Fjæra" in child.text


def test_who_comes_back_finds_the_way_on_first_and_who_is_new_what_is_good_to_know(child, code):
    child.goes(f"/svar/{code}/?lang=en")
    told = ["Yes, go on", "Good to know first", "No, begin with empty pages"]
    assert sorted(told, key=child.text.index) == told


def test_the_last_page_is_read_as_the_one_before_though_the_device_forgets_the_language(child, code):
    child.goes(f"/svar/{code}/stopp?lang=ar")
    child.sends(to="/slett")
    assert child.page.get("lang") == "ar"
    child.goes("/")
    assert child.page.get("lang") != "ar"
