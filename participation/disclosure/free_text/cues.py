"""Cues: the words around a name, by which it is known also where the name stands on no list (cues.toml)."""

import tomllib
from pathlib import Path

_WRITTEN = tomllib.loads((Path(__file__).parent / "cues.toml").read_text("utf-8"))


def _words(key: str) -> frozenset[str]:
    return frozenset(_WRITTEN[key].split())


def _phrases(key: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in _WRITTEN[key])


HETER = _words("heter")
SAID = _phrases("said")
I_AM = _phrases("i_am")
FAMILY = _words("family")
TITLES = _words("titles")
PERSONS = FAMILY | TITLES | _words("working")
POSSESSIVE = _words("possessive")
LINKS = _words("links")
BESIDE = _words("beside")
DOES = _words("does")
ASKED = _words("asked")
THEN = _words("then")
SIGNS_OFF = _words("signs_off")
LABELS = _words("labels")
LIVES = _words("lives")
COMES = _words("comes")
WHERE = _words("where")
FROM = _words("origin")
OFFICES = _words("offices")
WORKS = _words("works")
BOTH = _words("both")
TIMES = _words("times")
AND = _words("and")
SPEAKERS = _words("speakers")
IS = _words("is")
WHO = _words("who")
SPOTS = _words("spots")
WHEN = _words("when")
OFTEN_NAMES = _words("often_names")
AFTER_NAMES = _words("after_names")
NEVER = _words("never")
