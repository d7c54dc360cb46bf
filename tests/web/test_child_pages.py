"""Every page that children meet, as different eyes and hands meet it: axe, zoom, spacing, large targets."""

import re
from collections.abc import Iterator
from itertools import cycle, product

import pytest
from playwright.sync_api import Page

from participation.config import ROOT
from participation.surveys.reading import read_surveys
from participation.web.language import EASY_LEVELS, OFFERED_OUTSIDE
from tests.chromium import JUDGE, NARROW, TAGS, WIDE, Inspection
from tests.web.child_pages import OWN_WORDS
from tests.web.shown import HOUSE, give

pytestmark = pytest.mark.browser
LANGUAGES = [code for code in ("nb", "se", "ar") if code in OFFERED_OUTSIDE]
SMALLEST = {"width": 320, "height": 256}
"""A desk at 400 %."""
EYES = {
    "at a desk": {"viewport": WIDE},
    "on a phone": {"viewport": NARROW},
    "in forced colours": {"viewport": NARROW, "forced_colors": "active"},
    "in the dark": {"viewport": WIDE, "color_scheme": "dark"},
}
SURVEYS = read_surveys(ROOT / "surveys").values()
EASY = [level for level in EASY_LEVELS if any(level in survey.levels for survey in SURVEYS)]
ALL = [(language, "standard", eyes) for language, eyes in product(LANGUAGES, EYES)]
ALL += [(language, level, "on a phone") for language, level in product(LANGUAGES, EASY)]
WAYS = [
    pytest.param(*way, id=", ".join(way), marks=pytest.mark.xdist_group(group))
    for way, group in zip(ALL, cycle(["phone", "desk"]), strict=False)
]
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important }
* { word-spacing: .16em !important }
p { margin-block-end: 2em !important }"""
CUT_OFF = """() => {
    const wide = document.documentElement;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const hidden = e => e.closest('.sr, .jump, textarea, select, details:not([open]) > :not(summary)');
    const found = wide.scrollWidth > wide.clientWidth ? ['the page scrolls sideways'] : [];
    for (let text; (text = texts.nextNode());) {
        if (!text.data.trim() || hidden(text.parentElement)) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const box of range.getClientRects())
            if (box.width && (box.left < -1 || box.right > innerWidth + 1))
                found.push('outside: ' + text.data.trim());
        for (let e = text.parentElement; e && e != document.body; e = e.parentElement)
            if (/hidden|clip/.test(getComputedStyle(e).overflow)
                && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
                found.push('cut off: ' + text.data.trim());
    }
    return [...new Set(found)];
}"""
TOO_SMALL = """least => [...document.querySelectorAll('a, button, input, select, textarea, summary')]
    .filter(e => !e.closest('details:not([open]) > :not(summary)') && !e.matches('.jump'))
    .map(e => ['radio', 'checkbox'].includes(e.type) ? e.labels[0] : e)
    .filter(e => getComputedStyle(e).display != 'inline')
    .map(e => [e, e.getBoundingClientRect(), getComputedStyle(e, '::after')])
    .map(([e, box, round]) => [e, box, round.position == 'absolute' ? -2 * parseFloat(round.top) || 0 : 0])
    .map(([e, box, more]) => [e, {width: box.width && box.width + more, height: box.height + more}])
    .filter(([e, box]) => box.width && (box.height < least - .5 || box.width < least - .5))
    .map(([e, box]) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${e.outerHTML.slice(0, 90)}`)"""


def childrens(pages: dict[str, str]) -> dict[str, str]:
    """The children's own, and those they come from and leave to; of the ways to say no, those that differ."""
    others = {"public.home", "public.help", "public.neutral"}
    own = {name: page for name, page in pages.items() if '<html class="child"' in page or name in others}
    return {n: page for n, page in own.items() if not re.match(r"refused (?!404|410|503)", n)}


def plain(pages: dict[str, str]) -> dict[str, str]:
    """Without the states in which a page looks alike in every language."""
    return {n: page for n, page in pages.items() if not re.search(r"mistaken|explained|refused|begun", n)}


def laid(browser, styles, pages: dict[str, str], **seen) -> Iterator[tuple[str, Page]]:
    """One page after another, laid before these eyes."""
    with browser.new_context(reduced_motion="reduce", **seen) as context:
        context.route(HOUSE + "/**", lambda route: give(route, styles))
        bench = Inspection(browser, seen["viewport"]).bench(context, HOUSE)
        for name, page in pages.items():
            bench.set_content(page)
            yield name, bench


@pytest.mark.parametrize(("language", "level", "eyes"), WAYS)
def test_axe_finds_nothing_on_a_childs_page(browser, styles, met, language, level, eyes):
    pages = childrens(met(language, level))
    pages = pages if (language, level) == ("nb", "standard") else plain(pages)
    laid_out = laid(browser, styles, pages, **EYES[eyes])
    wrong = [f"{name}: {found}" for name, page in laid_out for found in page.evaluate(JUDGE, TAGS)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.xdist_group("phone")
@pytest.mark.parametrize("style", ["", SPACED], ids=["at 400 percent", "with room between letters"])
def test_no_word_is_cut_off(browser, styles, met, style):
    found = cut_off(browser, styles, met("nb", "standard"), style)
    assert not found, found


@pytest.mark.xdist_group("desk")
@pytest.mark.parametrize("style", ["", SPACED], ids=["at 400 percent", "with room between letters"])
def test_no_word_is_cut_off_from_right_to_left(browser, styles, met_in_pseudo, style):
    found = cut_off(browser, styles, met_in_pseudo, style)
    assert not found, found


def cut_off(browser, styles, pages: dict[str, str], style: str) -> str:
    found = []
    for name, page in laid(browser, styles, childrens(pages), viewport=SMALLEST):
        page.add_style_tag(content=style or ":root {}")
        found += [f"{name}: {text}" for text in page.evaluate(CUT_OFF)]
    return "\n".join(found)


@pytest.mark.xdist_group("phone")
def test_whatever_a_child_presses_is_as_large_as_a_fingertip(browser, styles, met):
    pages = childrens(met("nb", "standard"))
    laid_out = laid(browser, styles, pages, viewport=NARROW)
    small = [f"{name}: {found}" for name, page in laid_out for found in page.evaluate(TOO_SMALL, 48)]
    assert not small, "\n".join(small)


@pytest.mark.xdist_group("phone")
def test_no_title_tells_over_a_shoulder_what_a_child_is_asked_about(met):
    telling = (OWN_WORDS, "Ny lekeplass", "Kommunestyret", "Coordinator")
    titles = [
        re.search("<title>(.*?)</title>", page)[1] for page in childrens(met("nb", "standard")).values()
    ]
    assert [title for title in titles if any(word in title for word in telling)] == []
