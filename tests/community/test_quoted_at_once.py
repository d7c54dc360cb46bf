"""A child changes its mind, two code one text, themes are told: at the same moment as somebody publishes."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.access import Role
from participation.community import codebooks, consultations, matters, quotations, summaries
from participation.community.answers import FreeText
from participation.community.codebooks import Turn
from participation.errors import Closed, NotFound
from participation.rights.ladder import Rung
from tests import coded_round
from tests.at_once import two_at_once
from tests.conftest import TODAY

pytestmark = pytest.mark.on_both
TEXTS = {"title": "Stedet", "findings": "Fint.", "not_reached": "", "what_next": "Vi bygger."}


@pytest.fixture
def meanwhile(database):
    return two_at_once(database)


@pytest.fixture
def planner(person):
    return person(Role.PLANNER, "Per")


@pytest.fixture
def held(database, planner, surveys) -> dict[str, str | int]:
    """A coded round whose themes are not told yet, with one proposed quotation."""
    later = TODAY + timedelta(days=40)
    said = dict.fromkeys(("title", "about", "decided_by", "can_change", "fixed"), "Park")
    declared = {"rung": Rung.CONSULTED, "breakdowns": [], "read_by": "Per", "closes_on": TODAY}
    with database.writing() as db:
        matter = matters.make(db, planner, **said, decision_on=later, today=TODAY)
        asked = consultations.open_consultation(
            db, planner, matter.id, surveys["our-place"], **declared, answer_on=later, today=TODAY
        )
        return coded_round.hold(db, planner, asked, 30, TODAY) | {"asked": asked.id}


@pytest.fixture
def quoted(database, planner, held):
    """The child has said yes, and the summary can be published: the press."""
    with database.writing() as db:
        codebooks.release_themes(db, planner, held["asked"], TODAY)
        second = coded_round.second_planner(db)
        quotations.check(db, second, held["quotation_id"], has_looked_at_hits=True)
        quotations.answer(db, held["card"], held["quotation_id"], says_yes=True)
        summary = summaries.summary_on(db, held["asked"])
        summaries.write(db, planner, summary.id, **TEXTS)
        summaries.put_forward(db, planner, summary.id, TODAY)
        at = summary.id
    return lambda db: quotations.publish(db, second, at, lambda table, language: "<svg/>", TODAY)


@pytest.fixture
def says_no(held):
    return lambda db: quotations.answer(db, held["card"], held["quotation_id"], says_yes=False)


def test_a_no_that_comes_first_is_heard(meanwhile, database, held, quoted, says_no):
    assert meanwhile(says_no, quoted) is None
    with database.reading() as db:
        assert quotations.told(db, held["asked"]) == ()


def test_a_no_that_comes_second_is_told_that_it_is_late(meanwhile, database, held, quoted, says_no):
    assert isinstance(meanwhile(quoted, says_no), NotFound)
    with database.reading() as db:
        assert len(quotations.told(db, held["asked"])) == 1


def test_themes_are_told_once_however_many_press(meanwhile, planner, held):
    def told(db):
        codebooks.release_themes(db, planner, held["asked"], TODAY)

    assert isinstance(meanwhile(told, told), Closed)


def test_no_text_is_coded_while_themes_are_told(meanwhile, database, planner, held):
    with database.reading() as db:
        text = db.scalars(select(FreeText.id).filter_by(asked_in=held["asked"])).first()
    refused = meanwhile(
        lambda db: codebooks.release_themes(db, planner, held["asked"], TODAY),
        lambda db: codebooks.code(db, planner, held["asked"], text, turn=Turn.FIRST, codes=[]),
    )
    assert isinstance(refused, Closed)
