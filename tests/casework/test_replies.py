from datetime import timedelta

import pytest
from sqlalchemy import func, select

from participation.access import Role
from participation.casework import cases, individual_plans, replies, voices, weighings
from participation.casework.cases import Case
from participation.casework.individual_plans import Attached, IndividualPlan, PlanVersion
from participation.casework.replies import Reply, Understood
from participation.casework.sharing import Sharing
from participation.casework.voices import Passage, Voice
from participation.casework.weighings import Follows, Reading, Reasons, Weighing
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.rights.plan_contents import PlanPoint
from participation.rights.weight import Weight
from participation.storage import audit
from participation.storage.keys import DataKey
from tests.conftest import TODAY

pytestmark = pytest.mark.on_both
RECORDS = (Case, Voice, Passage, Reading, Weighing, IndividualPlan, PlanVersion, Attached, Reply)


@pytest.fixture
def answered(database, kari, wish) -> int:
    with database.writing() as db:
        return replies.reply(db, kari, wish[0], " Vi flytter møtene. ", TODAY).id


@pytest.fixture
def in_plan(database, kari, case_id, wish) -> None:
    """The wish is weighed and stands in the plan, which is not completed."""
    given = {"weight": Weight.GREAT, "follows": Follows.YES, "reasons": Reasons("Alt", "Ja"), "today": TODAY}
    with database.writing() as db:
        weighings.weigh(db, kari, wish[2], **given)
        weighings.note_reading(db, kari, wish[0], "Fotballen er viktig", TODAY)
        individual_plans.edit(db, kari, case_id, {point.value: "Noe" for point in PlanPoint}, TODAY)
        individual_plans.attach(db, kari, wish[2], "goals", TODAY)


def says(database, card, reply_id, understood=Understood.YES, comment=""):
    with database.writing() as db:
        replies.say_if_understood(db, card, reply_id, understood=understood, comment=comment, today=TODAY)


def test_the_child_is_answered(database, wish, answered):
    with database.reading() as db:
        [answer] = replies.replies_to(db, db.get(Voice, wish[0]))
        assert (replies.words_of(db, answer), answer.written_by) == ("Vi flytter møtene.", "Kari")
        assert "møtene".encode() not in answer.sealed


def test_an_empty_answer_is_no_answer(database, kari, wish):
    with database.writing() as db, pytest.raises(Incomplete, match="words"):
        replies.reply(db, kari, wish[0], "  ", TODAY)


def test_there_is_no_answer_to_what_is_not_said(database, kari, invite):
    voice_id, _ = invite()
    with database.writing() as db, pytest.raises(NotFound):
        replies.reply(db, kari, voice_id, "Hei", TODAY)


def test_only_its_coordinator_answers_a_child(database, knut, person, wish):
    leader = person(Role.LEADER)
    with database.writing() as db:
        with pytest.raises(NotFound):
            replies.reply(db, knut, wish[0], "Hei", TODAY)
        with pytest.raises(NotAllowed):
            replies.reply(db, leader, wish[0], "Hei", TODAY)


def test_nobody_is_answered_in_a_closed_case(database, kari, case_id, wish):
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
        with pytest.raises(Closed):
            replies.reply(db, kari, wish[0], "For sent", TODAY)


def test_what_is_told_stays_told(database, kari, wish, answered):
    with database.writing() as db:
        replies.reply(db, kari, wish[0], "Nå er det bestemt.", TODAY)
        told = replies.replies_to(db, db.get(Voice, wish[0]))
        assert [replies.words_of(db, answer)[:8] for answer in told] == ["Vi flytt", "Nå er de"]


def test_the_last_word_is_the_childs(database, wish, answered):
    says(database, wish[1], answered, Understood.NO, "Dere misforsto")
    says(database, wish[1], answered, Understood.PARTLY, " Nesten ")
    with database.reading() as db:
        answer = db.get(Reply, answered)
        assert (answer.understood, replies.comment_of(db, answer)) == ("PARTLY", "Nesten")
        assert b"Nesten" not in answer.comment


