"""I want someone to contact me: a page that knows no code, no browser and no answer."""

import pytest
from sqlalchemy import func, select

from participation.casework import contacts
from participation.casework.contacts import ContactWish, Wish
from participation.community.answers import Sheet
from participation.storage.limits import FROM_ONE_PLACE
from tests.journeys import steps
from tests.journeys.reader import Reader


@pytest.fixture
def child(app) -> Reader:
    return Reader(app.test_client())


def wishes(database) -> int:
    with database.reading() as db:
        return db.scalar(select(func.count()).select_from(ContactWish))


def test_the_page_is_reached_from_the_questions_by_an_address_without_a_code(child, municipality):
    door = f"/svar/{municipality.named['answers.code']}/"
    child.goes(door)
    steps.begins(child)
    link = child.page.xpath("//footer//a[contains(@href, 'kontakt')]")[0]
    assert (link.get("href"), link.get("rel")) == ("/kontakt/", "noreferrer")


def test_the_page_reads_no_cookie_and_sets_none(app, child, municipality, database):
    """The token is tied to no browser: a form from one works from another that has nothing."""
    child.goes("/kontakt/")
    assert "Set-Cookie" not in child.client.get("/kontakt/").headers
    other = Reader(app.test_client(use_cookies=False))
    other.page, other.address = child.page, "/kontakt/"
    before = wishes(database)
    other.sends(reach="Telefon 1")
    assert wishes(database) == before + 1


def test_a_child_is_told_that_it_tells_who_it_is_and_that_no_answer_is_known(child):
    child.goes("/kontakt/?lang=nb")
    for told in ("Her sier du hvem du er", "vet ikke hva du har svart", "Another får det",
                 "fra 08:00 til 15:30", "23. november 2026", "Ingen leser dette", "112"):  # fmt: skip
        assert told in child.text, told


def test_what_the_child_wrote_reaches_those_on_duty(child, database, municipality):
    child.goes("/kontakt/?lang=nb")
    child.sends(called="Ola", reach="Klasse 7B", about="Hjelp")
    assert "Hva skjer nå" in child.text
    reader = municipality.other_coordinator
    with database.writing() as db:
        found = [contacts.read(db, reader, one.id)[1] for one in contacts.wishes_for(db, reader)]
    assert Wish("Ola", "Klasse 7B", "Hjelp") in found


def test_without_a_way_to_be_reached_it_comes_back_with_what_was_typed(child, database):
    before = wishes(database)
    child.goes("/kontakt/?lang=en")
    child.sends(about="Det er vondt", status=422)
    assert "Write how we can reach you." in child.text
    assert "Det er vondt" in child.text
    assert wishes(database) == before


def test_a_token_that_we_did_not_make_is_none(child, database):
    before = wishes(database)
    for token in ("", "0" * 96, "å"):
        assert child.client.post("/kontakt/", data={"reach": "x", "page_token": token}).status_code == 422
    assert wishes(database) == before


def test_where_nobody_is_on_duty_there_is_no_form_but_numbers_to_call(child, database):
    child.goes("/kontakt/")
    page, before = child.page, wishes(database)
    with database.writing() as db:
        db.connection().exec_driver_sql("DELETE FROM duty")
    child.goes("/kontakt/?lang=en")
    assert child.page.forms == []
    assert "116 111" in child.text
    child.page, child.address = page, "/kontakt/"
    child.sends(reach="Telefon", status=410)
    assert wishes(database) == before


def test_from_one_place_there_is_no_flood(child, database):
    before = wishes(database)
    for _ in range(FROM_ONE_PLACE):
        child.goes("/kontakt/")
        child.sends(reach="Telefon")
    child.goes("/kontakt/")
    child.sends(reach="Telefon", status=429)
    assert wishes(database) == before + FROM_ONE_PLACE


def test_after_too_many_what_was_written_is_sent_with_one_press(child, database):
    for _ in range(FROM_ONE_PLACE):
        child.goes("/kontakt/")
        child.sends(reach="Telefon")
    before = wishes(database)
    child.goes("/kontakt/")
    child.sends(reach="Skolen, 4B", about="Det er vondt", status=429)
    assert child.client.get_cookie("browser") is None, "it is tied to no browser here either"
    with database.writing() as db:
        db.connection().exec_driver_sql("DELETE FROM failures")
    child.sends(to="/kontakt/")
    assert wishes(database) == before + 1


def test_writing_it_leaves_the_answers_as_they_were(child, database):
    child.goes("/kontakt/")
    with database.reading() as db:
        before = [(sheet.id, sheet.sealed) for sheet in db.scalars(select(Sheet))]
    child.sends(reach="Telefon")
    with database.reading() as db:
        assert [(sheet.id, sheet.sealed) for sheet in db.scalars(select(Sheet))] == before
