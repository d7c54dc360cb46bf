"""Suggestions: which codes a text may be about, by the words they share; the coder decides."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, sqrt

MOST_SUGGESTED = 5
LEAST_LIKENESS = 0.1
SHORTEST_STEM = 3

_WORD = re.compile(r"[^\W\d_]+")
_ENDINGS = (
    *("hetene", "heten", "heter", "het", "elsene", "elsen", "elser", "else"),  # what is made of other words
    *("ingene", "ingen", "inga", "inger", "ing", "asjonen", "asjoner", "asjon"),
    *("ene", "ane", "er", "ar", "en", "et", "a", "e"),  # one or many, this one or any
    *("ende", "ande", "ere", "est", "ast", "te", "de", "ert", "t"),  # what is done, and how much
)
_BY_LENGTH = sorted(_ENDINGS, key=len, reverse=True)
_PERSONS = (
    "jeg eg meg min mi mitt mine du deg din ditt dine han hun ho henne vi oss dere dykk de dei dem seg",
)
_JOINTS = (
    "og eller men for at som om når da då fordi så enn både",
    "i på til fra frå av med ved hos under over",
)
_PLAIN_VERBS = (
    "er var vere være blir ble blei bli har hadde ha kan kunne vil ville skal skulle må måtte får få",
)
_LITTLE = (
    "en ei et ein eit det den dette denne noe noko noen nokon ikke ikkje bare berre også veldig her der",
)
_EMPTY = frozenset(w for line in (*_PERSONS, *_JOINTS, *_PLAIN_VERBS, *_LITTLE) for w in line.split())


def stem(word: str) -> str:
    """The word without its Norwegian ending, lightly: "lysene", "lyset" and "lys" are one."""
    small = word.casefold()
    if small.endswith("s") and not small.endswith(("ss", "ys")):
        small = small[:-1] if len(small) > SHORTEST_STEM + 1 else small
    small = small.removesuffix(next((end for end in _BY_LENGTH if _may_go(small, end)), ""))
    return small[:-1] if len(small) > SHORTEST_STEM and small[-1] == small[-2] else small


def stems(text: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(text) if len(word) > 1 and word.casefold() not in _EMPTY]


def suggest(
    text: str, include: Mapping[str, Iterable[str]], exclude: Mapping[str, Iterable[str]]
) -> list[str]:
    """The codes whose examples are most like this text, the likest first.

    A code is left out where the text is more like what the code does not mean.
    """
    told, not_meant = _counted(include), _counted(exclude)
    weights, here = _weights(told.values()), Counter(stems(text))
    likeness = {code: _cosine(here, words, weights) for code, words in told.items()}
    unlike = {code: _cosine(here, words, weights) for code, words in not_meant.items()}
    fit = [code for code, n in likeness.items() if n >= LEAST_LIKENESS and n >= unlike.get(code, 0)]
    return sorted(fit, key=lambda code: (-likeness[code], code))[:MOST_SUGGESTED]


def _counted(said: Mapping[str, Iterable[str]]) -> dict[str, Counter[str]]:
    return {code: Counter(word for words in texts for word in stems(words)) for code, texts in said.items()}


def _may_go(word: str, ending: str) -> bool:
    return word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM


def _weights(told: Iterable[Counter[str]]) -> dict[str, float]:
    """How telling a word is: the fewer codes use it, the more."""
    codes = list(told)
    used = Counter(word for words in codes for word in words)
    return {word: log((1 + len(codes)) / (1 + n)) + 1 for word, n in used.items()}


def _cosine(one: Counter[str], other: Counter[str], weights: Mapping[str, float]) -> float:
    """How alike two texts are, from nought to one, words weighed by how telling they are (TF-IDF)."""
    shared = sum(one[word] * other[word] * weights.get(word, 1.0) ** 2 for word in one.keys() & other.keys())
    size = _length(one, weights) * _length(other, weights)
    return shared / size if size else 0.0


def _length(words: Counter[str], weights: Mapping[str, float]) -> float:
    return sqrt(sum((n * weights.get(word, 1.0)) ** 2 for word, n in words.items()))
