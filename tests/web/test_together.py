"""A child answers together with somebody: told on an own page, seen before the yes, asked about later."""

import pytest
from sqlalchemy import select

from participation.access import Role
from participation.casework import corrections, individual_plans
from participation.casework.corrections import CameOut, Correction
from participation.casework.help_given import HelpGiven
from participation.storage.drafts import Draft
from participation.web import plan_documents
from tests.conftest import TODAY
from tests.journeys import steps
from tests.journeys.reader import Reader

HELPED = {"how": {"read_aloud", "typed"}, "present": {"parent"}}
LINE = "The child had help: reading aloud and typing what the child said. Present: a parent."
WRONG = "The child says it did not come out right"


@pytest.fixture
def code(municipality) -> str:
    return str(municipality.named["voices.code"])


@pytest.fixture
def child(app, code) -> Reader:
    reader = Reader(app.test_client())
    reader.goes(f"/stemme/{code}/?lang=en")
    return reader


@pytest.fixture
def helped(child, code) -> Reader:
    """A child that told of help on the first page, and has said one thing."""
    child.follows("/sammen")
    child.sends(**HELPED)
    steps.begins(child)
    steps.answers_all(child, {"important": "Jeg vil bade"})
    return child


@pytest.fixture
def card(helped) -> str:
    """The card of that child, after its yes."""
    helped.sends(**{"sharing-important": "PLAN"})
    helped.sends()
    words = steps.card_words(helped)
    helped.goes(f"/kort-i-sak/{words}/?lang=en")
    return words


@pytest.fixture
def kari(signed_in, municipality) -> Reader:
    reader = Reader(signed_in(municipality.people[Role.COORDINATOR]))
    reader.goes("/saker/?lang=en")
    return reader


def ticked(reader) -> set[str]:
    return set(reader.page.xpath("//input[@type='checkbox' and @checked]/@value"))


def marks(reader) -> set[str]:
    """What stands beside the child's words of the help it had."""
    return {mark for mark in (LINE, WRONG) if mark in reader.text}


def voice_page(database) -> str:
    with database.reading() as db:
        return f"/saker/1/stemmer/{max(db.scalars(select(HelpGiven.voice_id)))}"


def test_what_is_told_on_the_first_page_stays_when_the_child_begins(helped, code):
    helped.goes(f"/stemme/{code}/sammen")
    assert ticked(helped) == {"read_aloud", "typed", "parent"}


def test_from_a_question_one_comes_back_to_the_same_question(child, code):
    steps.begins(child)
    here = child.address
    child.follows("/sammen")
    child.sends(**HELPED)
    assert child.address == here


def test_it_can_be_emptied_again_and_then_nothing_is_told(helped, code, database):
    helped.goes(f"/stemme/{code}/sammen")
    helped.sends(how=set(), present=set())
    helped.goes(f"/stemme/{code}/sammen")
    assert ticked(helped) == set()
    helped.goes(f"/stemme/{code}/les-over")
    helped.sends(**{"sharing-important": "PLAN"})
    assert "This is told too" not in helped.text
    helped.sends()
    with database.reading() as db:
        assert len(db.scalars(select(HelpGiven)).all()) == 1, "only the one of the municipality"


def test_who_begins_with_empty_pages_after_answering_tells_anew(helped, code):
    helped.goes(f"/stemme/{code}/")
    steps.begins(helped)
    helped.goes(f"/stemme/{code}/sammen")
    assert ticked(helped) == set()


def test_what_cannot_be_chosen_is_pointed_out_and_what_was_ticked_is_kept(child, code, database):
    child.follows("/sammen")
    form = dict(child.page.forms[-1].form_values()) | {"how": ["typed", "magic"], "present": ["parent"]}
    answer = child.client.post(f"/stemme/{code}/sammen", data=form)
    assert answer.status_code == 422
    assert 'value="typed" checked' in answer.text
    with database.reading() as db:
        assert db.scalar(select(Draft)) is None


def test_what_is_told_stands_in_no_cookie(helped):
    cookies = [cookie.value for cookie in helped.client._cookies.values()]
    assert not [value for value in cookies if "typed" in value or "parent" in value]


def test_the_helper_is_told_to_write_the_childs_own_words_and_the_child_that_it_may_be_alone(child):
    child.follows("/sammen")
    for told in ("do not mend them", "wait for the answer", "If you want to be alone, say so."):
        assert told in child.text, told


def test_only_the_way_back_to_our_own_pages_is_taken(child, code):
    child.goes(f"/stemme/{code}/sammen?back=https://other.example")
    child.sends(**HELPED)
    assert child.address == f"/stemme/{code}/"


def test_before_the_yes_the_child_sees_what_is_told_and_can_change_it(helped, code):
    helped.sends(**{"sharing-important": "PLAN"})
    for told in ("This is told too", "Somebody types what I say", "Mum, dad or another parent"):
        assert told in helped.text, told
    helped.follows("/sammen")
    helped.sends(how={"pointed"}, present=set())
    assert helped.address == f"/stemme/{code}/si-ja"
    assert "Somebody types what I say" not in helped.text


def test_a_yes_is_only_to_the_help_that_stood_there(helped, code):
    helped.sends(**{"sharing-important": "PLAN"})
    form = dict(helped.page.forms[-1].form_values())
    helped.follows("/sammen")
    helped.sends(how={"pointed"})
    assert helped.client.post(f"/stemme/{code}/si-ja", data=form).status_code == 422


