"""Sheets of paper: tagged, in one language and at one level, with every question and room to answer it."""

import re
import subprocess
from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import page
import pikepdf
import pytest

from participation.access import Role
from participation.community import consultations
from participation.config import ROOT
from participation.rights.help_lines import HELP_LINES
from participation.rights.ladder import Rung
from participation.surveys.reading import read_surveys
from participation.surveys.rules import from_plain
from participation.web.language import KNOWN, speaking
from participation.web.paper import sheets
from participation.web.paper.only_if import Reader
from tests.conftest import TODAY

SURVEYS = read_surveys(ROOT / "surveys")
EVERY_KIND = ("school-yard", "our-place", "draw-and-tell", "who-should-help-me")
"""Together they ask every kind of question."""


@pytest.fixture
def paper(app, database, municipality):
    """A sheet of this survey, whichever door it is for."""
    planner, matter = municipality.people[Role.PLANNER], municipality.named["matter_id"]
    promised = {"rung": Rung.CONSULTED, "breakdowns": [], "read_by": "Planleggeren", "today": TODAY}
    days = {"closes_on": TODAY + timedelta(days=7), "answer_on": TODAY + timedelta(days=30)}

    def made(name: str, tongue: str = "nb", level: str = "standard"):
        survey = replace(SURVEYS[name], door="group")
        with app.test_request_context(), database.writing() as db:
            asked = consultations.open_consultation(db, planner, matter, survey, **promised, **days)
            return sheets.of_round(db, asked, sheets.Wanted(tongue, level))

    return made


@pytest.fixture
def printed(app):
    def made(paper, *codes: str) -> bytes:
        with app.test_request_context():
            return sheets.printed(paper, codes) if codes else sheets.blank(paper)

    return made


def text_of(pdf: bytes) -> str:
    read = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(read.stdout.decode().split())


def failures(pdf: bytes):
    return page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1).failures


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("level", ["pictures", "simple", "standard", "youth"])
def test_every_question_stands_on_the_sheet_in_the_words_of_its_level(paper, printed, level):
    survey = SURVEYS["school-yard"]
    written = squeezed(text_of(printed(paper("school-yard", level=level))))
    for one in survey.questions:
        words = survey.wording("nb", level, one.id)
        assert all(squeezed(words[key]) in written for key in ("text", *one.worded))


@pytest.mark.parametrize("name", EVERY_KIND)
def test_every_kind_is_sound_for_a_screen_reader(paper, printed, name):
    assert failures(printed(paper(name, level="simple"), "234-567-89B")) == []


def test_together_these_surveys_ask_every_kind_there_is():
    asked = {type(one) for name in EVERY_KIND for one in SURVEYS[name].questions}
    assert asked == {type(one) for survey in SURVEYS.values() for one in survey.questions}


@pytest.mark.parametrize("tongue", ["nb", "nn", "en", "ar", "uk"])
def test_a_sheet_says_its_language(paper, printed, tongue):
    with pikepdf.open(BytesIO(printed(paper("our-place", tongue)))) as pdf:
        assert str(pdf.Root.Lang) == tongue
        assert str(pdf.docinfo.Title) == SURVEYS["our-place"].title(tongue)


@pytest.mark.parametrize("tongue", ["nb", "se", "uk"])
def test_days_on_a_sheet_are_written_as_on_the_screen(paper, printed, tongue):
    written = squeezed(text_of(printed(paper("our-place", tongue))))
    for days in (7, 30):
        assert squeezed(KNOWN[tongue].date(TODAY + timedelta(days=days))) in written


def test_a_sheet_from_right_to_left_is_sound_and_starts_on_the_right(paper, printed):
    written = printed(paper("school-yard", "ar", "pictures"), "234-567-89B")
    assert failures(written) == []
    boxes = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=written, capture_output=True, check=True)
    title = SURVEYS["school-yard"].title("ar").split()[0]
    starts = [line for line in boxes.stdout.decode().splitlines() if title[::-1] in line and "<word" in line]
    assert float(re.search(r'xMax="([\d.]+)"', starts[0])[1]) > 500


