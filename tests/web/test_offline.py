"""Without net: a prepared tablet keeps what children answer, sealed, until the house has it; never twice."""

import gzip
from collections.abc import Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from participation.access import Role
from participation.community import answers, offline
from participation.community.consultations import Consultation, survey_of
from participation.web.security import lean
from tests.chromium import AXE, JUDGE, TAGS, served
from tests.conftest import TODAY
from tests.house.source import PACKAGE
from tests.municipality import _open

pytestmark = pytest.mark.xdist_group("tablet")
STATIC = PACKAGE / "web" / "static"
SECRET = "Hytta bak tjernet"
KEPT = "() => stored(waiting => waiting.getAll())"
FOCUSED = "([what]) => document.activeElement.matches(what)"
Tablet = tuple[Consultation, str]


@pytest.fixture
def prepared(database, municipality, app) -> Tablet:
    """A round with nearly every kind of question, and the code of a tablet for it."""
    planner, matter = municipality.people[Role.PLANNER], municipality.named["matter_id"]
    with database.writing() as db:
        asked = _open(db, planner, matter, app.extensions["surveys"]["school-yard"], TODAY)
        about = {"name": "Nettbrett 1", "uses": 2, "last_day": TODAY, "today": TODAY}
        return asked, offline.prepare(db, planner, asked.id, **about)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(locale="nb-NO") as context:
        context.clock.set_fixed_time(f"{TODAY}T10:00:00")
        yield context


@pytest.fixture
def tablet(app, prepared, context) -> Iterator[Page]:
    """The tablet, with its page open and the worker in place, while it still has net."""
    with served(app) as home:
        page = context.new_page()
        page.goto(f"{home}/frakoblet/{prepared[1]}/")
        page.wait_for_selector("[data-do=begin]")
        yield page
        context.close()


