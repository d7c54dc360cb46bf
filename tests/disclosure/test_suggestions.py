"""Suggestions: the codebook's examples find texts that are like them; the coder decides."""

import pytest

from participation.disclosure.suggestions import stem, suggest

INCLUDE = {"light": ["For lite lys om kvelden", "lyktene virker ikke"], "bus": ["Bussen kommer for sent"]}


@pytest.mark.parametrize(
    "words",
    ["lys lyset lysene", "skole skolen skolene", "mobbe mobba mobbet mobbing", "trygghet trygt trygge"],
)
def test_a_word_is_the_same_word_with_any_ending(words):
    assert len({stem(word) for word in words.split()}) == 1


def test_the_likest_code_comes_first():
    assert suggest("Lykta ved bussen er borte, ingen lykter virker", INCLUDE, {}) == ["light", "bus"]


def test_a_text_like_no_example_gets_no_suggestion():
    assert suggest("Svømmehall!", INCLUDE, {}) == suggest("", INCLUDE, {}) == suggest("Lys", {}, {}) == []


def test_what_a_code_does_not_mean_speaks_against_it():
    assert suggest("Bussen er full", INCLUDE, {}) == ["bus"]
    assert suggest("Bussen er full", INCLUDE, {"bus": ["Bussen er full"]}) == []