def test_letters_are_large_where_the_words_are_easy(paper, printed):
    """Fourteen points, but for what grown-ups need at the edge of the page."""
    for level, least in (("pictures", 14), ("simple", 14), ("standard", 10)):
        assert smallest_letters(printed(paper("our-place", level=level))) >= least


def smallest_letters(pdf: bytes) -> float:
    read = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    found = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', read.stdout.decode())
    high = [(float(top), float(low) - float(top)) for top, low in found]
    inside = [height for top, height in high if 75 < top < 770]
    return round(min(inside), 1)


def test_no_question_is_cut_over_two_pages(paper, printed):
    """The ways past a question stand on the page of its heading."""
    pages = subprocess.run(
        ["pdftotext", "-", "-"], input=printed(paper("our-place", level="simple")), capture_output=True
    ).stdout.decode()
    for text in pages.split("\f"):
        assert len(re.findall(r"^\d+\. ", text, re.MULTILINE)) == text.count("Jeg vil ikke si det")


def test_each_copy_counts_its_own_pages_and_bears_its_own_code(paper, printed):
    written = text_of(printed(paper("draw-and-tell"), "234-567-89B", "BCD-FGH-JKM"))
    once = text_of(printed(paper("draw-and-tell"), "234-567-89B"))
    (last,) = re.findall(r"\b1/(\d)", once)
    assert written.count(f" 1/{last} ") == 2
    assert written.count("234-567-89B") == written.count("BCD-FGH-JKM") == once.count("234-567-89B")


def test_the_foot_tells_what_was_asked_and_in_which_words(paper, printed):
    sheet = paper("our-place", level="simple")
    assert re.fullmatch(r"our-place [0-9a-f]{8} · Bokmål · \w.+", sheet.foot)
    assert sheet.foot.split()[1] == replace(SURVEYS["our-place"], door="group").digest[:8]


def test_nobody_has_to_answer_and_everybody_is_told_whom_to_call(paper, printed):
    written = text_of(printed(paper("our-place", "en")))
    assert "You can say no, skip questions, and stop at any time." in written
    assert all(line.number in written for line in HELP_LINES)


def test_the_child_is_told_that_a_grown_up_types_it_in(paper, printed):
    written = text_of(printed(paper("our-place", "en")))
    assert "A grown-up types in your answers, just as you wrote them." in written
    assert "That grown-up may know your handwriting." in written


def test_beside_each_question_stand_the_ways_past_it_but_none_to_ask_later(paper):
    ways = {one.number: one.ways_past for one in paper("our-place", "en").questions}
    assert ways["1"] == ("Skip", "I do not know", "I do not want to say", "I do not understand")
    assert ways["4"] == ("Skip", "I do not want to say", "I do not understand"), "it is an option there"


def test_a_question_for_some_says_in_words_for_whom(paper):
    (asked,) = (one for one in paper("our-place", "en").questions if one.only_if)
    answers = "“In between” or “Unsafe”"
    assert asked.only_if == (f"Only if you answered {answers} to question 4.",)


WHERE = {"safe": {"yes": "Yes", "no": "No"}, "places": {"park": "Park", "school": "School"}}
RULES = {
    "Only if you answered question 1.": {"answered": "safe"},
    "Only if you did not answer question 1.": {"not_answered": "safe"},
    "Only if you answered “No” to question 1.": {"equals": {"question": "safe", "value": "no"}},
    "Only if you answered “Park” and nothing else to question 2.": {
        "equals": {"question": "places", "value": "park"}
    },
    "Only if you answered “Park” and “School” to question 2.": {
        "all_of": {"question": "places", "values": ["park", "school"]}
    },
    "Only if you did not answer “Park” or “School” to question 2.": {
        "none_of": {"question": "places", "values": ["park", "school"]}
    },
    "Only if all of this fits you: – You answered question 1. – You did not answer “Park” to question 2.": {
        "all": [{"answered": "safe"}, {"none_of": {"question": "places", "values": ["park"]}}]
    },
}


@pytest.mark.parametrize("sentence", RULES)
def test_every_rule_can_be_followed_on_paper(app, sentence):
    reader = Reader(WHERE, {"safe": "1", "places": "2"}, frozenset({"places"}))
    with app.test_request_context(), speaking("en"):
        assert " ".join(reader.told(from_plain(RULES[sentence]))) == sentence
