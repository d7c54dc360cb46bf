"""The same way: a tablet without net shows a child the very pages that the house would."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from participation.surveys import routing
from participation.surveys.questions import Answer
from participation.surveys.rules import from_plain
from tests.house.source import PACKAGE
from tests.surveys.test_walks import an_answer, simple_rules, surveys

pytestmark = pytest.mark.xdist_group("tablet")
SCRIPT = (PACKAGE / "web" / "static" / "offline.js").read_text("utf-8")


@pytest.fixture(scope="module")
def bench(browser: Browser) -> Iterator[Callable]:
    """Which pages the tablet's own script finds on the path."""
    with browser.new_context() as context:
        page = context.new_page()
        page.evaluate(SCRIPT)
        yield lambda asked, said: page.evaluate("([a, s]) => path(a, s).map(page => page.id)", [asked, said])


@given(data=st.data())
@settings(deadline=None, max_examples=300)
def test_the_tablet_shows_the_very_pages_that_the_house_would(bench, data):
    survey = data.draw(surveys())
    said = {page.id: an_answer(data.draw, page) for page in survey.pages if data.draw(st.booleans())}
    asked = [{"id": p.id} | ({"rule": p.show_if.to_plain()} if p.show_if else {}) for p in survey.pages]
    plain = {name: answer.to_plain() for name, answer in said.items()}
    assert bench(asked, plain) == [page.id for page in routing.path(survey, said)]


@given(data=st.data())
@settings(deadline=None, max_examples=300)
def test_a_rule_holds_on_the_tablet_where_it_holds_in_the_house(bench, data):
    """All nine operators, in and around each other."""
    one, two = data.draw(simple_rules(["q"])), data.draw(simple_rules(["q"]))
    equal = {"equals": {"question": "q", "value": data.draw(st.sampled_from(["bad", "good"]))}}
    plain = data.draw(
        st.sampled_from([one, equal, {"not": one}, {"all": [one, {"any": [two, {"not": equal}]}]}])
    )
    statuses = [{"status": "skipped"}, {"status": "answered", "value": "bad"}, None]
    several = {"status": "answered", "value": ["bad", "good"]}
    said = data.draw(st.sampled_from([*statuses, several]))
    holds = from_plain(plain).holds({"q": Answer.from_plain(said)} if said else {})
    asked = [{"id": "q"}, {"id": "next", "rule": plain}]
    assert ("next" in bench(asked, {"q": said} if said else {})) is holds
