"""What is past its time is deleted, and told of room by room."""

from datetime import datetime, timedelta

import pytest

from participation.access import Role
from participation.accounts import Account
from participation.casework import cases
from participation.casework.cases import Case
from participation.community import answers, consultations, matters
from participation.community.consultations import Consultation
from participation.rights.ladder import Rung
from participation.storage import drafts, limits
from participation.storage.database import SentForm
from participation.storage.keys import DataKey
from tests.cli.conftest import comes_true
from tests.conftest import TODAY

LONG_AGO = TODAY - timedelta(days=2500)


@pytest.fixture
def old(database, surveys, person):
    """A house where nobody has forgotten anything for years."""
    coordinator, planner = person(Role.COORDINATOR), person(Role.PLANNER)
    with database.writing() as db:
        case = cases.open_case(db, coordinator, "2019/1", LONG_AGO)
        cases.close(db, coordinator, case.id, LONG_AGO)
        drafts.keep(db, "secret", "elsewhere", {}, LONG_AGO)
        limits.note_failure(db, "codes", "192.0.2.1", datetime(2020, 1, 1))
        db.add(SentForm(token="t", day=LONG_AGO.isoformat()))
        db.add(Account(name="Per", email="per@x.no", role="PLANNER", closed_on=LONG_AGO))
        consult(db, planner, surveys["our-place"])
    return database


def consult(db, planner, survey) -> None:
    texts = dict.fromkeys(("title", "about", "decided_by", "can_change", "fixed"), "x")
    matter = matters.make(db, planner, **texts, decision_on=LONG_AGO, today=LONG_AGO)
    days = {"closes_on": LONG_AGO, "answer_on": LONG_AGO + timedelta(days=9), "today": LONG_AGO}
    promise = {"rung": Rung.CONSULTED, "breakdowns": [], "read_by": "x"}
    round_ = consultations.open_consultation(db, planner, matter.id, survey, **promise, **days)
    code = consultations.make_tickets(db, planner, round_.id, 1, LONG_AGO)[0]
    answers.send_in(db, consultations.ticket_behind(db, code, LONG_AGO), "secret", LONG_AGO)


def counts(told) -> dict[str, int]:
    lines = [line.split(maxsplit=1) for line in told.output.splitlines() if line.startswith(" ")]
    return {what: int(n) for n, what in lines}


def test_every_room_forgets_and_says_so(old, run):
    told = counts(run("forget"))
    assert told["consultations nobody closed, closed now"] == 1
    assert told["closed cases, with all that was said in them"] == 1
    assert told["drafts"] == told["marks of sent forms"] == 1
    assert told["sign-ins, one-time links and closed accounts"] == 1
    assert told["counts of wrong tries"] == 2
    assert set(counts(run("forget")).values()) == {0}


def test_no_key_is_left_of_what_is_forgotten(old, run):
    with old.reading() as db:
        case_key = db.query(Case).one().key_id
    run("forget")
    with old.reading() as db:
        assert db.get(DataKey, case_key) is None


def test_a_dry_run_tells_the_same_and_deletes_nothing(old, run):
    dry = counts(run("forget", "--dry-run"))
    assert dry == counts(run("forget", "--dry-run")) == counts(run("forget"))


def test_what_is_in_use_is_left_alone(database, run, person):
    coordinator = person(Role.COORDINATOR)
    with database.writing() as db:
        cases.open_case(db, coordinator, "2026/1", LONG_AGO)
        drafts.keep(db, "secret", "consultation 1", {}, TODAY)
    assert set(counts(run("forget")).values()) == {0}


def test_a_served_house_forgets_by_itself(old, serve):
    def nothing_is_left() -> bool:
        with old.reading() as db:
            closed = [one.closed_on for one in db.query(Consultation)]
            return db.query(Case).count() == 0 and closed == [TODAY]

    serve()
    assert comes_true(nothing_is_left)
