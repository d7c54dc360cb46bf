"""A draft is the child's: without the browser's secret, nobody can find or open it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from time import sleep

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from participation.errors import NotFound
from participation.storage import drafts, keys
from participation.storage.drafts import Draft
from participation.surveys.questions import Answer, Status
from tests.conftest import TODAY

SAID = {"first": Answer(Status.ANSWERED, "Lys på veien"), "age": Answer(Status.SKIPPED)}


@pytest.fixture
def kept(database):
    with database.writing() as db:
        drafts.keep(db, "secret", "consultation 1", SAID, TODAY)
    return database


@pytest.mark.on_both
def test_the_same_browser_finds_its_answers_again(kept):
    with kept.reading() as db:
        assert drafts.answers_in(db, "secret", "consultation 1") == SAID


def test_another_browser_or_another_door_finds_nothing(kept):
    with kept.reading() as db:
        assert drafts.answers_in(db, "another", "consultation 1") == {}
        assert drafts.answers_in(db, "secret", "consultation 2") == {}


def test_the_server_alone_cannot_open_it(kept):
    with kept.reading() as db:
        draft = db.scalars(select(Draft)).one()
        assert b"Lys" not in draft.sealed
        with pytest.raises(NotFound):
            keys.unseal_for(db, "guess", draft.sealed, "consultation 1")


def test_a_draft_says_neither_whose_it_is_nor_where_it_belongs():
    columns = {column.name for column in Draft.__table__.columns}
    assert columns == {"fingerprint", "sealed", "kept_until", "bookmark", "pointer"}


@pytest.mark.on_both
def test_a_bookmark_leads_back_from_its_words_alone_and_prolongs_the_draft(kept):
    with kept.writing() as db:
        words = drafts.mark(db, "secret", "consultation 1", "back here", TODAY)
        drafts.keep(db, "secret", "consultation 1", {}, TODAY)
        assert drafts.forget(db, TODAY + timedelta(days=7)) == 0
        assert drafts.marked(db, words, TODAY + timedelta(days=7)) == "back here"
        assert b"back here" not in db.scalars(select(Draft)).one().pointer
        with pytest.raises(NotFound):
            drafts.marked(db, words, TODAY + timedelta(days=8))


@pytest.mark.on_both
def test_a_bookmark_dies_with_its_draft(kept):
    with kept.writing() as db:
        words = drafts.mark(db, "secret", "consultation 1", "back here", TODAY)
        drafts.throw_away(db, "secret", "consultation 1")
        with pytest.raises(NotFound):
            drafts.marked(db, words, TODAY)


@pytest.mark.on_both
def test_a_new_answer_takes_the_place_of_the_old(kept):
    with kept.writing() as db:
        drafts.keep(db, "secret", "consultation 1", {}, TODAY)
        assert drafts.answers_in(db, "secret", "consultation 1") == {}
        assert len(db.scalars(select(Draft)).all()) == 1


@pytest.mark.on_both
def test_a_draft_thrown_away_is_gone(kept):
    with kept.writing() as db:
        drafts.throw_away(db, "secret", "consultation 1")
        assert db.scalars(select(Draft)).all() == []


@pytest.mark.on_both
@pytest.mark.parametrize(("days", "gone"), [(0, 0), (1, 0), (2, 1)])
def test_a_draft_lives_to_the_end_of_the_next_day(kept, days, gone):
    with kept.writing() as db:
        assert drafts.forget(db, TODAY + timedelta(days=days)) == gone


@pytest.mark.on_both
def test_the_first_answers_at_once_make_one_draft(database):
    def keep() -> None:
        with database.writing() as db:
            drafts.keep(db, "secret", "consultation 1", SAID, TODAY)

    with ThreadPoolExecutor(1) as threads:
        with database.writing() as db:
            drafts.keep(db, "secret", "consultation 1", {}, TODAY)
            second = threads.submit(keep)
            sleep(0.2)
        assert second.exception(timeout=20) is None
    with database.reading() as db:
        assert drafts.answers_in(db, "secret", "consultation 1") == SAID


@pytest.mark.on_both
def test_a_draft_that_lies_open_shows_the_new_answer(kept):
    with kept.writing() as db:
        draft = db.scalars(select(Draft)).one()
        before = draft.sealed
        drafts.keep(db, "secret", "consultation 1", {}, TODAY)
        assert draft.sealed != before


@pytest.mark.on_both
def test_what_was_to_be_kept_stands_in_no_error_text(database):
    with database.engine.connect() as connection, pytest.raises(DBAPIError) as trouble:
        connection.execute(text("SELECT 1 FROM nowhere WHERE words = :words"), {"words": "Lys på veien"})
    assert "Lys på veien" not in str(trouble.value)


@pytest.mark.on_both
def test_what_lies_beside_a_draft_is_kept_as_long_and_no_longer_than_it(kept):
    with kept.writing() as db:
        drafts.keep(db, "secret", "beside", SAID, TODAY)
        drafts.keep(db, "another", "beside", SAID, TODAY)
        drafts.mark(db, "secret", "consultation 1", "back here", TODAY)
        for secret in ("secret", "another"):
            drafts.keep_along(db, secret, "beside", "consultation 1")
        assert drafts.forget(db, TODAY + timedelta(days=7)) == 1
        assert drafts.answers_in(db, "secret", "beside") == SAID
        assert drafts.forget(db, TODAY + timedelta(days=8)) == 2
