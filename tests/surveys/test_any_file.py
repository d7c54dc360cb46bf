"""Whatever somebody writes in a survey's files, they get a survey or a complaint, never a crash."""

import copy
import tomllib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from participation.surveys import structure, wording
from participation.surveys.complaints import Complaint, Weight
from participation.surveys.definition import Survey
from tests.surveys.conftest import STRUCTURE, as_source, as_translation

unhurried = settings(deadline=None, max_examples=300)
WRITTEN = tomllib.loads(STRUCTURE)
SOURCE = tomllib.loads(as_source())
TRANSLATION = tomllib.loads(as_translation())
SURVEY = Survey.from_document({**WRITTEN, "id": "street", "pages": WRITTEN["page"], "words": {}})

KNOWN = [
    "nb",
    "why",
    "being_here",
    "bad",
    "faces",
    "own_words",
    "of",
    "text",
    "question",
    "values",
    "any_of",
    "not",
]
ANYTHING = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(KNOWN),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KNOWN) | st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


def places(written: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place where something else could stand."""
    inner = list(written.items() if isinstance(written, dict) else enumerate(written))
    deeper = [(step, value) for step, value in inner if isinstance(value, dict | list)]
    found = [(*above, step) for step, _ in inner] + [(*above, "unheard_of")] * isinstance(written, dict)
    return found + [place for step, value in deeper for place in places(value, (*above, step))]


def put(written: dict[str, Any], place: tuple[Any, ...], value: Any) -> dict[str, Any]:
    changed = copy.deepcopy(written)
    table: Any = changed
    for step in place[:-1]:
        table = table[step]
    table[place[-1]] = value
    return changed


def all_say_what_to_do(complaints: list[Complaint]) -> bool:
    return all(complaint.key and complaint.remedy.endswith(".") for complaint in complaints)


@unhurried
@given(st.sampled_from(places(WRITTEN)), ANYTHING)
def test_any_structure_is_a_survey_or_a_complaint(place: tuple[Any, ...], value: Any):
    written = put(WRITTEN, place, value)
    complaints = structure.misshapen(written, "street/survey.toml")
    if not complaints:
        survey = Survey.from_document({**written, "id": "street", "pages": written["page"], "words": {}})
        assert Survey.from_document(survey.document()) == survey
        complaints = structure.senseless(survey, "street/survey.toml")
    assert all_say_what_to_do(complaints)


@unhurried
@given(st.sampled_from(places(SOURCE)), ANYTHING)
def test_any_source_words_are_words_or_a_complaint(place: tuple[Any, ...], value: Any):
    needed = wording.Needed.by(SURVEY)
    sentences, complaints = wording.source(needed, put(SOURCE, place, value), "street/nb.toml")
    assert all_say_what_to_do(complaints)
    if not complaints:
        assert set(needed.always) <= set(sentences)
        wording.nested(sentences)


@unhurried
@given(st.sampled_from(places(TRANSLATION)), ANYTHING)
def test_any_translation_is_whole_or_a_complaint(place: tuple[Any, ...], value: Any):
    needed = wording.Needed.by(SURVEY)
    source, _ = wording.source(needed, SOURCE, "street/nb.toml")
    changed = put(TRANSLATION, place, value)
    sentences, complaints = wording.translation(needed, source, changed, "street/nn.toml")
    assert all_say_what_to_do(complaints)
    offered = all(complaint.weight is Weight.WARNING for complaint in complaints)
    assert offered == (set(sentences) == set(source))
