"""The audit trail, as the administrator reads it."""

import ast

import pytest

from participation.access import ALLOWED, CHILD, Act, Role
from participation.storage import audit
from participation.storage.audit import Entry
from participation.web import words
from participation.web.words.trail import ABOUTS, about_in_words
from tests.house.source import MODULES, tree
from tests.journeys.reader import Reader
from tests.municipality import CANARY


@pytest.fixture
def administrator(signed_in, municipality) -> Reader:
    reader = Reader(signed_in(municipality.people[Role.ADMINISTRATOR]))
    reader.goes("/spor/?lang=en")
    return reader


def noted() -> list[str]:
    """What the acts write down, with a number wherever a number goes."""
    calls = [node for module in MODULES for node in ast.walk(tree(module)) if isinstance(node, ast.Call)]
    notes = [call.args[3] for call in calls if ast.unparse(call.func) == "audit.note"]
    texts = [part.values if isinstance(part, ast.JoinedStr) else [part] for part in notes]
    return [
        "".join(getattr(piece, "value", "7") if isinstance(piece, ast.Constant) else "7" for piece in t)
        for t in texts
    ]


def test_every_act_has_words():
    assert set(words.ACTS) == set(Act)


def test_whatever_an_act_writes_down_can_be_said_in_the_readers_language(app):
    with app.test_request_context():
        assert noted()
        known = {text.replace("%(a)s", "7").replace("%(b)s", "7").replace("%(c)s", "7") for text in ABOUTS}
        assert {about for about in noted() if about not in known} == set()
        assert about_in_words("something new 7") == "something new 7"


def test_who_did_what_stands_with_name_and_words(administrator):
    assert "Unbroken" in administrator.text
    assert "Completed an individual plan individual plan 1 version 1" in administrator.text
    assert "A child Said yes to own words voice 1" in administrator.text


CHILDS = sorted((act for act, roles in ALLOWED.items() if roles == {Role.CHILD}), key=lambda act: act.name)


@pytest.mark.parametrize("act", CHILDS, ids=lambda act: act.name)
def test_what_a_child_did_is_never_said_to_be_done_by_the_program(administrator, database, act):
    with database.writing() as db:
        audit.note(db, CHILD, act, "voice 7")
    administrator.goes("/spor/?lang=en")
    assert f"A child {words.ACTS[act]} voice 7" in administrator.text
    assert f"The program itself {words.ACTS[act]}" not in administrator.text


def test_no_childs_words_and_no_reference_stand_in_the_trail(administrator):
    assert CANARY not in administrator.text
    assert "2026/114" not in administrator.text


def test_the_newest_stand_first_and_older_ones_on_the_next_page(administrator, database, municipality):
    with database.writing() as db:
        for _ in range(120):
            audit.note(db, municipality.people[Role.PLANNER], Act.SIGN_IN, "account 2")
        newest = audit.count(db)
    administrator.goes("/spor/")
    numbers = [int(cell.text) for cell in administrator.page.xpath("//tbody//th")]
    assert numbers == list(range(newest, newest - 100, -1))
    administrator.follows("before=")
    assert administrator.page.xpath("//tbody//th")[0].text == str(newest - 100)
    administrator.follows("/spor/")


@pytest.mark.parametrize("before", ["x", "-1", "0", "1", "99999999999999999999"])
def test_a_page_that_is_not_there_falls_over_nobody(administrator, before):
    administrator.goes(f"/spor/?before={before}")


def test_a_broken_trail_says_where(administrator, database):
    with database.writing() as db:
        place = audit.count(db) + 1
        at = db.get(Entry, 1).at
        db.add(Entry(id=place, at=at, account_id=1, act="SIGN_IN", about="account 1", digest="forged"))
    administrator.goes("/spor/")
    assert "The trail is broken" in administrator.text
    assert f"From entry {place} on" in administrator.text
    assert "Unbroken" not in administrator.text
