"""A recording is kept for one sentence in one language, by those who may, and for as long as it is wanted."""

import pytest

from participation.access import Actor, Role
from participation.errors import Incomplete, NotAllowed, NotFound
from participation.owner import recordings
from participation.storage import audit
from participation.surveys.sentences import name_of
from tests.conftest import TODAY
from tests.heard import MP3, wav

ASKED, ANSWER = name_of("Er det trygt?"), name_of("Ja")
PLANNER = Actor(Role.PLANNER, 1)


@pytest.fixture
def db(database):
    with database.writing() as db:
        yield db


def test_a_recording_is_played_as_it_came(db):
    recordings.keep(db, PLANNER, "nb", {ASKED: MP3, ANSWER: wav()}, " lest av Ánne ", TODAY)
    assert recordings.played(db, "nb", ASKED, "mp3").content == MP3
    assert recordings.recorded(db, "nb")[ANSWER].read_by == "lest av Ánne"
    assert recordings.weight(db) == len(MP3) + len(wav())


def test_no_language_is_heard_in_another(db):
    recordings.keep(db, PLANNER, "nb", {ASKED: MP3}, "", TODAY)
    assert recordings.among(db, "nn", [ASKED]) == {}
    assert recordings.names_by_language(db) == {"nb": {ASKED}}
    with pytest.raises(NotFound):
        recordings.played(db, "nn", ASKED, "mp3")


def test_a_recording_read_anew_takes_the_place_of_the_one_before(db):
    recordings.keep(db, PLANNER, "nb", {ASKED: MP3}, "", TODAY)
    before = recordings.played(db, "nb", ASKED, "mp3").version
    recordings.keep(db, PLANNER, "nb", {ASKED: wav()}, "", TODAY)
    assert recordings.played(db, "nb", ASKED, "wav").version != before
    with pytest.raises(NotFound):
        recordings.played(db, "nb", ASKED, "mp3")


def test_what_is_removed_is_gone_and_cannot_be_removed_twice(db):
    recordings.keep(db, PLANNER, "nb", {ASKED: MP3}, "", TODAY)
    recordings.take_away(db, PLANNER, "nb", ASKED)
    assert recordings.recorded(db, "nb") == {}
    with pytest.raises(NotFound):
        recordings.take_away(db, PLANNER, "nb", ASKED)


@pytest.mark.parametrize("content", [b"<script>", wav(130), b""], ids=["a page", "too long", "empty"])
def test_one_unfit_file_keeps_all_of_them_out(db, content):
    with pytest.raises(Incomplete):
        recordings.keep(db, PLANNER, "nb", {ASKED: MP3, ANSWER: content}, "", TODAY)
    assert recordings.recorded(db, "nb") == {}


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.LEADER, Role.COUNCIL_MEMBER])
def test_nobody_else_records_or_removes(db, role):
    recordings.keep(db, PLANNER, "nb", {ASKED: MP3}, "", TODAY)
    with pytest.raises(NotAllowed):
        recordings.keep(db, Actor(role, 2), "nb", {ASKED: MP3}, "", TODAY)
    with pytest.raises(NotAllowed):
        recordings.take_away(db, Actor(role, 2), "nb", ASKED)


def test_the_trail_tells_that_something_was_recorded_and_removed(db):
    recordings.keep(db, PLANNER, "nb", {ASKED: MP3}, "", TODAY)
    recordings.take_away(db, PLANNER, "nb", ASKED)
    removed, kept = audit.entries(db, at_most=2)
    assert (kept.about, removed.about) == ("1 recordings kept", f"recording {ASKED[:8]} removed")
