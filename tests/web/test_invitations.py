"""Invitations: a code for one child, the questions behind it, and what to do when the code is lost."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from participation.access import Role
from participation.casework import cases, voices
from participation.casework.voices import Voice
from participation.rights.occasions import ASKED, SITUATIONS, Occasion
from tests.conftest import TODAY
from tests.journeys import steps
from tests.journeys.reader import Reader

INVITED = {"occasion": "individual_plan", "survey": "my-plan", "language": "en"}


@pytest.fixture
def kari(signed_in, municipality) -> Reader:
    """The coordinator, who reads English."""
    reader = Reader(signed_in(municipality.people[Role.COORDINATOR]))
    reader.goes("/saker/?lang=en")
    return reader


def test_the_code_is_shown_once_on_a_sheet_in_the_childs_language(kari, municipality, client):
    kari.goes(f"/saker/{municipality.named['case_id']}/inviter")
    kari.sends(**INVITED | {"language": "nb"})
    [sheet] = kari.page.find_class("claim")
    assert sheet.get("lang") == "nb"
    [code] = kari.all_of("words")
    assert client.get(f"/stemme/{code}/").status_code == 200
    kari.goes(f"/saker/{municipality.named['case_id']}/")
    assert code not in kari.body.decode()


def test_no_name_and_no_reference_stand_on_the_sheet(kari, municipality):
    kari.goes(f"/saker/{municipality.named['case_id']}/inviter")
    kari.sends(**INVITED)
    [sheet] = kari.page.find_class("claim")
    text = sheet.text_content()
    assert "2026/114" not in text
    assert "The plan for the help you get" in text
    assert "You choose if you want to answer." in text
    assert "the adults must help you" in text
    assert sheet.find_class("qr")


def test_questions_that_suit_something_else_are_refused(kari, municipality):
    kari.goes(f"/saker/{municipality.named['case_id']}/inviter")
    kari.sends(**INVITED | {"survey": "who-should-help-me"}, status=422)
    assert "These questions are about something else." in kari.text
    kari.sends(survey="my-plan")
    assert kari.all_of("words")


def test_whatever_is_offered_suits_something_a_child_is_asked_about(kari, municipality):
    kari.goes(f"/saker/{municipality.named['case_id']}/inviter")
    offered = {field.get("value") for field in kari.page.xpath("//input[@name='survey']")}
    assert "draw-and-tell" in offered
    assert offered <= {name for occasion in ASKED for name in occasion.surveys}
    kari.sends(**INVITED | {"survey": "draw-and-tell"})
    assert kari.all_of("words")


OWN = {name for situation in SITUATIONS for name in situation.surveys}
"""The questions with which a child starts by itself: nobody hands them out."""


def test_only_questions_for_one_child_are_offered(kari, municipality, surveys):
    kari.goes(f"/saker/{municipality.named['case_id']}/inviter")
    offered = {field.get("value") for field in kari.page.xpath("//input[@name='survey']")}
    assert offered == {name for name, survey in surveys.items() if survey.door == "case"} - OWN


def test_the_questions_can_be_read_in_order_before_they_are_chosen(kari, municipality, surveys):
    kari.goes(f"/saker/{municipality.named['case_id']}/inviter")
    lists = {
        found.getprevious().text_content(): [item.text_content() for item in found]
        for found in kari.page.xpath("//details/ol[@lang='en']")
    }
    survey = surveys["my-plan"]
    asked = [survey.wording("en", "standard", page.id)["text"] for page in survey.pages]
    shown = lists[survey.title("en")]
    assert shown == [text for text in asked if text in shown]
    assert len(shown) >= len([page for page in survey.pages if page.question.kept])
    asked = [one for one in surveys.values() if one.door == "case" and one.id not in OWN]
    assert set(lists) == {one.title("en") for one in asked}


def test_the_questions_are_told_in_the_language_of_the_house(kari, municipality, surveys):
    kari.goes(f"/saker/{municipality.named['case_id']}/inviter?lang=nn")
    question = next(one for one in surveys["my-plan"].questions if one.kept)
    assert surveys["my-plan"].wording("nn", "standard", question.id)["text"] in kari.text


@pytest.fixture
def invited(kari, municipality) -> str:
    """The child has a code, and has not used it."""
    kari.goes(f"/saker/{municipality.named['case_id']}/inviter")
    kari.sends(**INVITED)
    return kari.all_of("words")[0]


def newest_invitation(database) -> int:
    with database.reading() as db:
        return db.scalar(select(func.max(Voice.id)))


def test_an_invitation_that_got_lost_is_taken_back(kari, app, database, municipality, invited):
    child, voice_id = Reader(app.test_client()), newest_invitation(database)
    child.goes(f"/stemme/{invited}/")
    kari.goes(f"/saker/{municipality.named['case_id']}/")
    assert "The code stops working at once" in kari.text
    kari.sends(to=f"/stemmer/{voice_id}/ta-tilbake")
    assert "You took the invitation back on November 21, 2026." in kari.text
    assert f"/stemmer/{voice_id}/ta-tilbake" not in kari.body.decode()
    for page in ("", "les-over", "si-ja"):
        child.goes(f"/stemme/{invited}/{page}?lang=en", status=410)
    assert "You have done nothing wrong." in child.text


def test_who_is_just_answering_is_told_that_the_code_is_out_of_date(
    kari, app, database, municipality, invited
):
    child = Reader(app.test_client())
    child.goes(f"/stemme/{invited}/")
    steps.begins(child)
    kari.goes(f"/saker/{municipality.named['case_id']}/")
    kari.sends(to=f"/stemmer/{newest_invitation(database)}/ta-tilbake")
    child.sends(press=steps.SKIP if child.offers(steps.SKIP) else steps.NEXT, status=410)


def test_what_a_child_has_said_yes_to_offers_no_way_to_take_it_back(kari, municipality):
    kari.goes(f"/saker/{municipality.named['case_id']}/")
    assert f"/stemmer/{municipality.named['voice_id']}/ta-tilbake" not in kari.body.decode()


def presses(kari, municipality, address: str) -> int:
    """Send the page's own token to another address."""
    kari.goes(f"/saker/{municipality.named['case_id']}/")
    return kari.client.post(address, data=dict(kari._form("/ta-tilbake").form_values())).status_code


