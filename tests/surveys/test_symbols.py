"""Pictures: a level without words of its own, where each option has a symbol beside its word."""

import pytest

from participation.surveys.complaints import Weight
from participation.surveys.definition import Page, Survey
from participation.surveys.questions import Choice
from participation.surveys.reading import SurveyError, complaints, read_survey
from participation.surveys.symbols import SYMBOLS

LEVELS = '["simple", "standard"]'
PLACES = 'options = ["school", "park", "home"]'


@pytest.fixture
def drawn(spoil):
    """The street with pictures, where two options have a symbol of another name."""
    spoil("survey.toml", LEVELS, '["pictures", "simple", "standard"]')
    return spoil("survey.toml", PLACES, PLACES + '\nsymbols = { school = "meeting", park = "play" }')


def test_with_pictures_the_words_are_the_easy_ones_and_none_are_missed(drawn):
    assert complaints(drawn) == []
    survey = read_survey(drawn)
    for read in ("wording", "intro"):
        given = ["being_here"] if read == "wording" else []
        levels = [getattr(survey, read)("nb", level, *given) for level in ("pictures", "simple", "standard")]
        assert levels[0] == levels[1] != levels[2], read


def test_easy_words_may_be_written_for_pictures_alone(spoil, drawn):
    spoil("survey.toml", '["pictures", "simple", "standard"]', '["pictures", "standard"]')
    assert read_survey(drawn).wording("nb", "pictures", "being_here")["text"] == "Er det fint her?"


def test_with_pictures_a_child_meets_four_options_at_most(spoil):
    spoil("survey.toml", LEVELS, '["pictures", "standard"]')
    folder = spoil("survey.toml", PLACES, 'options = ["school", "park", "home", "bus", "bike"]')
    assert "at most 4 options" in complaints(folder)[0].remedy


def test_an_option_has_the_symbol_of_its_own_name_unless_another_is_named(drawn):
    page = read_survey(drawn).page("places")
    assert [page.symbol(option) for option in page.question.worded] == ["meeting", "play", "home"]


def test_symbols_are_frozen_with_the_survey_and_change_its_digest(drawn, survey):
    with_symbols = read_survey(drawn)
    again = Survey.from_document(with_symbols.document())
    assert (again, again.digest) == (with_symbols, with_symbols.digest)
    assert again.page("places").symbols == {"school": "meeting", "park": "play"}


def test_where_no_symbols_are_named_the_frozen_form_is_what_it_was(survey):
    assert not [page for page in survey.document()["pages"] if "symbols" in page]
    page = Page("a", Choice("a", options=("b", "c")))
    assert (Page.from_plain(page.to_plain()), hash(page)) == (page, hash(Page.from_plain(page.to_plain())))


WRONG = [
    ('{ library = "school" }', "places.symbols.library", "'library' is none"),
    ('{ park = "dragon" }', "places.symbols.park", "Choose one of yes, no"),
    ("{}", "places.symbols", ""),
    ("{ park = 1 }", "places.symbols.park", "a text in quotes"),
    ('"park"', "places.symbols", "Write a table in { }"),
]


@pytest.mark.parametrize(("symbols", "key", "remedy"), WRONG)
def test_a_symbol_that_is_none_or_for_no_option_stops_the_survey(spoil, symbols, key, remedy):
    folder = spoil("survey.toml", PLACES, f"{PLACES}\nsymbols = {symbols}")
    (complaint,) = complaints(folder)
    assert (complaint.key, complaint.weight) == (key, Weight.BROKEN)
    assert remedy in complaint.remedy
    with pytest.raises(SurveyError, match="symbols"):
        read_survey(folder)


def test_with_pictures_an_option_without_one_is_warned_of(spoil):
    spoil("nb.toml", "places.home", "places.library")
    spoil("survey.toml", LEVELS, '["pictures", "simple", "standard"]')
    folder = spoil("survey.toml", PLACES, 'options = ["school", "park", "library"]')
    warned = [complaint for complaint in complaints(folder) if complaint.key == "places.symbols"]
    assert [complaint.weight for complaint in warned] == [Weight.WARNING]
    assert "'library'" in warned[0].remedy


def test_no_symbol_bears_the_name_of_another():
    assert len(set(SYMBOLS)) == len(SYMBOLS)
