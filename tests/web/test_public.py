"""The street: every code finds its door, and what is published can be read, heard and taken along."""

import csv
import json
from datetime import timedelta
from io import StringIO

import pytest

from participation.access import Role
from participation.community import summaries
from participation.web import figures
from tests.conftest import TODAY
from tests.journeys.reader import Reader
from tests.municipality import _answer, _open, summed_up


@pytest.fixture
def reader(app) -> Reader:
    return Reader(app.test_client())


@pytest.fixture
def hushed(app, database, municipality, surveys) -> int:
    """A published summary of so few answers that no number may be told."""
    planner, survey = municipality.people[Role.PLANNER], surveys["our-place"]
    with app.test_request_context(), database.writing() as db:
        opened = _open(db, planner, municipality.named["matter_id"], survey, TODAY)
        _answer(db, planner, opened.id, 99, TODAY)
        summary = summed_up(db, planner, opened.id, opened.closes_on + timedelta(days=1))
        texts = {"findings": "Én ting.", "not_reached": "De fleste.", "what_next": "Vi spør igjen."}
        summaries.write(db, planner, summary.id, title="For få", **texts)
        summaries.put_forward(db, planner, summary.id, TODAY)
        leader = municipality.people[Role.LEADER]
        return summaries.publish(db, leader, summary.id, figures.draw(survey), TODAY).id


DOORS = {
    "answers.code": "/svar/",
    "voices.code": "/stemme/",
    "claims.words": "/kort/",
    "replies.words": "/kort-i-sak/",
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("typed", [str, str.lower, lambda code: f" {code.replace('-', ' ')} "])
def test_every_code_finds_its_own_door_however_it_is_typed(reader, municipality, door, typed):
    reader.goes("/")
    reader.sends(to="/kode", code=typed(municipality.named[door]))
    assert reader.address == f"{DOORS[door]}{municipality.named[door]}/"


@pytest.mark.parametrize(
    "typed", ["", "BCD-FGH-JKM-X", "hest hest hest", "hest kongo hest kongo hest", "x" * 300]
)
def test_what_is_no_code_is_kept_with_a_word_beside_it(reader, typed):
    reader.goes("/")
    reader.sends(to="/kode", code=typed, status=422)
    field = reader.page.get_element_by_id("code")
    assert field.value == typed
    assert field.get("aria-invalid") == "true"


def test_another_language_can_be_chosen_after_a_slip(reader):
    reader.goes("/")
    reader.sends(to="/kode", code="feil", status=422)
    reader.follows("?lang=nn")
    assert reader.address == "/"


def test_the_first_page_leaves_nothing_on_the_device(reader):
    reader.goes("/")
    assert reader.client.get_cookie("browser") is None


def test_a_summary_tells_what_was_asked_said_and_done(reader):
    reader.goes("/oppsummeringer")
    reader.follows("/oppsummeringer/1")
    told = ("Ny lekeplass", "Kommunestyret", "14", "De fleste trives.", "De yngste.", "Vi bygger lekeplass.")
    for text in (*told, "Oppvekstplan", "Uterom", "Mer lys.", "Nye lykter.", "Ikke basseng."):
        assert text in reader.text, text


def test_every_chart_has_its_words_and_the_same_numbers_as_a_table(reader):
    reader.goes("/oppsummeringer/1")
    charts = reader.page.find_class("chart")
    assert len(charts) > 3
    for chart in charts:
        answers = chart.xpath("(.//table)[1]/tbody/tr/th/text()")[:-1]
        assert all(answer in chart.find("img").get("alt") for answer in answers)
        assert chart.xpath(".//table/caption")
        assert chart.xpath(".//th[@scope='row']")


def test_a_hidden_number_stands_in_words_and_never_as_nought(reader):
    reader.goes("/oppsummeringer/1?lang=en")
    hidden = reader.all_of("hidden")
    assert set(hidden) == {"not shown"}
    assert not reader.page.xpath("//td[normalize-space()='0']")


def test_where_too_few_answered_no_number_is_told(reader, hushed):
    reader.goes(f"/oppsummeringer/{hushed}")
    assert not reader.page.find_class("chart")
    assert "For få" in reader.text
    reader.goes(f"/oppsummeringer/{hushed}/tall.json")
    assert json.loads(reader.body)["figures"] == []


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_chart_speaks_the_language_that_is_asked_for(client, language, surveys):
    chart = client.get(f"/oppsummeringer/1/figur/0.svg?in={language}")
    assert chart.mimetype == "image/svg+xml"
    assert "sandbox" in chart.headers["Content-Security-Policy"]
    assert surveys["our-place"].wording(language, "standard", "being_here")["text"] in chart.text


@pytest.mark.parametrize("address", ["figur/99.svg", "figur/0.svg?in=xx"])
def test_a_chart_that_was_not_drawn_is_not_there(client, address):
    assert client.get(f"/oppsummeringer/1/{address}").status_code == 404


def test_the_numbers_can_be_taken_along_as_rows(client):
    text = client.get("/oppsummeringer/1/tall.csv").get_data().decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text)))
    assert len(rows) > 20
    assert all((row["count"] == "") == (row["status"] != "exact") for row in rows)
    kept = json.loads(client.get("/oppsummeringer/1/tall.json").text)
    assert len(kept["figures"]) == len(rows)
    assert kept["smallest_group"] == 10


