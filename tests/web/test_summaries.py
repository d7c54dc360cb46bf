"""Summaries: written by a planner, with hidden numbers in words, and fixed once they are published."""

from datetime import timedelta

import pytest

from participation.access import Role
from tests.conftest import TODAY
from tests.journeys.reader import Reader
from tests.municipality import _answer, _open, summed_up

WRITTEN = {"title": "Slik er det her", "findings": "De fleste trives.", "what_next": "Vi bygger."}


@pytest.fixture
def comes(signed_in, municipality):
    return lambda role: Reader(signed_in(municipality.people[role]))


@pytest.fixture
def planner(comes) -> Reader:
    return comes(Role.PLANNER)


@pytest.fixture
def draft(database, municipality, surveys):
    """A consultation that so many have answered, just closed."""

    def closed(n: int = 12) -> str:
        planner = municipality.people[Role.PLANNER]
        with database.writing() as db:
            opened = _open(db, planner, municipality.named["matter_id"], surveys["our-place"], TODAY)
            for child in range(n):
                _answer(db, planner, opened.id, child, TODAY)
            day = opened.closes_on + timedelta(days=1)
            return f"/oppsummering/{summed_up(db, planner, opened.id, day).id}"

    return closed


def test_a_summary_says_what_it_lacks(planner, draft):
    planner.goes(f"{draft()}/?lang=en")
    assert "Still missing before it can be published" in planner.text
    planner.follows("/skriv")
    planner.sends(title="Halvferdig")
    assert "What happens next" in planner.text
    assert not planner.page.xpath("//form[contains(@action, 'publiser')]")


def test_a_summary_with_holes_is_not_put_forward(planner, draft):
    address = draft()
    planner.goes(f"{address}/?lang=en")
    token = planner.page.xpath("//input[@name='csrf_token']/@value")[0]
    answer = planner.client.post(f"{address}/legg-fram", data={"csrf_token": token})
    assert answer.status_code == 422
    planner.goes(f"{address}/")
    assert "Not published yet" in planner.text


def test_a_written_summary_is_read_by_another_and_published_for_everybody(planner, comes, draft, client):
    address = draft()
    planner.goes(f"{address}/skriv")
    planner.sends(**WRITTEN)
    planner.sends(to="/legg-fram")
    assert not planner.page.xpath("//form[contains(@action, 'publiser')]"), "not by whoever wrote it"
    leader = comes(Role.LEADER)
    leader.goes("/kontor/")
    leader.follows(address)
    leader.sends(to="/publiser")
    link = leader.page.xpath("//a[starts-with(@href, '/oppsummeringer/')]/@href")[0]
    assert "De fleste trives." in client.get(link, follow_redirects=True).text


def test_it_can_be_sent_back_with_words_that_the_writer_reads(planner, comes, draft):
    address = draft()
    planner.goes(f"{address}/skriv")
    planner.sends(**WRITTEN)
    planner.sends(to="/legg-fram")
    leader = comes(Role.LEADER)
    leader.goes(f"{address}/send-tilbake?lang=en")
    leader.sends(why="", status=422)
    leader.sends(why="Stedet kan kjennes igjen.")
    planner.goes(f"{address}/?lang=en")
    assert "Stedet kan kjennes igjen." in planner.text
    assert planner.page.xpath("//form[contains(@action, 'legg-fram')]")


def test_numbers_that_are_not_told_are_so_in_words(planner, draft):
    planner.goes(f"{draft()}/?lang=en")
    assert "12 children answered." in planner.text
    assert "not shown" in planner.text
    assert "fewer than 3" in planner.text
    assert "*" not in planner.text


def test_groups_too_small_to_compare_are_not_compared(planner, draft):
    planner.goes(f"{draft(12)}/?lang=en")
    assert "Counted by" not in planner.text


def test_fewer_than_ten_answers_give_no_numbers(planner, draft):
    planner.goes(f"{draft(9)}/?lang=en")
    assert "Too few children answered" in planner.text
    assert not planner.page.xpath("//table")


def test_what_is_published_is_fixed(planner, municipality):
    address = f"/oppsummering/{municipality.named['summary_id']}"
    planner.goes(f"{address}/?lang=en")
    assert "Oppvekstplan" in planner.text, "the plan in which it stands"
    assert not planner.page.xpath("//a[contains(@href, 'skriv')]")
    planner.goes(f"{address}/skriv", status=410)


def test_a_leader_reads_and_does_not_write(comes, draft):
    leader, address = comes(Role.LEADER), draft()
    leader.goes(f"{address}/")
    assert not leader.page.xpath("//a[contains(@href, 'skriv')]")
    leader.goes(f"{address}/skriv", status=404)


def test_a_title_that_is_too_long_is_refused_and_kept(planner, draft):
    planner.goes(f"{draft()}/skriv?lang=en")
    planner.sends(**WRITTEN | {"title": "x" * 121}, status=422)
    assert "This is too long." in planner.text
    assert planner.page.get_element_by_id("findings").value.strip() == "De fleste trives."
