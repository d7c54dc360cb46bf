"""Themes: a codebook, two planners who code alone, how they agree in plain words, and what is told."""

import pytest

from participation.access import Role
from tests import coded_round
from tests.journeys.reader import Reader


@pytest.fixture
def planner(signed_in, municipality) -> Reader:
    return Reader(signed_in(municipality.people[Role.PLANNER]))


@pytest.fixture
def second(signed_in, database) -> Reader:
    with database.writing() as db:
        actor = coded_round.second_planner(db)
    return Reader(signed_in(actor))


@pytest.fixture
def home(municipality) -> str:
    return f"/temaer/{municipality.named['themes.consultation_id']}"


CODE = {"name": "Gatelys", "definition": "Lykter på veien", "include": "Lykta er knust\nMangler lykt"}


def test_the_round_leads_to_its_themes(planner, municipality):
    planner.goes(f"/medvirkning/{municipality.named['themes.consultation_id']}/")
    planner.follows("/temaer/")
    assert "Lys" in planner.text


def test_a_code_is_added_in_a_new_version(planner, home):
    planner.goes(f"{home}/kode/ny?lang=en")
    planner.sends(**CODE, parent="c1")
    assert "version 3" in planner.text
    assert "under Lys" in planner.text


def test_a_code_without_an_example_or_with_a_taken_name_comes_back(planner, home):
    planner.goes(f"{home}/kode/ny?lang=en")
    planner.sends(name="Gatelys", definition="Lykter", status=422)
    planner.sends(**CODE | {"name": "Lys"}, status=422)
    assert planner.page.get_element_by_id("name-error") is not None
    assert planner.page.get_element_by_id("definition").value.strip() == "Lykter på veien"


def test_a_code_is_changed_and_merged(planner, home):
    planner.goes(f"{home}/kode/c2?lang=en")
    assert planner.page.get_element_by_id("name").value == "Buss"
    planner.sends(name="Bussen")
    planner.follows("/kode/c2/sla-sammen")
    planner.sends(into="c1")
    assert "version 4" in planner.text
    assert "Bussen" not in planner.text


def test_texts_are_coded_one_at_a_time_until_none_is_left(planner, home):
    planner.goes(f"{home}/kode/c1?lang=en")
    planner.sends(definition="Noe helt nytt")
    planner.goes(f"{home}/koding/forste")
    assert "30 texts left for you" in planner.text
    assert len(planner.all_of("voice")) == 1
    planner.sends(codes=["c1"])
    assert "29 texts left for you" in planner.text


def test_the_second_coder_sees_nothing_of_what_the_first_saw(planner, second, home):
    """Ticked is what the second saw in the text earlier: bus once. The first now sees it in every text."""
    planner.goes(f"{home}/kode/c1")
    planner.sends(definition="Noe helt nytt")
    for _ in range(30):
        planner.goes(f"{home}/koding/forste")
        planner.sends(codes=["c2"])
    ticked = []
    for _ in range(10):
        second.goes(f"{home}/koding/andre")
        ticked += second.page.xpath("//input[@name='codes'][@checked]/@value")
        second.sends(codes=["c2"])
    assert ticked.count("c2") <= 1


def test_nobody_codes_a_text_twice(planner, home):
    planner.goes(f"{home}/koding/andre?lang=en")
    assert "There is nothing left for you here." in planner.text


def test_no_such_turn_is_no_page(planner, home):
    planner.goes(f"{home}/koding/tredje", status=404)


def test_agreement_is_said_in_plain_words_and_differences_are_settled(planner, home):
    planner.goes(f"{home}/enighet?lang=en")
    assert "They agree well" in planner.text
    assert "They do not agree well enough" in planner.text
    planner.follows("/ulikt")
    assert "First coder" in planner.text
    planner.sends(codes=["c2"])
    assert "There is no such text left." in planner.text


def test_told_themes_have_numbers_and_the_codebook_is_closed(planner, home):
    planner.goes(f"{home}/?lang=en")
    planner.sends(to="/frigi")
    assert "10 of the 30 children who wrote" in planner.text
    assert "Add a code" not in planner.text
    planner.goes(f"{home}/kode/ny", status=410)


def test_themes_are_not_told_before_every_text_is_read(planner, home):
    planner.goes(f"{home}/kode/c1?lang=en")
    planner.sends(definition="Noe helt nytt")
    planner.sends(to="/frigi", status=422)
    assert "The themes cannot be told yet" in planner.text


def test_a_round_that_is_open_has_no_codebook_yet(planner, municipality):
    planner.goes(f"/temaer/{municipality.named['consultation_id']}/?lang=en")
    assert "Nobody reads before the round is closed." in planner.text


def test_a_leader_finds_no_codebook(signed_in, municipality, home):
    Reader(signed_in(municipality.people[Role.LEADER])).goes(f"{home}/", status=404)


def test_nobody_writes_a_code_that_cannot_be_saved(planner):
    """The summary of the first round is published."""
    planner.goes("/temaer/1/?lang=en")
    assert not planner.page.xpath("//a[contains(@href, '/kode/')]")
    planner.goes("/temaer/1/kode/ny", status=410)
