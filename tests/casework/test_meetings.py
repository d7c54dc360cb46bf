"""Before a meeting: the list is the grown-ups' and the child's, and the child crosses out and adds."""

from dataclasses import replace
from datetime import timedelta

import pytest

from participation.casework import cases, meeting_wishes, meetings, own_codes, replies
from participation.casework.cases import DAYS_KEPT_AFTER_CLOSING
from participation.casework.meeting_wishes import Wishes
from participation.casework.meetings import DAYS_OPEN_AFTER, Details, Meeting
from participation.errors import Closed, Incomplete, NotFound
from tests.conftest import TODAY

DAY = TODAY + timedelta(days=5)
DETAILS = Details("Møte om skolen", "Rådhuset", "kl. 13", ("Kari", "Læreren din"))
TOPICS = ("Skolen", "Avlastning")
OWN = "Jeg vil snakke om hunden"


@pytest.fixture
def meeting_id(database, kari, case_id) -> int:
    with database.writing() as db:
        return meetings.plan(db, kari, case_id, on_day=DAY, details=DETAILS, topics=TOPICS).id


def topics(database, meeting_id) -> dict[str, meetings.Listed]:
    with database.reading() as db:
        return {one.words: one for one in meetings.listed(db, db.get(Meeting, meeting_id))}


def sends(database, meeting_id, *, own=(OWN,), crossed=("Skolen",), day=TODAY) -> None:
    crossed_out = tuple(topics(database, meeting_id)[words].topic.id for words in crossed)
    with database.writing() as db:
        meeting = db.get(Meeting, meeting_id)
        wishes = Wishes(crossed_out, own, "Mormor", "Han fra kontoret")
        meeting_wishes.keep(db, meeting, "browser", wishes, day)
        meeting_wishes.send(db, meeting, "browser", language="nb", today=day)


def change(database, kari, meeting_id, *words) -> None:
    with database.writing() as db:
        meetings.change(db, kari, meeting_id, on_day=DAY, details=DETAILS, topics=words)


def test_nothing_of_a_meeting_is_kept_in_clear(database, meeting_id, kari):
    with database.reading() as db:
        meeting = db.get(Meeting, meeting_id)
        kept = str(vars(meeting)) + "".join(str(vars(topic)) for topic in meeting.topics)
        assert not [words for words in (*TOPICS, "Rådhuset", "Læreren") if words in kept]
        assert meetings.details_of(db, meeting) == DETAILS


def test_what_a_child_says_before_a_meeting_is_its_own_until_it_is_sent(database, meeting_id):
    with database.writing() as db:
        meeting = db.get(Meeting, meeting_id)
        meeting_wishes.keep(db, meeting, "browser", Wishes(own=(OWN,)), TODAY)
        assert meeting_wishes.said(db, meeting, "browser").own == (OWN,)
        assert meeting_wishes.said(db, meeting, "another browser") == Wishes()
    assert OWN not in topics(database, meeting_id)


def test_a_child_adds_topics_crosses_out_and_says_who_should_come(database, meeting_id):
    sends(database, meeting_id)
    found = topics(database, meeting_id)
    assert found[OWN].topic.is_childs
    assert [words for words, one in found.items() if one.topic.waits] == ["Skolen"]
    with database.reading() as db:
        sent = meeting_wishes.sent(db, db.get(Meeting, meeting_id))
        assert (sent.come, sent.stay_away) == ("Mormor", "Han fra kontoret")


def test_sent_twice_it_is_sent_once_and_the_last_word_counts(database, meeting_id):
    sends(database, meeting_id)
    with database.writing() as db:
        meeting_wishes.send(db, db.get(Meeting, meeting_id), "browser", language="nb", today=TODAY)
    sends(database, meeting_id, own=("Katten",), crossed=("Avlastning",))
    found = topics(database, meeting_id)
    assert set(found) == {*TOPICS, "Katten"}
    assert [words for words, one in found.items() if one.topic.waits] == ["Avlastning"]


def test_a_coordinator_cannot_take_the_childs_topics_or_what_it_crossed_out_off_the_list(
    database, kari, meeting_id
):
    sends(database, meeting_id)
    change(database, kari, meeting_id, "Noe nytt")
    found = topics(database, meeting_id)
    assert set(found) == {"Noe nytt", "Skolen", OWN}
    assert found["Skolen"].topic.waits


