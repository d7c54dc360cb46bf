"""How a child had help: told beside its words after its yes, by nobody else, and gone with the case."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from participation.casework import cases, help_given, replies, voices
from participation.casework.help_given import HelpGiven, help_with
from participation.casework.sharing import Chosen, Sharing
from participation.errors import Incomplete
from participation.rights.help_given import NO_HELP, help_named
from participation.storage.drafts import Draft
from participation.surveys.questions import Answer, Status
from tests.conftest import TODAY

HELPED = help_named(["typed", "interpreted_signs"], ["parent", "interpreter"])
SAID = [Chosen("important", "Hva er viktig?", "Fotball", Sharing.PLAN)]


@pytest.fixture
def voice_id(invite) -> int:
    return invite()[0]


@pytest.fixture
def say(database, voice_id):
    """The child tells of help, on this day."""

    def said(told=HELPED, day=TODAY, secret="s"):
        with database.writing() as db:
            help_given.note(db, voice_id, secret, told, day)

    return said


@pytest.fixture
def approve(database, voice_id):
    def approved(passages=SAID):
        with database.writing() as db:
            voice = db.get(voices.Voice, voice_id)
            voices.choose(db, voice, "s", passages, TODAY)
            return voices.approve(db, voice, "s", language="nb", today=TODAY)

    return approved


def kept(db, voice_id):
    return help_with(db, voice_id, db.get(voices.Voice, voice_id).case.key_id)


@pytest.mark.on_both
def test_what_the_child_told_is_kept_with_its_yes(database, say, approve, voice_id):
    say()
    approve()
    with database.reading() as db:
        assert kept(db, voice_id) == HELPED


def test_before_the_yes_nothing_is_kept(database, say, voice_id):
    say()
    with database.reading() as db:
        assert db.scalar(select(HelpGiven)) is None


def test_without_a_yes_to_any_words_nothing_is_kept(database, say, approve):
    say()
    with pytest.raises(Incomplete):
        approve(passages=[])
    with database.reading() as db:
        assert db.scalar(select(HelpGiven)) is None


def test_a_child_who_tells_of_no_help_leaves_nothing(database, approve, voice_id):
    approve()
    with database.reading() as db:
        assert db.scalar(select(HelpGiven)) is None
        assert kept(db, voice_id) == NO_HELP


def test_what_is_told_now_counts_and_can_be_emptied(database, say, voice_id):
    say()
    say(help_named(["pointed"]))
    with database.reading() as db:
        assert help_given.told(db, voice_id, "s") == help_named(["pointed"])
    say(NO_HELP)
    with database.reading() as db:
        assert help_given.told(db, voice_id, "s") == NO_HELP
        assert db.scalar(select(Draft)) is None


def test_another_browser_knows_nothing_of_it(database, say, voice_id):
    say()
    with database.reading() as db:
        assert help_given.told(db, voice_id, "another") == NO_HELP


def test_what_is_kept_lies_sealed(database, say, approve):
    say()
    approve()
    with database.reading() as db:
        assert b"signs" not in db.scalars(select(HelpGiven.sealed)).one()


def test_stopping_deletes_it(database, say, voice_id):
    say()
    with database.writing() as db:
        voices.throw_away(db, db.get(voices.Voice, voice_id), "s")
        assert help_given.told(db, voice_id, "s") == NO_HELP


def test_a_child_who_answers_over_several_days_does_not_lose_it(database, say, voice_id):
    say()
    day = TODAY + timedelta(days=1)
    with database.writing() as db:
        voice = db.get(voices.Voice, voice_id)
        page = next(page for page in voices.survey_of(db, voice).pages if page.question.kept)
        voices.keep_page(db, voice, "s", page, Answer(Status.SKIPPED), day)
    assert kept_until(database) == [day + timedelta(days=1)] * 2


def test_it_waits_as_long_as_a_bookmark_also_when_it_is_changed(database, say, voice_id):
    with database.writing() as db:
        voice = db.get(voices.Voice, voice_id)
        page = next(page for page in voices.survey_of(db, voice).pages if page.question.kept)
        voices.keep_page(db, voice, "s", page, Answer(Status.SKIPPED), TODAY)
        help_given.note(db, voice_id, "s", HELPED, TODAY)
        voices.mark(db, voice, "s", "back", TODAY)
    assert kept_until(database) == [TODAY + timedelta(days=7)] * 2
    say(help_named(["pointed"]))
    assert kept_until(database) == [TODAY + timedelta(days=7)] * 2


def test_it_is_forgotten_with_the_case(database, say, approve, kari, case_id):
    say()
    approve()
    with database.writing() as db:
        cases.close(db, kari, case_id, TODAY)
        replies.forget(db, TODAY + timedelta(days=366))
        assert db.scalar(select(HelpGiven)) is None


def kept_until(database):
    with database.reading() as db:
        return list(db.scalars(select(Draft.kept_until)))