def test_an_invitation_of_another_case_is_not_there(kari, database, municipality, invited):
    with database.writing() as db:
        other = cases.open_case(db, municipality.people[Role.COORDINATOR], "2026/115", TODAY).id
    voice_id = newest_invitation(database)
    assert presses(kari, municipality, f"/saker/{other}/stemmer/{voice_id}/ta-tilbake") == 404
    assert presses(kari, municipality, f"/saker/{other}/stemmer/9999/ta-tilbake") == 404


def test_what_is_said_yes_to_is_not_taken_back_by_its_address(kari, municipality, invited):
    named = municipality.named
    address = f"/saker/{named['case_id']}/stemmer/{named['voice_id']}/ta-tilbake"
    assert presses(kari, municipality, address) == 410


def test_an_invitation_that_is_not_filled_in_says_what_is_missing(kari, municipality):
    kari.goes(f"/saker/{municipality.named['case_id']}/inviter")
    kari.sends(status=422)
    assert "Choose what it is about." in kari.text
    assert "Choose the questions." in kari.text


def test_an_invitation_nobody_took_up_says_so(kari, database, municipality, surveys):
    actor = municipality.people[Role.COORDINATOR]
    long_ago = TODAY - timedelta(days=30)
    with database.writing() as db:
        case = cases.open_case(db, actor, "2026/116", long_ago)
        given = {"occasion": Occasion.INDIVIDUAL_PLAN, "survey": surveys["my-plan"], "today": long_ago}
        voices.invite(db, actor, case.id, **given)
    kari.goes("/saker/")
    assert "The child did not answer" in kari.text
