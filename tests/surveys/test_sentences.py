"""Which sentences a child can read, and be read, at each level; and when they are the same sentence."""

import unicodedata
from dataclasses import replace

import pytest

from participation.config import ROOT
from participation.surveys import sentences
from participation.surveys.reading import read_survey
from participation.surveys.sentences import name_of
from participation.surveys.wording import sentence_hash


@pytest.fixture(scope="module")
def survey():
    return read_survey(ROOT / "surveys" / "our-place")


def texts(survey, level: str, language: str = "nb") -> dict[str, str]:
    return {one.key: one.text for one in sentences.at_level(survey, language, level)}


def test_a_level_has_its_own_words_where_it_has_them_and_else_the_ordinary_ones(survey):
    simple = texts(survey, "simple")
    assert simple["intro_levels.simple"].startswith("Du kan si")
    assert simple["being_here.simple.explain"] == "Tenk på en vanlig dag."
    assert simple["being_here.text"] == "Hvordan er det å være her?"
    assert not {"intro", "being_here.explain"} & set(simple)


def test_a_child_meets_the_question_before_its_explanation_and_its_answers(survey):
    keys = [key for key in texts(survey, "standard") if key.startswith("being_here")]
    assert keys == [f"being_here.{key}" for key in ("text", "explain", "bad", "mixed", "good")]


def test_a_sentence_used_twice_is_read_in_once(survey):
    wanted = sentences.to_record(survey, "nb")
    [unsure] = [one for one in wanted if one.text == "Midt imellom"]
    assert {"being_here.mixed", "outdoors.mixed"} <= set(unsure.keys)
    assert len({one.name for one in wanted}) == len(wanted)


def test_everything_to_read_in_is_met_at_some_level_and_nothing_else(survey):
    met = {one.name for level in survey.levels for one in sentences.at_level(survey, "nb", level)}
    assert {one.name for one in sentences.to_record(survey, "nb")} == met


def test_what_is_recorded_is_counted_once_and_only_where_the_survey_says_it(survey):
    names = [one.name for one in sentences.to_record(survey, "nb")]
    found = sentences.how_many(survey, "nb", [*names[:3], "of another survey"])
    assert (found.n, found.of) == (3, len(names))
    assert not found.is_whole
    assert sentences.how_many(survey, "nb", names).is_whole


def test_another_language_is_not_heard_by_what_was_read_in_bokmal(survey):
    names = {one.name for one in sentences.to_record(survey, "nb")}
    assert sentences.how_many(survey, "en", names).n == 0


def test_a_changed_sentence_has_another_name_and_a_recomposed_letter_the_same():
    assert name_of("Er det trygt?") != name_of("Er det utrygt?")
    assert name_of("på") == name_of(unicodedata.normalize("NFD", "på"))
    assert name_of("Stedet").startswith(sentence_hash("Stedet"))


def test_a_film_is_true_until_the_question_or_an_answer_changes(survey):
    page = survey.page("being_here")
    signed = sentences.what_is_signed(survey, page)
    words = {**survey.words, "nb": {**survey.words["nb"], "being_here": {**survey.words["nb"]["being_here"]}}}
    words["nb"]["being_here"]["good"] = "Fint"
    assert sentences.what_is_signed(replace(survey, words=words), page) != signed
    words = {**survey.words, "en": survey.words["nb"]}
    assert sentences.what_is_signed(replace(survey, words=words), page) == signed
