"""Search back: a quotation is found wherever its words stand, also in part or spelled otherwise."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.disclosure.search_back import Likeness, search_back

QUOTATION = "Jeg vil ha flere lys ved veien hjem, for jeg blir redd når det er mørkt."
FOUND = {
    "«jeg VIL ha flere lys ved veien hjem for jeg blir redd når det er mørkt»!": Likeness.THE_SAME,
    "Mamma sier at jeg blir redd når det er mørkt ute.": Likeness.A_RUN_OF_WORDS,
    "eg vil hafler lys vedd veien heim, for eg blir reddnår det ær mørkt": Likeness.ALIKE,
}


@pytest.mark.parametrize("text", FOUND)
def test_it_is_found_whole_in_part_and_misspelled(text):
    (hit,) = search_back(QUOTATION, {"here": text})
    assert (hit.place, hit.likeness) == ("here", FOUND[text])


@pytest.mark.parametrize("text", ["", "Bussen kommer for sent.", "Det er fint her. Jeg vil ha en ballbinge."])
def test_another_thought_is_no_hit(text):
    assert search_back(QUOTATION, {"here": text}) == ()


@given(st.text(), st.text(), st.text())
def test_whatever_is_quoted_is_found_where_it_stands(before, quotation, after):
    hits = search_back(quotation, {"here": f"{before} {quotation} {after}"})
    assert not hits or hits[0].likeness is Likeness.THE_SAME
    assert hits or not any(sign.isalnum() for sign in quotation)


def test_two_thousand_texts_are_searched_while_one_waits():
    places = {str(n): f"bussen kommer for sent og lekeplassen er stengt {n} " * 15 for n in range(2000)}
    began = perf_counter()
    search_back(QUOTATION, places)
    assert perf_counter() - began < 5
