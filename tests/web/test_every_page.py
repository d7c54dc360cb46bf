"""Every page that any role can open, judged by axe on a phone in daylight and at a desk in the dark."""

import re

import pytest
from flask import Flask

from participation.access import STAFF
from tests.chromium import NARROW, WIDE, Inspection

pytestmark = pytest.mark.browser
HOUSE = "http://house.example"
STYLE = re.compile(r"/static/[^\"]+")
DEVICES = [
    pytest.param(NARROW, "light", id="phone by day", marks=pytest.mark.xdist_group("phone")),
    pytest.param(WIDE, "dark", id="desk in the dark", marks=pytest.mark.xdist_group("desk")),
]


@pytest.fixture(scope="module")
def styles(house: Flask) -> dict[str, tuple[bytes, str]]:
    client = house.test_client()
    found = [client.get(path, buffered=True) for path in set(STYLE.findall(client.get("/").text))]
    return {answer.request.path: (answer.data, answer.content_type) for answer in found}


@pytest.mark.parametrize(("viewport", "colours"), DEVICES)
def test_axe_finds_nothing_on_any_page(browser, every_page, styles, viewport, colours):
    inspection = Inspection(browser, viewport)
    with browser.new_context(viewport=viewport, color_scheme=colours, reduced_motion="reduce") as context:
        context.route(HOUSE + "/**", lambda route: give(route, styles))
        page = inspection.bench(context, HOUSE)
        for kind, _, body in every_page:
            inspection.judge_one(page, kind, body)
    assert inspection.wrong == []


def give(route, styles) -> None:
    at = re.sub(r"^http://[^/]+|\?.*", "", route.request.url)
    body, content_type = styles.get(at, (b"", "text/html"))
    route.fulfill(body=body, content_type=content_type)


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
    for kind, _, body in every_page:
        assert re.search(r'<html[^>]* lang="(nb|nn|en)" dir="ltr">', body), kind
        assert re.search(r"<title>[^<]{3,}</title>", body), kind
        assert len(re.findall(r"<h1", body)) == 1, kind
