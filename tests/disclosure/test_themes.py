"""Themes: two coders must agree, enough children must have spoken, and nobody can be found in the numbers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation.disclosure.engine.cells import Interval
from participation.disclosure.themes import (
    MENTIONED,
    Agreement,
    Coded,
    agreement,
    alphabetical,
    coded_twice_at_least,
    kappa,
    may_be_listed,
    rules_for,
)
from participation.disclosure.told_themes import Theme, ToldThemes, tell_themes

KEY = b"the same on every run"
CODES = ("bus", "light", "park", "violence")
THEMES = tuple(Theme(code, is_severe=code == "violence") for code in CODES)


def texts(n: int, unit: str | None = None, **mentioned: int) -> list[Coded]:
    """So many texts, read by both coders alike: the first `light` of them mention light."""
    read = (frozenset(code for code, most in mentioned.items() if at < most) for at in range(n))
    return [Coded(codes, codes, unit=unit) for codes in read]


def told(answered: int | None = 60, **asked: list[Coded]) -> ToldThemes:
    return tell_themes(asked, THEMES, answered, KEY)


def numbers(told: ToldThemes) -> dict[str, int]:
    return {one.code: one.number for one in told.numbers}


def pairs(both: int, one: int, other: int, none: int) -> list[tuple[bool, bool]]:
    return [(True, True)] * both + [(True, False)] * one + [(False, True)] * other + [(False, False)] * none


@pytest.mark.parametrize(
    ("said", "expected"),
    [((20, 5, 10, 15), 0.4), ((10, 0, 0, 10), 1), ((0, 5, 5, 0), -1), ((1, 1, 1, 1), 0)],
)
def test_kappa_is_agreement_beyond_chance(said, expected):
    assert kappa(pairs(*said)) == pytest.approx(expected)


@pytest.mark.parametrize("said", [(0, 0, 0, 0), (9, 0, 0, 0), (0, 0, 0, 9)])
def test_where_both_always_say_the_same_kappa_shows_nothing(said):
    assert kappa(pairs(*said)) is None


@given(st.lists(st.tuples(st.booleans(), st.booleans())))
def test_kappa_does_not_ask_who_was_first_nor_what_is_called_yes(said):
    value = kappa(said)
    assert value == kappa([(other, one) for one, other in said])
    flipped = kappa([(not one, not other) for one, other in said])
    assert value is flipped is None or value == pytest.approx(flipped)
    assert value is None or -1 <= value <= 1


@pytest.mark.parametrize(("n", "least"), [(1, 1), (9, 9), (10, 10), (40, 10), (60, 12), (251, 50), (900, 50)])
def test_a_fifth_is_read_twice_or_fifty_and_all_of_a_few(n, least):
    assert coded_twice_at_least(n) == least


@pytest.mark.parametrize(
    ("kappa", "twice", "open_differences", "may_be"),
    [(0.7, 10, 3, True), (0.69, 10, 1, False), (0.69, 10, 0, True), (None, 10, 0, True), (1.0, 9, 0, False)],
)
def test_a_code_is_told_where_two_agree_or_have_settled_every_difference(
    kappa, twice, open_differences, may_be
):
    assert Agreement(40, twice, kappa, open_differences).may_be_told is may_be


def test_what_was_settled_counts_and_improves_no_kappa():
    one, none = frozenset({"bus"}), frozenset[str]()
    read = [*texts(9, bus=4), Coded(none, one)]
    settled = [*texts(9, bus=4), Coded(none, one, settled=one)]
    assert not read[-1].mentions("bus")
    assert settled[-1].mentions("bus")
    before, after = agreement(read, "bus"), agreement(settled, "bus")
    assert (before.open_differences, after.open_differences) == (1, 0)
    assert before.kappa == after.kappa


def test_a_theme_gets_a_number_where_ten_wrote():
    assert numbers(told(why=texts(10, bus=4))) == {"bus": 4}
    assert numbers(told(why=texts(9, bus=4))) == {}


@pytest.mark.parametrize(("n", "found"), [(2, {}), (3, {"bus": 3}), (15, {"bus": 15}), (19, {}), (20, {})])
def test_neither_the_few_nor_nearly_all_are_told(n, found):
    assert numbers(told(why=texts(20, bus=n))) == found


@pytest.mark.parametrize(("n", "found"), [(4, {}), (5, {"violence": 5})])
def test_a_severe_theme_needs_five(n, found):
    assert numbers(told(why=texts(20, violence=n))) == found


def test_where_few_wrote_a_theme_is_listed_without_a_number():
    found = told(why=texts(9, bus=3, light=2, violence=4))
    assert (found.numbers, found.also) == ((), ("bus",))


@pytest.mark.parametrize("answered", [None, 9])
def test_nothing_is_listed_where_few_answered(answered):
    assert told(answered, why=texts(9, bus=3)).also == ()


def test_a_theme_nearly_all_mentioned_is_never_alone_in_the_list():
    assert told(why=texts(20, bus=20)).also == ()
    found = told(why=texts(20, bus=20, light=9))
    assert (numbers(found), set(found.also)) == ({}, {"bus", "light"})


def test_a_theme_of_one_school_alone_is_not_listed():
    rules = rules_for(severe=False)
    one_school, two = texts(5, "Nord", bus=5), [*texts(4, "Nord", bus=4), *texts(1, "Sør", bus=1)]
    assert not may_be_listed(one_school, "bus", rules)
    assert may_be_listed(two, "bus", rules)


def test_texts_of_two_questions_are_never_put_together():
    found = told(why=texts(8, bus=2), wish=texts(8, bus=2))
    assert (found.numbers, found.also) == ((), ())


def test_a_code_two_coders_see_differently_is_not_told():
    one, none = frozenset({"bus"}), frozenset[str]()
    apart = [Coded(one, none)] * 6 + [Coded(none, one)] * 6
    assert told(why=apart) == ToldThemes()


def test_names_stand_as_a_norwegian_reader_looks_for_them():
    assert alphabetical(["Åpne rom", "venner", "Ærlighet", "Ballbinge", "øving"]) == [
        "Ballbinge", "venner", "Ærlighet", "øving", "Åpne rom",
    ]  # fmt: skip


written = st.lists(st.sets(st.sampled_from(CODES)).map(frozenset), max_size=25)


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(st.sampled_from(["why", "wish"]), written, min_size=1), st.integers(0, 60))
def test_whatever_children_write_nothing_told_is_too_small(said, more):
    asked = {name: [Coded(one, one) for one in codes] for name, codes in said.items()}
    answered = max(map(len, asked.values())) + more
    found = told(answered, **asked)
    assert found.ledger.is_whole
    assert not {one.code for one in found.numbers} & set(found.also)
    for one in found.numbers:
        assert one.of >= 10
        assert one.number >= (5 if one.code == "violence" else 3)
        assert one.of - one.number >= 2
    for code in found.also:
        assert answered >= 10
        assert max(sum(one.mentions(code) for one in coded) for coded in asked.values()) >= 3


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 24), st.integers(0, 24))
def test_what_is_told_can_be_said_of_any_child_either_way(bus, light):
    """Swapping what two children wrote changes nothing that is told."""
    coded = texts(24, bus=bus, light=light)
    one, other = told(why=coded), told(why=coded[::-1])
    assert (one.numbers, one.also, one.publications) == (other.numbers, other.also, other.publications)


def test_the_list_states_no_more_than_its_own_rule():
    found = told(why=texts(9, bus=7))
    (one,) = found.publications[0].cells
    assert one.shown == Interval(3, 60)
    assert one.cell.categories == (MENTIONED,)
