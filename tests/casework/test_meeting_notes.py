"""After a meeting: a note to the child, who says if it is right; a mended one is a new one."""

from datetime import timedelta

import pytest

from participation.casework import cases, meeting_notes, meeting_wishes, meetings
from participation.casework.meeting_notes import Noted, Verdict
from participation.casework.meeting_wishes import Wishes
from participation.casework.meetings import Details, Meeting
from participation.errors import Closed, Incomplete, NotFound
from tests.conftest import TODAY

NOTED = Noted("Vi snakket om skolen.", "Du får begynne senere.", "Kari ringer skolen innen fredag.")
LATER = TODAY + timedelta(days=1)


@pytest.fixture
def meeting_id(database, kari, case_id) -> int:
    with database.writing() as db:
        details = Details("Møte", "Rådhuset", "kl. 13", ())
        return meetings.plan(db, kari, case_id, on_day=TODAY, details=details, topics=["Skolen"]).id


def writes(database, kari, meeting_id, noted=NOTED, day=TODAY) -> int:
    with database.writing() as db:
        return meeting_notes.write(db, kari, meeting_id, noted, day).number


def says(database, meeting_id, number, verdict, comment="") -> None:
    with database.writing() as db:
        meeting = db.get(Meeting, meeting_id)
        given = {"verdict": verdict, "comment": comment, "today": LATER}
        meeting_notes.say_if_right(db, meeting, number, **given)


def test_the_note_is_sealed_and_says_who_wrote_it(database, kari, meeting_id):
    writes(database, kari, meeting_id)
    with database.reading() as db:
        [note] = meeting_notes.notes_of(db, db.get(Meeting, meeting_id))
        assert "skolen" not in str(vars(note))
        assert meeting_notes.words_of(db, note) == NOTED
        assert note.written_by == "Kari"


def test_no_note_is_written_before_the_meeting(database, kari, meeting_id):
    with pytest.raises(Closed):
        writes(database, kari, meeting_id, day=TODAY - timedelta(days=1))


def test_no_note_is_written_while_the_child_waits_to_hear_why(database, kari, meeting_id):
    with database.writing() as db:
        meeting = db.get(Meeting, meeting_id)
        [topic] = meeting.topics
        meeting_wishes.keep(db, meeting, "browser", Wishes((topic.id,)), TODAY)
        meeting_wishes.send(db, meeting, "browser", language="nb", today=TODAY)
    with pytest.raises(Incomplete):
        writes(database, kari, meeting_id)
    with database.writing() as db:
        meetings.decide(db, kari, topic.id, is_taken_up=False, why="")
    assert writes(database, kari, meeting_id) == 1


def test_where_the_child_says_it_is_wrong_a_mended_note_is_a_new_one(database, kari, meeting_id):
    writes(database, kari, meeting_id)
    says(database, meeting_id, 1, Verdict.WRONG, "Det var ikke skolen")
    assert writes(database, kari, meeting_id) == 2
    with database.reading() as db:
        first, second = meeting_notes.notes_of(db, db.get(Meeting, meeting_id))
        assert first.must_be_mended
        assert meeting_notes.comment_of(db, first) == "Det var ikke skolen"
        assert second.verdict is None


def test_the_child_says_it_of_the_newest_note_and_its_last_word_counts(database, kari, meeting_id):
    writes(database, kari, meeting_id)
    says(database, meeting_id, 1, Verdict.NOT_UNDERSTOOD)
    says(database, meeting_id, 1, Verdict.RIGHT)
    writes(database, kari, meeting_id)
    with pytest.raises(Closed):
        says(database, meeting_id, 1, Verdict.WRONG)
    with pytest.raises(NotFound):
        says(database, meeting_id, 3, Verdict.WRONG)
    with database.reading() as db:
        first, _ = meeting_notes.notes_of(db, db.get(Meeting, meeting_id))
        assert (first.verdict, first.must_be_mended) == ("RIGHT", False)


def test_in_a_closed_case_nothing_more_is_said_of_a_note(database, kari, case_id, meeting_id):
    writes(database, kari, meeting_id)
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
    with pytest.raises(Closed):
        says(database, meeting_id, 1, Verdict.RIGHT)


def test_another_coordinator_writes_no_note_here(database, knut, meeting_id):
    with pytest.raises(NotFound):
        writes(database, knut, meeting_id)
