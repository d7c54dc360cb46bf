"""Every rule operator, and the words it is written in."""

import json
from typing import Any

import pytest

from participation.surveys import rules
from participation.surveys.questions import Answer, Status

ONE = {"question": "face", "values": ["bad", "mixed"]}
MANY = {"question": "places", "values": ["school", "park"]}


def said(**values: Any) -> dict[str, Answer]:
    return {question: Answer(Status.ANSWERED, value) for question, value in values.items()}


BAD = said(face="bad")
GOOD = said(face="good")
BOTH = said(places=("school", "park", "home"))
PARK = said(places=("park",))
SKIPPED = {question: Answer(Status.SKIPPED) for question in ("face", "places")}


@pytest.mark.parametrize(
    ("written", "holds_for", "fails_for"),
    [
        ({"answered": "face"}, [BAD, GOOD], [SKIPPED, {}, PARK]),
        ({"not_answered": "face"}, [SKIPPED, {}, PARK], [BAD, GOOD]),
        ({"equals": {"question": "face", "value": "bad"}}, [BAD], [GOOD, SKIPPED, {}]),
        ({"equals": {"question": "places", "value": "park"}}, [PARK], [BOTH, SKIPPED, {}]),
        ({"any_of": ONE}, [BAD], [GOOD, SKIPPED, {}]),
        ({"any_of": MANY}, [BOTH, PARK], [SKIPPED, said(places=("home",)), {}]),
        ({"all_of": MANY}, [BOTH], [PARK, SKIPPED, {}]),
        ({"none_of": ONE}, [GOOD, SKIPPED, {}], [BAD]),
        ({"none_of": MANY}, [said(places=("home",)), {}], [PARK, BOTH]),
        ({"all": [{"any_of": ONE}, {"answered": "places"}]}, [BAD | PARK], [BAD, PARK, {}]),
        ({"any": [{"any_of": ONE}, {"answered": "places"}]}, [BAD, PARK], [GOOD, {}]),
        ({"not": {"answered": "face"}}, [{}, SKIPPED], [BAD, GOOD]),
    ],
)
def test_the_operator_holds_for_these_and_not_for_those(written: Any, holds_for: Any, fails_for: Any):
    rule = rules.from_plain(written)
    assert all(rule.holds(answers) for answers in holds_for)
    assert not any(rule.holds(answers) for answers in fails_for)
    assert json.loads(json.dumps(rule.to_plain())) == written


def test_a_question_not_understood_is_not_answered():
    assert not rules.from_plain({"answered": "face"}).holds({"face": Answer(Status.NOT_UNDERSTOOD)})


def test_a_rule_names_what_it_looks_at():
    rule = rules.from_plain({"all": [{"not": {"any_of": ONE}}, {"answered": "places"}, {"answered": "face"}]})
    assert rule.questions == ("face", "places")
    assert rule.named == (("face", "bad"), ("face", "mixed"))


def test_there_are_nine_operators_and_no_tenth():
    assert len(set(rules.OPERATORS)) == 9
    with pytest.raises(ValueError, match="no operator"):
        rules.from_plain({"matches": "face"})
