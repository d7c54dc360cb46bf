"""Every page that any role can open, judged by axe on a phone in daylight and at a desk in the dark."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask

from participation.access import STAFF
from participation.web import refusals
from participation.web.current import SESSION_COOKIE, SHORTEST_TOKEN
from tests.chromium import NARROW, WIDE, Inspection
from tests.web.visits import Visit

pytestmark = pytest.mark.browser
HOUSE = "http://house.example"
STYLE = re.compile(r"/static/[^\"]+")
REFUSALS = {
    "400": {"path": "/kode", "method": "POST", "headers": {"Sec-Fetch-Site": "cross-site"}},
    "404": {"path": "/finnes-ikke"},
    "405": {"path": "/", "method": "PUT"},
    "413": {"path": "/kode", "method": "POST", "data": {"code": "x" * 300_000}},
    "422": {"path": "/kode", "method": "POST", "data": {"code": "BCD-FGH-JKX"}},
}
DEVICES = [
    pytest.param(NARROW, "light", id="phone by day", marks=pytest.mark.xdist_group("phone")),
    pytest.param(WIDE, "dark", id="desk in the dark", marks=pytest.mark.xdist_group("desk")),
]
Shown = tuple[str, str, str]
"""Whose page it is, where it is, and what it says."""


@pytest.fixture(scope="module")
def every_page(house: Flask, visits: list[Visit]) -> list[Shown]:
    """Each page once, though many can open it; and how the house says no."""
    found = {}
    for visit in visits:
        if visit.is_page:
            without_tokens = re.sub(r'value="[^"]*"', "", visit.body)
            found.setdefault(without_tokens, (visit.name, visit.where, visit.body))
    for name, asked in REFUSALS.items():
        answer = house.test_client().open(**asked)
        assert str(answer.status_code) == name
        found[answer.text] = (name, asked["path"], answer.text)
    for name, where, body in seldom_seen(house):
        found[body] = (name, where, body)
    return list(found.values())


def seldom_seen(house: Flask) -> Iterator[Shown]:
    """What is said when something is closed, too much, broken or away, and when a session has ended."""
    for where in ("/", "/svar/BCD-FGH-JK3/"):
        for status in (409, 410, 429, 500, 503):
            with house.test_request_context(where, method="POST", data={"answer": "x"}):
                house.preprocess_request()
                yield str(status), where, refusals.page(status)[0]
    client = house.test_client()
    client.set_cookie(SESSION_COOKIE, "x" * SHORTEST_TOKEN)
    for method in ("GET", "POST"):
        answer = client.open("/til-behandling/ny", method=method, data={"title": "x"})
        assert answer.status_code == 403
        yield f"403 {method}", "/til-behandling/ny", answer.text


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
