"""Quotations: what one child wrote is printed under all of the rules, or not at all."""

from dataclasses import replace
from itertools import product

import pytest

from participation.disclosure.quotations import Clue, Composite, Lack, Verbatim, lacking

READY = Verbatim(
    "Det er mørkt på veien hjem.",
    is_released=True,
    child_says_yes=True,
    group=30,
    mentioned_by=3,
    looked_for=frozenset(Clue),
    readers=frozenset({1, 2}),
    hits=1,
    hits_looked_at=True,
)
TOGETHER = Composite(
    "Flere sa at det er mørkt.",
    is_released=True,
    children=3,
    mentioned_by=3,
    looked_for=frozenset(Clue),
    writer=1,
    readers=frozenset({2}),
)
BROKEN = {
    Lack.WORDS: {"words": "  "},
    Lack.RELEASED: {"is_released": False},
    Lack.CHILD_SAYS_YES: {"child_says_yes": False},
    Lack.LARGE_GROUP: {"group": 29},
    Lack.MENTIONED_BY_ENOUGH: {"mentioned_by": 2},
    Lack.CLUES_LOOKED_FOR: {"looked_for": frozenset(Clue) - {Clue.SPELLING}},
    Lack.TWO_READERS: {"readers": frozenset({1})},
    Lack.ONE_PER_CHILD: {"others_of_the_child": 1},
    Lack.NOTHING_BESIDE: {"beside": frozenset({"girl"})},
    Lack.NO_SMALL_NUMBER: {"number_beside": 2},
    Lack.SEARCHED_BACK: {"hits_looked_at": False},
}


def test_a_quotation_that_lacks_nothing_may_be_printed():
    assert lacking(READY) == lacking(TOGETHER) == ()


@pytest.mark.parametrize("lack", BROKEN)
def test_each_lack_is_told_by_its_own_name(lack):
    assert lacking(replace(READY, **BROKEN[lack])) == (lack,)


def test_all_that_is_lacking_is_told_at_once():
    for chosen in product([False, True], repeat=len(BROKEN)):
        wrong = [lack for lack, is_wrong in zip(BROKEN, chosen, strict=True) if is_wrong]
        changes = {name: value for lack in wrong for name, value in BROKEN[lack].items()}
        assert set(lacking(replace(READY, **changes))) == set(wrong)


def test_a_severe_theme_needs_five_children():
    assert lacking(replace(READY, is_severe=True, mentioned_by=4)) == (Lack.MENTIONED_BY_ENOUGH,)
    assert lacking(replace(READY, is_severe=True, mentioned_by=5)) == ()


def test_a_group_whose_size_may_not_be_told_is_not_large():
    assert lacking(replace(READY, group=None)) == (Lack.LARGE_GROUP,)


def test_what_the_group_is_called_may_stand_beside():
    assert not lacking(replace(READY, label=frozenset({"stage"}), beside=frozenset({"stage"})))


def test_a_composite_is_made_of_three_children_and_read_by_another():
    assert lacking(replace(TOGETHER, children=2)) == (Lack.THREE_CHILDREN,)
    assert lacking(replace(TOGETHER, readers=frozenset({1}))) == (Lack.A_READER,)
