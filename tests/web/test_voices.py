"""The case door: nothing is read by anyone before the child has said yes to the very words."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.casework.voices import Passage, Voice
from tests.conftest import TODAY
from tests.journeys import steps
from tests.journeys.reader import Reader

WISH = "Jeg vil bestemme når"


@pytest.fixture
def code(municipality) -> str:
    return str(municipality.named["voices.code"])


@pytest.fixture
def child(app) -> Reader:
    return Reader(app.test_client())


@pytest.fixture
def speaking(child, code) -> Reader:
    """A child that has said one thing, and is to choose who may read it."""
    child.goes(f"/stemme/{code}/")
    steps.begins(child)
    steps.answers_all(child, {"important": WISH})
    return child


def passages(database) -> list[str]:
    with database.reading() as db:
        newest = db.scalars(select(Voice.id).order_by(Voice.id.desc())).first()
        return [passage.sharing for passage in db.scalars(select(Passage).filter_by(voice_id=newest))]


def chooses(child, **fields) -> None:
    child.sends(**{name.replace("_", "-", 1): value for name, value in fields.items()})


def test_before_the_first_question_a_child_is_told_who_reads_and_when_the_answer_comes(child, code):
    child.goes(f"/stemme/{code}/?lang=nb")
    for told in ("Coordinator", "5. desember 2026", "14", "116 111"):
        assert told in child.text, told


def test_nothing_stands_in_the_plan_unless_the_child_says_so(speaking):
    assert [box.get("value") for box in speaking.page.xpath("//input[@checked]")] == ["COORDINATOR"]


def test_the_words_can_be_changed_and_the_yes_is_to_the_changed_words(speaking):
    chooses(speaking, words_important="Jeg bestemmer", sharing_important="PLAN")
    assert "Jeg bestemmer" in speaking.text
    assert WISH not in speaking.text


@pytest.mark.parametrize("fields", [{"sharing_important": "TAKEN_OUT"}, {"words_important": " "}])
def test_where_everything_is_taken_out_there_is_nothing_to_say_yes_to(speaking, fields, database):
    chooses(speaking, **fields)
    assert not speaking.page.forms
    assert passages(database) == []


def test_words_that_are_too_long_are_kept_and_pointed_out(speaking):
    chooses_too_much = {"words-important": "x" * 2001}
    speaking.sends(**chooses_too_much, status=422)
    field = speaking.page.get_element_by_id("words-important")
    assert field.get("aria-invalid") == "true"
    assert len(field.value.strip()) == 2001


def test_a_yes_is_only_to_the_words_that_were_read(speaking, code, database):
    chooses(speaking, sharing_important="PLAN")
    form = dict(speaking.page.forms[-1].form_values())
    speaking.goes(f"/stemme/{code}/les-over")
    chooses(speaking, words_important="Noe annet", sharing_important="PLAN")
    answer = speaking.client.post(f"/stemme/{code}/si-ja", data=form)
    assert answer.status_code == 422
    assert passages(database) == []


def test_a_yes_pressed_twice_is_one_yes_and_one_card(speaking, code, database):
    chooses(speaking, sharing_important="PLAN")
    form = dict(speaking.page.forms[-1].form_values())
    first, second = (speaking.client.post(f"/stemme/{code}/si-ja", data=form) for _ in range(2))
    assert first.location == second.location == f"/stemme/{code}/kort-til-deg"
    assert passages(database) == ["PLAN"]


def test_after_the_yes_every_page_leads_to_the_card(speaking, code):
    chooses(speaking, sharing_important="PLAN")
    speaking.sends()
    card = steps.card_words(speaking)
    for name in ("important", "si-ja", "kort-til-deg"):
        speaking.goes(f"/stemme/{code}/{name}")
        assert steps.card_words(speaking) == card


def test_after_the_yes_the_code_opens_nothing_for_others(speaking, code, app):
    chooses(speaking, sharing_important="PLAN")
    speaking.sends()
    for name in ("", "important", "les-over", "si-ja"):
        Reader(app.test_client()).goes(f"/stemme/{code}/{name}", status=410)


def test_a_code_that_is_out_of_date_opens_nothing(child, code, app):
    app.config["TODAY"] = (TODAY + timedelta(days=15)).isoformat()
    child.goes(f"/stemme/{code}/", status=410)


def test_a_child_whose_browser_forgot_is_led_to_the_start(speaking, code, app):
    other = Reader(app.test_client())
    for name in ("important", "les-over", "kort-til-deg"):
        other.goes(f"/stemme/{code}/{name}")
        assert other.address == f"/stemme/{code}/?done=lost"


def test_who_has_answered_nothing_is_shown_that_nothing_is_sent(child, code):
    child.goes(f"/stemme/{code}/")
    steps.begins(child)
    steps.answers_all(child, {})
    assert not child.page.forms


def test_an_answer_given_once_more_is_the_one_that_is_sent(speaking, code):
    chooses(speaking, sharing_important="PLAN")
    speaking.goes(f"/stemme/{code}/important?back=review")
    speaking.sends(press=steps.NEXT, answer="Jeg har ombestemt meg")
    chooses(speaking, sharing_important="PLAN")
    assert "Jeg har ombestemt meg" in speaking.text


def test_words_that_came_since_the_page_was_shown_are_asked_about(speaking, code):
    form = dict(speaking.page.forms[-1].form_values())
    speaking.goes(f"/stemme/{code}/good")
    speaking.sends(press=steps.NEXT, answer="Alt er bra")
    answer = speaking.client.post(f"/stemme/{code}/les-over", data=form)
    assert answer.status_code == 422
    assert "Alt er bra" in answer.text
