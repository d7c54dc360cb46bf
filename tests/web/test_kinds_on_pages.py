"""Kinds of question as a child meets them: put in order, the few, a number, a place, and the ways past."""

import pytest

from participation.access import Role
from participation.community import consultations
from participation.surveys.counted import counted_row
from participation.surveys.questions import Answer, Status
from participation.web import words
from tests.conftest import TODAY
from tests.journeys import steps
from tests.journeys.reader import Reader
from tests.municipality import _open

WAYS_PAST = {
    "skip": Status.SKIPPED,
    "dont_know": Status.DONT_KNOW,
    "wont_say": Status.WONT_SAY,
    "later": Status.LATER,
    "not_understood": Status.NOT_UNDERSTOOD,
}


@pytest.fixture
def code(database, municipality, surveys) -> str:
    planner, matter = municipality.people[Role.PLANNER], municipality.named["matter_id"]
    with database.writing() as db:
        asked = _open(db, planner, matter, surveys["school-yard"], TODAY)
        return str(consultations.make_tickets(db, planner, asked.id, 1, TODAY)[0])


@pytest.fixture
def child(app, code) -> Reader:
    child = Reader(app.test_client())
    child.goes(f"/svar/{code}/?lang=nb")
    steps.begins(child)
    return child


def kept(child, code) -> dict[str, str]:
    """What the draft of this child's browser holds, as the page for reading over tells it."""
    child.goes(f"/svar/{code}/les-over")
    rows = child.page.xpath("//ul[@class='items']/li")
    return {row.xpath(".//a/@href")[0].split("/")[-1].split("?")[0]: row.text_content() for row in rows}


def test_options_are_put_in_order_press_by_press_and_can_be_taken_away(child, code):
    child.goes(f"/svar/{code}/first")
    for option in ("sports", "nature", "play"):
        child.sends(press=f"go=put-{option}")
    assert not child.offers("go=put-sports"), "what is placed is not offered again"
    child.sends(press="go=take")
    child.sends(press=steps.NEXT)
    assert child.address.endswith("/days_outside")
    told = kept(child, code)["first"]
    assert told.index("1. Ball og sport") < told.index("2. Trær og planter")
    assert "klatre" not in told


def test_an_order_survives_leaving_the_page_without_next(child, code):
    child.goes(f"/svar/{code}/first")
    child.sends(press="go=put-sit")
    assert "Steder å sitte" in kept(child, code)["first"]


def test_more_than_the_few_are_sent_back_and_kept_as_chosen(child, code):
    child.goes(f"/svar/{code}/matters_most")
    many = ["more_to_do", "shelter", "light", "room_for_all"]
    child.sends(press=steps.NEXT, answer=many, status=422)
    assert "Velg høyst 3" in child.text
    assert child.page.xpath("//input[@checked]/@value") == many


@pytest.mark.parametrize("written", ["6", "mange", "2,5", "-1"])
def test_a_number_out_of_bounds_is_kept_with_a_word_beside_it(child, code, written):
    child.goes(f"/svar/{code}/days_outside")
    child.sends(press=steps.NEXT, answer=written, status=422)
    field = child.page.get_element_by_id("answer")
    assert (field.get("value"), field.get("aria-describedby")) == (written, "answer-hint answer-error")
    assert "fra 0 til 5" in child.page.get_element_by_id("answer-error").text_content()


def test_each_spot_on_the_picture_marks_the_same_answer_in_the_list(child, code):
    child.goes(f"/svar/{code}/like_to_be")
    pins = child.page.xpath("//label[contains(@class,'pin')]/@for")
    assert pins == child.page.xpath("//fieldset//input[@type='radio']/@id")


@pytest.mark.parametrize("press", WAYS_PAST)
def test_each_way_past_a_question_is_kept_as_a_thing_of_its_own(child, code, press, app):
    child.goes(f"/svar/{code}/best_break")
    child.sends(press=f"go={press}")
    child.goes(f"/svar/{code}/les-over?lang=en")
    with app.test_request_context(headers={"Accept-Language": "en"}):
        assert str(words.PASSED_BY[WAYS_PAST[press]]) in child.text


def test_what_is_put_off_stands_first_when_all_is_read_over(child, code):
    child.goes(f"/svar/{code}/best_break")
    child.sends(press=steps.NEXT, answer="calm")
    child.sends(press="go=later")
    child.goes(f"/svar/{code}/les-over")
    assert "Svar nå" in child.page.xpath("//ul[@class='items']/li[1]")[0].text_content()


def test_where_i_do_not_know_is_an_option_it_is_not_offered_twice(app, municipality):
    child = Reader(app.test_client())
    group = municipality.named["answers.code"]
    child.goes(f"/svar/{group}/")
    steps.begins(child)
    child.goes(f"/svar/{group}/outdoors")
    assert not child.offers("go=dont_know")
    assert child.offers("go=wont_say")


def test_what_was_put_off_and_never_taken_up_is_counted_as_passed_by(surveys):
    survey = surveys["school-yard"]
    row = counted_row(survey, {"best_break": Answer(Status.LATER), "first": Answer(Status.WONT_SAY)})
    assert (row["best_break"], row["first"]) == ("skipped", "wont_say")


def test_an_order_is_counted_by_what_comes_first_and_a_number_by_its_band(surveys):
    said = {
        "first": Answer(Status.ANSWERED, ("sit", "play")),
        "days_outside": Answer(Status.ANSWERED, "4"),
    }
    row = counted_row(surveys["school-yard"], said)
    assert (row["first"], row["days_outside"]) == ("sit", "from_3")
