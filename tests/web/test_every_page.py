"""Every page that any role can open, judged by axe on a phone in daylight and at a desk in the dark."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from participation import create_app
from participation.access import STAFF, Role
from tests.chromium import NARROW, WIDE, Inspection, kind_of
from tests.conftest import TODAY, browser_of
from tests.municipality import Municipality, rules

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
"""What kind of page, where it is, and what it says."""


@pytest.fixture(scope="module")
def house(in_use: tuple[Path, Municipality], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    folder = Path(shutil.copytree(in_use[0], tmp_path_factory.mktemp("seen") / "var"))
    app = create_app(FOLDER=str(folder), TODAY=TODAY.isoformat(), TESTING=True)
    yield app
    app.extensions["database"].close()


@pytest.fixture(scope="module")
def every_page(house: Flask, in_use: tuple[Path, Municipality]) -> list[Shown]:
    """Each page once, though many can open it."""
    people = in_use[1].people
    found = {}
    for role in (None, *STAFF):
        visitor = browser_of(house, people[role]) if role else house.test_client()
        for kind, where, body in opened(house, visitor, in_use[1]):
            name = f"{role.name.lower() if role else 'stranger'} {kind}"
            found.setdefault(re.sub(r'value="[^"]*"', "", body), (name, where, body))
    for name, asked in REFUSALS.items():
        answer = house.test_client().open(**asked)
        assert str(answer.status_code) == name
        found[answer.text] = (name, asked["path"], answer.text)
    return list(found.values())


def opened(app, visitor: FlaskClient, municipality: Municipality) -> Iterator[Shown]:
    for rule in rules(app):
        where = municipality.address(app, rule)
        if "." in where.rsplit("/", 1)[-1]:
            continue
        if {"code"} & rule.arguments and rule.endpoint.endswith(".page"):
            begin(visitor, where)
        answer = visitor.get(where)
        if answer.mimetype == "text/html" and answer.status_code < 300:
            yield kind_of(where, answer.status_code), where, answer.text


def begin(visitor: FlaskClient, where: str) -> None:
    """Children's questions are for those who have begun."""
    start = where.rsplit("/", 1)[0]
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', visitor.get(f"{start}/").text)[1]
    visitor.post(f"{start}/begynn", data={"csrf_token": token})


@pytest.fixture(scope="module")
def styles(house: Flask) -> dict[str, tuple[bytes, str]]:
    client = house.test_client()
    found = [client.get(path, buffered=True) for path in set(STYLE.findall(client.get("/").text))]
    return {answer.request.path: (answer.data, answer.content_type) for answer in found}


@pytest.mark.parametrize(("viewport", "colours"), DEVICES)
def test_axe_finds_nothing_on_any_page(browser, every_page, styles, viewport, colours):
    inspection = Inspection(browser, viewport)
    with browser.new_context(viewport=viewport, color_scheme=colours, reduced_motion="reduce") as context:
        page = context.new_page()
        page.route("**/static/**", lambda route: give(route, styles))
        for kind, where, body in every_page:
            inspection.show(page, HOUSE + where, body)
            inspection.judge_shown(page, kind)
    assert inspection.wrong == []


def give(route, styles) -> None:
    body, content_type = styles[re.sub(r"^http://[^/]+|\?.*", "", route.request.url)]
    route.fulfill(body=body, content_type=content_type)


def test_every_role_has_pages_of_its_own(every_page):
    kinds = [kind for kind, _, _ in every_page]
    assert {kind.split()[0].upper() for kind in kinds} >= {role.name for role in Role if role in STAFF}
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
