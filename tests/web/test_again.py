"""Nothing that was written is lost: not when the session has ended, and not when the database is away."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from participation import accounts
from participation.access import Role
from participation.accounts import BrowserSession
from participation.errors import Unreachable
from participation.storage import database as cellar
from participation.web import again
from participation.web.current import now
from tests.conftest import TODAY
from tests.journeys.reader import Reader
from tests.journeys.steps import PASSWORD

EMAIL = "per.igjen@lyngvaer.example"
TITLE = "Ny lekeplass & 'sklie'"
WHOLE = {"title": TITLE, "about": "Om", "decided_by": "X", "decision_on": "2027-01-20", "can_change": "Y"}
WHOLE |= {"fixed": "Z"}


@pytest.fixture
def planner(app, database):
    with database.writing() as db:
        token = accounts.add_first(db, name="Per", email=EMAIL, role=Role.PLANNER, today=TODAY)
    reader = Reader(app.test_client())
    reader.goes(f"/inn/lenke/{token}")
    reader.sends(password=PASSWORD, again=PASSWORD)
    reader.sends(email=EMAIL, password=PASSWORD)
    return reader


@pytest.fixture
def writing_long(app, planner):
    """A planner who has written for so long that the session has ended."""
    planner.goes("/til-behandling/ny")
    with app.extensions["database"].writing() as db:
        db.execute(update(BrowserSession).values(seen_at=now() - timedelta(minutes=31)))
    return planner


def test_what_was_written_when_the_session_ended_is_sent_after_signing_in(writing_long):
    writing_long.sends(**WHOLE, status=403)
    assert "Det du skrev" in writing_long.text
    writing_long.sends(to="/inn/", email=EMAIL, password="et annet helt feil passord", status=422)
    writing_long.sends(to="/inn/", email=EMAIL, password=PASSWORD)
    assert "Det er ikke lagret ennå" in writing_long.text
    writing_long.sends(to="/til-behandling/ny")
    assert TITLE in writing_long.text


def test_who_only_looks_comes_back_to_the_page(writing_long):
    writing_long.goes("/til-behandling/?done=kept", status=403)
    writing_long.sends(to="/inn/", email=EMAIL, password=PASSWORD)
    assert writing_long.address == "/til-behandling/?done=kept"


def test_a_stranger_with_a_made_up_cookie_gets_no_further(client):
    client.set_cookie("signed_in", "x" * 43)
    assert client.get("/til-behandling/").status_code == 403
    assert client.get("/finnes-ikke").status_code == 404


def test_a_password_is_never_put_on_a_page(app):
    with app.test_request_context(
        method="POST", data={"password": "s", "again": "s", "csrf_token": "t", "a": "1"}
    ):
        assert again.fields() == [("a", "1")]


@pytest.mark.parametrize(
    "address", ["//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", "", "inn"]
)
def test_nobody_is_led_out_of_the_house(address):
    assert not again.is_ours(address)


@pytest.mark.parametrize("line", ["", "no", "1", "[1]", '{"a": 1}', "[[1, 2, 3]]"])
def test_what_is_no_form_holds_no_fields(line):
    assert again.unpacked(line) == []


@pytest.fixture
def away(monkeypatch):
    """The database does not answer when something is to be written."""

    def nobody_there(*_):
        raise TimeoutError("no turn to write came")

    return lambda: monkeypatch.setattr(cellar.Database, "_turn", nobody_there)


def test_what_a_planner_wrote_is_kept_while_the_database_is_away(planner, away, monkeypatch):
    planner.goes("/til-behandling/ny")
    away()
    planner.sends(**WHOLE, status=503)
    monkeypatch.undo()
    planner.sends(to="/til-behandling/ny")
    assert TITLE in planner.text


def test_a_disk_that_is_full_is_said_in_one_way(database):
    with pytest.raises(Unreachable), database.writing() as db:
        db.connection().exec_driver_sql("SELECT * FROM there_is_no_such_table")
