"""This is serious: from a code or a card a child reaches the person on duty, and is told who and when."""

import pytest
from sqlalchemy import select

from participation.access import Role
from participation.casework import concerns
from participation.casework.concerns import Concern, Said
from tests.journeys import steps
from tests.journeys.reader import Reader

WORDS = "Jeg er redd hjemme"


@pytest.fixture
def child(app) -> Reader:
    return Reader(app.test_client())


@pytest.fixture
def door(municipality) -> str:
    return f"/stemme/{municipality.named['serious.code']}/"


def newest(database) -> Concern:
    with database.reading() as db:
        return db.scalar(select(Concern).order_by(Concern.id.desc()))


def links(child) -> list[str]:
    return [link for _, _, link, _ in child.page.iterlinks() if "alvor" in link or "kontakt" in link]


def test_the_way_to_help_stands_on_every_page_of_a_case(child, door):
    child.goes(f"{door}?lang=en")
    seen = [links(child)]
    steps.begins(child)
    seen.append(links(child))
    child.goes(f"{door}stopp")
    seen.append(links(child))
    assert seen == [[f"{door}alvor/"]] * 3


def test_the_card_of_a_case_has_it_too(child, municipality):
    card = f"/kort-i-sak/{municipality.named['serious.words']}/"
    child.goes(card)
    child.follows("alvor")
    assert child.address == f"{card}alvor/"


def test_who_gets_it_and_when_and_whom_to_call_stand_before_the_words(child, door):
    child.goes(f"{door}alvor/?lang=nb")
    before = child.text.split("Hva handler det om?")[0]
    for told in ("Another får det", "Coordinator", "fra 08:00 til 15:30", "23. november 2026 klokka 12:00",
                 "Ingen leser dette", "112", "113", "116 111"):  # fmt: skip
        assert told in before, told


def test_a_child_presses_send_and_is_told_what_happens_now(child, database, door, municipality):
    child.goes(f"{door}alvor/?lang=nb")
    child.sends(about=WORDS, reach="På skolen")
    assert "Hva skjer nå" in child.text
    assert "23. november 2026" in child.text
    assert WORDS not in child.text
    with database.writing() as db:
        reader = municipality.other_coordinator
        assert concerns.read(db, reader, newest(database).id)[1] == Said(WORDS, "På skolen")


def test_nothing_must_be_filled_in_and_the_coordinator_can_be_left_out(child, database, door, municipality):
    child.goes(f"{door}alvor/?lang=en")
    assert "Then only Another can read it." in child.text
    child.sends(not_to_coordinator=True)
    assert newest(database).kept_from == municipality.people[Role.COORDINATOR].account_id


def test_what_is_too_long_comes_back_as_it_was_typed(child, door, database):
    before = newest(database).id
    child.goes(f"{door}alvor/?lang=en")
    child.sends(about="x" * 4001, status=422)
    assert "x" * 4001 in child.text
    assert newest(database).id == before


def test_sent_twice_it_is_one_concern(child, database, door):
    child.goes(f"{door}alvor/?lang=en")
    page, address = child.page, child.address
    child.sends(about=WORDS)
    first = newest(database).id
    child.page, child.address = page, address
    child.sends(about=WORDS)
    assert newest(database).id == first


def test_the_page_after_says_the_same_whether_something_was_sent_or_not(child, door):
    child.goes(f"{door}alvor/sendt?lang=en")
    before = child.text
    child.goes(f"{door}alvor/")
    child.sends(about=WORDS)
    assert child.text == before


def test_where_nobody_is_on_duty_the_page_says_that_the_coordinator_gets_it(child, database, door):
    with database.writing() as db:
        db.connection().exec_driver_sql("DELETE FROM duty")
    child.goes(f"{door}alvor/?lang=en")
    assert "Your coordinator Coordinator gets it. Nobody else is named to read it yet." in child.text
    assert "not_to_coordinator" not in child.fields()
