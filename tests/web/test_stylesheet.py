"""The stylesheet: every text can be read by tired eyes, and an old phone need not wait for it."""

import gzip
import re

import pytest

from participation.owner.colours import Mode, Tone
from participation.owner.ready_colours import OURS
from tests.house.source import PACKAGE, TEMPLATES

SHEET = (PACKAGE / "web" / "static" / "site.css").read_text("utf-8")
MODES = dict(zip(Mode, re.findall(r":root \{(.*?)\}", SHEET, re.S)[:2], strict=True))
WISHES = ("prefers-color-scheme: dark", "prefers-contrast: more", "forced-colors: active", "print")
PICTURES = sorted((TEMPLATES / "pictures").glob("*.svg"))


@pytest.mark.parametrize("mode", Mode)
def test_the_stylesheet_has_the_colours_that_are_held_to_their_contrast(mode):
    """What each owes the others is proved in tests/owner/test_colours.py."""
    said = dict(re.findall(r"--([\w-]+): (#[0-9a-f]+);", MODES[mode]))
    assert said == {tone: OURS.shades[mode, tone] for tone in Tone}


def test_colours_are_set_in_one_place():
    rest = SHEET.split("/* ground */")[1]
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", rest)) <= {"#fff", "#000"}


def test_nothing_moves_for_anyone():
    """So there is nothing to switch off for whom movement makes ill."""
    assert re.findall(r"transition|animation|scroll-behavior|@keyframes", SHEET) == []


def test_sides_are_those_of_the_writing_and_not_of_the_screen():
    sides = r"[-{; ](?:left|right)\s*:|(?:margin|padding|border)-(?:left|right|top|bottom)|: (?:left|right);"
    assert re.findall(sides, SHEET) == []


@pytest.mark.parametrize("asked", WISHES)
def test_what_a_reader_asks_the_device_for_is_answered(asked):
    assert f"({asked}) {{" in SHEET or f"@media {asked} {{" in SHEET


def test_who_asks_for_more_contrast_gets_it_whatever_colours_are_chosen():
    """A municipality's colours come after ours, so this must weigh more than `:root`."""
    more = SHEET.split("(prefers-contrast: more)")[1]
    assert more.lstrip(" {\n").startswith("html:root {")


def test_children_read_in_letters_of_twenty_pixels():
    assert "html.child { font-size: 125%;" in SHEET


def test_the_stylesheet_is_small_on_the_wire():
    assert len(gzip.compress(SHEET.encode(), 6)) <= 8_000


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_a_picture_is_small_and_silent(picture):
    drawing = picture.read_text("utf-8")
    assert len(drawing.encode()) <= 1_000
    assert 'aria-hidden="true"' in drawing
    assert "id=" not in drawing


def test_a_door_is_as_wide_as_its_place_in_the_list(browser):
    """A link alone in a list is else only as wide as its words."""
    page = browser.new_page()
    page.set_content(f"<style>{SHEET}</style><main><ul class='doors'><li><a href='#'>Sitater</a></ul></main>")
    door, place = (page.locator(one).bounding_box()["width"] for one in (".doors a", ".doors li"))
    assert door == place


def test_a_field_for_one_sentence_is_lower_than_one_for_a_text(browser):
    page = browser.new_page()
    page.set_content(f"<style>{SHEET}</style><textarea rows='2'></textarea><textarea></textarea>")
    one, many = (field.bounding_box()["height"] for field in page.locator("textarea").all())
    assert one < 0.6 * many
