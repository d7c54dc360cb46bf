"""What a child hears of a page: recordings in the page's own language, and nothing where there is none."""

import re

import pytest
from lxml import html

from participation.access import Role
from participation.owner import recordings
from tests.conftest import TODAY
from tests.heard import put
from tests.journeys.reader import Reader
from tests.municipality import Actor

PLANNER = Actor(Role.PLANNER, 1)


@pytest.fixture
def door(municipality) -> str:
    return f"/svar/{municipality.named['answers.code']}/"


@pytest.fixture
def child(client, door) -> Reader:
    child = Reader(client)
    child.goes(door)
    child.sends(to="/begynn")
    return child


def listens(child, where: str) -> tuple[list[str], dict[str, str]]:
    """The names of all that can be played on the page, and what is left to the device's voice."""
    child.goes(where)
    found = html.fromstring(child.body)
    unread = found.xpath("//*[@id='listen']")
    return found.xpath("//audio/@aria-label"), dict(unread[0].attrib) if unread else {}


def record(database, surveys, language: str, *keys: str) -> None:
    with database.writing() as db:
        recordings.keep(db, PLANNER, language, put(surveys["our-place"], language, *keys), "", TODAY)


def test_a_recorded_question_is_played_with_its_answers(child, door):
    names, left = listens(child, f"{door}being_here")
    assert [name.partition(": ")[2] for name in names] == [
        "Hvordan er det å være her?",
        *("Dårlig", "Midt imellom", "Bra"),
    ]
    assert left == {}


def test_nothing_ever_plays_by_itself_or_loads_before_it_is_played(child, door):
    child.goes(f"{door}being_here")
    players = html.fromstring(child.body).xpath("//audio|//video")
    assert players
    assert all("autoplay" not in player.attrib and player.get("preload") == "none" for player in players)
    assert all("controls" in player.attrib and player.get("aria-label") for player in players)


def test_what_a_player_names_can_be_fetched(child, door, client):
    child.goes(f"{door}being_here")
    for player in html.fromstring(child.body).xpath("//audio|//video"):
        assert client.get(player.get("src")).status_code == 200


def test_where_nothing_is_recorded_there_is_no_player(child, door):
    names, left = listens(child, f"{door}good_here")
    assert names == []
    assert left["data-say"] == "Hva er bra her?"
    assert "hidden" in left


def test_another_language_is_not_played_and_has_its_own_voices_only(child, door):
    names, left = listens(child, f"{door}being_here?lang=en")
    assert names == []
    assert left["data-voices"] == "en"


@pytest.mark.parametrize(("language", "voices"), [("nb", "nb no"), ("nn", "nn no nb"), ("en", "en")])
def test_only_norwegian_is_read_by_a_voice_with_another_name(child, door, language, voices):
    assert listens(child, f"{door}good_here?lang={language}")[1]["data-voices"] == voices


def test_a_level_is_heard_in_its_own_words(child, door, database, surveys):
    record(database, surveys, "nb", "outdoors.text")
    assert len(listens(child, f"{door}outdoors")[0]) == 2
    names, left = listens(child, f"{door}outdoors?level=simple")
    assert left["data-say"].startswith("Er det trygt eller utrygt å være ute?\n")
    assert not [name for name in names if "være ute" in name]


def test_where_only_answers_are_left_the_button_says_so(child, door, database, surveys):
    before = listens(child, f"{door}hear_back")[1]["data-begin"]
    record(database, surveys, "nb", "hear_back.text")
    _, left = listens(child, f"{door}hear_back")
    assert left["data-begin"] != before
    assert left["data-say"].splitlines()[0] == "På skolen"


def test_an_explanation_is_heard_when_it_is_shown(child, door, database, surveys):
    record(database, surveys, "nb", "good_here.text", "good_here.explain")
    child.goes(f"{door}good_here")
    assert len(html.fromstring(child.body).xpath("//audio")) == 1
    child.sends(press="go=not_understood")
    assert len(html.fromstring(child.body).xpath("//audio")) == 2


def test_what_comes_before_the_first_question_can_be_heard(client, door, database, surveys):
    record(database, surveys, "nb", "title", "intro")
    assert len(listens(Reader(client), door)[0]) == 2


def test_a_case_is_heard_behind_its_own_door(client, municipality):
    _, left = listens(Reader(client), f"/stemme/{municipality.named['voices.code']}/")
    assert left["data-say"]


def test_a_film_stands_behind_a_summary_and_only_where_it_belongs(child, door):
    child.goes(f"{door}being_here")
    [film] = html.fromstring(child.body).xpath("//details[summary]/video")
    assert re.match(r"/tegnsprak/[0-9a-f]{32}\.mp4$", film.get("src"))
    child.goes(f"{door}good_here")
    assert not html.fromstring(child.body).xpath("//video")


def test_whoever_opens_a_round_sees_how_much_can_be_heard(signed_in, municipality):
    planner = Reader(signed_in(municipality.people[Role.PLANNER]))
    planner.goes(f"/medvirkning/ny/{municipality.named['matter_id']}?survey=our-place&lang=en")
    planner.goes(f"/medvirkning/ny/{municipality.named['matter_id']}?survey=our-place")
    assert re.search(r"Bokmål\. Recordings: 4 of \d\d sentences", planner.text)
    assert re.search(r"English\. Recordings: 0 of \d\d sentences", planner.text)


def test_whoever_invites_a_child_sees_how_much_can_be_heard(signed_in, municipality):
    coordinator = Reader(signed_in(municipality.people[Role.COORDINATOR]))
    coordinator.goes("/saker/?lang=en")
    coordinator.goes(f"/saker/{municipality.named['case_id']}/inviter")
    assert re.search(r"Nynorsk\. Recordings: 0 of \d\d sentences", coordinator.text)
