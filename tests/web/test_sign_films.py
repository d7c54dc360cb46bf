"""The desk for sign language: one film for each question, how heavy it is, and what is no film."""

import pytest

from participation.access import Role
from participation.owner import sign_films
from tests.heard import MP3, WEBM, film, sent
from tests.web.test_routes import token_in

DESK = "/barnas-sider/opplesing/tegnsprak/our-place/nsl"


@pytest.fixture
def planner(signed_in, municipality):
    return signed_in(municipality.people[Role.PLANNER])


def hand_in(client, content: bytes | None, question: str = "outdoors"):
    files = [("film", "film.mp4", content)] if content is not None else []
    return client.post(f"{DESK}/{question}", **sent({"csrf_token": token_in(client, "/kontor/")}, *files))


def films(database) -> set[str]:
    with database.reading() as db:
        return {film.question for film in sign_films.films_of(db, "our-place")}


def test_a_film_larger_than_any_form_is_attached_and_shown_with_its_weight(planner, database):
    assert hand_in(planner, film(2_500_000)).status_code == 303
    assert "outdoors" in films(database)
    assert "2,5 MB" in planner.get(DESK).text


@pytest.mark.parametrize("content", [b"<svg onload='alert(1)'/>", MP3, b"", None], ids=str)
def test_what_is_no_film_is_refused_beside_its_question(planner, database, content):
    answer = hand_in(planner, content)
    assert answer.status_code == 422
    assert 'aria-describedby="film-outdoors-error"' in answer.text
    assert "outdoors" not in films(database)


def test_a_film_that_is_too_large_is_refused_in_words(planner, database, monkeypatch):
    monkeypatch.setattr(sign_films, "MOST_BYTES", 1000)
    answer = hand_in(planner, film(2000))
    assert answer.status_code == 422
    assert "outdoors" not in films(database)


def test_a_film_is_removed(planner, database):
    hand_in(planner, WEBM)
    data = {"csrf_token": token_in(planner, DESK)}
    assert planner.post(f"{DESK}/outdoors/fjern", data=data).status_code == 303
    assert "outdoors" not in films(database)


def test_no_film_for_a_question_or_a_sign_language_that_is_not_there(planner):
    assert hand_in(planner, WEBM, "elsewhere").status_code == 404
    assert planner.get(DESK.replace("nsl", "ase")).status_code == 404


def test_a_coordinator_attaches_no_film(signed_in, municipality, database):
    coordinator = signed_in(municipality.people[Role.COORDINATOR])
    assert hand_in(coordinator, WEBM).status_code == 404
    assert "outdoors" not in films(database)
