"""Codes can be read aloud, mistyped without harm, and are kept nowhere."""

import re
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from participation.storage import codes
from participation.storage.easy_words import EASY_WORDS

signs = st.sampled_from(codes.SIGNS)


def test_a_ticket_has_nine_signs_a_case_code_twelve_and_an_own_code_fifteen():
    assert re.fullmatch(r"(\w{3}-){2}\w{3}", codes.new_ticket_code())
    assert re.fullmatch(r"(\w{3}-){3}\w{3}", codes.new_case_code())
    assert re.fullmatch(r"(\w{3}-){4}\w{3}", codes.new_own_code())


def test_codes_are_well_typed_and_never_the_same():
    made = {codes.new_ticket_code() for _ in range(500)}
    assert len(made) == 500
    assert all(codes.is_well_typed(code) and not codes.is_case_code(code) for code in made)


def test_no_vowels_and_nothing_that_looks_alike():
    assert not set(codes.SIGNS) & set("AEIOUYÆØÅ01L")


def checked(text: str) -> str:
    """The text with the sign that makes it a code."""
    return next(text + sign for sign in codes.SIGNS if codes.is_well_typed(text + sign))


@given(st.text(signs, min_size=8, max_size=8), st.integers(0, 8), signs)
def test_one_wrong_sign_is_told_apart(text, place, sign):
    right = checked(text)
    wrong = right[:place] + sign + right[place + 1 :]
    assert wrong == right or not codes.is_well_typed(wrong)


@example("R59VC37H", 7)
@given(st.text(signs, min_size=8, max_size=8), st.integers(0, 7))
def test_two_signs_that_changed_places_are_told_apart(text, place):
    right = checked(text)
    swapped = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    assert swapped == right or not codes.is_well_typed(swapped)


@pytest.mark.parametrize("typed", ["bcd-fgh-jkm", "BCDFGHJKM", " bcd fgh jkm ", "b.c.d/fgh_jkm"])
def test_a_code_is_the_same_however_it_is_typed(typed):
    assert codes.normal(typed) == "BCDFGHJKM"
    assert codes.shown(typed) == "BCD-FGH-JKM"


@given(st.lists(st.sampled_from(EASY_WORDS), min_size=5, max_size=6))
@example(["spor", "bie", "park", "lenke", "flaske"])
def test_words_on_a_card_are_never_taken_for_a_code(words):
    assert not codes.is_well_typed(" ".join(words))
    assert not codes.is_well_typed(" ".join(words).upper())


@pytest.mark.parametrize("typed", ["lue, Sol tre", "LUE-sol-tre", "  lue sol\ntre "])
def test_easy_words_are_the_same_however_they_are_typed(typed):
    assert codes.normal_words(typed) == "lue-sol-tre"


def test_easy_words_are_256_short_words():
    assert len(EASY_WORDS) == len(set(EASY_WORDS)) == 256
    assert all(re.fullmatch("[a-z]{3,8}", word) for word in EASY_WORDS)
    assert Counter(map(len, EASY_WORDS))[8] < 10


def test_the_same_secret_gives_the_same_card_and_each_place_another(database):
    with database.reading() as db:
        one = codes.claim_words(db, "secret", "consultation 1", 5)
        assert one == codes.claim_words(db, "secret", "consultation 1", 5)
        assert one != codes.claim_words(db, "secret", "consultation 2", 5)
        assert len(one.split("-")) == 5


def test_only_a_fingerprint_under_our_key_is_kept(database):
    with database.reading() as db:
        kept = codes.fingerprint(db, "ticket", "BCDFGHJKM")
        assert re.fullmatch("[0-9a-f]{64}", kept)
        assert kept != codes.fingerprint(db, "voice", "BCDFGHJKM")


def test_each_kind_of_code_is_told_apart_by_its_length():
    made = (codes.new_ticket_code, codes.new_case_code, codes.new_own_code)
    found = [
        (codes.is_well_typed(c), codes.is_case_code(c), codes.is_own_code(c)) for c in (m() for m in made)
    ]
    assert found == [(True, False, False), (True, True, False), (True, False, True)]


def test_a_code_worked_out_from_another_is_a_case_code_the_same_each_time(database):
    with database.reading() as db:
        own = codes.new_own_code()
        found = codes.case_code_from(db, own, "voice 1")
        assert codes.is_well_typed(found)
        assert codes.is_case_code(found)
        assert found == codes.case_code_from(db, own.lower(), "voice 1")
        others = {
            codes.case_code_from(db, *given)
            for given in ((own, "voice 2"), (codes.new_own_code(), "voice 1"))
        }
        assert len(others | {found}) == 3
