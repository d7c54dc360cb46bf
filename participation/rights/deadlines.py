"""Deadlines: whether children are heard early enough, and answered when they were promised."""

from datetime import date

ENOUGH_DAYS = 14
"""Our own measure of "early enough to affect the outcome"; the law gives no number."""


def days_left(decision_on: date, today: date) -> int:
    """Days until the decision; below zero once it has been made."""
    return (decision_on - today).days


def is_late(decision_on: date, today: date) -> bool:
    """Whether too little time is left for young people to be heard in earnest."""
    return days_left(decision_on, today) < ENOUGH_DAYS


def overdue(promised_on: date, today: date) -> bool:
    """Whether the day something was promised has gone by; on the day itself there is still time."""
    return today > promised_on
