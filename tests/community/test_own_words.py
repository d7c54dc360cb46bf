"""Own words: two people read before anything is passed on, and the text itself never is."""

from datetime import timedelta

import pytest

from participation.access import Actor, Role
from participation.community import answers, local_names, own_words
from participation.community.own_words import Indirect, ReleasedText, State
from participation.disclosure.free_text import QUESTIONS, Decision, LocalLists, Question, Word
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.storage import keys
from participation.storage.audit import Entry
from participation.storage.keys import DataKey
from tests.community.conftest import LATER
from tests.conftest import TODAY

WORDS = {word: f"[{word}]" for word in Word}
SAID = "Kari slår meg"
NO = dict.fromkeys(QUESTIONS, Indirect.NO)
NAME = [Decision(0, 4, Word.SOMEBODY)]
CLOSED_ON = LATER + timedelta(days=1)


@pytest.fixture
def second():
    return Actor(Role.PLANNER, 9, "Anne")


@pytest.fixture
def asked(ask, answer, company, close):
    """A closed round in which one child wrote that Kari hits."""
    opened = ask()
    company(opened)
    answer(opened, safe="no", why=SAID)
    close(opened)
    return opened


@pytest.fixture
def text_id(db, planner, asked):
    return own_words.texts_of(db, planner, asked.id)[0].id


@pytest.fixture
def decide(db, planner, asked, text_id):
    def decided(removed=NAME, checklist=NO, actor=planner):
        given = {"removed": removed, "checklist": checklist, "words": WORDS, "today": TODAY}
        return own_words.decide(db, actor, asked.id, text_id, **given)

    return decided


@pytest.fixture
def release(db, second, decide):
    return lambda: own_words.second_reading(db, second, decide().id, approves=True, why="", today=TODAY)


def test_reading_a_text_is_noted(db, planner, asked, text_id):
    assert own_words.original(db, planner, asked.id, text_id)[1] == SAID
    assert db.query(Entry).order_by(Entry.id.desc()).first().act == "READ_FREE_TEXTS"


def test_what_was_decided_waits_for_a_second_reader(db, asked, decide):
    decided = decide()
    assert own_words.words_of(db, decided) == "[somebody] slår meg"
    assert decided.state == State.AWAITS_SECOND_READER.name
    assert own_words.released(db, asked.id) == []


def test_nobody_is_the_second_reader_of_what_they_decided(db, planner, decide):
    decided = decide()
    assert own_words.awaiting(db, planner, decided.consultation_id) == []
    with pytest.raises(NotAllowed):
        own_words.second_reading(db, planner, decided.id, approves=True, why="", today=TODAY)


def test_after_the_second_reader_the_words_may_be_used(db, asked, second, release):
    text = release()
    assert [one.id for one in own_words.released(db, asked.id)] == [text.id]
    assert own_words.words_of(db, text) == "[somebody] slår meg"
    assert own_words.removed_from(db, text) == []


def test_a_yes_that_is_not_resolved_keeps_the_text_inside(db, asked, second, decide):
    decided = decide(checklist=NO | {Question.THE_ONLY_ONE: Indirect.STILL_TELLS})
    assert decided.state == State.STAYS_INSIDE.name
    with pytest.raises(Closed):
        own_words.second_reading(db, second, decided.id, approves=True, why="", today=TODAY)


def test_a_yes_that_was_taken_out_does_not_stop_it(decide):
    decided = decide(checklist=NO | {Question.ORIGIN: Indirect.TAKEN_OUT})
    assert decided.state == State.AWAITS_SECOND_READER.name


def test_every_question_must_be_answered(decide):
    with pytest.raises(Incomplete):
        decide(checklist={Question.ORIGIN: Indirect.NO})


def test_words_are_sent_back_with_a_reason_and_decided_anew(db, second, decide):
    decided = decide()
    with pytest.raises(Incomplete):
        own_words.second_reading(db, second, decided.id, approves=False, why=" ", today=TODAY)
    own_words.second_reading(db, second, decided.id, approves=False, why="Slår", today=TODAY)
    assert own_words.why_sent_back(db, decided) == "Slår"
    assert own_words.removed_from(db, decided) == NAME
    assert decide(removed=[]).id == decided.id
    assert own_words.why_sent_back(db, decided) == ""


def test_what_is_released_is_not_decided_anew_before_it_is_taken_back(db, planner, asked, decide, release):
    text = release()
    with pytest.raises(Closed):
        decide()
    own_words.take_back(db, planner, text.id)
    assert own_words.released(db, asked.id) == []
    assert decide().state == State.AWAITS_SECOND_READER.name


def test_only_what_is_released_is_taken_back(db, planner, decide):
    with pytest.raises(Closed):
        own_words.take_back(db, planner, decide().id)


@pytest.mark.parametrize("actor", ["leader", "member", "coordinator"])
def test_only_a_planner_sees_the_text_itself(db, request, asked, text_id, actor):
    somebody = request.getfixturevalue(actor)
    with pytest.raises(NotAllowed):
        own_words.original(db, somebody, asked.id, text_id)
    with pytest.raises(NotAllowed):
        own_words.texts_of(db, somebody, asked.id)


def test_a_text_is_found_only_in_its_own_consultation(db, planner, ask, text_id):
    with pytest.raises(NotFound):
        own_words.original(db, planner, ask().id, text_id)


def test_with_the_original_goes_every_trace_of_it(db, asked, release):
    text, day = release(), CLOSED_ON + timedelta(days=181)
    answers.forget(db, day)
    assert own_words.forget(db, day) == 0
    assert text.source is None
    assert own_words.words_of(db, text) == "[somebody] slår meg"


def test_what_nobody_released_goes_with_the_original(db, decide):
    key = decide().key_id
    assert own_words.forget(db, CLOSED_ON + timedelta(days=180)) == 0
    assert own_words.forget(db, CLOSED_ON + timedelta(days=181)) == 1
    assert db.get(DataKey, key) is None


def test_after_a_year_released_words_go_too(db, release):
    release()
    assert own_words.forget(db, CLOSED_ON + timedelta(days=366)) == 1
    assert db.query(ReleasedText).count() == 0


def test_released_words_are_sealed_under_a_key_of_their_own(db, asked, release):
    text = release()
    assert b"meg" not in text.sealed
    keys.destroy(db, asked.words_key_id)
    assert own_words.words_of(db, text) == "[somebody] slår meg"


def test_the_lists_are_what_the_planner_wrote_last(db, planner):
    local_names.edit(db, planner, {"schools": ["Lia  skole", "", " "], "staff": ["Kari Lie"]})
    assert local_names.lists(db) == LocalLists(schools=("Lia skole",), staff=("Kari Lie",))
    local_names.edit(db, planner, {"clubs": ["Lyn"]})
    assert local_names.lists(db) == LocalLists(clubs=("Lyn",))


def test_only_a_planner_writes_the_lists(db, leader):
    with pytest.raises(NotAllowed):
        local_names.edit(db, leader, {})
    with pytest.raises(NotAllowed):
        local_names.lists_to_edit(db, leader)
