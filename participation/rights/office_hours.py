"""Office hours: when somebody reads, how long a child has waited of that time, and until when it is read."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

FIXED = {(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)}
"""Public holidays with a date of their own (month, day)."""
AROUND_EASTER = {-3, -2, 1, 39, 50}
"""Maundy Thursday, Good Friday, Easter Monday, Ascension Day and Whit Monday, in days from Easter Day."""
LONGEST_WAIT_TO_READ = timedelta(hours=4)
"""Our own measure, in office hours: so long may a child who asks for help wait until somebody has read it."""


@dataclass(frozen=True)
class OfficeHours:
    """From when to when somebody reads, on every working day."""

    opens: time
    closes: time

    def waited(self, since: datetime, until: datetime) -> timedelta:
        """How much office time has gone by."""
        days = range((until.date() - since.date()).days + 1)
        spans = (self._open_on(since.date() + timedelta(days=n)) for n in days)
        nothing = timedelta()
        return sum(
            (max(min(closed, until) - max(opened, since), nothing) for opened, closed in spans), nothing
        )

    def read_by(self, sent: datetime) -> datetime:
        """When it has been read at the latest, if the promise is kept."""
        left, day = LONGEST_WAIT_TO_READ, sent.date()
        while True:
            opened, closed = self._open_on(day)
            begins = max(opened, sent)
            if closed - begins >= left:
                return begins + left
            left -= max(closed - begins, timedelta())
            day += timedelta(days=1)

    def _open_on(self, day: date) -> tuple[datetime, datetime]:
        closes = self.closes if is_working_day(day) else self.opens
        return datetime.combine(day, self.opens), datetime.combine(day, closes)


USUAL_HOURS = OfficeHours(time(8, 0), time(15, 30))
"""What is promised where the municipality has said nothing else."""


def is_working_day(day: date) -> bool:
    around = (day - easter(day.year)).days
    return day.weekday() < 5 and (day.month, day.day) not in FIXED and around not in AROUND_EASTER


def next_working_day(day: date) -> date:
    """The first working day after this one."""
    following = day + timedelta(days=1)
    return following if is_working_day(following) else next_working_day(following)


def easter(year: int) -> date:
    """Easter Day, by the Gregorian rule as Meeus and others write it."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
