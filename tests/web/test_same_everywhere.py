"""One release is the same in every language and format: who compares them learns nothing more."""

import csv
import json
import re
from io import StringIO

import pytest
from lxml import html

from participation.access import Role
from participation.community import summaries
from participation.web import figures
from tests.conftest import TODAY
from tests.municipality import _answered, _open, summed_up

LANGUAGES = ("nb", "nn", "en")
TEXTS = {"title": "Her", "findings": "Mye.", "not_reached": "", "what_next": "Vi bygger."}


@pytest.fixture
def address(app, database, municipality, surveys) -> str:
    """A published summary of thirty children, in two age groups."""
    planner, leader = (municipality.people[role] for role in (Role.PLANNER, Role.LEADER))
    with app.test_request_context(), database.writing() as db:
        opened = _open(db, planner, municipality.named["matter_id"], surveys["our-place"], TODAY)
        summary = summed_up(db, planner, _answered(db, planner, opened.id, 30, TODAY), TODAY)
        summaries.write(db, planner, summary.id, **TEXTS)
        summaries.put_forward(db, planner, summary.id, TODAY)
        summaries.publish(db, leader, summary.id, figures.draw(surveys["our-place"]), TODAY)
        return f"/oppsummeringer/{summary.id}"


def rows(client, address: str, language: str) -> list[dict[str, str]]:
    text = client.get(f"{address}/tall.csv?lang={language}", follow_redirects=True).data.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text)))


def bare(row: dict) -> tuple:
    """A row without the words of any language."""
    return tuple(
        "" if value is None else str(value) for name, value in row.items() if not name.endswith("_text")
    )


def known(told: list[dict], *names: str) -> set[int]:
    """Every number the file tells under these names, and what a band is said to be below."""
    below = {int(row["highest"]) + 1 for row in told if row["status"] == "band"}
    return below | {int(row[name]) for row in told for name in names if row[name]}


def numbers_in(texts: list[str]) -> set[int]:
    return {int(n) for text in texts for n in re.findall(r"\d+", text)}


def page_of(client, address: str):
    return html.fromstring(client.get(f"{address}?lang=en", follow_redirects=True).text)


def source(cell) -> str:
    """A cell as it stands in the page's source, without the name of its column."""
    return re.sub(r'data-head="[^"]*"', "", html.tostring(cell, with_tail=False, encoding="unicode"))


def test_the_figures_are_the_same_in_every_language(client, address):
    told = [[bare(row) for row in rows(client, address, language)] for language in LANGUAGES]
    assert told[0] == told[1] == told[2]
    assert {"exact", "band", "hidden"} <= {row["status"] for row in rows(client, address, "nb")}


def test_the_same_file_is_the_same_byte_for_byte(client, address):
    for name in ("tall.csv", "tall.json", "bevis.json", "figur/0.svg"):
        assert client.get(f"{address}/{name}").data == client.get(f"{address}/{name}").data


def test_json_says_what_csv_says(client, address):
    kept = json.loads(client.get(f"{address}/tall.json").text)["figures"]
    assert [bare(row) for row in kept] == [bare(row) for row in rows(client, address, "nb")]


def test_a_chart_shows_no_number_that_the_file_does_not(client, address):
    told = [
        row for row in rows(client, address, "nb") if (row["question"], row["group"]) == ("being_here", "")
    ]
    svg = client.get(f"{address}/figur/0.svg?in=nb").text
    drawn = numbers_in(re.findall(r"<text[^>]*>([^<]*)</text>", svg))
    assert drawn <= known(told, "count", "lowest", "highest")


def test_the_page_shows_no_number_that_the_file_does_not(client, address):
    """Neither in a cell nor in an attribute of one."""
    shown = numbers_in([source(cell) for cell in page_of(client, address).xpath("//table//td")])
    assert shown <= known(rows(client, address, "en"), "count", "lowest", "highest", "group_total")


def test_what_is_hidden_looks_alike_whatever_hides_it(client, address):
    assert len({source(cell) for cell in page_of(client, address).find_class("hidden")}) == 1


def test_the_ledger_tells_nothing_that_the_tables_do_not(client, address):
    """An exact number in the certificate is an exact number in the file; of the rest nothing is exact."""
    proof = json.loads(client.get(f"{address}/bevis.json").text)
    cells = [cell for entry in proof["ledger"] for cell in entry["publication"]["cells"]]
    told = rows(client, address, "nb")
    assert {cell[3] for cell in cells if isinstance(cell[3], int)} == {
        int(row["count"]) for row in told if row["count"]
    }
    assert not {"witnesses", "counts", "covers"} & set(re.findall(r'"(\w+)":', json.dumps(proof)))
