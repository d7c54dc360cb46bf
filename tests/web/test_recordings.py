"""The desk for reading aloud: files find their sentences, and what is no sound goes no further."""

import pytest

from participation.access import Role
from participation.owner import recordings
from participation.surveys.sentences import name_of, to_record
from participation.web import uploads
from participation.web.reading_aloud import size_text
from tests.heard import MP3, sent, wav
from tests.web.test_routes import token_in

DESK = "/barnas-sider/opplesing/our-place/nb"
ASKED = "Er det trygt eller utrygt å være ute her?"


@pytest.fixture
def planner(signed_in, municipality):
    return signed_in(municipality.people[Role.PLANNER])


def hand_in(client, *files: tuple[str, bytes], field: str = "files", to: str = DESK, **rest):
    fields = {"csrf_token": token_in(client, "/kontor/"), **rest}
    return client.post(to, **sent(fields, *((field, name, content) for name, content in files)))


def heard(database, text: str = ASKED, language: str = "nb") -> bool:
    with database.reading() as db:
        return name_of(text) in recordings.recorded(db, language)


def test_files_find_their_sentences_by_hash_or_by_key(planner, database):
    files = ("outdoors.text.mp3", MP3), (f"{name_of('Trygt')[:8]} Trygt.wav", wav())
    answer = hand_in(planner, *files, read_by="lest av Ánne")
    assert answer.status_code == 200
    assert heard(database)
    assert heard(database, "Trygt")
    assert "lest av Ánne" in planner.get(DESK).text


def test_the_report_names_the_files_that_were_not_taken_and_keeps_the_rest(planner, database):
    bad = ("first.text.mp3", b"<html><script>alert(1)</script>"), ("tegning.svg", b"<svg onload='x'/>")
    answer = hand_in(planner, ("outdoors.text.mp3", MP3), *bad)
    assert answer.status_code == 200
    assert all(name in answer.text for name in ("outdoors.text.mp3", "first.text.mp3", "tegning.svg"))
    assert "<script>alert" not in answer.text
    assert heard(database)
    assert not heard(database, "Hva bør kommunen gjøre først?")


@pytest.mark.parametrize("content", [b"<!doctype html>", wav(130)], ids=["a page", "too large"])
def test_where_no_file_can_be_used_nothing_is_kept(planner, contents, content):
    before = contents()
    assert hand_in(planner, ("outdoors.text.mp3", content)).status_code == 422
    assert contents() == before


def test_a_file_put_beside_a_sentence_needs_no_name(planner, database):
    assert hand_in(planner, ("opptak 1.mp3", MP3), field=f"file-{name_of(ASKED)}").status_code == 200
    assert heard(database)


def test_two_files_for_one_sentence_are_not_both_taken(planner, database):
    answer = hand_in(planner, ("outdoors.text.mp3", MP3), ("outdoors.text.wav", wav()))
    assert answer.text.count("outdoors.text.wav") == 1
    with database.reading() as db:
        assert recordings.recorded(db, "nb")[name_of(ASKED)].kind == "mp3"


def test_no_file_at_all_is_asked_for(planner):
    answer = hand_in(planner)
    assert answer.status_code == 422
    assert 'href="#files"' in answer.text


def test_a_recording_is_removed(planner, database):
    hand_in(planner, ("outdoors.text.mp3", MP3))
    data = {"csrf_token": token_in(planner, DESK), "sentence": name_of(ASKED)}
    assert planner.post(f"{DESK}/fjern", data=data).status_code == 303
    assert not heard(database)


def test_the_list_to_read_from_has_the_words_of_the_level_and_the_names_of_the_files(planner):
    answer = planner.get(f"{DESK}/simple.txt")
    simple = "Er det trygt eller utrygt å være ute?"
    assert f"{name_of(simple)[:8]}  {simple}\n" in answer.text
    assert ASKED not in answer.text
    assert "attachment" in answer.headers["Content-Disposition"]
    assert planner.get(f"{DESK}/grown-up.txt").status_code == 404


def test_long_bodies_are_taken_here_only_and_only_from_those_who_may(
    planner, client, signed_in, municipality
):
    many = [(f"x{n}.mp3", MP3 + bytes(400_000)) for n in range(3)]
    assert hand_in(planner, *many).status_code == 422
    assert hand_in(planner, *many, to="/til-behandling/ny").status_code == 413
    coordinator = signed_in(municipality.people[Role.COORDINATOR])
    assert hand_in(coordinator, *many).status_code == 404


def test_more_than_a_film_at_once_is_too_much(planner, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_TOGETHER", 500_000)
    assert hand_in(planner, ("outdoors.text.mp3", MP3 + bytes(600_000))).status_code == 413


@pytest.mark.parametrize(
    "address", ["/barnas-sider/opplesing/none/nb", "/barnas-sider/opplesing/our-place/xx"]
)
def test_no_desk_for_a_survey_or_language_that_is_not_there(planner, address):
    assert planner.get(address).status_code == 404


NAMES = {
    "{}.mp3": True,
    "{} Hvordan er det.wav": True,
    "C:\\opptak\\{}.mp3": True,
    "{}_2.m4a": True,
    "{}ab.mp3": False,
    "x{}.mp3": False,
    "{}": False,
    ".mp3": False,
}


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_for_the_sentence_whose_name_it_begins_with(surveys, name):
    wanted = to_record(surveys["our-place"], "nb")
    meant = uploads.meant_by(name.format(wanted[4].short), wanted)
    assert meant == (wanted[4] if NAMES[name] else None)


def test_where_nothing_is_kept_it_weighs_nothing(app):
    with app.test_request_context(headers={"Accept-Language": "en"}):
        assert [size_text(n) for n in (0, 1, 1500, 2_500_000)] == ["0 kB", "1 kB", "2 kB", "2.5 MB"]
