"""The group door: what a child is told, and that nothing is lost, doubled or left behind."""

from dataclasses import replace
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
from tests.municipality import _open

WRONG = "/svar/BCD-FGH-JK3/"
SAID = {"being_here": "good", "first": "Flere benker"}


@pytest.fixture
def code(municipality) -> str:
    return str(municipality.named["answers.code"])


@pytest.fixture
def planner(municipality):
    return municipality.people[Role.PLANNER]


@pytest.fixture
def class_code(database, municipality, planner) -> str:
    with database.writing() as db:
        return consultations.make_class_ticket(db, planner, municipality.named["consultation_id"], 5, TODAY)


@pytest.fixture
def child(app) -> Reader:
    return Reader(app.test_client())


def begins(child, code) -> None:
    child.goes(f"/svar/{code}/")
    steps.begins(child)


def sends_in(child, code) -> str:
    begins(child, code)
    steps.answers_all(child, SAID)
    child.sends(to="/send")
    return steps.card_words(child)


def sheets(database) -> int:
    """Sheets of rounds that are still open."""
    still_open = select(Consultation.id).where(Consultation.closed_on.is_(None))
    with database.reading() as db:
        return db.scalar(select(func.count()).select_from(Sheet).where(Sheet.asked_in.in_(still_open)))


def test_before_the_first_question_a_child_is_told_what_it_must_know(child, code):
    child.goes(f"/svar/{code}/?lang=nb")
    for told in (
        "Planleggeren",
        "Hva som bygges",
        "Pengene",
        "Kommunestyret",
        "28. november 2026",
        "116 111",
    ):
        assert told in child.text, told


def test_one_may_pass_by_every_question_and_still_send(child, code, database):
    begins(child, code)
    steps.answers_all(child, {})
    child.sends(to="/send")
    assert sheets(database) == 1


def test_who_does_not_understand_gets_it_explained_and_keeps_what_was_typed(child, code, surveys):
    begins(child, code)
    child.goes(f"/svar/{code}/good_here?lang=nb")
    explained = surveys["our-place"].wording("nb", "standard", "good_here")["explain"]
    assert explained not in child.text
    child.sends(press=steps.NOT_UNDERSTOOD, answer="Fjæra")
    assert explained in child.text
    assert "Fjæra" in child.text
    child.sends(press=steps.NEXT)
    child.goes(f"/svar/{code}/les-over")
    assert "Fjæra" in child.text


def test_a_text_that_is_too_long_is_kept_with_a_word_beside_it(child, code):
    begins(child, code)
    child.goes(f"/svar/{code}/good_here")
    child.sends(press=steps.NEXT, answer="x" * 1001, status=422)
    field = child.page.get_element_by_id("answer")
    assert field.value.strip() == "x" * 1001
    assert field.get("aria-describedby") == "answer-error"
    assert "1001" in child.page.get_element_by_id("answer-error").text_content()


def test_a_child_whose_browser_forgot_is_led_to_the_start(child, code, app):
    begins(child, code)
    other = Reader(app.test_client())
    other.goes(f"/svar/{code}/good_here")
    assert other.address == f"/svar/{code}/?done=lost"
    other.goes(f"/svar/{code}/les-over")
    assert other.address == f"/svar/{code}/?done=lost"
    other.goes(f"/svar/{code}/kort-til-deg")
    assert other.address == f"/svar/{code}/?done=lost"


def test_a_question_that_is_not_on_the_path_leads_to_the_next_open_one(child, code):
    begins(child, code)
    child.sends(press=steps.NEXT, answer="good")
    for elsewhere in ("unsafe_where", "send", "nonsense"):
        child.goes(f"/svar/{code}/{elsewhere}")
        assert child.address.endswith("/good_here")


def test_back_leads_through_the_questions_to_the_start(child, code):
    begins(child, code)
    child.sends(press=steps.NEXT, answer="good")
    child.follows("/being_here")
    assert child.page.xpath("//input[@value='good']")[0].checked
    child.follows(f"/svar/{code}/")
    assert "good_here" in child.body.decode(), "one may go on from the start"


def test_who_only_changes_one_answer_comes_back_to_the_review(child, code):
    begins(child, code)
    steps.answers_all(child, SAID)
    child.follows("/being_here?back=review")
    child.sends(press=steps.NEXT, answer="bad")
    assert child.address.endswith("/les-over")


def test_a_change_that_opens_a_question_asks_it_before_the_review(child, code):
    begins(child, code)
    steps.answers_all(child, SAID)
    child.follows("/outdoors?back=review")
    child.sends(press=steps.NEXT, answer="unsafe")
    assert child.address.endswith("/unsafe_where?back=review")
    child.sends(press=steps.NEXT, answer="Ved veien")
    assert child.address.endswith("/les-over")


def test_sending_twice_gives_the_same_card_and_one_sheet(child, code, database):
    card = sends_in(child, code)
    child.client.post(f"/svar/{code}/send")
    child.goes(f"/svar/{code}/kort-til-deg")
    assert steps.card_words(child) == card
    assert sheets(database) == 1


def test_after_sending_every_question_leads_to_the_card(child, class_code):
    sends_in(child, class_code)
    child.goes(f"/svar/{class_code}/good_here")
    assert child.address.endswith("/kort-til-deg")


