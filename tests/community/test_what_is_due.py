"""What is due: what nobody released in time is released, and no sheet is left lying."""

from datetime import timedelta

import pytest

from participation.community import consultations, matters, releases, summaries
from participation.community.answers import Sheet
from participation.community.releases import ReleasePart
from participation.rights.ladder import Rung
from tests.community.conftest import LATER
from tests.community.test_releases import left
from tests.conftest import TODAY
from tests.municipality import worked_out

AFTER = LATER + timedelta(days=1)


@pytest.fixture
def declared(planner, survey):
    """Open a round in a session of one's own, with nobody's answers: declared(db)."""

    def opened(db):
        said = dict.fromkeys(("title", "about", "decided_by", "can_change", "fixed"), "Park")
        matter = matters.make(db, planner, **said, decision_on=AFTER, today=TODAY)
        promised = {"rung": Rung.CONSULTED, "breakdowns": [], "read_by": "Per", "closes_on": LATER}
        return consultations.open_consultation(
            db, planner, matter.id, survey, **promised, answer_on=AFTER, today=TODAY
        )

    return opened


@pytest.mark.on_both
def test_what_nobody_released_is_released_by_the_clock(database, planner, survey, declared):
    with database.writing() as db:
        opened = declared(db)
        consultations.close(db, planner, opened.id, AFTER)
    last = AFTER + timedelta(days=releases.DAYS_UNTIL_RELEASED_ANYWAY)
    assert summaries.release_what_is_due(database, last) == 0
    assert summaries.release_what_is_due(database, last + timedelta(days=1)) == 1
    with database.reading() as db:
        assert left(db, Sheet) == 0
        assert summaries.summary_on(db, opened.id).answered is None
        assert [one.number for one in releases.releases_of(db, opened.id)] == [1]


def test_a_round_that_cannot_be_released_holds_up_no_other(database, planner, survey, declared):
    with database.writing() as db:
        broken, sound = declared(db), declared(db)
        for opened in (broken, sound):
            consultations.close(db, planner, opened.id, AFTER)
        releases.want(db, planner, broken.id, breakdowns=[], telling={}, today=AFTER)
        releases.find_draft(db, broken.id).is_worked_out = True
        db.add(ReleasePart(consultation_id=broken.id, place=0, sealed=b"not what was sealed"))
    late = AFTER + timedelta(days=releases.DAYS_UNTIL_RELEASED_ANYWAY + 1)
    assert summaries.release_what_is_due(database, late) == 1
    with database.reading() as db:
        assert summaries.summary_on(db, sound.id)
        assert summaries.summary_on(db, broken.id) is None


@pytest.mark.on_both
def test_sheets_wait_for_one_more_breakdown_for_thirty_days_at_most(database, planner, declared):
    with database.writing() as db:
        opened = declared(db)
        worked_out(db, planner, opened.id, AFTER)
        summaries.release(db, planner, opened.id, keeps_sheets=True, today=AFTER)
    last = AFTER + timedelta(days=releases.DAYS_SHEETS_KEPT)
    assert summaries.release_what_is_due(database, last) == 0
    assert summaries.release_what_is_due(database, last + timedelta(days=1)) == 1
    with database.reading() as db:
        assert (left(db, Sheet), len(releases.releases_of(db, opened.id))) == (0, 1)


def test_by_the_clock_it_is_as_declared_whatever_somebody_began(database, planner, declared):
    """A draft that was never worked out is nobody's wish, but for what it marks."""
    with database.writing() as db:
        opened = declared(db)
        consultations.close(db, planner, opened.id, AFTER)
        begun = {"breakdowns": [], "telling": {"safe": ["no"]}, "least": 100}
        releases.want(db, planner, opened.id, **begun, today=AFTER)
    late = AFTER + timedelta(days=releases.DAYS_UNTIL_RELEASED_ANYWAY + 1)
    assert summaries.release_what_is_due(database, late) == 1
    with database.reading() as db:
        (told,) = releases.releases_of(db, opened.id)
        assert (told.least, told.telling) == (releases.LEAST, {"safe": ["no"]})
