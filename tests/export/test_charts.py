"""Charts: honest about what is hidden, readable for everyone, the same every time."""

import dataclasses
import re
from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from PIL import Image

from participation.export import charts, drawing

SVG = "{http://www.w3.org/2000/svg}"


def texts(svg):
    return ["".join(element.itertext()) for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(colour):
    """Against white."""
    return 1.05 / (luminance(colour) + 0.05)


def test_every_answer_and_its_number_is_text_in_the_chart(table, words):
    assert texts(charts.bars(table, words)) == ["Dårlig", "29", "Midt imellom", "30", "Bra & <fint>", "46"]


def test_a_hidden_number_is_a_word_and_never_a_zero(table, words):
    svg = charts.bars(table, words, "age")
    assert "vises ikke" in texts(svg)
    assert "0" not in texts(svg)


def test_a_hidden_number_has_the_same_size_whatever_it_is(table, words):
    boxes = [drawing._bar(drawing.Bar("x", ""), 0, most)[0][1] for most in (0, 5, 500)]
    assert len(set(boxes)) == 1


def test_where_all_groups_are_hidden_it_is_said_once(table, words):
    nothing = dataclasses.replace(table, cells=(table.cells[0], *[table.cells[1]] * 3))
    assert texts(charts.bars(nothing, words, "age")).count("vises ikke") == 3


def test_a_band_and_an_interval_stand_in_words_beside_the_bar(table, words):
    said = texts(charts.bars(table, words, "age"))
    assert {"færre enn 3", "11–13"} <= set(said)


def test_a_bar_is_full_up_to_what_is_certain_and_hatched_up_to_what_is_possible():
    certain, possible, text = drawing._bar(drawing.Bar("", "11–13", 11, 13), 0, 20.0)[0]
    assert (certain.hatch, possible.hatch, possible.fill) == ("", "////", drawing.PALE)
    assert certain.width == pytest.approx(11 * 20)
    assert certain.width + possible.width == pytest.approx(13 * 20)
    assert possible.left + possible.width + 8 == text.left


def test_few_is_never_drawn_as_many_and_its_words_have_room():
    """Also where nothing else is told."""
    few = drawing.Section(None, (drawing.Bar("Bad", "fewer than 3", 0, 2), drawing.Bar("Good", "not shown")))
    shapes, _ = drawing._layout((few,))
    band, words = next(
        (box, text) for box, text in pairwise(shapes) if getattr(text, "text", "") == "fewer than 3"
    )
    assert band.width < (drawing.WIDTH - 2 * drawing.MARGIN) / 4
    assert words.left + len(words.text) * drawing.A_LETTER <= drawing.WIDTH


def test_the_longest_bar_leaves_room_for_the_longest_words():
    bars = (drawing.Bar("All", "1200–1300", 1200, 1300), drawing.Bar("Some", "fewer than 5", 0, 4))
    shapes, _ = drawing._layout((drawing.Section(None, bars),))
    assert all(
        one.left + len(one.text) * drawing.A_LETTER <= drawing.WIDTH for one in shapes if hasattr(one, "text")
    )


def test_the_chart_has_a_name_a_description_a_role_and_a_language(table, words):
    svg = ElementTree.fromstring(charts.bars(table, words))
    names = {element.get("id"): element.text for element in (svg.find(f"{SVG}title"), svg.find(f"{SVG}desc"))}
    assert [names[name] for name in svg.get("aria-labelledby").split()] == [words.title, words.description]
    assert (svg.get("role"), svg.get("lang")) == ("img", "nb")


def test_two_charts_on_a_page_share_no_names(table, words, arabic_words):
    first, second = (re.findall(r'id="([^"]+)"', charts.bars(table, w, "age")) for w in (words, arabic_words))
    assert first
    assert not set(first) & set(second)


def test_every_pattern_a_chart_uses_is_in_it(table, words):
    svg = charts.bars(table, words, "age")
    used = re.findall(r"url\(#([^)]+)\)", svg)
    assert used
    assert set(used) <= set(re.findall(r'id="([^"]+)"', svg))


def test_a_strict_content_policy_lets_the_whole_chart_through(table, words):
    svg = charts.bars(table, words, "age")
    assert not re.search(r"style=|<style|<script|<\?xml|<!DOCTYPE|<metadata", svg)


def test_the_same_numbers_give_the_same_bytes(table, words):
    assert charts.bars(table, words, "age") == charts.bars(table, words, "age")
    assert charts.picture(table, words) == charts.picture(table, words)


def test_from_right_to_left_the_bars_start_on_the_right(table, arabic_words):
    svg = charts.bars(table, arabic_words)
    assert "text-anchor: end" not in svg
    assert svg.count('text-anchor="end"') == len(texts(svg))


def test_groups_differ_in_pattern_as_well_as_colour():
    colours, patterns = zip(*drawing.LOOKS, strict=True)
    assert len(set(colours)) == len(set(patterns)) == len(drawing.LOOKS)


def test_bars_and_text_stand_out_from_the_ground():
    assert all(contrast(colour) >= 4.5 for colour, _ in drawing.LOOKS)
    assert contrast(drawing.INK) >= 7
    assert contrast(drawing.FRAME) >= 4.5


def test_a_long_answer_is_broken_into_lines(table, words):
    long = dataclasses.replace(words, categories=words.categories | {"bad": "veldig " * 20})
    assert max(map(len, texts(charts.bars(table, long)))) <= drawing.LETTERS_IN_A_LINE


def test_the_rows_say_what_the_chart_shows(table, words):
    rows = charts.rows(table, words)
    assert rows[0] == ("Alle", "Dårlig", "29")
    assert ("Under 10 år", "Dårlig", "vises ikke") in rows
    assert len(rows) == len(table.groups) * len(table.categories)


@pytest.mark.parametrize("by", [None, "age"])
def test_the_picture_is_sharp_and_has_dark_ink_on_white(table, words, by):
    image = Image.open(BytesIO(charts.picture(table, words, by))).convert("L")
    assert image.width >= 1000
    assert image.getpixel((0, 0)) == 255
    assert image.getextrema()[0] < 80
