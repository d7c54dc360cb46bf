"""Symbols: a child who chose pictures meets them beside every option, and the owner's own in their place."""

import io

import pytest
from lxml import html

from participation.access import Role
from participation.owner import symbols
from participation.surveys.symbols import SYMBOLS
from participation.web.security import PICTURE_POLICY
from tests.house.source import TEMPLATES
from tests.journeys import steps
from tests.journeys.reader import Reader
from tests.owner.pictures import DRAWING, REDRAWN, png, svg

HOME = "/barnas-sider/symboler"
SAID = {"name": "Byen vår", "source": "Egen tegning"}


@pytest.fixture
def planner(municipality):
    return municipality.people[Role.PLANNER]


@pytest.fixture(autouse=True)
def nothing_yet(database, planner) -> None:
    """Here the service owner has no symbols to begin with."""
    with database.writing() as db:
        for symbol in symbols.every(db, planner):
            symbols.take_out(db, planner, symbol.digest)
            symbols.throw_away(db, planner, symbol.digest)


@pytest.fixture
def office(signed_in, planner) -> Reader:
    reader = Reader(signed_in(planner))
    reader.goes(f"{HOME}/?lang=en")
    return reader


@pytest.fixture
def child(app, municipality) -> Reader:
    """A child who has begun, with pictures."""
    reader = Reader(app.test_client())
    reader.goes(f"/svar/{municipality.named['answers.code']}/?lang=nb&level=pictures")
    steps.begins(reader)
    return reader


@pytest.fixture
def town(database, planner) -> str:
    """A picture of the town that stands wherever our own would."""
    with database.writing() as db:
        digest = symbols.add(db, planner, DRAWING, **SAID).digest
        symbols.place(db, planner, {"city": digest})
    return digest


def goes(child: Reader, question: str, level: str = "pictures") -> None:
    child.goes(f"{child.address.split('?')[0].rsplit('/', 1)[0]}/{question}?level={level}")


def drawn(child: Reader) -> list[str | None]:
    """For each option the drawing beside it, by name, or the address of the owner's picture."""
    names = {_shape(path.read_text("utf-8")): path.stem for path in (TEMPLATES / "pictures").glob("*.svg")}
    found = []
    for option in child.page.find_class("option"):
        pictures = option.xpath(".//*[contains(@class, 'pic')]")
        found.append(None if not pictures else pictures[0].get("src") or names[_shape(pictures[0])])
    return found


def _shape(picture) -> str:
    """What is drawn, however it is written."""
    root = html.fromstring(picture) if isinstance(picture, str) else picture
    return repr([sorted(part.attrib.items()) for part in root.iterdescendants()])


def upload(office: Reader, content: bytes, status: int = 200, **said: str):
    """Send the form for a new symbol with this file."""
    office.goes(f"{HOME}/ny")
    fields = dict(office.page.forms[-1].fields) | SAID | said
    fields["picture"] = (io.BytesIO(content), "a picture.svg")
    answer = office.client.post(
        f"{HOME}/ny", data=fields, content_type="multipart/form-data", follow_redirects=True
    )
    office._takes(answer, status)


def test_every_symbol_that_can_be_named_is_drawn():
    drawings = {path.stem for path in (TEMPLATES / "pictures").glob("*.svg")}
    assert set(SYMBOLS) - drawings == set()


def test_with_pictures_every_option_of_our_surveys_has_its_own(surveys):
    for survey in surveys.values():
        for page in survey.pages:
            drawings = [page.symbol(option) for option in page.question.worded]
            assert set(drawings) <= set(SYMBOLS), page.id
            assert len(set(drawings)) == len(drawings), page.id


def test_a_child_who_chose_pictures_meets_one_beside_every_word(child, surveys):
    expected = {
        "being_here": ["bad", "mixed", "good"],
        "outdoors": ["safe", "mixed", "unsafe", "dont_know"],
        "hear_back": ["school", "online", "meeting", "adult"],
        "area": ["city", "houses", "countryside", "map"],
    }
    for question, names in expected.items():
        goes(child, question)
        assert drawn(child) == names
        words = surveys["our-place"].wording("nb", "simple", question)
        shown = [label for key, label in words.items() if key != "explain"]
        assert [label for label in shown if label not in child.text] == []


@pytest.mark.parametrize("level", ["simple", "standard", "youth"])
def test_who_chose_words_meets_pictures_only_where_they_are_the_answer(child, level, town):
    goes(child, "area", level)
    assert drawn(child) == [None] * 4
    goes(child, "being_here", level)
    assert drawn(child) == ["bad", "mixed", "good"]


def test_the_first_page_offers_each_way_with_its_picture_and_says_which_is_chosen(child, municipality):
    child.goes(f"/svar/{municipality.named['answers.code']}/?lang=en")
    (chooser,) = child.page.find_class("levels")
    assert chooser.get("aria-label")
    ways = {way.text_content().strip(): way for way in chooser.iter("a")}
    assert list(ways) == ["With pictures", "Easy words", "Usual words", "For youth"]
    assert [word for word, way in ways.items() if way.get("aria-current")] == ["With pictures"]
    pictures = [way.find("svg") for way in ways.values()]
    assert {picture.get("aria-hidden") for picture in pictures} == {"true"}


