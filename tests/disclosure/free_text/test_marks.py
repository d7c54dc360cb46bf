"""Marks: measured on sentences of our own, some of which were written after the rules. No automatic anonymity is claimed."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation.disclosure.free_text import (
    QUESTIONS,
    Decision,
    Kind,
    LocalLists,
    Question,
    Strength,
    Word,
    marks,
    replaced,
)
from tests.disclosure.free_text.measured import (
    TUNED_ON,
    WRITTEN_LAST,
    clean,
    flagged,
    identifying,
    recall,
    removed,
    with_unlisted_names,
)

WORDS = {word: f"[{word}]" for word in Word}
PIECES = [
    "Kari ",
    "912 34 567 ",
    "@kari ",
    "på Li skole ",
    "heter ",
    "ola ",
    "8B ",
    "é",
    "ǆ",
    "İ",
    "\u0301",
    "🙂",
    "a\n",
]
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
BOTH = [pytest.param(TUNED_ON, id="tuned on"), pytest.param(WRITTEN_LAST, id="written last")]


def test_there_are_enough_sentences_in_enough_languages():
    everything = (*TUNED_ON, *WRITTEN_LAST)
    assert len(identifying(*everything)) + len(clean(*everything)) >= 300


@pytest.mark.parametrize("files", BOTH)
def test_what_identifies_directly_is_marked(files):
    share, missed = recall(identifying(*files))
    assert share >= 0.97, missed


@pytest.mark.parametrize("files", BOTH)
def test_clean_sentences_are_mostly_left_alone(files):
    share, marked = flagged(clean(*files))
    assert share <= 0.12, marked


@pytest.mark.parametrize("files", BOTH)
def test_small_lettered_names_on_no_list_are_mostly_seen(files):
    share, missed = recall(with_unlisted_names(*files))
    assert share >= 0.8, missed


@settings(deadline=None)
@given(TEXTS)
def test_marks_lie_inside_the_text_in_order_and_apart(text):
    found = marks(text)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@settings(deadline=None)
@given(TEXTS)
def test_nothing_that_should_go_is_left_and_nothing_else_goes(text):
    gone = [mark for mark in marks(text) if mark.strength is Strength.REMOVE]
    decisions = [Decision(mark.start, mark.end, mark.word) for mark in gone]
    kept, at = [], 0
    for mark in gone:
        kept += [text[at : mark.start], WORDS[mark.word]]
        at = mark.end
    assert replaced(text, decisions, WORDS) == "".join([*kept, text[at:]])


@settings(deadline=None)
@given(TEXTS, st.lists(st.tuples(st.integers(0, 200), st.integers(1, 20)), max_size=6))
def test_spans_that_lie_over_each_other_go_as_one(text, spans):
    decisions = [Decision(a, min(a + n, len(text))) for a, n in spans if a < len(text)]
    gone = {place for d in decisions for place in range(d.start, d.end)}
    stays = [letter for place, letter in enumerate(text) if place not in gone]
    assert list(replaced(text, decisions, {Word.SOMETHING: ""})) == stays


HARD = [
    "a" * 10_000,
    "1 " * 5000,
    "Kari " * 2000,
    "a@" * 5000,
    "a.b-" * 2500,
    "på en " * 1700,
    "æ" * 10_000,
    "A B " * 2500,
]
HARD += [
    "snap er " * 1250,
    "1.1." * 2500,
    "x_" * 5000,
    "skole " * 1600,
    "ni en " * 1600,
    "krøllalfa " * 1000,
    "\n" * 10_000,
]


@pytest.mark.parametrize("text", HARD, ids=lambda text: repr(text[:10]))
def test_no_text_takes_long(text):
    marks("varm")
    begun = time.process_time()
    marks(text[:10_000])
    assert time.process_time() - begun < 3


LISTS = LocalLists(("Lia",), ("Nedi Bukta",), ("Brattlaget",), ("Ask Hammer",))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("det er kaldt på lia", Kind.SCHOOL),
        ("vi bader alltid nedi bukta", Kind.PLACE),
        ("brattlaget vant", Kind.CLUB),
        ("ask hammer er snill", Kind.NAME),
    ],
)
def test_what_the_municipality_knows_by_name_is_marked_in_any_case(text, kind):
    assert not any(mark.kind is kind and mark.strength is Strength.REMOVE for mark in marks(text))
    assert any(mark.kind is kind and mark.strength is Strength.REMOVE for mark in marks(text, LISTS))


def test_an_age_counts_only_beside_something_else():
    assert marks("jeg er 12 år") == ()
    assert [mark.kind for mark in marks("jeg er 12 år og går i 7B")] == [Kind.AGE, Kind.CLASS]


@pytest.mark.parametrize(
    "text", ["Ring 116 111 om kvelden", "kl. 08.00-15.30", "skoleåret 2025-2026", "det koster 25 000 kr"]
)
def test_a_number_that_is_nobodys_is_left_alone(text):
    assert removed(text) == []


def test_every_kind_has_a_neutral_word_and_every_question_a_place():
    assert all(kind.word in Word for kind in Kind)
    assert tuple(Question) == QUESTIONS
