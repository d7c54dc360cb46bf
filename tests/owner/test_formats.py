"""A file is what its first bytes say, whatever it is called."""

import pytest

from participation.owner.formats import film_in, sound_in
from tests.heard import M4A, MP3, MP4, OPUS, TAGGED, WEBM, wav

SOUNDS = {"mp3": [MP3, TAGGED], "ogg": [OPUS], "m4a": [M4A], "wav": [wav()]}
HOSTILE = {
    "a page": b"<!doctype html><script>alert(1)</script>",
    "a drawing": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "a page behind a tag": b"ID3\x04\x00\x00\x00\x00\x00\x00<script>alert(1)</script>",
    "a tag without end": b"ID3\x04\x00\x00\x7f\x7f\x7f\x7f" + MP3,
    "a tag of impossible length": b"ID3\x04\x00\x00\xff\xff\xff\xff" + MP3,
    "a program": b"MZ" + bytes(80),
    "UTF-16": b"\xff\xfe<\x00s\x00c\x00r\x00i\x00p\x00t\x00",
    "an archive": b"PK\x03\x04" + bytes(60),
    "a picture": b"RIFF\x00\x00\x00\x00WEBPVP8 ",
    "Ogg with a film": b"OggS" + bytes(24) + b"\x80theora" + bytes(40),
    "Matroska": b"\x1a\x45\xdf\xa3\x9f\x42\x82\x88matroska" + bytes(40),
    "a still picture": b"\x00\x00\x00\x18ftypheic" + bytes(40),
    "nothing": b"",
    "one byte": b"\xff",
}


@pytest.mark.parametrize(("kind", "content"), [(k, c) for k, found in SOUNDS.items() for c in found])
def test_a_sound_is_known_by_its_first_bytes(kind, content):
    assert sound_in(content) == kind


@pytest.mark.parametrize(("kind", "content"), [("mp4", MP4), ("webm", WEBM)])
def test_a_film_is_known_by_its_first_bytes(kind, content):
    assert film_in(content) == kind


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_sound_and_no_film_is_neither(content):
    assert sound_in(content) is None
    assert film_in(content) is None


def test_a_sound_is_no_film():
    assert [film_in(content) for content in (MP3, OPUS, M4A, wav())] == [None] * 4
