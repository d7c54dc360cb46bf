"""Matters: written down by a planner, read by the youth council and by children."""

import pytest

from participation.access import Role
from tests.journeys.reader import Reader

SAID = {
    "title": "Skøytebane",
    "about": "Skal det bli skøytebane?",
    "decided_by": "Formannskapet",
    "decision_on": "2027-01-20",
    "can_change": "Hvor den ligger",
    "fixed": "Pengene",
}


@pytest.fixture
def comes(signed_in, municipality):
    return lambda role: Reader(signed_in(municipality.people[role]))


@pytest.fixture
def planner(comes) -> Reader:
    return comes(Role.PLANNER)


def test_a_planner_writes_down_a_matter(planner):
    planner.goes("/til-behandling/")
    planner.follows("/ny")
    planner.sends(**SAID)
    for told in SAID.keys() - {"decision_on"}:
        assert SAID[told] in planner.text
    planner.goes("/til-behandling/?lang=en")
    assert "Formannskapet decides on January 20, 2027." in planner.text


def test_what_is_missing_is_said_and_what_was_typed_is_kept(planner):
    planner.goes("/til-behandling/ny?lang=en")
    planner.sends(**SAID | {"title": " ", "decision_on": "i vår"}, status=422)
    assert "Fill in this field." in planner.text
    assert "Write the day like this: 21.11.2026." in planner.text
    assert planner.page.get_element_by_id("about").value.strip() == SAID["about"]
    assert planner.page.get_element_by_id("title").get("aria-invalid") == "true"


def test_a_day_may_be_written_as_people_write_it(planner):
    planner.goes("/til-behandling/ny?lang=en")
    planner.sends(**SAID | {"decision_on": "20.1.2027"})
    assert "January 20, 2027" in planner.text


def test_a_too_long_text_is_refused_and_kept(planner):
    planner.goes("/til-behandling/ny?lang=en")
    planner.sends(**SAID | {"title": "x" * 121}, status=422)
    assert "This is too long. Use at most 120 characters." in planner.text
    assert planner.page.get_element_by_id("title").value == "x" * 121


def test_a_matter_can_be_changed(planner, municipality):
    planner.goes(f"/til-behandling/{municipality.named['matter_id']}/?lang=en")
    planner.follows("/rediger")
    assert "Children have been asked about this already" in planner.text
    planner.sends(title="Ny og bedre lekeplass")
    assert "Ny og bedre lekeplass" in planner.text


def test_the_same_page_sent_twice_makes_one_matter(planner, app):
    planner.goes("/til-behandling/ny")
    page = planner.page
    planner.sends(**SAID)
    planner.page, planner.address = page, "/til-behandling/ny"
    planner.sends(**SAID)
    assert planner.address == "/sendt"
    planner.goes("/til-behandling/")
    assert planner.text.count("Skøytebane") == 1


def test_a_leader_reads_and_finds_no_pen(comes, municipality):
    leader = comes(Role.LEADER)
    leader.goes(f"/til-behandling/{municipality.named['matter_id']}/")
    assert not leader.page.xpath("//a[contains(@href, 'rediger')]")
    leader.goes("/til-behandling/ny", status=404)
    leader.goes(f"/til-behandling/{municipality.named['matter_id']}/rediger", status=404)


def test_the_youth_council_reads_the_matter_and_only_what_is_public_about_it(comes, municipality):
    member = comes(Role.COUNCIL_MEMBER)
    member.goes(f"/til-behandling/{municipality.named['matter_id']}/")
    links = [link for _, _, link, _ in member.page.iterlinks()]
    assert any(link.startswith("/oppsummeringer/") for link in links)
    assert not any("/medvirkning/" in link or "/barnerettsvurdering/" in link for link in links)


def test_a_matter_with_little_time_left_carries_a_warning(planner):
    planner.goes("/til-behandling/ny?lang=en")
    planner.sends(**SAID | {"decision_on": "2026-11-30"})
    assert planner.all_of("late") == ["9 days left: it is late to be heard"]