def test_after_the_yes_it_cannot_be_changed(card, helped, code):
    helped.goes(f"/stemme/{code}/sammen", status=410)


def test_at_the_door_without_a_name_nothing_of_the_kind_is_asked(app, municipality):
    child = Reader(app.test_client())
    child.goes(f"/svar/{municipality.named['answers.code']}/?lang=en")
    steps.begins(child)
    assert not child.page.xpath("//a[contains(@href, '/sammen')]")
    child.goes(f"/svar/{municipality.named['answers.code']}/sammen", status=200)
    assert "How does somebody help you?" not in child.text


def test_the_card_asks_whether_it_came_out_right_and_the_coordinator_reads_the_answer(
    card, helped, kari, database
):
    helped.sends(to="/ble-det-riktig", came_out="NO", instead="Jeg vil svømme")
    assert "No, it did not come out right" in helped.text
    assert helped._form("/ble-det-riktig").fields["instead"].strip() == "Jeg vil svømme"
    kari.goes(voice_page(database))
    for told in (LINE, WRONG, "Jeg vil svømme", "Jeg vil bade"):
        assert told in kari.text, told


def test_who_says_nothing_of_it_is_asked_to_pick_and_keeps_what_was_written(card, helped, database):
    helped.sends(to="/ble-det-riktig", instead="Jeg vil svømme", status=422)
    assert "Jeg vil svømme" in helped.text
    helped.goes(helped.address)
    assert helped.address == f"/kort-i-sak/{card}/"
    with database.reading() as db:
        assert db.scalar(select(Correction)) is None


def test_a_child_without_help_is_not_asked(app, child, code):
    steps.begins(child)
    steps.answers_all(child, {"important": "Jeg vil bade"})
    child.sends(**{"sharing-important": "PLAN"})
    child.sends()
    child.goes(f"/kort-i-sak/{steps.card_words(child)}/")
    assert "Did it come out right?" not in child.text


def test_help_is_one_plain_line_and_no_badge(card, kari, database):
    kari.goes(voice_page(database))
    assert LINE in kari.text
    assert not [badge for badge in kari.all_of("badge") if "help" in badge]


@pytest.mark.parametrize("said", [CameOut.PARTLY, CameOut.NO])
def test_what_came_out_wrong_waits_on_the_desk_until_the_child_is_answered(
    card, helped, kari, database, said
):
    helped.sends(to="/ble-det-riktig", came_out=said.name)
    kari.goes("/kontor/")
    told = "some of it did" if said is CameOut.PARTLY else "it did"
    assert f"The child says {told} not come out right" in kari.text
    kari.goes(f"{voice_page(database)}/svar")
    kari.sends(words="Vi snakker om det i morgen.")
    kari.goes("/kontor/")
    assert "come out right" not in kari.text


def test_a_child_that_is_weighed_and_answered_waits_anew_when_it_came_out_wrong(kari, database, municipality):
    with database.writing() as db:
        given = {"came_out": CameOut.NO, "instead": "", "today": TODAY}
        corrections.say_if_it_came_out_right(db, str(municipality.named["replies.words"]), **given)
    kari.goes("/kontor/")
    assert WRONG in kari.text


def test_the_coordinator_has_no_way_to_change_it(card, helped, kari, database):
    helped.sends(to="/ble-det-riktig", came_out="NO")
    kari.goes(voice_page(database))
    assert not [form for form in kari.page.forms if {"came_out", "how"} & set(form.inputs.keys())]


def test_the_words_are_marked_wherever_they_stand_for_the_coordinator(card, helped, kari, database):
    helped.sends(to="/ble-det-riktig", came_out="NO", instead="Jeg vil svømme")
    kari.goes(voice_page(database))
    kari.follows("/legg-inn/")
    assert {LINE, WRONG} == marks(kari)
    kari.sends(point="goals")
    kari.follows("/vekting")
    assert {LINE, WRONG} == marks(kari)
    for place in ("/saker/1/plan/", "/saker/1/plan/rediger", f"{voice_page(database)}/svar"):
        kari.goes(place)
        assert {LINE, WRONG} == marks(kari), place


def test_the_document_of_a_plan_tells_it_in_one_line_and_never_what_should_have_stood_there(
    app, card, helped, kari, database, municipality
):
    helped.sends(to="/ble-det-riktig", came_out="NO", instead="Jeg vil svømme")
    kari.goes(voice_page(database))
    kari.follows("/legg-inn/")
    kari.sends(point="goals")
    told = in_plan(app, database, municipality.people[Role.COORDINATOR], 2)
    assert LINE in told
    assert WRONG in told
    assert "svømme" not in told


def test_a_completed_version_tells_what_was_said_when_it_was_completed(app, database, municipality):
    coordinator, words = municipality.people[Role.COORDINATOR], str(municipality.named["replies.words"])
    with database.writing() as db:
        given = {"came_out": CameOut.NO, "instead": "", "today": TODAY}
        corrections.say_if_it_came_out_right(db, words, **given)
        individual_plans.edit(db, coordinator, 1, {"goals": "Nytt"}, TODAY)
    assert WRONG not in in_plan(app, database, coordinator, 1)
    assert WRONG in in_plan(app, database, coordinator, 2)


def in_plan(app, database, coordinator, number: int) -> str:
    """Everything that this version's document says."""
    in_english = app.test_request_context(headers={"Accept-Language": "en"})
    with in_english, database.reading() as db:
        version = individual_plans.version_of(db, coordinator, 1, number)
        return str(plan_documents.individual_plan(db, version))
