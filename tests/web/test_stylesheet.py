"""The stylesheet: every text can be read by tired eyes, and an old phone need not wait for it."""

import gzip
import re
from itertools import product

import pytest

from tests.house.source import PACKAGE, TEMPLATES

SHEET = (PACKAGE / "web" / "static" / "site.css").read_text("utf-8")
COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6});")
LIGHT, DARKER = (dict(COLOUR.findall(block)) for block in re.findall(r":root \{(.*?)\}", SHEET, re.S)[:2])
MODES = {"light": LIGHT, "dark": LIGHT | DARKER}
TEXTS, GROUNDS = ("ink", "soft", "main", "danger"), ("paper", "card", "tint", "danger-tint")
TEXT_PAIRS = [*product(TEXTS, GROUNDS), ("on-main", "main")]
PICTURES = sorted((TEMPLATES / "pictures").glob("*.svg"))


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(sign * 2 for sign in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("pair", TEXT_PAIRS, ids=" on ".join)
def test_every_text_stands_out_seven_to_one(mode, pair):
    text, ground = (MODES[mode][name] for name in pair)
    assert contrast(text, ground) >= 7


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("ground", GROUNDS[:3])
def test_the_edge_of_what_can_be_pressed_is_seen(mode, ground):
    assert contrast(MODES[mode]["edge"], MODES[mode][ground]) >= 3


def test_colours_are_set_in_one_place():
    rest = SHEET.split("/* ground */")[1]
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", rest)) <= {"#fff", "#000"}


def test_the_stylesheet_is_small_on_the_wire():
    assert len(gzip.compress(SHEET.encode(), 6)) <= 8_000


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_a_picture_is_small_and_silent(picture):
    drawing = picture.read_text("utf-8")
    assert len(drawing.encode()) <= 1_000
    assert 'aria-hidden="true"' in drawing
    assert "id=" not in drawing
