"""Every page that any role can open, judged by axe on a phone in daylight and at a desk in the dark."""

import re

import pytest

from participation.access import STAFF
from tests.chromium import NARROW, WIDE, Inspection
from tests.web.shown import HOUSE, give

pytestmark = pytest.mark.browser
DEVICES = [
    pytest.param(NARROW, "light", id="phone by day", marks=pytest.mark.xdist_group("phone")),
    pytest.param(WIDE, "dark", id="desk in the dark", marks=pytest.mark.xdist_group("desk")),
]


@pytest.mark.parametrize(("viewport", "colours"), DEVICES)
def test_axe_finds_nothing_on_any_page(browser, every_page, styles, viewport, colours):
    inspection = Inspection(browser, viewport)
    with browser.new_context(viewport=viewport, color_scheme=colours, reduced_motion="reduce") as context:
        context.route(HOUSE + "/**", lambda route: give(route, styles))
        page = inspection.bench(context, HOUSE)
        for kind, _, body in every_page:
            inspection.judge_one(page, kind, body)
    assert inspection.wrong == []


def test_every_role_has_pages_of_its_own(every_page):
    kinds = [kind for kind, _, _ in every_page]
    assert {kind.split()[0].upper() for kind in kinds} >= {role.name for role in STAFF}
    assert len(kinds) > 50


def test_no_page_asks_another_house_for_anything(every_page):
    """Links that a person follows may lead out; what a browser fetches by itself may not."""
    fetched = re.compile(
        r"<(?:link|script|img|iframe|object|embed|source|use)\b[^>]*?(?:href|src)=\"([^\"]+)\""
    )
    asked = {address for _, _, body in every_page for address in fetched.findall(body)}
    assert {address for address in asked if not re.match(r"/(?!/)|#", address)} == set()


def test_every_page_says_its_language_and_its_name(every_page):
    for kind, _, written in every_page:
        body = re.sub(r"<template.*?</template>", "", written, flags=re.S)
        assert re.search(r'<html[^>]* lang="(nb|nn|en)" dir="ltr">', body), kind
        assert re.search(r"<title>[^<]{3,}</title>", body), kind
        assert len(re.findall(r"<h1", body)) == 1, kind
