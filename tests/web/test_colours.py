"""Colours: the service owner chooses them, sees them first, and can go back; none is hard to see."""

import re

import pytest

from participation.access import Role
from participation.owner import colours
from participation.owner.colours import PLACES, Mode, Tone
from participation.owner.ready_colours import OURS, READY
from tests.journeys.reader import Reader

HOME = "/barnas-sider/farger"
SENT = {f"{mode}-{tone}": shade for (mode, tone), shade in OURS.shades.items()} | {"corners": ".9rem"}


@pytest.fixture
def planner(municipality):
    return municipality.people[Role.PLANNER]


@pytest.fixture
def office(signed_in, planner) -> Reader:
    reader = Reader(signed_in(planner))
    reader.goes(f"{HOME}/?lang=en")
    return reader


@pytest.fixture
def fjord(database, planner) -> None:
    with database.writing() as db:
        colours.choose(db, planner, READY["fjord"])


def sheets(client, where: str = "/") -> list[str]:
    return re.findall(r'rel="stylesheet" href="([^"]+)"', client.get(where).text)


def test_without_a_choice_no_page_asks_for_a_second_stylesheet(client):
    (only,) = sheets(client)
    assert "site.css" in only


def test_the_chosen_colours_come_after_ours_on_every_page(client, municipality, fjord):
    for where in ("/", f"/svar/{municipality.named['answers.code']}/", "/finnes-ikke", "/logg-inn"):
        ours, chosen = sheets(client, where)
        assert "site.css" in ours
        answer = client.get(chosen)
        assert (answer.status_code, answer.mimetype) == (200, "text/css")
        assert all(f"--{tone}:{READY['fjord'].shades[Mode.DARK, tone]};" in answer.text for tone in Tone)


def test_they_are_kept_by_the_browser_until_they_change(client, database, planner, fjord):
    _, before = sheets(client)
    answer = client.get(before)
    assert "immutable" in answer.headers["Cache-Control"]
    assert "Set-Cookie" not in answer.headers
    with database.writing() as db:
        colours.choose(db, planner, READY["berry"])
    _, after = sheets(client)
    assert after != before
    assert (client.get(before).status_code, client.get(after).status_code) == (404, 200)


def test_they_weigh_next_to_nothing(client, fjord):
    _, chosen = sheets(client)
    assert int(client.get(chosen, headers={"Accept-Encoding": "gzip"}).headers["Content-Length"]) < 600


def test_a_ready_set_is_looked_at_chosen_and_given_back(office, client):
    office.follows(f"/se/{READY['forest'].packed}")
    assert "Nothing is saved yet." in office.text
    assert len(sheets(client)) == 1
    office.sends(to="/velg")
    assert "The pages have your own colours now." in office.text
    assert len(sheets(client)) == 2
    office.sends(to="/tilbake")
    assert "come with them again" in office.text
    assert len(sheets(client)) == 1


@pytest.mark.parametrize("mode", Mode)
def test_the_look_before_is_a_childs_page_in_these_colours_by_day_and_by_night(office, mode):
    word = READY["berry"].packed
    office.goes(f"{HOME}/se/{word}?skjerm={mode}")
    assert office.page.xpath("/html/@class") == ["child"]
    _, sheet = office.page.xpath("//link[@rel='stylesheet']/@href")
    answer = office.client.get(sheet)
    assert f"--main:{READY['berry'].shades[mode, Tone.MAIN]};" in answer.text
    assert f"color-scheme:{mode}" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_own_colours_go_from_the_form_to_the_look_and_back_to_the_form(office):
    office.sends(**SENT | {"light-main": "#5a1040", "corners": ".4rem"})
    assert "How it looks" in office.text
    office.follows("fra=")
    assert office.page.get_element_by_id("light-main").get("value") == "#5a1040"
    assert office.page.xpath("//input[@name='corners'][@checked]/@value") == [".4rem"]


def test_a_colour_that_is_hard_to_see_comes_back_with_where_and_what_would_do(office, client):
    office.sends(status=422, **SENT | {"light-soft": "#888888"})
    told = office.page.get_element_by_id("light-soft-error").text_content()
    assert "On “Inside the house” it stands out 3.4 to 1, and it must be 7." in told
    (would_do,) = re.findall(r"nearest colour that does: (#[0-9a-f]{6})", told)
    assert office.page.get_element_by_id("light-soft").get("value") == "#888888"
    office.sends(**SENT | {"light-soft": would_do})
    assert "How it looks" in office.text


def test_where_no_shade_would_do_it_says_so(office):
    office.sends(status=422, **SENT | {"light-card": "#777777"})
    assert "No shade of this colour does." in office.page.get_element_by_id("light-ink-error").text_content()


@pytest.mark.parametrize("written", ["red", "#fff", "url(//x)", "#0b4a4d;}", ""])
def test_what_is_no_colour_comes_back(office, written):
    office.sends(status=422, **SENT | {"dark-paper": written})
    assert "Write the colour like this" in office.page.get_element_by_id("dark-paper-error").text_content()


def test_nobody_saves_by_address_what_is_hard_to_see(office, client):
    pale = "888888" * len(PLACES) + "0"
    office.goes(f"{HOME}/se/{pale}")
    assert "cannot be saved" in office.text
    office.goes(f"{HOME}/se/{READY['fjord'].packed}")
    form = dict(office.page.forms[-1].fields)
    answer = office.client.post(f"{HOME}/se/{pale}/velg", data=form)
    assert answer.location.endswith(pale)
    assert len(sheets(client)) == 1


@pytest.mark.parametrize(
    "where", ["/se/abc", "/se/abc/light.css", f"/se/{OURS.packed}/pink.css", "/?fra=abc"]
)
def test_a_broken_address_leads_nowhere(office, where):
    assert office.client.get(HOME + where).status_code == 404
