"""A child who had help says afterwards whether it came out right; nobody else has a say in that."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.casework import cases, corrections, help_given, replies, voices
from participation.casework.corrections import CameOut, Correction
from participation.casework.sharing import Chosen, Sharing
from participation.errors import Closed, NotFound
from participation.rights.help_given import help_named
from participation.storage.audit import Entry
from tests.conftest import TODAY


@pytest.fixture
def card(database, invite) -> str:
    """The card of a child for whom somebody typed."""
    voice_id, _ = invite()
    said = [Chosen("important", "Hva er viktig?", "Fotball", Sharing.PLAN)]
    with database.writing() as db:
        voice = db.get(voices.Voice, voice_id)
        help_given.note(db, voice_id, "s", help_named(["typed"], ["parent"]), TODAY)
        voices.choose(db, voice, "s", said, TODAY)
        return voices.approve(db, voice, "s", language="nb", today=TODAY)


@pytest.fixture
def say(database, card):
    def said(came_out, instead="", words=card):
        with database.writing() as db:
            given = {"came_out": came_out, "instead": instead, "today": TODAY}
            return corrections.say_if_it_came_out_right(db, words, **given)

    return said


def told(database):
    with database.reading() as db:
        one = db.scalars(select(Correction)).one()
        return one.came_out, corrections.words_of(db, one), one.waits


@pytest.mark.on_both
def test_the_child_says_whether_it_came_out_right_and_what_should_have_stood_there(database, say):
    say(CameOut.NO, " Håndball, ikke fotball ")
    assert told(database) == ("NO", "Håndball, ikke fotball", True)


def test_it_can_be_said_again_and_the_last_word_counts(database, say):
    say(CameOut.NO, "Håndball")
    say(CameOut.YES)
    assert told(database) == ("YES", "", False)


def test_what_came_out_wrong_waits_until_the_child_is_answered(database, say, kari):
    say(CameOut.PARTLY)
    assert told(database)[2]
    with database.writing() as db:
        replies.reply(db, kari, db.scalars(select(Correction.voice_id)).one(), "Vi snakkes.", TODAY)
    assert told(database) == ("PARTLY", "", False)
    say(CameOut.PARTLY, "Fortsatt ikke")
    assert told(database)[2]


def test_what_the_child_wrote_lies_sealed(database, say):
    say(CameOut.NO, "Handball")
    with database.reading() as db:
        assert b"Handball" not in db.scalars(select(Correction.instead)).one()


def test_no_passage_is_changed_by_it(database, say):
    say(CameOut.NO, "Håndball")
    with database.reading() as db:
        [passage] = db.scalars(select(voices.Passage))
        assert voices.words_of(db, passage).words == "Fotball"


def test_a_child_who_had_no_help_is_not_asked(database, say, wish):
    with pytest.raises(NotFound):
        say(CameOut.NO, words=wish[1])


def test_without_the_card_nobody_says_anything(say):
    with pytest.raises(NotFound):
        say(CameOut.YES, words="ingen-slike-ord")


def test_when_the_case_is_closed_it_stands_as_it_was_said(database, say, kari, case_id):
    say(CameOut.NO)
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
    with pytest.raises(Closed):
        say(CameOut.YES)
    assert told(database)[0] == "NO"


def test_the_trail_says_that_it_was_said_and_not_what(database, say):
    say(CameOut.NO, "Håndball")
    with database.reading() as db:
        entry = db.scalars(select(Entry).order_by(Entry.id.desc())).first()
        assert (entry.act, entry.about) == ("SAY_IF_CAME_OUT_RIGHT", "voice 1")


def test_it_is_forgotten_with_the_case(database, say, kari, case_id):
    say(CameOut.NO, "Håndball")
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
        replies.forget(db, TODAY + timedelta(days=366))
        assert db.scalar(select(Correction)) is None
