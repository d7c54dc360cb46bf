"""A survey as somebody might write it, to be spoiled in one place at a time."""

from collections.abc import Callable
from pathlib import Path

import pytest

from participation.surveys.definition import Survey
from participation.surveys.reading import read_survey, sentence_hash

STRUCTURE = """
schema = 1
version = 3
source_language = "nb"
door = "group"
levels = ["simple", "standard"]
minutes = 2

[[page]]
kind = "information"
id = "welcome"

[[page]]
kind = "practice"
id = "try_it"
options = ["sun", "rain"]

[[page]]
kind = "faces"
id = "being_here"

[[page]]
kind = "own_words"
id = "why"
longest = 200
show_if = { any_of = { question = "being_here", values = ["bad", "mixed"] } }

[[page]]
kind = "choices"
id = "places"
options = ["school", "park", "home"]

[[page]]
kind = "yes_no"
id = "park_safe"
show_if = { all_of = { question = "places", values = ["park"] } }
"""

BOKMAL = {
    "title": "Stedet",
    "intro": "Hei, {place}!",
    "intro_levels.simple": "Hei {place}!",
    "welcome.text": "Velkommen.",
    "try_it.text": "Hva liker du?",
    "try_it.explain": "Her øver du.",
    "try_it.sun": "Sol",
    "try_it.rain": "Regn",
    "being_here.text": "Hvordan er det å være her?",
    "being_here.explain": "Tenk på en vanlig dag.",
    "being_here.bad": "Ikke trygg",
    "being_here.mixed": "Midt imellom",
    "being_here.good": "Trygg",
    "being_here.simple.text": "Er det fint her?",
    "why.text": "Hva er vanskelig?",
    "why.explain": "Skriv det du vil.",
    "places.text": "Hvor er du?",
    "places.explain": "Du kan velge flere.",
    "places.school": "Skolen",
    "places.park": "Parken",
    "places.home": "Hjemme",
    "park_safe.text": "Er parken trygg?",
    "park_safe.explain": "Tenk på dagen.",
    "park_safe.yes": "Ja",
    "park_safe.no": "Nei",
}


def as_source() -> str:
    return "".join(f'{key} = "{text}"\n' for key, text in BOKMAL.items())


def as_translation() -> str:
    """Every sentence into a make-believe nynorsk."""
    return "".join(
        f'{key} = {{ of = "{sentence_hash(text)}", text = "{text} (nn)" }}\n' for key, text in BOKMAL.items()
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The survey as written, with nothing wrong."""
    folder = tmp_path / "our-street"
    folder.mkdir()
    (folder / "survey.toml").write_text(STRUCTURE, "utf-8")
    (folder / "nb.toml").write_text(as_source(), "utf-8")
    (folder / "nn.toml").write_text(as_translation(), "utf-8")
    return folder


@pytest.fixture
def spoil(folder: Path) -> Callable[[str, str, str], Path]:
    """Put something else in the place of one passage of one file."""

    def swap(file: str, old: str, new: str) -> Path:
        written = (folder / file).read_text("utf-8")
        assert old in written
        (folder / file).write_text(written.replace(old, new, 1), "utf-8")
        return folder

    return swap


@pytest.fixture
def survey(folder: Path) -> Survey:
    return read_survey(folder)
