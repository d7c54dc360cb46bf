"""The surveys we wrote: whole in three languages, and fit for children to read."""

import re
from itertools import product
from pathlib import Path

import pytest

from participation.surveys import reach
from participation.surveys.definition import Survey
from participation.surveys.questions import Scale
from participation.surveys.reading import complaints, read_surveys

FOLDER = Path(__file__).parents[2] / "surveys"
SURVEYS = read_surveys(FOLDER)
DOORS = {
    "the-services-around-me": "case",
    "my-plan": "case",
    "who-should-help-me": "case",
    "our-place": "group",
    "how-services-work-together": "group",
    "was-i-heard": "reply",
    "school-yard": "group",
    "draw-and-tell": "case",
    "before-a-meeting": "case",
    "something-hard": "case",
    "something-good": "case",
    "something-i-want": "case",
    "another-way": "case",
}
GROUP = [name for name, door in DOORS.items() if door == "group"]
each_survey = pytest.mark.parametrize("survey", SURVEYS.values(), ids=SURVEYS)


def sentences(survey: Survey) -> set[str]:
    """Every sentence a child may meet, in any language, at any level."""
    met = set()
    for language, level in product(survey.languages, survey.levels):
        texts = [survey.title(language), survey.intro(language, level)]
        for question in survey.questions:
            texts += survey.wording(language, level, question.id).values()
        met |= {sentence for text in texts for sentence in re.split(r"(?<=[.?!:]) ", text)}
    return met


def test_nothing_is_to_be_complained_of():
    assert complaints(FOLDER) == []


def test_each_survey_has_its_door():
    assert {survey.id: survey.door for survey in SURVEYS.values()} == DOORS


@each_survey
def test_every_survey_is_offered_in_three_languages_at_four_levels(survey: Survey):
    assert {"nb", "nn", "en"} <= set(survey.languages)
    assert survey.levels == ("pictures", "simple", "standard", "youth")


@each_survey
def test_every_survey_comes_back_from_its_document(survey: Survey):
    again = Survey.from_document(survey.document())
    assert (again, again.digest) == (survey, survey.digest)


@each_survey
def test_no_sentence_is_longer_than_fifteen_words(survey: Survey):
    assert {sentence for sentence in sentences(survey) if len(sentence.split()) > 15} == set()


@each_survey
def test_no_child_meets_more_than_ten_questions_and_each_can_raise_something_new(survey: Survey):
    assert reach.longest(survey) <= 10
    own_words = [question.id for question in survey.questions if question.scale is Scale.WORDS]
    assert {"anything_else", "say_more"} & set(own_words)


@each_survey
def test_nobody_is_praised_urged_or_threatened(survey: Survey):
    unwanted = re.compile(r"\b(flink|takk|modig|må svare|thank|brave|must answer|well done)\b", re.IGNORECASE)
    assert [sentence for sentence in sentences(survey) if unwanted.search(sentence)] == []


@pytest.mark.parametrize("name", GROUP)
def test_a_group_survey_can_be_broken_down_by_age_and_kind_of_place(name: str):
    assert [question.id for question in SURVEYS[name].questions if question.counted][-2:] == [
        "age_group",
        "area",
    ]


@pytest.mark.parametrize("name", GROUP)
def test_where_a_group_may_write_it_is_asked_to_leave_names_out(name: str):
    survey = SURVEYS[name]
    for level in survey.levels:
        assert "Ikke skriv navn" in survey.intro("nb", level)


@each_survey
def test_options_of_one_question_never_read_alike(survey: Survey):
    for language, level in product(survey.languages, ("pictures", "simple", "standard", "youth")):
        for question in survey.questions:
            wording = survey.wording(language, level, question.id)
            words = [wording[option] for option in question.worded]
            assert len(set(words)) == len(words), question.id
