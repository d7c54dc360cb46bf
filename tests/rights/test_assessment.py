"""The child-rights assessment: what finishing it still lacks, and how early it came."""

from datetime import date

import pytest

from participation.rights.assessment import (
    QUESTIONS,
    Evidence,
    Kind,
    Step,
    days_before,
    missing,
    questions_of,
    screened_out,
)

SAMPLE = {
    Kind.TEXT: "Because.",
    Kind.DATE: "2026-11-21",
    Kind.ARTICLES: ("3", "12"),
    Kind.EVIDENCE: "The ninth grade, in May.",
}


def answered(*steps, **changes):
    """All required questions of the steps answered (of every step when none is named)."""
    asked = [q for q in QUESTIONS.values() if q.step in (steps or Step) and not q.optional]
    return {q.id: q.options[0] if q.options else SAMPLE[q.kind] for q in asked} | changes


def test_an_assessment_with_every_required_answer_lacks_nothing():
    assert missing(answered()) == ()


def test_an_empty_assessment_lacks_every_required_question_in_order():
    assert missing({}) == tuple(q.id for q in QUESTIONS.values() if not q.optional)


def test_optional_questions_are_never_missing():
    assert not {"E13", "E19", "E23b", "E28"} & set(missing({}))


@pytest.mark.parametrize("question", ["E20", "E21"])
def test_what_changed_and_what_was_not_followed_must_be_told(question):
    assert missing(answered() | {question: ""}) == (question,)


def test_blank_text_is_no_answer():
    assert missing(answered(E15=" \n")) == ("E15",)


def test_a_choice_nobody_offered_is_no_answer():
    assert missing(answered(E12="splendid")) == ("E12",)


@pytest.mark.parametrize("value", ["", "soon", "2026-02-30", ("2026-11-21",)])
def test_a_date_must_be_a_day_in_the_calendar(value):
    assert missing(answered(E26=value)) == ("E26",)


@pytest.mark.parametrize("value", [(), ("3", "43"), ("0",), "12"])
def test_articles_must_be_chosen_among_the_rights_of_the_convention(value):
    assert missing(answered(E11=value)) == ("E11",)


def test_several_answers_where_one_is_asked_for_are_no_answer():
    assert missing(answered(E01=("one", "two"))) == ("E01",)


@pytest.mark.parametrize("evidence", Evidence)
def test_a_summary_or_a_statement_is_evidence_of_what_children_said(evidence):
    assert missing(answered(E08=""), {evidence}) == ()


def test_what_children_said_may_also_be_told_in_words():
    assert missing(answered(E08="No child was heard: the youngest is one year old.")) == ()


def test_without_evidence_or_words_the_childrens_views_are_missing():
    assert missing(answered(E08="")) == ("E08",)


def test_evidence_answers_no_other_question():
    assert missing(answered(E16=""), {Evidence.SUMMARY}) == ("E16",)


def test_when_no_child_is_affected_the_screening_is_enough():
    assert missing(answered(Step.SCREEN, E03="no", E04="no")) == ()


def test_a_screening_that_ends_there_must_itself_be_whole():
    assert missing({"E03": "no", "E04": "no"}) == ("E01", "E02", "E02b", "E03b", "E04b")


@pytest.mark.parametrize(("affected", "full"), [("yes", "no"), ("unsure", "no"), ("no", "yes"), ("no", "")])
def test_in_every_other_case_the_full_assessment_is_needed(affected, full):
    answers = answered(Step.SCREEN, E03=affected, E04=full)
    assert not screened_out(answers)
    assert "E15" in missing(answers)


def test_every_step_has_questions_and_every_question_a_step():
    assert [q for step in Step for q in questions_of(step)] == list(QUESTIONS.values())


def test_the_28_questions_keep_their_numbers():
    assert {question.id[:3] for question in QUESTIONS.values()} == {f"E{n:02}" for n in range(1, 29)}


def test_choices_and_nothing_else_have_options():
    assert all(bool(q.options) == (q.kind is Kind.CHOICE) for q in QUESTIONS.values())


def test_days_before_counts_from_finishing_to_the_decision():
    assert days_before(date(2026, 11, 21), date(2026, 12, 1)) == 10


def test_an_assessment_on_the_day_of_the_decision_came_no_days_before():
    assert days_before(date(2026, 12, 1), date(2026, 12, 1)) == 0


def test_an_assessment_after_the_decision_counts_below_zero():
    assert days_before(date(2026, 12, 3), date(2026, 12, 1)) == -2
