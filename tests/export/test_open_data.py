"""Open data: what the page shows, for machines, and nothing more."""

import csv
import dataclasses
import json
from io import StringIO

import pytest

from participation.export.open_data import DataWords, as_csv, as_json


@pytest.fixture
def said(words):
    return DataWords("Stedet vårt", "Tall under 5 er skjult.", "nb", {("here", None): words})


def read(table, said):
    return list(csv.DictReader(StringIO(as_csv([table], said), newline="")))


def test_each_count_is_a_row_shown_or_hidden(table, said):
    rows = {(row["group"], row["category"]): (row["count"], row["status"]) for row in read(table, said)}
    assert rows["", "bad"] == ("29", "exact")
    assert rows["young", "bad"] == ("", "hidden")
    assert rows["old", "mixed"] == ("", "interval")
    assert len(rows) == 12


def test_a_band_and_an_interval_say_between_what_the_number_lies(table, said):
    between = {(row["group"], row["category"]): (row["lowest"], row["highest"]) for row in read(table, said)}
    assert (between["old", "bad"], between["old", "mixed"]) == (("0", "2"), ("11", "13"))
    assert between["young", "bad"] == ("", "")


def test_the_size_of_the_group_stands_beside_the_count(table, said):
    assert [row["group_total"] for row in read(table, said)][::3] == ["105", "12", "40", "53"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_spreadsheet_runs_nothing_from_the_file(table, said, words, start):
    sly = dataclasses.replace(words, title=f"{start}HYPERLINK(1)")
    row = read(table, dataclasses.replace(said, tables={("here", None): sly}))[0]
    assert row["question_text"] == f"'{start}HYPERLINK(1)"


def test_json_has_the_same_figures_with_title_language_smallest_group_and_note(table, said):
    whole = json.loads(as_json([table], said))
    assert (whole["title"], whole["language"], whole["smallest_group"]) == ("Stedet vårt", "nb", 10)
    assert whole["note"] == "Tall under 5 er skjult."
    counts = [str(figure["count"] or "") for figure in whole["figures"]]
    assert counts == [row["count"] for row in read(table, said)]