def test_two_children_after_each_other_on_one_tablet_make_two_sheets(child, class_code, database):
    first = sends_in(child, class_code)
    assert sends_in(child, class_code) != first
    assert sheets(database) == 2


def test_the_next_child_on_the_tablet_can_begin_with_empty_pages(child, class_code):
    begins(child, class_code)
    child.sends(press=steps.NEXT, answer="bad")
    begins(child, class_code)
    assert not child.page.xpath("//input[@checked]")
    child.goes(f"/svar/{class_code}/les-over")
    assert child.address.endswith("?done=lost")


def test_another_code_in_the_same_browser_opens_no_answers(child, code, class_code):
    begins(child, code)
    child.sends(press=steps.NEXT, answer="bad")
    child.goes(f"/svar/{class_code}/being_here")
    assert not child.page.xpath("//input[@checked]")


def test_a_code_typed_in_small_letters_finds_the_same_answers(child, code):
    begins(child, code)
    child.sends(press=steps.NEXT, answer="bad")
    child.goes(f"/svar/{code.lower().replace('-', '')}/being_here")
    assert child.page.xpath("//input[@checked]")


def test_nothing_is_left_on_the_device_after_the_end(child, code):
    sends_in(child, code)
    child.sends(to="/rydd-opp")
    assert child.client.get_cookie("browser") is None
    child.goes(f"/svar/{code}/kort-til-deg", status=410)


def test_who_stops_leaves_nothing_and_sends_nothing(child, code, database):
    begins(child, code)
    child.sends(press=steps.NEXT, answer="bad")
    child.follows("/stopp")
    child.sends(to="/slett")
    assert child.client.get_cookie("browser") is None
    assert sheets(database) == 0


def test_a_used_code_gets_a_friendly_no_and_a_way_on(child, code, app):
    sends_in(child, code)
    other = Reader(app.test_client())
    other.goes(f"/svar/{code}/", status=410)
    assert [form.action for form in other.page.forms] == ["/kode"]


def test_a_late_code_gets_a_friendly_no(child, code, app):
    app.config["TODAY"] = (TODAY + timedelta(days=8)).isoformat()
    child.goes(f"/svar/{code}/", status=410)


def test_a_page_is_all_in_a_language_that_the_survey_has(child, database, planner, municipality, surveys):
    only_bokmal = replace(surveys["our-place"], words={"nb": surveys["our-place"].words["nb"]})
    with database.writing() as db:
        opened = _open(db, planner, municipality.named["matter_id"], only_bokmal, TODAY)
        code = consultations.make_tickets(db, planner, opened.id, 1, TODAY)[0]
    child.goes(f"/svar/{code}/?lang=en")
    assert child.page.get("lang") == "nb"
    assert not child.page.find_class("languages")


def test_easier_words_are_one_press_away(child, code, surveys):
    begins(child, code)
    child.goes(f"/svar/{code}/?lang=nb")
    child.follows("?level=simple")
    assert surveys["our-place"].intro("nb", "simple") in child.text


def test_wrong_codes_are_counted_but_the_ways_out_stay_open(child, code):
    begins(child, code)
    for _ in range(30):
        child.goes(WRONG, status=404)
    child.goes(f"/svar/{code}/good_here", status=429)
    child.goes(f"/svar/{code}/stopp")
    child.sends(to="/slett")


@pytest.mark.parametrize("between", ["A{}", "{}æ", "{}.O-"])
def test_a_guess_counts_with_signs_in_between_that_no_door_looks_at(child, code, between):
    child.goes(f"/svar/{between.format(code)}/")
    for _ in range(30):
        child.goes(f"/svar/{between.format('222-222-222')}/", status=404)
    child.goes(f"/svar/{code}/", status=429)


def test_words_that_came_while_others_guessed_are_sent_with_one_press(child, code):
    begins(child, code)
    child.goes(f"/svar/{code}/good_here")
    for _ in range(30):
        child.client.get(WRONG)
    child.sends(press="go=next", answer="Det er fint her", status=429)
    assert ("answer", "Det er fint her") in child.page.forms[-1].form_values()


@pytest.mark.parametrize("sent", [{"go": "nonsense", "answer": "x" * 2000}, {"answer": "x" * 2000}])
def test_a_button_that_is_not_ours_counts_as_next(child, code, sent):
    begins(child, code)
    child.goes(f"/svar/{code}/good_here")
    token = dict(child.page.forms[-1].form_values())["csrf_token"]
    answer = child.client.post(f"/svar/{code}/good_here", data={**sent, "csrf_token": token})
    assert answer.status_code == 422


def test_who_used_the_device_before_cannot_read_what_the_next_child_writes(app, class_code):
    """Somebody opens the code of the class first, notes the secret of the browser, and leaves the seat."""
    shared = Reader(app.test_client())
    begins(shared, class_code)
    noted = shared.client.get_cookie("browser").value
    begins(shared, class_code)
    assert shared.client.get_cookie("browser").value != noted
    steps.answers_all(shared, SAID)
    spy = Reader(app.test_client())
    spy.client.set_cookie("browser", noted)
    spy.goes(f"/svar/{class_code}/les-over")
    assert SAID["first"] not in spy.text


def test_nothing_is_left_on_the_device(child, code):
    child.goes(f"/svar/{code}/?lang=nn&level=simple")
    sends_in(child, code)
    child.sends(to="/rydd-opp")
    assert not [name for name in ("browser", "language", "level") if child.client.get_cookie(name)]
