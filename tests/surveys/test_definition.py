"""A survey keeps its words, and can be frozen and read again."""

import json
from dataclasses import replace

import pytest

from participation.errors import NotFound
from participation.surveys.definition import Survey, fill


def test_a_frozen_survey_is_read_again_as_it_was(survey: Survey):
    frozen = json.dumps(survey.document())
    again = Survey.from_document(json.loads(frozen))
    assert again == survey
    assert again.digest == survey.digest
    assert again.document() == survey.document()


def test_the_digest_does_not_care_in_which_order_words_are_written(survey: Survey):
    turned = {language: dict(reversed(words.items())) for language, words in reversed(survey.words.items())}
    assert replace(survey, words=turned).digest == survey.digest


def test_the_digest_is_the_same_next_year(survey: Survey):
    assert survey.digest == "6a86fc06762384ef35b3b527b223c12a0d92da72fd61ecd9cac06dee72dc83b9"


@pytest.mark.parametrize(
    "change", [{"version": 4}, {"door": "case"}, {"minutes": 3}, {"levels": ("standard",)}]
)
def test_any_change_changes_the_digest(survey: Survey, change: dict[str, object]):
    assert replace(survey, **change).digest != survey.digest


def test_another_order_of_pages_or_another_word_changes_the_digest(survey: Survey):
    words = {**survey.words, "nb": {**survey.words["nb"], "title": "Stedet vårt"}}
    assert replace(survey, pages=survey.pages[::-1]).digest != survey.digest
    assert replace(survey, words=words).digest != survey.digest


def test_a_document_of_another_schema_is_not_guessed_at(survey: Survey):
    with pytest.raises(ValueError, match="schema 2"):
        Survey.from_document({**survey.document(), "schema": 2})


def test_the_words_of_a_level_lie_over_the_ordinary_ones(survey: Survey):
    wording = survey.wording("nb", "simple", "being_here")
    assert wording["text"] == "Er det fint her?"
    assert wording["good"] == "Trygg"
    assert survey.wording("nb", "standard", "being_here")["text"] == "Hvordan er det å være her?"
    assert set(wording) == set(survey.page("being_here").question.wording_keys)


def test_a_level_without_words_of_its_own_has_the_ordinary_ones(survey: Survey):
    assert survey.wording("nb", "youth", "why") == survey.wording("nb", "standard", "why")


def test_title_and_intro_come_in_every_language(survey: Survey):
    assert (survey.title("nb"), survey.title("nn")) == ("Stedet", "Stedet (nn)")
    assert survey.intro("nb", "standard") == "Hei, {place}!"
    assert survey.intro("nb", "simple") == "Hei {place}!"


def test_the_source_language_is_named_first(survey: Survey):
    assert survey.languages == ("nb", "nn")
    assert replace(survey, source_language="nn").languages == ("nn", "nb")


def test_what_is_not_in_the_survey_is_not_found(survey: Survey):
    with pytest.raises(NotFound):
        survey.page("elsewhere")
    with pytest.raises(NotFound):
        survey.title("se")
    with pytest.raises(NotFound):
        survey.wording("nb", "standard", "title")


def test_a_survey_can_be_a_key(survey: Survey):
    assert {survey: 1}[Survey.from_document(survey.document())] == 1


@pytest.mark.parametrize(
    ("sentence", "filled"),
    [
        ("Hei, {name}!", "Hei, Ola!"),
        ("{name} og {other}", "Ola og {other}"),
        ("50% {} {0} {name.__class__} {{name}}", "50% {} {0} {name.__class__} {Ola}"),
    ],
)
def test_filling_in_a_name_does_nothing_else(sentence: str, filled: str):
    assert fill(sentence, {"name": "Ola"}) == filled


def test_what_is_filled_in_is_not_filled_again():
    assert fill("{name}", {"name": "{other}", "other": "!"}) == "{other}"
