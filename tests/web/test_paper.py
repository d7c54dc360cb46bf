"""Paper: the same questions to print, and sheets that are typed in and counted alike."""

import re
import subprocess
from datetime import timedelta

import pytest

from participation.access import Role
from participation.community import answers, consultations
from tests.conftest import TODAY
from tests.journeys.reader import Reader
from tests.municipality import _open

CODE = re.compile(r"\b[2-9B-DF-HJ-NP-TV-Z]{3}-[2-9B-DF-HJ-NP-TV-Z]{3}-[2-9B-DF-HJ-NP-TV-Z]{3}\b")


@pytest.fixture
def planner(signed_in, municipality) -> Reader:
    return Reader(signed_in(municipality.people[Role.PLANNER]))


@pytest.fixture
def asked(database, municipality, surveys) -> int:
    """A round about the school yard, which has most kinds of question."""
    actor, matter = municipality.people[Role.PLANNER], municipality.named["matter_id"]
    with database.writing() as db:
        return _open(db, actor, matter, surveys["school-yard"], TODAY).id


@pytest.fixture
def code(database, municipality, asked) -> str:
    with database.writing() as db:
        return consultations.make_tickets(db, municipality.people[Role.PLANNER], asked, 1, TODAY)[0]


@pytest.fixture
def desk(planner, asked) -> Reader:
    planner.goes(f"/medvirkning/{asked}/papir/skriv-inn?lang=en")
    return planner


@pytest.fixture
def sheets(database, asked):
    """How many sheets have come in, and what of each is counted."""

    def found():
        with database.reading() as db:
            consultation = db.get(consultations.Consultation, asked)
            return answers.counted(db, consultation, consultations.survey_of(db, consultation))

    return found


def text_of(pdf: bytes) -> str:
    read = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return read.stdout.decode()


def prints(planner, asked, **wanted) -> str:
    planner.goes(f"/medvirkning/{asked}/papir/?lang=en")
    planner.sends(**{"tongue": "nb", "level": "standard", "n": "3"} | wanted)
    return text_of(planner.body)


def test_each_copy_has_a_code_of_its_own_that_opens_the_door(planner, asked, client):
    codes = set(CODE.findall(prints(planner, asked)))
    assert len(codes) == 3
    assert {client.get(f"/svar/{code}/").status_code for code in codes} == {200}


def test_a_sheet_to_look_at_has_no_code_and_makes_none(planner, asked, database):
    planner.goes(f"/medvirkning/{asked}/papir/")
    planner.sends(press="go=look", tongue="nb", level="simple")
    assert "Skolegården vår" in text_of(planner.body)
    assert not CODE.findall(text_of(planner.body))
    with database.reading() as db:
        assert db.get(consultations.Consultation, asked).invited == 0


def test_more_sheets_than_can_be_printed_at_a_time_are_refused_beside_the_field(planner, asked):
    planner.goes(f"/medvirkning/{asked}/papir/?lang=en")
    planner.sends(status=422, tongue="nb", level="standard", n="5000")
    assert "Write a number from 1 to 100." in planner.text


def test_what_stands_on_paper_is_counted_like_what_is_sent_from_a_screen(desk, code, sheets):
    desk.sends(code=code, **{"break_time-answer": "good", "days_outside-answer": "4"})
    assert "It is counted." in desk.text
    (row,) = sheets()
    assert (row["break_time"], row["days_outside"]) == ("good", "from_3")


def test_a_box_ticked_beside_a_question_is_kept_as_what_it_says(desk, code, sheets):
    desk.sends(code=code, **{"break_time-answer": "good", "break_time-past": "wont_say"})
    (row,) = sheets()
    assert row["break_time"] == "wont_say"


def test_the_order_on_paper_is_the_order_that_is_kept(desk, code, sheets):
    menus = desk.page.xpath("//select[@name='first-answer']")
    for menu, option in zip(menus, ("nature", "play"), strict=False):
        menu.value = option
    desk.sends(code=code)
    (row,) = sheets()
    assert row["first"] == "nature"


def test_an_empty_sheet_is_a_sheet_too(desk, code, sheets):
    desk.sends(code=code)
    (row,) = sheets()
    assert set(row.values()) <= {"skipped", "not_shown"}


def test_a_used_code_is_refused_and_what_was_typed_is_kept(desk, planner, code, sheets, asked):
    desk.sends(code=code)
    desk.goes(f"/medvirkning/{asked}/papir/skriv-inn")
    desk.sends(code=code, status=422, **{"break_time-answer": "bad", "anything_else-answer": "Mer lys"})
    assert "This code is used already" in desk.text
    assert desk.page.forms[-1].fields["break_time-answer"] == "bad"
    assert desk.page.forms[-1].fields["anything_else-answer"].strip() == "Mer lys"
    assert len(sheets()) == 1


def test_what_cannot_be_an_answer_is_told_beside_its_question(desk, code, sheets):
    desk.sends(code=code, status=422, **{"days_outside-answer": "9"})
    assert "Write a whole number from 0 to 5." in desk.text
    assert sheets() == []


def test_a_code_of_another_round_is_refused(desk, municipality, sheets):
    desk.sends(code=municipality.named["answers.code"], status=422)
    assert "This code is not from this consultation." in desk.text
    assert sheets() == []


def test_the_same_page_sent_twice_is_one_sheet(desk, code, sheets):
    page = desk.page
    desk.sends(code=code)
    desk.page = page
    desk.sends(code=code)
    assert desk.address == "/sendt"
    assert len(sheets()) == 1


def test_a_sheet_that_comes_too_late_is_not_taken(planner, asked, database, code):
    with database.writing() as db:
        db.get(consultations.Consultation, asked).closes_on = TODAY - timedelta(days=1)
    planner.goes(f"/medvirkning/{asked}/papir/skriv-inn", status=410)
    planner.goes(f"/medvirkning/{asked}/papir/", status=410)


def test_a_child_who_wants_one_gets_a_card_that_takes_the_answers_back(desk, code, sheets, app):
    desk.sends(code=code, wants_card=True)
    assert code in desk.text
    words = "-".join(desk.all_of("words")[0].split())
    child = Reader(app.test_client())
    child.goes(f"/kort/{words}")
    child.sends(to="/ta-tilbake")
    assert sheets() == []


def test_the_one_who_types_is_told_to_change_nothing_and_to_destroy_the_paper(desk):
    assert "Type exactly what stands there." in desk.text
    assert "Destroy the paper as soon as it is counted." in desk.text
