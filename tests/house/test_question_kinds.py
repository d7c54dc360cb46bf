"""A question kind is whole, or it is not there."""

import pytest

from participation.config import ROOT
from participation.surveys.questions import KINDS, Question
from participation.surveys.reading import read_surveys
from participation.web.forms.questions import FIELDS
from participation.web.paper.kinds import PAPER

SURVEYS = read_surveys(ROOT / "surveys")


def below(kind: type[Question]) -> set[type[Question]]:
    return {kind, *(deeper for direct in kind.__subclasses__() for deeper in below(direct))}


def test_every_kind_is_in_the_one_registry():
    assert set(KINDS.values()) == {kind for kind in below(Question) if "kind" in vars(kind)}
    assert all(name == kind.kind for name, kind in KINDS.items())


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_a_kind_has_a_field_and_a_page_part(kind):
    assert kind in FIELDS
    assert (ROOT / "templates" / "questions" / f"{kind.kind}.html").exists()


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_a_kind_can_be_answered_on_paper(kind):
    assert kind in PAPER


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_a_kind_is_met_in_some_survey(kind):
    assert any(isinstance(question, kind) for survey in SURVEYS.values() for question in survey.questions)


def test_no_page_part_is_for_a_kind_that_is_not_there():
    parts = {path.stem for path in (ROOT / "templates" / "questions").glob("*.html")}
    assert parts - set(KINDS) == set()