def presses(page: Page, what: str) -> None:
    """By keyboard alone: Tab until it is reached, then Enter or Space."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED, [what]):
            return page.keyboard.press("Space" if "input" in what else "Enter")
    raise AssertionError(f"{what} cannot be reached")


def answers_all(page: Page) -> str:
    """One child, by keyboard, from the first page to the card; the words on it."""
    page.wait_for_selector("[data-do=begin]")
    presses(page, "[data-do=begin]")
    while not page.locator("[data-do=seal]").count():
        if page.locator(".cards").count():
            presses(page, "[value=put-sports]")
            presses(page, "[value=put-play]")
        elif page.locator(".option").count():
            presses(page, "input:not(:checked)")
        elif page.locator("[name=answer]").count():
            page.locator("[name=answer]").fill(SECRET if page.locator("textarea").count() else "3")
        presses(page, "[value=next]")
    presses(page, "[data-do=seal]")
    page.wait_for_selector(".words")
    return page.inner_text(".words")


def waits(page: Page, state: str) -> None:
    page.wait_for_selector(f"[data-state={state}]:not([hidden])")


def came_in(database, asked: Consultation) -> list[dict]:
    with database.reading() as db:
        return answers.counted(db, asked, survey_of(db, asked))


def test_two_children_answer_without_net_and_both_arrive_once(tablet, context, prepared, database):
    context.set_offline(True)
    tablet.reload()
    first = answers_all(tablet)
    tablet.reload()
    assert answers_all(tablet) != first
    presses(tablet, "[data-do=start]")
    waits(tablet, "offline")
    letters = tablet.evaluate(KEPT)
    context.set_offline(False)
    waits(tablet, "sent")
    assert len(came_in(database, prepared[0])) == len(letters) == 2
    sends_again(tablet, letters)
    assert (len(came_in(database, prepared[0])), tablet.evaluate(KEPT)) == (2, [])


def sends_again(page: Page, letters: list[dict]) -> None:
    """As if the tablet had never heard that they arrived."""
    page.evaluate(
        "all => stored(w => { all.forEach(one => w.put(one)); return w.count(); }, 'readwrite')", letters
    )
    page.evaluate("() => send()")
    waits(page, "sent")


def test_what_arrives_is_what_the_child_answered_and_the_card_opens_it(tablet, prepared, database):
    words = answers_all(tablet)
    presses(tablet, "[data-do=start]")
    waits(tablet, "sent")
    [row] = came_in(database, prepared[0])
    assert (row["first"], row["days_outside"], row["matters_most"]) == ("sports", "from_3", ("more_to_do",))
    with database.reading() as db:
        assert answers.consultation_claimed(db, words).id == prepared[0].id


def test_what_waits_on_the_tablet_cannot_be_read_there(tablet, context):
    context.set_offline(True)
    words = answers_all(tablet)
    [letter] = tablet.evaluate(KEPT)
    assert set(letter) == {"id", "digest", "sealed"}
    plain = bytes.fromhex(letter["sealed"])
    for told in (SECRET, *words.split(), "sports", "answered"):
        assert told.encode() not in plain
    assert len(plain) == 65 + 12 + 16384 + 16, "as long whatever was written"
    assert tablet.evaluate("() => [localStorage.length, sessionStorage.length]") == [0, 0]


def test_nothing_of_one_child_is_seen_by_the_next(tablet, context):
    context.set_offline(True)
    answers_all(tablet)
    presses(tablet, "[data-do=start]")
    assert tablet.evaluate("() => JSON.stringify(said)") == "{}"
    presses(tablet, "[data-do=begin]")
    assert tablet.locator("input:checked").count() == 0


def test_leaving_in_a_hurry_without_net_forgets_the_child_and_keeps_what_waits(tablet, context):
    context.set_offline(True)
    answers_all(tablet)
    presses(tablet, "[data-do=start]")
    presses(tablet, "[data-do=begin]")
    presses(tablet, "input")
    presses(tablet, "[value=next]")
    presses(tablet, ".leave")
    assert "skole" not in tablet.inner_text("body").lower()
    assert tablet.evaluate("() => [JSON.stringify(said), at('form')]") == ["{}", None]
    assert len(tablet.evaluate(KEPT)) == 1


def test_leaving_another_page_deletes_nothing_that_waits(app, client, prepared):
    client.get(f"/frakoblet/{prepared[1]}/")
    assert client.get("/ut").headers["Clear-Site-Data"] == '"cache"'
    assert app.test_client().get("/ut").headers["Clear-Site-Data"] == '"*"'


def test_a_tablet_that_comes_too_late_says_so_and_wipes_at_the_second_press(tablet, context, app, prepared):
    context.set_offline(True)
    answers_all(tablet)
    presses(tablet, "[data-do=start]")
    app.config["TODAY"] = (TODAY + timedelta(days=8)).isoformat()
    context.set_offline(False)
    waits(tablet, "late")
    presses(tablet, "[data-do=wipe]")
    assert len(tablet.evaluate(KEPT)) == 1
    presses(tablet, "[data-do=wiped]")
    waits(tablet, "sent")
    assert tablet.evaluate(KEPT) == []


def test_what_the_house_refuses_is_kept_and_told(tablet):
    tablet.evaluate(
        "() => stored(w => w.add({id: '0'.repeat(32), digest: given.digest, sealed: '00'}), 'readwrite')"
    )
    tablet.evaluate("() => send()")
    waits(tablet, "refused")
    assert len(tablet.evaluate(KEPT)) == 1


def test_the_tablet_takes_no_more_children_than_it_was_prepared_for(tablet):
    for _ in range(2):
        answers_all(tablet)
        presses(tablet, "[data-do=start]")
    tablet.wait_for_selector("[data-full]:not([hidden])")
    assert not tablet.is_visible("[data-do=begin]")


def test_a_mistake_is_told_beside_the_question_and_the_ways_past_are_kept(tablet):
    tablet.evaluate("() => ask(given.asked.find(page => page.id === 'days_outside'))")
    tablet.locator("[name=answer]").fill("17")
    presses(tablet, "[value=next]")
    assert tablet.is_visible("#answer-error")
    assert tablet.input_value("[name=answer]") == "17"
    presses(tablet, "[value=not_understood]")
    assert tablet.is_visible("[data-explained]")
    presses(tablet, "[value=wont_say]")
    assert tablet.evaluate("() => said.days_outside") == {"status": "wont_say"}


def test_language_and_level_change_without_net_and_keep_what_was_picked(tablet, context):
    context.set_offline(True)
    presses(tablet, "[data-do=begin]")
    presses(tablet, "[value=next]")
    presses(tablet, "input")
    picked = tablet.locator("input:checked").get_attribute("value")
    presses(tablet, ".languages summary")
    presses(tablet, "a[lang=nn]")
    assert tablet.locator("html").get_attribute("lang") == "nn"
    assert tablet.locator("input:checked").get_attribute("value") == picked


def test_every_page_on_the_tablet_stands_before_axe(tablet):
    """Each page as it is shown, at the level with pictures."""
    tablet.evaluate("() => { level = 'pictures'; }")
    tablet.evaluate(AXE)
    shown = ["acts.start()", "review()", "acts.stop()", "acts.away()"]
    shown += [f"ask(given.asked[{n}])" for n in range(tablet.evaluate("given.asked.length"))]
    for act in shown:
        tablet.evaluate(f"() => {{ {act}; }}")
        assert tablet.evaluate(JUDGE, TAGS) == [], act


def test_the_scripts_are_small_on_the_wire():
    """No page ever loads both sorts: a child's ordinary page has the one, a prepared tablet the other."""
    sizes = {path.name: len(gzip.compress(lean(path.read_bytes()), 9)) for path in STATIC.glob("*.js")}
    tablets = sizes.pop("offline.js") + sizes.pop("worker.js")
    assert sum(sizes.values()) <= 2_500
    assert tablets <= 5_000


def test_only_this_page_may_have_a_worker_and_it_has_no_manifest(client, prepared):
    policy = client.get(f"/frakoblet/{prepared[1]}/").headers["Content-Security-Policy"]
    assert "worker-src 'self'; manifest-src 'none'" in policy
    assert "worker-src" not in client.get("/").headers["Content-Security-Policy"]


def test_the_worker_keeps_this_page_and_its_files_and_nothing_else(client, prepared):
    here = f"/frakoblet/{prepared[1]}/"
    worker = client.get(f"{here}sw.js")
    assert worker.mimetype == "text/javascript"
    files = worker.text.split("files = [")[1].split("]")[0]
    assert here in files
    assert all(name in files for name in ("site.css", "offline.js"))
    assert "/svar" not in worker.text


def test_without_script_the_page_leads_to_the_ordinary_door(client, prepared):
    page = client.get(f"/frakoblet/{prepared[1]}/").text
    assert 'href="/"' in page.split("<template")[0]


STATUSES = {"garbage": ({"id": "x"}, 422), "nothing": ({}, 422)}


@pytest.mark.parametrize(("sent", "status"), STATUSES.values(), ids=STATUSES)
def test_what_is_no_answer_is_refused_plainly(client, prepared, sent, status):
    assert client.post(f"/frakoblet/{prepared[1]}/svar", data=sent).status_code == status


def test_another_site_sends_nothing_in(client, prepared):
    headers = {"Origin": "https://evil.example"}
    assert client.post(f"/frakoblet/{prepared[1]}/svar", headers=headers).status_code == 400