def test_a_child_may_answer_without_words(database, wish, answered):
    says(database, wish[1], answered)
    with database.reading() as db:
        assert replies.comment_of(db, db.get(Reply, answered)) == ""


def test_a_card_speaks_for_its_own_child_only(database, speak, wish, answered):
    _, other_card, _ = speak(("Hei", Sharing.PLAN))
    with pytest.raises(NotFound):
        says(database, other_card, answered)
    with pytest.raises(NotFound):
        says(database, "feil ord på kortet mitt her", answered)
    with database.writing() as db, pytest.raises(NotFound):
        replies.take_back(db, other_card, wish[2])


def test_in_a_closed_case_the_child_has_had_its_word(database, kari, case_id, wish, answered):
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
    with pytest.raises(Closed):
        says(database, wish[1], answered)


def test_what_is_taken_back_is_gone_with_all_that_was_made_of_it(database, wish, in_plan):
    with database.writing() as db:
        replies.take_back(db, wish[1], wish[2])
    with database.reading() as db:
        for record in (Passage, Weighing, Attached):
            assert db.scalar(select(func.count()).select_from(record)) == 0
        assert audit.entries(db, at_most=1)[0].act == "TAKE_BACK_PASSAGE"


def test_what_stands_in_a_completed_plan_stays(database, kari, case_id, wish, in_plan):
    with database.writing() as db:
        individual_plans.complete(db, kari, case_id, TODAY)
        with pytest.raises(Closed):
            replies.take_back(db, wish[1], wish[2])
        assert db.get(Passage, wish[2])


def test_a_leader_learns_how_many_wait_too_long_and_for_whom(database, kari, knut, speak, case_id):
    long_ago, recently = (TODAY - timedelta(days=n) for n in (15, 14))
    speak(("Ett", Sharing.PLAN), day=long_ago)
    speak(("To", Sharing.PLAN), day=recently)
    answered_one, _, _ = speak(("Tre", Sharing.PLAN), day=long_ago)
    with database.writing() as db:
        replies.reply(db, kari, answered_one, "Svar", TODAY)
        assert replies.owed(db, TODAY) == {kari.account_id: 1}
        cases.close(db, kari, case_id, TODAY)
        assert replies.owed(db, TODAY) == {}


def test_a_case_is_kept_for_a_year_after_it_is_closed(database, kari, case_id, in_plan):
    with database.writing() as db:
        assert replies.forget(db, TODAY + timedelta(days=3650)) == 0, "an open case is never forgotten"
        cases.close(db, kari, case_id, TODAY)
        assert replies.forget(db, TODAY + timedelta(days=365)) == 0
        assert db.get(Case, case_id)


def test_forgetting_destroys_the_key_and_the_rows(database, kari, case_id, in_plan, answered):
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
    with database.writing() as db:
        assert replies.forget(db, TODAY + timedelta(days=366)) == 1
    with database.reading() as db:
        left = {
            record.__tablename__: db.scalar(select(func.count()).select_from(record)) for record in RECORDS
        }
        assert left == dict.fromkeys(left, 0)
        assert db.scalar(select(func.count()).select_from(DataKey)) == 0


def test_what_is_forgotten_cannot_be_opened_from_an_old_copy(database, kari, case_id, wish):
    with database.writing() as db:
        passage = db.get(Passage, wish[2])
        copy = Passage(id=passage.id, sealed=passage.sealed, sharing=passage.sharing, question="q")
        copy.voice = Voice(case=Case(key_id=passage.voice.case.key_id))
        db.expunge_all()
        cases.close(db, kari, case_id, TODAY)
        replies.forget(db, TODAY + timedelta(days=366))
        db.flush()
        with pytest.raises(NotFound):
            voices.words_of(db, copy)


def test_forgetting_one_case_leaves_the_others(database, kari, case_id, speak, wish):
    with database.writing() as db:
        other = cases.open_case(db, kari, "2026/115", TODAY).id
    _, _, [kept] = speak(("Mitt", Sharing.PLAN), case=other)
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
        replies.forget(db, TODAY + timedelta(days=366))
    with database.reading() as db:
        assert voices.words_of(db, db.get(Passage, kept)).words == "Mitt"
