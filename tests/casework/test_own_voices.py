"""A child starts by itself: nobody knows before it is sent, and nothing is begun without end."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.casework import own_codes, own_voices, voices
from participation.casework.own_voices import MOST_BEGUN, MOST_IN_A_WEEK, TooManyBegun, TooManyThisWeek
from participation.casework.sharing import Chosen, Sharing
from participation.casework.voices import Voice
from participation.errors import Closed, Incomplete, NotFound
from participation.rights.occasions import SITUATIONS, Occasion
from tests.conftest import TODAY

HARD = Occasion.SOMETHING_HARD


@pytest.fixture
def code(database, kari, case_id) -> str:
    with database.writing() as db:
        return own_codes.hand_over(db, kari, case_id, TODAY)[1]


@pytest.fixture
def begin(database, code, surveys):
    def begun(situation=HARD, day=TODAY) -> tuple[int, str]:
        with database.writing() as db:
            survey = surveys[situation.surveys[0]]
            voice, theirs = own_voices.begin(db, code, situation, survey=survey, today=day)
            return voice.id, theirs

    return begun


def sends(database, theirs: str, day=TODAY) -> None:
    with database.writing() as db:
        voice = voices.voice_behind(db, theirs, day)
        voices.choose(db, voice, "browser", [Chosen("what", "Hva?", "Noe", Sharing.COORDINATOR)], day)
        voices.approve(db, voice, "browser", language="nb", today=day)


def heard(database, kari, case_id) -> list[int]:
    with database.reading() as db:
        return [voice.id for voice in voices.voices_in(db, kari, case_id)]


def test_the_coordinator_sees_what_a_child_began_only_when_it_is_sent(database, kari, case_id, begin):
    voice_id, theirs = begin()
    assert heard(database, kari, case_id) == []
    sends(database, theirs)
    assert heard(database, kari, case_id) == [voice_id]


def test_beginning_again_leads_to_what_is_begun_until_it_is_sent(database, begin):
    first = begin()
    assert begin() == first
    sends(database, first[1])
    assert begin() != first


def test_a_child_has_at_most_three_begun_at_a_time(begin):
    for situation in SITUATIONS[:MOST_BEGUN]:
        begin(situation)
    with pytest.raises(TooManyBegun):
        begin(SITUATIONS[MOST_BEGUN])


def test_what_is_thrown_away_makes_room(database, code, begin):
    begun = [begin(situation) for situation in SITUATIONS[:MOST_BEGUN]]
    with database.writing() as db:
        own_voices.throw_away(db, code, begun[0][0], "browser", TODAY)
    begin(SITUATIONS[MOST_BEGUN])
    with pytest.raises(Closed), database.reading() as db:
        voices.voice_behind(db, begun[0][1], TODAY)


def test_a_child_starts_at_most_ten_times_in_seven_days(database, begin):
    for _ in range(MOST_IN_A_WEEK):
        sends(database, begin()[1])
    with pytest.raises(TooManyThisWeek):
        begin()
    begin(day=TODAY + timedelta(days=7))


def test_what_is_begun_stands_open_for_a_week(database, begin):
    _, theirs = begin()
    with database.reading() as db:
        voices.voice_behind(db, theirs, TODAY + timedelta(days=own_voices.DAYS_OPEN))
    with pytest.raises(Closed), database.reading() as db:
        voices.voice_behind(db, theirs, TODAY + timedelta(days=own_voices.DAYS_OPEN + 1))


def test_a_child_starts_only_in_a_situation_and_with_its_questions(database, code, surveys):
    wrong = [(Occasion.INDIVIDUAL_PLAN, "my-plan"), (HARD, "something-good")]
    for situation, survey in wrong:
        with pytest.raises(NotFound), database.writing() as db:
            own_voices.begin(db, code, situation, survey=surveys[survey], today=TODAY)


def test_nobody_invites_in_the_childs_name(database, kari, case_id, surveys):
    with pytest.raises(Incomplete), database.writing() as db:
        voices.invite(db, kari, case_id, occasion=HARD, survey=surveys["something-hard"], today=TODAY)


def test_a_child_throws_away_nothing_but_its_own(database, kari, case_id, code, invite):
    voice_id, _ = invite()
    with pytest.raises(NotFound), database.writing() as db:
        own_voices.throw_away(db, code, voice_id, "browser", TODAY)


def test_what_was_never_sent_is_forgotten_after_thirty_days_and_what_was_sent_stays(database, begin, invite):
    sent, asked, _ = begin(), invite(), begin(Occasion.SOMETHING_GOOD)
    sends(database, sent[1])
    with database.writing() as db:
        assert own_voices.forget(db, TODAY + timedelta(days=own_voices.DAYS_KEPT_UNSENT)) == 0
        assert own_voices.forget(db, TODAY + timedelta(days=own_voices.DAYS_KEPT_UNSENT + 1)) == 1
        assert set(db.scalars(select(Voice.id))) == {sent[0], asked[0]}
