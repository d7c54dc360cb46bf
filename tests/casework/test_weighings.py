import pytest

from participation.access import Role
from participation.casework import cases, weighings
from participation.casework.sharing import Sharing
from participation.casework.voices import Passage, Voice
from participation.casework.weighings import Follows, Reasons
from participation.errors import Closed, Incomplete, NotAllowed, NotFound
from participation.rights.weight import Weight
from tests.conftest import TODAY

WHOLE = Reasons("Trening og møter", "Møtene flyttes", "Legen kan bare tirsdager")


@pytest.fixture
def weigh(database, kari):
    def weighed(passage_id, actor=kari, follows=Follows.PARTLY, reasons=WHOLE, weight=Weight.GREAT):
        given = {"weight": weight, "follows": follows, "reasons": reasons, "today": TODAY}
        with database.writing() as db:
            weighings.weigh(db, actor, passage_id, **given)

    return weighed


def test_a_weighing_says_what_was_considered_and_decided_and_why(database, weigh, wish):
    weigh(wish[2])
    with database.reading() as db:
        weighing, reasons = weighings.weighing_of(db, db.get(Passage, wish[2]))
        assert (weighing.weight, weighing.follows, reasons) == ("great", "PARTLY", WHOLE)
        assert (weighing.written_by, weighing.written_on) == ("Kari", TODAY)
        assert b"Legen" not in weighing.sealed


@pytest.mark.parametrize("follows", [Follows.PARTLY, Follows.NO])
def test_where_the_child_does_not_get_its_wish_the_reason_is_stated(weigh, wish, follows):
    with pytest.raises(Incomplete) as refusal:
        weigh(wish[2], follows=follows, reasons=Reasons("Alt", "Nei", " "))
    assert refusal.value.missing == ("reason",)


def test_a_wish_that_is_followed_needs_no_reason(database, weigh, wish):
    weigh(wish[2], follows=Follows.YES, reasons=Reasons("Alt", "Ja"))
    with database.reading() as db:
        assert weighings.unweighed(db, [wish[2]]) == []


def test_a_weighing_without_what_was_considered_and_decided_is_none(weigh, wish):
    with pytest.raises(Incomplete) as refusal:
        weigh(wish[2], reasons=Reasons(" ", "", "Fordi"))
    assert refusal.value.missing == ("considered", "decision")


def test_words_may_be_weighed_anew(database, weigh, wish):
    weigh(wish[2])
    weigh(wish[2], weight=Weight.DECISIVE, follows=Follows.YES)
    with database.reading() as db:
        assert weighings.weighing_of(db, db.get(Passage, wish[2]))[0].weight == "decisive"


def test_only_its_coordinator_weighs(weigh, knut, person, wish):
    with pytest.raises(NotFound):
        weigh(wish[2], actor=knut)
    with pytest.raises(NotAllowed):
        weigh(wish[2], actor=person(Role.PLANNER))


def test_nothing_is_weighed_in_a_closed_case(database, kari, case_id, weigh, wish):
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
    with pytest.raises(Closed):
        weigh(wish[2])


def test_what_is_not_weighed_is_told(database, weigh, speak):
    _, _, [first, second] = speak(("Ja", Sharing.PLAN), ("Nei", Sharing.PLAN))
    weigh(first)
    with database.reading() as db:
        assert weighings.unweighed(db, [first, second]) == [second]
        assert weighings.weighing_of(db, db.get(Passage, second)) is None


def test_the_grown_ups_reading_stands_apart_under_the_grown_ups_name(database, kari, wish):
    with database.writing() as db:
        weighings.note_reading(db, kari, wish[0], " Det handler om fotballen ", TODAY)
    with database.reading() as db:
        reading, words = weighings.reading_of(db, db.get(Voice, wish[0]))
        assert (reading.written_by, words) == ("Kari", "Det handler om fotballen")
        assert b"fotballen" not in reading.sealed


def test_a_voice_has_no_reading_until_somebody_writes_one(database, wish):
    with database.reading() as db:
        assert weighings.reading_of(db, db.get(Voice, wish[0])) is None


def test_only_its_coordinator_writes_a_reading(database, knut, person, wish):
    leader = person(Role.LEADER)
    with database.writing() as db:
        with pytest.raises(NotFound):
            weighings.note_reading(db, knut, wish[0], "Nei", TODAY)
        with pytest.raises(NotAllowed):
            weighings.note_reading(db, leader, wish[0], "Nei", TODAY)


def test_what_is_not_approved_has_no_reading(database, kari, invite):
    voice_id, _ = invite()
    with database.writing() as db, pytest.raises(NotFound):
        weighings.note_reading(db, kari, voice_id, "For tidlig", TODAY)
