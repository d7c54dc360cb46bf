"""Help lines: numbers that somebody has checked, ready to dial."""

import pytest

from participation.rights.help_lines import HELP_LINES

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
