"""Office hours: nights, weekends and holidays are no time that anybody reads in."""

from datetime import date, datetime, time, timedelta

import pytest

from participation.rights.office_hours import (
    USUAL_HOURS,
    OfficeHours,
    easter,
    is_working_day,
    next_working_day,
)

FRIDAY = date(2026, 11, 20)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute))


@pytest.mark.parametrize(
    ("year", "day"), [(2024, date(2024, 3, 31)), (2026, date(2026, 4, 5)), (2038, date(2038, 4, 25))]
)
def test_easter_is_when_it_is(year, day):
    assert easter(year) == day


@pytest.mark.parametrize(
    "day", ["2026-04-02", "2026-04-06", "2026-05-14", "2026-05-17", "2026-05-25", "2026-12-25"]
)
def test_on_a_public_holiday_nobody_reads(day):
    assert not is_working_day(date.fromisoformat(day))


def test_the_day_after_friday_is_monday():
    assert next_working_day(FRIDAY) == date(2026, 11, 23)


def test_what_is_sent_in_the_morning_is_read_the_same_day():
    assert USUAL_HOURS.read_by(at(FRIDAY, 9)) == at(FRIDAY, 13)


def test_what_is_sent_late_on_friday_is_read_on_monday_with_what_is_left_of_the_four_hours():
    assert USUAL_HOURS.read_by(at(FRIDAY, 14)) == datetime(2026, 11, 23, 10, 30)


@pytest.mark.parametrize("hour", [7, 16, 23])
def test_what_is_sent_outside_the_hours_waits_for_the_next_opening(hour):
    opens = at(FRIDAY, 12) if hour == 7 else datetime(2026, 11, 23, 12)
    assert USUAL_HOURS.read_by(at(FRIDAY, hour)) == opens


def test_a_weekend_is_no_waiting_time():
    assert USUAL_HOURS.waited(at(FRIDAY, 14), datetime(2026, 11, 23, 9)) == timedelta(hours=2, minutes=30)


def test_nobody_has_waited_before_it_was_sent_or_at_night():
    assert USUAL_HOURS.waited(at(FRIDAY, 16), at(FRIDAY, 23)) == timedelta()
    assert USUAL_HOURS.waited(at(FRIDAY, 9), at(FRIDAY, 9)) == timedelta()


def test_own_hours_of_the_municipality_count():
    short = OfficeHours(time(10), time(14))
    assert short.read_by(at(FRIDAY, 8)) == at(FRIDAY, 14)
