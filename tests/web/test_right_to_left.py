"""Right to left: what is written in another language keeps its place on a page that runs the other way."""

import re

import pytest
from playwright.sync_api import Browser

from tests.house.source import PACKAGE, TEMPLATES
from tests.journeys import steps
from tests.journeys.reader import Reader

SHEET = (PACKAGE / "web" / "static" / "site.css").read_text("utf-8")
PAGE = '<html lang="{lang}" dir="{dir}" class="child"><style>{sheet}</style><body><main>{inside}</main>'
LONG = "Vi setter opp lys på gangveien, og biblioteket blir åpent om kvelden."


@pytest.fixture
def child(app) -> Reader:
    return Reader(app.test_client())


def computed(browser: Browser, inside: str, what: str, *, lang: str = "ar", dir: str = "rtl") -> str:
    with browser.new_context() as context:
        page = context.new_page()
        page.set_content(PAGE.format(lang=lang, dir=dir, sheet=SHEET, inside=inside))
        return str(page.locator(".here").evaluate(f"e => getComputedStyle(e).{what}"))


@pytest.mark.browser
@pytest.mark.parametrize(
    "inside", ['<h3 class="here" dir="auto">Skolen</h3>', '<p class="here lead" dir="auto">Skolen</p>']
)
def test_a_heading_in_another_language_begins_where_the_page_does(browser, inside):
    assert computed(browser, inside, "textAlign") == "right"


@pytest.mark.browser
def test_a_text_in_another_language_begins_where_its_own_lines_do(browser):
    assert computed(browser, f'<p class="here" dir="auto">{LONG}</p>', "textAlign") == "start"


@pytest.mark.browser
@pytest.mark.parametrize(("lang", "quotes"), [("nb", "«»"), ("ar", "”“"), ("en", "“”")])
def test_a_childs_own_words_stand_between_the_signs_of_the_page(browser, lang, quotes):
    inside = '<blockquote class="voice" dir="auto"><p class="here" lang="">Fjæra</p></blockquote>'
    assert re.findall('[^" ]', computed(browser, inside, "quotes", lang=lang, dir="ltr")) == list(quotes)


def test_no_line_of_a_list_takes_its_bullet_to_the_other_side():
    turned = [
        path
        for path in TEMPLATES.rglob("*.html")
        if re.search(r'<li[^>]*dir="auto"', path.read_text("utf-8"))
    ]
    assert turned == []


def test_a_number_is_shown_on_the_side_of_the_page(child, municipality):
    code = municipality.named["answers.code"]
    steps.enters(child, str(code))
    steps.begins(child)
    child.goes(f"/svar/{code}/being_here?lang=ar")
    child.sends(press=steps.NEXT, answer="good")
    child.goes(f"/svar/{code}/les-over")
    assert child.page.xpath("//blockquote/@dir")[0] == "rtl"


def test_the_number_to_call_stays_whole_on_a_childs_own_page(child, municipality):
    child.goes(f"/min-side/{municipality.named['my_page.code']}/?lang=ar")
    assert "116 111" in child.page.xpath("//main//bdi[@dir='ltr']/text()")


def test_what_was_asked_in_another_language_says_so_before_the_yes(child, municipality):
    code = municipality.named["voices.code"]
    child.goes(f"/stemme/{code}/?lang=nb")
    steps.begins(child)
    steps.answers_all(child, {"important": "Bestefar"})
    child.sends()
    assert child.page.xpath("//li/h2/@dir") == []
    child.goes(f"{child.address}?lang=ar")
    assert child.page.xpath("//li/h2/@dir") == ["auto"]


def test_what_was_asked_keeps_its_direction_on_the_card(child, municipality):
    child.goes(f"/kort-i-sak/{municipality.named['replies.words']}/?lang=ar")
    assert set(child.page.xpath("//li/h3/@dir")) == {"auto"}
