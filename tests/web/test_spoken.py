"""What a screen reader is told of each kind of child page, kept as text that a person can read.

Renew them with `make spoken`, and read what changed: it is what a child will hear.
"""

import os
import re
from pathlib import Path

import pytest

from tests.chromium import NARROW
from tests.web.test_child_pages import childrens, laid

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("desk")]
KEPT = Path(__file__).parent / "aria"
FOR_ONE_CHILD = [
    (re.compile(r"(?:[0-9A-Z]{3}-){2,}[0-9A-Z]{3}"), "CODE"),
    (re.compile(r"/kort(-i-sak)?/[a-zæøå-]+"), r"/kort\1/WORDS"),
]


WHOLE = "answers.stop"
"""One page is kept with what stands around all of them."""


def spoken(name: str, page) -> str:
    """The page as it is told, without what differs from child to child."""
    page.locator(".words").evaluate_all("found => found.forEach(e => e.textContent = 'WORDS')")
    told = page.locator("body" if name == WHOLE else "main").aria_snapshot()
    for pattern, instead in FOR_ONE_CHILD:
        told = pattern.sub(instead, told)
    return told + "\n"


def file_of(name: str) -> Path:
    return KEPT / (re.sub(r"\W+", "-", name).strip("-") + ".txt")


def test_every_child_page_is_told_as_before(browser, styles, met):
    pages = laid(browser, styles, childrens(met("nb", "standard")), viewport=NARROW)
    found = {file_of(name): spoken(name, page) for name, page in pages}
    if os.environ.get("RENEW"):
        for old in KEPT.glob("*.txt"):
            old.unlink()
        for file, told in found.items():
            file.write_text(told, "utf-8")
    assert {file.name for file in KEPT.glob("*.txt")} == {file.name for file in found}, "run `make spoken`"
    for file, told in found.items():
        assert told == file.read_text("utf-8"), f"{file.name}: if it is meant, run `make spoken`"