def test_a_child_who_changes_the_words_midway_keeps_every_answer(child, municipality):
    start = f"/svar/{municipality.named['answers.code']}/"
    child.sends(press=steps.NEXT, answer="good")
    child.sends(press=steps.NEXT, answer="Fjæra")
    for level in ("youth", "simple", "pictures", "standard"):
        child.goes(f"{start}?level={level}")
        child.goes(f"{start}being_here")
        assert child.page.xpath("//input[@checked]/@value") == ["good"]
        child.goes(f"{start}les-over")
        assert "Fjæra" in child.text


def test_the_owners_picture_takes_the_place_of_ours_and_says_nothing_itself(child, town):
    goes(child, "area")
    assert drawn(child) == [f"/symbol/{town}", "houses", "countryside", "map"]
    (picture,) = child.page.xpath("//label//img")
    assert picture.get("alt") == ""


def test_a_picture_is_served_to_anyone_and_kept_by_the_browser(client, town):
    answer = client.get(f"/symbol/{town}")
    assert (answer.data, answer.mimetype) == (REDRAWN, "image/svg+xml")
    assert answer.headers["Content-Security-Policy"] == PICTURE_POLICY
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in answer.headers["Cache-Control"]
    assert "Set-Cookie" not in answer.headers
    missing = client.get(f"/symbol/{town[::-1]}")
    assert (missing.status_code, missing.headers["Cache-Control"]) == (404, "no-store")


def test_the_childrens_pages_lead_to_the_symbols_and_an_empty_room_says_so(office):
    office.goes("/barnas-sider/")
    office.follows(f"{HOME}/")
    assert "You have no symbols of your own yet." in office.text


@pytest.mark.parametrize("where", ["i-stedet", "i-sporsmal/our-place"])
def test_without_a_picture_of_ones_own_there_is_nothing_to_choose_among(office, where):
    office.goes(f"{HOME}/{where}")
    assert "You have no symbols of your own yet." in office.text
    assert not office.page.xpath("//main//select | //main//form")


def test_questions_without_options_are_not_on_the_list(office):
    listed = office.page.xpath("//main//a/@href")
    assert f"{HOME}/i-sporsmal/our-place" in listed
    assert f"{HOME}/i-sporsmal/before-a-meeting" not in listed


def test_a_picture_is_added_placed_taken_out_put_back_and_deleted(office, child):
    upload(office, DRAWING)
    office.follows("/i-sporsmal/our-place")
    (digest,) = [option for option in _offered(office) if option]
    office.sends(**{"our-place.area.centre": digest})
    assert "It stands in 1 place." in office.text
    goes(child, "area")
    assert drawn(child)[0] == f"/symbol/{digest}"
    office.sends(to="/ta-ut")
    goes(child, "area")
    assert drawn(child)[0] == "city"
    office.sends(to="/sett-tilbake")
    goes(child, "area")
    assert drawn(child)[0] == f"/symbol/{digest}"
    _deletes(office)


def _deletes(office: Reader) -> None:
    office.sends(to="/ta-ut")
    office.follows("/slett")
    assert "It cannot be undone." in office.text
    office.sends(to="/slett")
    assert "You have no symbols of your own yet." in office.text


def _offered(office: Reader) -> list[str]:
    return office.page.xpath("//select[@name='our-place.area.centre']/option/@value")


def test_a_picture_stands_in_place_of_ours_in_all_questions(office, child, town):
    office.goes(f"{HOME}/i-stedet")
    office.sends(good=town, city="")
    goes(child, "being_here")
    assert drawn(child) == ["bad", "mixed", f"/symbol/{town}"]


def test_its_name_is_mended_and_never_emptied(office, town):
    office.goes(f"{HOME}/{town}")
    office.sends(name=" ", status=422)
    office.sends(name="Storbyen")
    assert "Storbyen" in office.text


def test_a_page_that_offers_a_picture_nobody_has_is_sent_back(office, town):
    office.goes(f"{HOME}/i-stedet")
    form = dict(office.page.forms[-1].fields) | {"bus": "0" * 32}
    assert office.client.post(f"{HOME}/i-stedet", data=form).status_code == 422


UNFIT = {
    "nothing": (b"", "Choose a file."),
    "a page": (b"<html><script>alert(1)</script></html>", "no picture we can use"),
    "a script": (svg("<script>alert(1)</script>"), "more than shapes"),
    "an entity bomb": (svg(before='<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">]>'), "more than shapes"),
    "too heavy": (svg(" " * 21_000), "too large"),
    "gigantic": (png(5000, 5000, pixels=b""), "at most 512 pixels"),
    "damaged": (png()[:-9], "damaged"),
}


@pytest.mark.parametrize(("content", "told"), UNFIT.values(), ids=UNFIT)
def test_a_file_that_is_no_fit_picture_comes_back_with_plain_words_and_what_was_typed(office, content, told):
    upload(office, content, 422)
    assert told in office.page.get_element_by_id("picture-error").text_content()
    assert office.page.get_element_by_id("name").value == SAID["name"]
    office.goes(f"{HOME}/")
    assert "You have no symbols of your own yet." in office.text


def test_the_same_picture_twice_comes_back(office, town):
    upload(office, DRAWING, 422)
    assert "already" in office.page.get_element_by_id("picture-error").text_content()


def test_what_hangs_on_a_picture_reaches_no_child(office, client):
    upload(office, png(after=b"<script>alert(1)</script>"))
    (address,) = office.page.xpath("//img/@src")
    answer = client.get(address)
    assert answer.mimetype == "image/png"
    assert b"script" not in answer.data
