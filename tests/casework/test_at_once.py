"""Two at the same moment: whoever comes second waits, and is judged by what the first one changed."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from threading import Barrier

import pytest
from sqlalchemy import func, select

from participation.casework import (
    cases,
    individual_plans,
    meeting_wishes,
    meetings,
    replies,
    voices,
    weighings,
)
from participation.casework.cases import ReferenceTaken
from participation.casework.individual_plans import IndividualPlan, PlanVersion
from participation.casework.meeting_wishes import Wishes
from participation.casework.meetings import Details, Meeting
from participation.casework.replies import Understood
from participation.casework.sharing import Chosen, Sharing
from participation.casework.voices import Passage
from participation.casework.weighings import Follows, Reading, Reasons, Weighing
from participation.errors import Closed, NotFound
from participation.rights.occasions import Occasion
from participation.rights.plan_contents import PlanPoint
from participation.rights.weight import Weight
from tests.at_once import two_at_once
from tests.conftest import TODAY

pytestmark = pytest.mark.on_both
WHOLE = {point.value: "Noe" for point in PlanPoint}
GIVEN = {"weight": Weight.GREAT, "follows": Follows.YES, "reasons": Reasons("Alt", "Ja"), "today": TODAY}


@pytest.fixture
def meanwhile(database):
    return two_at_once(database)


@pytest.fixture
def told(database, invite):
    """A child is one press away from the yes: the voice, and the press."""
    voice_id, code = invite()
    with database.writing() as db:
        voice = voices.voice_behind(db, code, TODAY)
        said = [Chosen(f"question_{n}", "Hva?", "Bade", Sharing.PLAN) for n in range(3)]
        voices.choose(db, voice, "mine", said, TODAY)

    def yes(db):
        voice = voices.voice_behind(db, code, TODAY, approved_too=True)
        return voices.approve(db, voice, "mine", language="nb", today=TODAY)

    return voice_id, yes


@pytest.fixture
def in_plan(database, kari, case_id, wish) -> str:
    """A wish that is weighed and stands in the version under way."""
    with database.writing() as db:
        individual_plans.edit(db, kari, case_id, WHOLE, TODAY)
        individual_plans.attach(db, kari, wish[2], "goals", TODAY)
        weighings.weigh(db, kari, wish[2], **GIVEN)
    return wish[2]


def count(database, record) -> int:
    with database.reading() as db:
        return db.scalar(select(func.count()).select_from(record))


def test_eight_yeses_at_once_are_one_yes(database, told):
    barrier = Barrier(8)

    def press(_: int) -> str:
        barrier.wait()
        with database.writing() as db:
            return told[1](db)

    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(press, range(8)))) == 1
    assert count(database, Passage) == 3


def test_a_yes_comes_too_late_for_a_case_that_is_just_closed(database, kari, case_id, told, meanwhile):
    refusal = meanwhile(lambda db: cases.close(db, kari, case_id, TODAY), told[1])
    assert isinstance(refusal, Closed)
    assert count(database, Passage) == 0


def test_a_yes_comes_too_late_for_an_invitation_that_is_just_taken_back(database, kari, told, meanwhile):
    refusal = meanwhile(lambda db: voices.take_back(db, kari, told[0], TODAY), told[1])
    assert isinstance(refusal, Closed)
    assert count(database, Passage) == 0


def test_an_invitation_that_is_just_taken_up_is_not_taken_back(database, kari, told, meanwhile):
    refusal = meanwhile(told[1], lambda db: voices.take_back(db, kari, told[0], TODAY))
    assert isinstance(refusal, Closed)
    assert count(database, Passage) == 3


def test_words_weighed_twice_have_one_weighing(database, kari, wish, meanwhile):
    def weigh(db):
        weighings.weigh(db, kari, wish[2], **GIVEN)

    assert meanwhile(weigh, weigh) is None
    assert count(database, Weighing) == 1


def test_a_voice_read_twice_has_one_reading(database, kari, wish, meanwhile):
    def note(db):
        weighings.note_reading(db, kari, wish[0], "Vann", TODAY)

    assert meanwhile(note, note) is None
    assert count(database, Reading) == 1


def test_words_that_are_just_taken_back_are_not_weighed(kari, wish, meanwhile):
    refusal = meanwhile(
        lambda db: replies.take_back(db, wish[1], wish[2]),
        lambda db: weighings.weigh(db, kari, wish[2], **GIVEN),
    )
    assert isinstance(refusal, NotFound)


def test_words_that_are_just_taken_back_do_not_stand_in_what_is_completed(
    database, kari, case_id, wish, in_plan, meanwhile
):
    def complete(db):
        individual_plans.complete(db, kari, case_id, TODAY)

    assert meanwhile(lambda db: replies.take_back(db, wish[1], in_plan), complete) is None
    with database.reading() as db:
        version = individual_plans.version_of(db, kari, case_id, 1)
        assert individual_plans.standing_in(db, version).passages == ()


def test_words_in_a_version_that_is_just_completed_stay(kari, case_id, wish, in_plan, meanwhile):
    refusal = meanwhile(
        lambda db: individual_plans.complete(db, kari, case_id, TODAY),
        lambda db: replies.take_back(db, wish[1], in_plan),
    )
    assert isinstance(refusal, Closed)


def test_a_version_is_completed_once(kari, case_id, in_plan, meanwhile):
    def complete(db):
        individual_plans.complete(db, kari, case_id, TODAY)

    assert isinstance(meanwhile(complete, complete), Closed)


def test_what_is_written_while_a_version_is_completed_begins_the_next(
    database, kari, case_id, in_plan, meanwhile
):
    def write(db):
        individual_plans.edit(db, kari, case_id, WHOLE | {"goals": "Nytt"}, TODAY)

    assert meanwhile(lambda db: individual_plans.complete(db, kari, case_id, TODAY), write) is None
    with database.reading() as db:
        first, second = individual_plans.plan_of(db, kari, case_id).versions
        said = [individual_plans.contents_of(db, one)["goals"] for one in (first, second)]
        assert said == ["Noe", "Nytt"]


def test_a_plan_begun_twice_is_one_plan(database, kari, case_id, meanwhile):
    def begin(db):
        individual_plans.edit(db, kari, case_id, WHOLE, TODAY)

    assert meanwhile(begin, begin) is None
    assert count(database, IndividualPlan) == count(database, PlanVersion) == 1


@pytest.mark.parametrize("door", ["reply", "understood", "reading", "invite"])
def test_nothing_is_written_in_a_case_that_is_just_closed(
    database, kari, case_id, wish, meanwhile, surveys, door
):
    with database.writing() as db:
        reply_id = replies.reply(db, kari, wish[0], "Ja", TODAY).id
    said = {"understood": Understood.YES, "comment": "", "today": TODAY}
    asked = {"occasion": Occasion.INDIVIDUAL_PLAN, "survey": surveys["my-plan"], "today": TODAY}
    acts = {
        "reply": lambda db: replies.reply(db, kari, wish[0], "Nei", TODAY),
        "understood": lambda db: replies.say_if_understood(db, wish[1], reply_id, **said),
        "reading": lambda db: weighings.note_reading(db, kari, wish[0], "Vann", TODAY),
        "invite": lambda db: voices.invite(db, kari, case_id, **asked),
    }
    assert isinstance(meanwhile(lambda db: cases.close(db, kari, case_id, TODAY), acts[door]), Closed)


def test_a_reference_taken_at_the_same_moment_is_taken(kari, knut, meanwhile):
    refusal = meanwhile(
        lambda db: cases.open_case(db, kari, "2026/200", TODAY),
        lambda db: cases.open_case(db, knut, "2026/200", TODAY),
    )
    assert isinstance(refusal, ReferenceTaken)


@pytest.fixture
def wants(database, kari, case_id):
    """Before a meeting a child wants something: what keeps it, and all that it wants by now."""
    about = {"on_day": TODAY, "details": Details("Møte", "", "", ()), "topics": ()}
    with database.writing() as db:
        meeting_id = meetings.plan(db, kari, case_id, **about).id

    def keep(db, **said) -> Wishes:
        meeting = db.get(Meeting, meeting_id)
        wishes = replace(meeting_wishes.held(db, meeting, "mine", TODAY), **said)
        meeting_wishes.keep(db, meeting, "mine", wishes, TODAY)
        return wishes

    return keep


def test_two_pages_before_a_meeting_sent_at_once_are_both_kept(database, wants, meanwhile):
    assert meanwhile(partial(wants, own=("Hunden",)), partial(wants, come="Mormor")) is None
    with database.writing() as db:
        assert wants(db) == Wishes(own=("Hunden",), come="Mormor")