def test_a_topic_the_child_crossed_out_is_taken_up_only_with_a_reason(database, kari, meeting_id):
    sends(database, meeting_id)
    topic_id = topics(database, meeting_id)["Skolen"].topic.id
    with pytest.raises(Incomplete), database.writing() as db:
        meetings.decide(db, kari, topic_id, is_taken_up=True, why=" ")
    with database.writing() as db:
        meetings.decide(db, kari, topic_id, is_taken_up=True, why="Skolen må få vite det.")
    told = topics(database, meeting_id)["Skolen"]
    assert (told.topic.is_taken_up, told.why, told.topic.waits) == (True, "Skolen må få vite det.", False)


def test_what_the_child_did_not_cross_out_needs_no_decision(database, kari, meeting_id):
    topic_id = topics(database, meeting_id)["Skolen"].topic.id
    with pytest.raises(Closed), database.writing() as db:
        meetings.decide(db, kari, topic_id, is_taken_up=False, why="")


def test_new_wishes_are_unread_until_the_coordinator_says_so(database, kari, meeting_id):
    with pytest.raises(Closed), database.writing() as db:
        meetings.mark_seen(db, kari, meeting_id, TODAY)
    sends(database, meeting_id)
    with database.writing() as db:
        assert meetings.mark_seen(db, kari, meeting_id, TODAY).seen_on == TODAY
    sends(database, meeting_id)
    with database.reading() as db:
        assert db.get(Meeting, meeting_id).seen_on is None


def test_after_the_day_of_the_meeting_the_list_is_as_it_was(database, meeting_id):
    sends(database, meeting_id, day=DAY)
    with pytest.raises(Closed):
        sends(database, meeting_id, day=DAY + timedelta(days=1))


def test_a_meeting_is_opened_by_its_own_code_and_by_the_childs_own(database, kari, case_id, meeting_id):
    with database.writing() as db:
        lost, new = (meetings.make_code(db, kari, meeting_id) for _ in range(2))
        _, own = own_codes.hand_over(db, kari, case_id, TODAY)
        for code in (new, own):
            assert meetings.meeting_for(db, code, meeting_id, TODAY).id == meeting_id
        for code, number in ((lost, meeting_id), (new, meeting_id + 1), (own, meeting_id + 1)):
            with pytest.raises(NotFound):
                meetings.meeting_for(db, code, number, TODAY)


def test_a_childs_own_code_opens_no_other_childs_meeting(database, kari, meeting_id):
    with database.writing() as db:
        other = cases.open_case(db, kari, "2026/9", TODAY)
        _, code = own_codes.hand_over(db, kari, other.id, TODAY)
        with pytest.raises(NotFound):
            meetings.meeting_for(db, code, meeting_id, TODAY)


def test_the_code_of_a_meeting_works_for_a_while_after_it(database, kari, meeting_id):
    with database.writing() as db:
        code = meetings.make_code(db, kari, meeting_id)
        last = DAY + timedelta(days=DAYS_OPEN_AFTER)
        meetings.meeting_for(db, code, meeting_id, last)
        with pytest.raises(Closed):
            meetings.meeting_for(db, code, meeting_id, last + timedelta(days=1))


def test_another_coordinator_finds_no_meeting_here(database, knut, case_id, meeting_id):
    given = {"on_day": DAY, "details": replace(DETAILS, title="Et annet"), "topics": TOPICS}
    for act in (
        lambda db: meetings.read(db, knut, meeting_id),
        lambda db: meetings.plan(db, knut, case_id, **given),
        lambda db: meetings.change(db, knut, meeting_id, **given),
        lambda db: meetings.make_code(db, knut, meeting_id),
        lambda db: meetings.mark_seen(db, knut, meeting_id, TODAY),
    ):
        with pytest.raises(NotFound), database.writing() as db:
            act(db)


def test_a_meeting_is_forgotten_with_its_case(database, kari, case_id, meeting_id):
    sends(database, meeting_id)
    with database.writing() as db:
        own_codes.hand_over(db, kari, case_id, TODAY)
        cases.close(db, kari, case_id, TODAY)
    with database.writing() as db:
        assert replies.forget(db, TODAY + timedelta(days=DAYS_KEPT_AFTER_CLOSING + 1)) == 1
        assert db.get(Meeting, meeting_id) is None
