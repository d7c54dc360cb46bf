"""A page that is left alone, and one that is drawn full: nothing of what the child made is lost."""

import pytest
from playwright.sync_api import Page

from participation.access import Role
from participation.casework import voices
from participation.rights.occasions import Occasion
from tests.chromium import served
from tests.conftest import TODAY

pytestmark = pytest.mark.browser
QUICK = """() => {
    HTMLCanvasElement.prototype.setPointerCapture = () => {};
    CanvasRenderingContext2D.prototype.lineTo = () => {};
}"""
SCRIBBLE = """lines => {
    const canvas = document.querySelector("canvas"), frame = canvas.getBoundingClientRect();
    const tell = (what, n) => canvas.dispatchEvent(new PointerEvent(what, {
        bubbles: true, clientX: frame.left + n % 2 * frame.width, clientY: frame.top + n % 97 }));
    for (let line = 0; line < lines; line++) {
        tell("pointerdown", 0);
        for (let n = 1; n < 500; n++) tell("pointermove", n);
        tell("pointerup", 0);
    }
}"""


@pytest.fixture
def drawing(app, database, browser, municipality, surveys) -> Page:
    """A child on the page where it may draw."""
    about = {"occasion": Occasion.INDIVIDUAL_PLAN, "survey": surveys["draw-and-tell"], "today": TODAY}
    coordinator, case_id = municipality.people[Role.COORDINATOR], municipality.named["case_id"]
    with database.writing() as db:
        code = voices.invite(db, coordinator, case_id, **about)[1]
    with served(app) as home, browser.new_context(locale="nb-NO") as context:
        page = context.new_page()
        page.clock.install()
        page.goto(f"{home}/stemme/{code}/")
        page.locator("form[action$='/begynn'] button").click()
        page.goto(page.url.rpartition("/")[0] + "/good_day")
        page.evaluate(QUICK)
        yield page


def test_what_was_drawn_is_kept_before_a_page_that_was_left_is_closed(drawing):
    place = drawing.url
    drawing.evaluate(SCRIBBLE, 10)
    drawn = drawing.locator("[name=strokes]").input_value()
    drawing.clock.fast_forward("11:05")
    drawing.wait_for_url("**/pause")
    drawing.goto(place)
    assert drawing.locator("[name=strokes]").input_value() == drawn


def test_words_beside_a_large_drawing_are_kept_while_they_are_written(drawing):
    drawing.evaluate(SCRIBBLE, 20)
    drawing.locator("textarea").fill("Hytta vår")
    with drawing.expect_response(drawing.url) as answer:
        drawing.clock.fast_forward("00:03")
    assert answer.value.status == 204


def test_however_much_is_drawn_it_can_be_sent(drawing):
    place = drawing.url
    drawing.evaluate(SCRIBBLE, 60)
    with drawing.expect_navigation():
        drawing.locator("[name=go][value=next]").click()
    assert drawing.url != place, "it went on to the next question"
