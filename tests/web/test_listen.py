"""The device's own voice: offered only where it lives on the device and speaks this very language."""

import gzip
import re

import pytest

from tests.chromium import served
from tests.house.source import PACKAGE

pytestmark = pytest.mark.browser
WHOLE = (PACKAGE / "web" / "static" / "child.js").read_text("utf-8")
SCRIPT = "".join(WHOLE.partition("/* Reads a page aloud")[1:])
DEVICE = """voices => {
    window.said = []; window.quiet = 0; window.here = voices;
    window.SpeechSynthesisUtterance = function (text) { this.text = text; };
    const speech = {
        getVoices: () => window.here,
        speak: one => said.push(one),
        cancel: () => { window.quiet++; },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true });
}"""
NORWEGIAN = {"lang": "nb_NO", "localService": True, "name": "Nora"}
REMOTE = {"lang": "nb-NO", "localService": False, "name": "Of the net"}
ENGLISH = {"lang": "en-GB", "localService": True, "name": "Daniel"}
SAID = "said.map(one => [one.text, one.lang, one.voice.name])"
BUTTON = "#listen button"


@pytest.fixture
def page(app, browser, municipality):
    """A child on a page that nobody has read in."""
    with served(app) as home, browser.new_context(locale="nb-NO") as context:
        page = context.new_page()
        page.goto(f"{home}/svar/{municipality.named['answers.code']}/")
        page.locator("form[action$='/begynn'] button").click()
        page.goto(page.url.rpartition("/")[0] + "/outdoors")
        yield page


def on_a_device_with(page, *voices, language: str = ""):
    """The same page on a device with these voices. One of the answers is read in, and is left out."""
    page.evaluate(DEVICE, list(voices))
    if language:
        page.evaluate(f"document.getElementById('listen').dataset.voices = '{language}'")
    page.evaluate("document.getElementById('listen').replaceChildren()")
    page.evaluate(SCRIPT)
    return page.locator(BUTTON)


@pytest.mark.parametrize("voices", [[], [REMOTE], [ENGLISH]], ids=["none", "only of the net", "only English"])
def test_without_a_voice_of_its_own_there_is_no_button(page, voices):
    assert not on_a_device_with(page, *voices).is_visible()


def test_nobody_reads_sami_with_a_norwegian_voice(page):
    assert not on_a_device_with(page, NORWEGIAN, language="se").is_visible()


def test_the_device_reads_the_question_and_then_the_answers(page):
    on_a_device_with(page, REMOTE, ENGLISH, NORWEGIAN).click()
    read = ["Er det trygt eller utrygt å være ute her?", "Trygt", "Utrygt", "Vet ikke"]
    assert page.evaluate(SAID) == [[text, "nb-NO", "Nora"] for text in read]


def test_nothing_is_said_before_the_button_is_pressed(page):
    button = on_a_device_with(page, NORWEGIAN)
    assert button.is_visible()
    assert page.evaluate(SAID) == []


def test_pressing_again_stops_and_a_third_time_reads_anew(page):
    button = on_a_device_with(page, NORWEGIAN)
    begin = button.text_content()
    button.click()
    assert button.text_content() != begin
    button.click()
    assert button.text_content() == begin
    quiet, said = page.evaluate("[quiet, said.length]")
    assert quiet >= 2
    page.evaluate("said[0].onerror()")
    button.click()
    page.evaluate("said[0].onerror()")
    assert button.text_content() != begin
    assert page.evaluate("said.length") == 2 * said


def test_the_button_is_ready_again_when_all_is_read(page):
    button = on_a_device_with(page, NORWEGIAN)
    begin = button.text_content()
    button.click()
    page.evaluate("said[0].onend && said[0].onend()")
    assert button.text_content() != begin
    page.evaluate("said[said.length - 1].onend()")
    assert button.text_content() == begin


def test_a_voice_that_comes_late_brings_the_button(page):
    button = on_a_device_with(page)
    page.evaluate("voices => { here = voices; speechSynthesis.onvoiceschanged(); }", [NORWEGIAN])
    assert button.is_visible()
    page.evaluate("here = []; speechSynthesis.onvoiceschanged()")
    assert not button.is_visible()


def test_whoever_leaves_the_page_is_not_followed_by_the_voice(page):
    on_a_device_with(page, NORWEGIAN).click()
    before = page.evaluate("quiet")
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    assert page.evaluate("quiet") == before + 1


def test_the_page_lets_our_script_run_and_no_other(page):
    """In this browser there is no voice: the script has run, and shows nothing."""
    assert page.locator(BUTTON).count() == 1
    assert not page.locator(BUTTON).is_visible()
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'bad = 1'}))")
    assert page.evaluate("typeof bad") == "undefined"


def test_the_script_is_small_and_asks_nobody_for_anything():
    assert 300 < len(gzip.compress(SCRIPT.encode(), 9)) <= 1_000
    assert not re.findall(r"fetch|XMLHttp|import|https?:|storage|cookie|innerHTML|eval", SCRIPT)
