"""Figures in words: every number under its answer, in the language asked for, and never a hidden one."""

from dataclasses import replace

import pytest

from participation.disclosure.groups import WHOLE, Asked, Group
from participation.disclosure.published import Band, Exact, Hidden, Interval, ProtectedTable
from participation.web import figures, qr

YOUNG, OLD, UNTOLD = Group("age_group", "under_9"), Group("age_group", "from_16"), Group("age_group")
TABLE = ProtectedTable(
    question="being_here",
    categories=("bad", "mixed", "good", "skipped", "not_understood"),
    groups=(WHOLE, YOUNG, OLD, UNTOLD),
    least=10,
    cells=(
        (Exact(9), Exact(20), Exact(30), Hidden(), Hidden()),
        (Band(3), Interval(10, 12), Exact(11), Hidden(), Hidden()),
        (Hidden(),) * 5,
        (Hidden(),) * 5,
    ),
    totals=(64, 32, None, None),
)
OPTION = ProtectedTable(
    "hear_back",
    ("chosen", "not_chosen"),
    (WHOLE,),
    10,
    ((Exact(40), Exact(24)),),
    (64,),
    "online",
    Asked("outdoors", ("safe",)),
)


def test_a_question_that_one_in_ten_did_not_understand_is_pointed_out():
    hard = replace(TABLE, cells=((Exact(9), Exact(20), Exact(28), Hidden(), Exact(7)), *TABLE.cells[1:]))
    easy = replace(TABLE, cells=((Exact(9), Exact(20), Exact(29), Hidden(), Exact(6)), *TABLE.cells[1:]))
    assert (hard.is_hard, easy.is_hard, TABLE.is_hard, OPTION.is_hard) == (True, False, False, False)


@pytest.fixture
def survey(app, surveys):
    with app.test_request_context():
        yield surveys["our-place"]


def test_the_numbers_of_all_stand_first_and_each_background_after(survey):
    whole, by_age = figures.rows(TABLE, survey, "nb").grids
    assert [row[1] for row in whole.rows] == [9, 20, 30, None, None, 64]
    assert [row[2:] for row in by_age.rows][:2] == [("færre enn 3", None, None), ("10–12", None, None)]
    assert by_age.header[2:4] == ("Under 9 år", "16 år eller eldre")


def test_the_words_are_those_of_the_survey_in_the_language_asked_for(survey):
    for language in ("nb", "nn", "en"):
        words = survey.wording(language, "standard", "being_here")
        figure = figures.rows(TABLE, survey, language)
        assert figure.title == words["text"]
        assert figure.grids[0].rows[0][0] == words["bad"]


def test_a_number_that_is_hidden_is_nowhere_in_the_words(survey):
    said = figures.wording(TABLE, survey, "en")
    assert "Bad: 9" in said.description
    assert said.description.count(said.hidden) == 2
    assert figures.rows(TABLE, survey, "en").hides


def test_an_option_is_told_by_its_own_name(survey):
    figure = figures.rows(OPTION, survey, "en")
    option = survey.wording("en", "standard", "hear_back")["online"]
    assert figure.option == option
    assert option in figure.title
    assert option in figure.grids[0].caption
    assert not figure.hides


def test_every_group_and_every_category_has_its_words(survey):
    said = figures.wording(TABLE, survey, "nb")
    assert set(said.groups) == set(TABLE.groups)
    assert set(said.categories) == set(TABLE.categories)
    assert all((*said.groups.values(), *said.categories.values()))


def test_a_chart_is_drawn_in_the_language_asked_for(survey):
    svg = figures.draw(survey)(TABLE, "nn")
    assert 'lang="nn"' in svg
    assert survey.wording("nn", "standard", "being_here")["text"] in svg


def test_why_numbers_are_hidden_is_said_with_the_smallest_group(survey):
    assert "10" in figures.why_hidden([TABLE])
    assert figures.why_hidden([TABLE]) != figures.why_hidden([])


def test_a_square_has_its_title_and_no_style_of_its_own():
    drawn = qr.svg("https://lyngvaer.example/svar/A&B/", "<kort>")
    assert "<title>&lt;kort&gt;</title>" in drawn
    assert "style" not in drawn
    assert drawn.startswith('<svg role="img"')


def test_a_number_told_in_words_stands_under_the_other_numbers(app, survey):
    macros = app.jinja_env.get_template("parts/figures.html").module
    table = macros.figures("Svar", ("", "Alle"), (("سيئ", "من 0 إلى 7"), ("Bra", "not told")))
    assert table.count('<td class="number"') == 1
