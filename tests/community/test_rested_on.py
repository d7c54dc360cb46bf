"""Before step 0003 a finished assessment kept no evidence: the step gives it what was there by then."""

from datetime import timedelta

import pytest
from alembic import command

from participation.community import assessments, consultations, councils, matters
from participation.community.assessments import Assessment
from participation.community.summaries import Summary
from participation.rights.ladder import Rung
from participation.storage.opening import migrate, settings_for
from tests.conftest import TODAY
from tests.municipality import summed_up

pytestmark = pytest.mark.on_both
TOMORROW, LATER = (TODAY + timedelta(days=n) for n in (1, 2))


@pytest.fixture
def matter_id(database, planner) -> int:
    said = dict.fromkeys(("title", "about", "decided_by", "can_change", "fixed"), "Park")
    with database.writing() as db:
        return matters.make(db, planner, **said, decision_on=LATER, today=TODAY).id


@pytest.fixture
def published(database, planner, survey, matter_id) -> int:
    """A summary, published today."""
    declared = {"rung": Rung.CONSULTED, "breakdowns": [], "read_by": "Per", "closes_on": TODAY}
    with database.writing() as db:
        asked = consultations.open_consultation(
            db, planner, matter_id, survey, **declared, answer_on=TOMORROW, today=TODAY
        )
        summary_id = summed_up(db, planner, asked.id, TOMORROW).id
        db.get(Summary, summary_id).published_on = TODAY
        return summary_id


@pytest.fixture
def sent(database, secretary, matter_id) -> int:
    """A statement, sent tomorrow."""
    with database.writing() as db:
        council = councils.make_council(db, secretary, "Ungdomsrådet")
        put = councils.put_before(db, secretary, council.id, matter_id, plain_summary="x", today=TODAY)
        put.sent_on = TOMORROW
        return put.id


@pytest.fixture
def evidence(database, planner, matter_id, published, sent):
    """What an assessment has kept that was finished on this day, before the step was there."""

    def kept(finished_on):
        with database.writing() as db:
            begun = assessments.begin(db, planner, matter_id, TODAY)
            begun.finished_on = finished_on
        with database.engine.connect() as connection:
            command.downgrade(settings_for(connection), "0002")
        migrate(database, TODAY)
        with database.reading() as db:
            return db.get(Assessment, begun.id).evidence

    return kept


def test_what_was_there_by_then_is_kept(evidence, published):
    assert evidence(TODAY) == {"summaries": [published], "statements": []}


def test_what_was_sent_before_it_was_finished_is_kept(evidence, published, sent):
    assert evidence(TOMORROW) == {"summaries": [published], "statements": [sent]}


def test_what_is_under_way_has_nothing_fixed(evidence):
    assert evidence(None) is None
