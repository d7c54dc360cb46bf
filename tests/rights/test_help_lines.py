"""Help lines: numbers that somebody has checked, ready to dial."""

from dataclasses import replace
from datetime import timedelta

import pytest

from participation.rights.help_lines import ALWAYS_SHOWN, HELP_LINES

LINES = {line.key: line for line in HELP_LINES}


@pytest.mark.parametrize("line", HELP_LINES, ids=lambda line: line.key)
def test_every_help_line_tells_when_it_was_checked(line):
    assert line.verified_on is not None


def test_the_alarm_line_for_children_comes_first():
    assert HELP_LINES[0].dialled == "116111"


def test_the_number_is_dialled_without_spaces():
    assert LINES["kors"].dialled == "80033321"


def test_emergency_numbers_are_answered_round_the_clock():
    emergencies = [LINES[key] for key in ("police", "medical")]
    assert [(line.dialled, line.round_the_clock) for line in emergencies] == [("112", True), ("113", True)]


def test_a_line_that_closes_at_night_does_not_say_otherwise():
    assert not LINES["kors"].round_the_clock


def test_no_two_help_lines_share_a_key_or_a_number():
    assert len(LINES) == len({line.dialled for line in HELP_LINES}) == len(HELP_LINES)


def test_a_number_is_due_again_after_a_hundred_days_and_not_before():
    line = LINES["alarm"]
    assert not line.is_due(line.verified_on + timedelta(days=100))
    assert line.is_due(line.verified_on + timedelta(days=101))
    assert replace(line, verified_on=None).is_due(line.verified_on)


def test_what_is_never_hidden_is_116_111_and_112_and_113():
    assert {LINES[key].dialled for key in ALWAYS_SHOWN} == {"116111", "112", "113"}
