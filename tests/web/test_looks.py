"""Looks: what only an eye would notice, on a small telephone, at a desk and in forced colours."""

import pytest
from playwright.sync_api import Browser

from tests.house.source import PACKAGE

SHEET = (PACKAGE / "web" / "static" / "site.css").read_text("utf-8")
PAGE = '<html lang="nb" class="child"><style>{sheet}</style><body>{inside}'
CHIMNEY = """e => {
    const house = e.getBoundingClientRect(), drawn = getComputedStyle(e, '::after');
    const main = e.firstElementChild.getBoundingClientRect();
    const end = house.right - parseFloat(drawn.insetInlineEnd);
    return (main.right - end) / main.width;
}"""
HOUSE = '<div class="house here"><main></main></div>'
CARD = """<nav class="levels" style="inline-size: 6rem"><ul>
<li><a class="here" href="#"><span>Dhallinyaradakartinkami</span></a></li></ul></nav>"""

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("phone")]


def seen(browser: Browser, inside: str, look: str, **eyes) -> object:
    with browser.new_context(**eyes) as context:
        page = context.new_page()
        page.set_content(PAGE.format(sheet=SHEET, inside=inside))
        return page.locator(".here").evaluate(look)


@pytest.mark.parametrize("width", [320, 1280, 2560])
def test_the_chimney_stands_on_the_roof_and_not_beside_it(browser, width):
    place = seen(browser, HOUSE, CHIMNEY, viewport={"width": width, "height": 700})
    assert 0.1 < place < 0.3


def test_a_number_on_a_picture_is_seen_in_forced_colours(browser):
    pin = '<label class="pin here">1</label>'
    drawn = seen(browser, pin, "e => getComputedStyle(e).borderTopStyle", forced_colors="active")
    assert drawn == "solid"


@pytest.mark.parametrize("width", [320, 360])
def test_a_long_word_stays_inside_its_card(browser, width):
    fits = "e => e.scrollWidth <= e.clientWidth"
    assert seen(browser, CARD, fits, viewport={"width": width, "height": 700})
