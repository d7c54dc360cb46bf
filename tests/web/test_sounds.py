"""Sounds and films are given out to everybody, part by part, and can do nothing but be played."""

import pytest

from participation.owner import sign_films
from participation.surveys.sentences import name_of
from tests.heard import film, wav
from tests.owner.test_sign_films import PLANNER, attached

SIZE = len(wav())


@pytest.fixture
def where(municipality) -> str:
    return f"/lyd/nb/{municipality.named['sounds.sentence']}.wav"


@pytest.fixture
def long_film(database, surveys) -> tuple[str, bytes]:
    """A film in three pieces: its address, and what is in it."""
    content = film(2 * sign_films.PIECE + 17)
    return f"/tegnsprak/{attached(database, PLANNER, surveys['our-place'], content).id}.mp4", content


def test_a_recording_is_open_to_all_and_keeps_its_kind(client, where):
    answer = client.get(where)
    assert (answer.status_code, answer.data) == (200, wav())
    assert answer.headers["Content-Type"] == "audio/wav"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert "max-age=31536000" in answer.headers["Cache-Control"]
    assert "Set-Cookie" not in answer.headers


RANGES = {
    "bytes=0-9": (0, 10),
    "bytes=10-": (10, SIZE),
    "bytes=-5": (SIZE - 5, SIZE),
    "bytes=0-9999": (0, SIZE),
}


@pytest.mark.parametrize("asked", RANGES)
def test_a_part_is_given_where_a_part_is_asked_for(client, where, asked):
    begin, end = RANGES[asked]
    answer = client.get(where, headers={"Range": asked})
    assert (answer.status_code, answer.data) == (206, wav()[begin:end])
    assert answer.headers["Content-Range"] == f"bytes {begin}-{end - 1}/{SIZE}"


@pytest.mark.parametrize("asked", [f"bytes={SIZE}-", "bytes=99999-100000"])
def test_a_part_that_is_not_there_is_refused_with_how_much_there_is(client, where, asked):
    answer = client.get(where, headers={"Range": asked})
    assert (answer.status_code, answer.headers["Content-Range"]) == (416, f"bytes */{SIZE}")
    assert answer.headers["Cache-Control"] == "no-store"


def test_who_has_it_already_is_not_sent_it_again(client, where):
    version = client.get(where).headers["ETag"]
    assert client.get(where, headers={"If-None-Match": version}).status_code == 304
    assert client.head(where).headers["Content-Length"] == str(SIZE)


@pytest.mark.parametrize("change", [("/nb/", "/nn/"), (".wav", ".mp3"), (".wav", ".html"), ("/nb/", "/../")])
def test_nothing_is_found_under_another_language_or_kind(client, where, change):
    assert client.get(where.replace(*change)).status_code == 404


def test_a_long_film_comes_out_whole_and_in_parts_across_its_pieces(client, long_film):
    address, content = long_film
    assert client.get(address).data == content
    begin, end = sign_films.PIECE - 3, 2 * sign_films.PIECE + 4
    answer = client.get(address, headers={"Range": f"bytes={begin}-{end}"})
    assert (answer.status_code, answer.data) == (206, content[begin : end + 1])
    assert answer.headers["Content-Type"] == "video/mp4"


def test_only_the_pieces_that_are_asked_for_are_fetched(client, long_film, monkeypatch):
    address, _content = long_film
    fetched, piece = [], sign_films.piece
    monkeypatch.setattr(sign_films, "piece", lambda db, film, n: fetched.append(n) or piece(db, film, n))
    client.get(address, headers={"Range": f"bytes={sign_films.PIECE}-{sign_films.PIECE + 9}"}).get_data()
    assert fetched == [1]


def test_a_film_that_was_replaced_is_no_longer_there(client, long_film, database, surveys):
    attached(database, PLANNER, surveys["our-place"], film(500))
    assert client.get(long_film[0]).status_code == 404


def test_a_sentence_that_has_changed_has_no_recording(client, where):
    changed = name_of("Hvordan er det å bo her?")
    assert client.get(f"/lyd/nb/{changed}.wav").status_code == 404
