"""Colours: what is hard to see is never taken, and what would do is told."""

from dataclasses import replace

import pytest

from participation.access import Actor, Role
from participation.errors import Incomplete, NotAllowed, NotFound
from participation.owner import colours
from participation.owner.colours import GROUNDS, Mode, Palette, Tone, unpacked
from participation.owner.contrast import contrast, is_colour, nearest
from participation.owner.ready_colours import OURS, READY

PLANNER = Actor(Role.PLANNER, 1)


def changed(tone: Tone, shade: str, mode: Mode = Mode.LIGHT) -> Palette:
    return replace(OURS, shades={**OURS.shades, (mode, tone): shade})


@pytest.mark.parametrize(
    ("one", "other", "measured"),
    [
        ("#000000", "#ffffff", 21),
        ("#777777", "#777777", 1),
        ("#767676", "#ffffff", 4.54),
        ("#595959", "#ffffff", 7),
    ],
)
def test_contrast_is_what_the_guidelines_say(one, other, measured):
    assert contrast(one, other) == pytest.approx(measured, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize(
    "written", ["red", "#fff", "#GGGGGG", "#0b4a4d;", "url(x)", "#0b4a4d\n", "", "0b4a4d", "#0B4A4D"]
)
def test_a_colour_is_six_digits_and_nothing_else(written):
    assert not is_colour(written)
    assert is_colour("#0b4a4d")


def test_the_nearest_shade_does_and_the_one_before_it_does_not():
    shade = nearest("#4a8a8d", [("#ffffff", 7)])
    assert contrast(shade, "#ffffff") >= 7
    red, green, blue = bytes.fromhex(shade[1:])
    assert contrast(f"#{red + 2:02x}{green + 2:02x}{blue + 2:02x}", "#ffffff") < 7


def test_where_no_shade_does_nothing_is_suggested():
    assert nearest("#123456", [("#777777", 7)]) is None


def test_a_colour_that_does_is_its_own_nearest():
    assert nearest("#123456", [("#ffffff", 7)]) == "#123456"


@pytest.mark.parametrize("palette", [OURS, *READY.values()], ids=["ours", *READY])
def test_ours_and_the_ready_sets_are_seen_well_by_day_and_by_night(palette):
    assert palette.faults == []


def test_each_ground_on_which_a_text_is_hard_to_see_is_named():
    faults = changed(Tone.SOFT, "#888888").faults
    assert {(fault.tone, fault.ground, fault.least) for fault in faults} == {
        (Tone.SOFT, ground, 7) for ground in GROUNDS
    }
    assert {fault.mode for fault in faults} == {Mode.LIGHT}


@pytest.mark.parametrize(
    ("tone", "shade"), [(Tone.EDGE, "#cccccc"), (Tone.ON_MAIN, "#777777"), (Tone.ON_ACCENT, "#ffffff")]
)
def test_edges_and_texts_on_colours_are_held_too(tone, shade):
    palette = changed(tone, shade)
    assert {fault.tone for fault in palette.faults} == {tone}
    assert changed(tone, palette.nearest(Mode.LIGHT, tone)).faults == []


def test_the_night_is_held_as_the_day_is():
    (fault, *_) = changed(Tone.INK, "#444444", Mode.DARK).faults
    assert fault.mode is Mode.DARK


@pytest.mark.parametrize("palette", READY.values(), ids=READY)
def test_a_set_as_one_word_is_the_same_set(palette):
    assert unpacked(palette.packed) == palette


@pytest.mark.parametrize("word", ["", "0" * 156, "z" * 156 + "0", OURS.packed + "0", OURS.packed[:-1] + "9"])
def test_no_other_word_is_a_set(word):
    with pytest.raises(NotFound):
        unpacked(word)


def test_colours_are_chosen_changed_and_taken_back(database):
    with database.writing() as db:
        for palette in READY.values():
            colours.choose(db, PLANNER, palette)
            assert colours.chosen(db) == palette
        colours.back_to_ours(db, PLANNER)
        assert colours.chosen(db) is None


def test_colours_that_are_hard_to_see_are_refused_by_name(database):
    with database.writing() as db:
        with pytest.raises(Incomplete) as refusal:
            colours.choose(db, PLANNER, changed(Tone.INK, "#999999", Mode.DARK))
        assert refusal.value.missing == ("dark-ink",)
        assert colours.chosen(db) is None


@pytest.mark.parametrize("act", [lambda *who: colours.choose(*who, OURS), colours.back_to_ours])
def test_a_coordinator_chooses_no_colours(database, act):
    with database.writing() as db, pytest.raises(NotAllowed):
        act(db, Actor(Role.COORDINATOR, 2))
