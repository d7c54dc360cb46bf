"""A film in sign language is kept in pieces, and shown only while the question says what it shows."""

import io
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from participation.access import Actor, Role
from participation.errors import Incomplete, NotAllowed, NotFound
from participation.owner import sign_films
from participation.owner.sign_films import PIECE, SignFilm, SignFilmPiece
from tests.conftest import TODAY
from tests.heard import WEBM, film

PLANNER = Actor(Role.PLANNER, 1)
HOW = {"sign_language": "nsl", "today": TODAY}


@pytest.fixture
def survey(surveys):
    return surveys["our-place"]


def attached(database, actor, survey, content: bytes, **how) -> SignFilm:
    with database.writing() as db:
        return sign_films.attach(db, actor, survey, "being_here", io.BytesIO(content), **{**HOW, **how})


def rows(database) -> tuple[int, int]:
    with database.reading() as db:
        kinds = (SignFilm, SignFilmPiece)
        return tuple(db.scalar(select(func.count()).select_from(kind)) for kind in kinds)


def test_a_film_is_kept_in_pieces_and_comes_out_whole(database, survey):
    content = film(2 * PIECE + 17)
    kept = attached(database, PLANNER, survey, content)
    with database.reading() as db:
        pieces = [sign_films.piece(db, kept.id, number) for number in range(3)]
    assert [len(piece) for piece in pieces] == [PIECE, PIECE, 17]
    assert b"".join(pieces) == content
    assert (kept.size, kept.kind) == (len(content), "mp4")


def test_another_film_takes_the_place_of_the_one_before_with_all_its_pieces(database, survey):
    first = attached(database, PLANNER, survey, film(PIECE + 1))
    second = attached(database, PLANNER, survey, WEBM)
    assert rows(database) == (1, 1)
    assert first.id != second.id


@pytest.mark.parametrize("content", [b"<svg onload='alert(1)'>", b"", b"RIFF0000WAVE"], ids=repr)
def test_what_is_no_film_is_refused_and_the_film_before_stays(database, survey, content):
    attached(database, PLANNER, survey, WEBM)
    with pytest.raises(Incomplete, match="kind"):
        attached(database, PLANNER, survey, content)
    assert rows(database) == (1, 1)


def test_a_film_that_is_too_large_is_refused_and_leaves_nothing(database, survey, monkeypatch):
    monkeypatch.setattr(sign_films, "MOST_BYTES", PIECE + 1)
    with pytest.raises(Incomplete, match="size"):
        attached(database, PLANNER, survey, film(PIECE + 2))
    assert rows(database) == (0, 0)


def test_a_film_is_not_shown_once_the_question_has_changed(database, survey):
    attached(database, PLANNER, survey, WEBM)
    asked = {**survey.words["nb"], "being_here": {**survey.words["nb"]["being_here"], "text": "Noe annet?"}}
    changed = replace(survey, words={**survey.words, "nb": asked})
    with database.reading() as db:
        assert len(sign_films.films_for(db, survey, "being_here")) == 1
        assert sign_films.films_for(db, changed, "being_here") == []
        assert sign_films.films_for(db, survey, "outdoors") == []


def test_a_film_that_is_removed_leaves_no_piece(database, survey):
    attached(database, PLANNER, survey, film(PIECE + 1))
    with database.writing() as db:
        sign_films.take_away(db, PLANNER, survey.id, "being_here", "nsl")
    assert rows(database) == (0, 0)


def test_no_film_for_a_question_or_a_sign_language_that_is_not_there(database, survey):
    with pytest.raises(NotFound), database.writing() as db:
        sign_films.attach(db, PLANNER, survey, "elsewhere", io.BytesIO(WEBM), **HOW)
    with pytest.raises(NotFound):
        attached(database, PLANNER, survey, WEBM, sign_language="ase")


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.LEADER])
def test_nobody_else_attaches_or_removes_a_film(database, survey, role):
    attached(database, PLANNER, survey, WEBM)
    with pytest.raises(NotAllowed):
        attached(database, Actor(role, 2), survey, WEBM)
    with pytest.raises(NotAllowed), database.writing() as db:
        sign_films.take_away(db, Actor(role, 2), survey.id, "being_here", "nsl")
