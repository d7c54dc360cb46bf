"""Deadlines: early enough to matter, and answered in time."""

from datetime import date

from participation.rights.deadlines import days_left, is_late, overdue

DECISION = date(2026, 12, 15)


def test_days_left_are_counted_to_the_decision():
    assert days_left(DECISION, today=date(2026, 12, 5)) == 10


def test_no_days_are_left_on_the_day_of_the_decision():
    assert days_left(DECISION, today=DECISION) == 0


def test_after_the_decision_the_days_count_below_zero():
    assert days_left(DECISION, today=date(2026, 12, 16)) == -1


def test_fourteen_days_are_early_enough():
    assert not is_late(DECISION, today=date(2026, 12, 1))


def test_thirteen_days_are_late():
    assert is_late(DECISION, today=date(2026, 12, 2))


def test_it_is_late_once_the_decision_is_made():
    assert is_late(DECISION, today=date(2027, 1, 1))


def test_an_answer_is_not_overdue_on_the_promised_day():
    assert not overdue(DECISION, today=DECISION)


def test_an_answer_is_overdue_the_day_after():
    assert overdue(DECISION, today=date(2026, 12, 16))