@pytest.mark.parametrize(("file", "begins"), [("oppsummering.pdf", b"%PDF"), ("oppsummering.docx", b"PK")])
def test_the_summary_can_be_taken_along_as_a_document(client, file, begins):
    answer = client.get(f"/oppsummeringer/1/{file}")
    assert answer.data.startswith(begins)
    assert "attachment" in answer.headers["Content-Disposition"]


def test_what_is_not_published_is_not_there(client, database, municipality, surveys):
    with database.writing() as db:
        planner, survey = municipality.people[Role.PLANNER], surveys["our-place"]
        opened = _open(db, planner, municipality.named["matter_id"], survey, TODAY)
        _answer(db, planner, opened.id, 98, TODAY)
        summary = summed_up(db, planner, opened.id, opened.closes_on + timedelta(days=1))
    for end in ("", "/tall.csv", "/tall.json", "/oppsummering.pdf", "/oppsummering.docx", "/figur/0.svg"):
        assert client.get(f"/oppsummeringer/{summary.id}{end}").status_code == 404


def test_leaving_takes_every_trace_along(reader, municipality):
    reader.goes(f"/svar/{municipality.named['answers.code']}/")
    answer = reader.client.get("/ut")
    assert answer.headers["Clear-Site-Data"] == '"*"'
    assert answer.location == "/side"
    assert reader.client.get_cookie("browser") is None


def test_the_page_one_lands_on_says_nothing_of_where_one_was(reader):
    reader.goes("/side?lang=en")
    assert not reader.page.find_class("help")
    assert "116 111" not in reader.text


@pytest.mark.parametrize("address", ["/hjelp", "/personvern", "/sendt", "/oppsummeringer", "/side"])
def test_the_pages_for_everybody_are_there_in_every_language(reader, address):
    for language in ("nb", "nn", "en"):
        reader.goes(f"{address}?lang={language}")
        assert reader.page.get("lang") == language
        assert len(reader.page.xpath("//h1")) == 1


def test_the_house_says_that_it_stands(client):
    assert client.get("/helse").text == "ok\n"


@pytest.mark.parametrize(
    "fetched",
    [
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "image"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "document"},
        {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "image"},
    ],
)
def test_another_site_cannot_wipe_what_a_child_has_written(client, fetched):
    answer = client.get("/ut", headers=fetched)
    assert answer.status_code == 303
    assert "Clear-Site-Data" not in answer.headers
    assert "Set-Cookie" not in answer.headers
