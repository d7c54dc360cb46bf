"""Shown: every page that any role can open, once, and how the house says no."""

import re
from collections.abc import Iterator

from flask import Flask
from playwright.sync_api import Route

from participation.web import refusals
from participation.web.current import SESSION_COOKIE, SHORTEST_TOKEN
from tests.web.visits import Visit

HOUSE = "http://house.example"
STYLE = re.compile(r"/static/[^\"]+")
REFUSALS = {
    "400": {"path": "/kode", "method": "POST", "headers": {"Sec-Fetch-Site": "cross-site"}},
    "404": {"path": "/finnes-ikke"},
    "405": {"path": "/", "method": "PUT"},
    "413": {"path": "/kode", "method": "POST", "data": {"code": "x" * 300_000}},
    "422": {"path": "/kode", "method": "POST", "data": {"code": "BCD-FGH-JKX"}},
}
Shown = tuple[str, str, str]
"""Whose page it is, where it is, and what it says."""


def pages_once(house: Flask, visits: list[Visit]) -> list[Shown]:
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
    for where in ("/kode", "/svar/BCD-FGH-JK3/a_question"):
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


def styles_of(house: Flask) -> dict[str, tuple[bytes, str]]:
    """What a browser fetches with every page, by address."""
    client = house.test_client()
    found = [client.get(path, buffered=True) for path in set(STYLE.findall(client.get("/").text))]
    return {answer.request.path: (answer.data, answer.content_type) for answer in found}


def give(route: Route, styles: dict[str, tuple[bytes, str]]) -> None:
    """Answer the browser in the house's stead."""
    at = re.sub(r"^http://[^/]+|\?.*", "", route.request.url)
    body, content_type = styles.get(at, (b"", "text/html"))
    route.fulfill(body=body, content_type=content_type)
