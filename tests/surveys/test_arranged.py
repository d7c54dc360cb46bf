"""Kinds that are arranged or drawn: what they keep, and what they are counted by."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.surveys.questions import Drawing, Few, NotAnAnswer, Number, Order, Place

FEW = Few("most", ("play", "calm", "light"), most=2)
ORDER = Order("first", ("play", "calm", "light"))
DAYS = Number("days", least=0, most=9, bands=(0, 1, 5))
DRAWING = Drawing("day", longest=20)
WORDS = {"play": "Lek", "calm": "Ro", "light": "Lys"}
LINE = "[[0,0,10,10]]"


def test_the_few_that_matter_are_no_more_than_was_said():
    assert FEW.accept(("light", "play")) == ("play", "light")
    with pytest.raises(NotAnAnswer):
        FEW.accept(("light", "play", "calm"))


def test_an_order_is_kept_as_it_was_put_and_counted_by_what_comes_first():
    put = ORDER.accept(("light", "play"))
    assert put == ("light", "play")
    assert ORDER.counts(put) == "light"
    assert ORDER.said(put, WORDS) == "1. Lys\n2. Lek"


def test_nothing_stands_twice_in_an_order():
    assert ORDER.accept(("light", "play", "light")) == ("light", "play")


@pytest.mark.parametrize(("written", "kept"), [("3", "3"), (" 03 ", "3"), ("٣", "3"), ("۹", "9")])
def test_a_number_may_be_written_in_the_childs_own_digits(written: str, kept: str):
    assert DAYS.accept(written) == kept


@pytest.mark.parametrize("written", ["", "10", "-1", "2,5", "many", "²", "9" * 5000])
def test_what_is_no_whole_number_between_the_ends_is_no_answer(written: str):
    with pytest.raises(NotAnAnswer):
        DAYS.accept(written)


@given(st.integers(0, 9))
def test_every_number_is_counted_in_one_band_that_holds_it(n: int):
    band = DAYS.counts(DAYS.accept(str(n)))
    first, _, last = DAYS.label(band, {}).partition("–")
    assert int(first) <= n <= int(last or first)


def test_a_band_of_one_number_is_called_by_it():
    assert [DAYS.label(band, {}) for band in DAYS.categories] == ["0", "1–4", "5–9"]


def test_a_place_is_one_of_the_spots_on_the_picture():
    place = Place("where", "school-yard", {"pitch": (25, 70), "trees": (85, 25)})
    assert place.accept("trees") == "trees"
    with pytest.raises(NotAnAnswer):
        place.accept("roof")


def test_a_drawing_may_be_told_about_drawn_or_both():
    assert DRAWING.accept("En sol") == ("En sol",)
    assert DRAWING.accept(("", LINE)) == ("", "[[[0,0],[10,10]]]")
    assert DRAWING.said(DRAWING.accept(("En sol", LINE)), {}) == "En sol"


def test_a_drawing_that_was_kept_is_a_drawing_again():
    kept = DRAWING.accept(("En sol", LINE))
    assert DRAWING.accept(kept) == kept


@pytest.mark.parametrize(
    "strokes",
    [
        "x",
        "{}",
        "[1,2]",
        "[[1]]",
        "[[1,2001]]",
        "[[1,-1]]",
        "[[1.5,2]]",
        '[["<script>",2]]',
        "[[true,2]]",
        "[" * 3000,
        json.dumps([[0, 0]] * 301),
        json.dumps([[0, 0] * 501]),
    ],
)
def test_what_no_hand_draws_is_no_drawing(strokes: str):
    with pytest.raises(NotAnAnswer):
        DRAWING.accept(("", strokes))


def test_no_anonymous_door_asks_for_a_drawing():
    assert Drawing.doors == ("case",)
