"""Help lines: whom a child in Norway can reach at once; numbers must be checked again every quarter."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

DAYS_VERIFIED = 100
"""A quarter and a week or two: so long a number may be trusted before somebody checks it again."""
ALWAYS_SHOWN = frozenset({"alarm", "medical", "police"})
"""116 111, 113 and 112 stand on every page, as they are."""


@dataclass(frozen=True)
class HelpLine:
    key: str
    name: str
    number: str
    web: str | None
    round_the_clock: bool
    verified_on: date | None
    opens: str = ""
    closes: str = ""
    about: Mapping[str, str] = field(default_factory=dict)
    """What it is for, by language; empty for the national ones, whose words are the house's own."""

    @property
    def dialled(self) -> str:
        """The number as a telephone wants it."""
        return self.number.replace(" ", "")

    def is_due(self, today: date) -> bool:
        """Whether somebody should check it again. A child still sees it meanwhile."""
        return self.verified_on is None or today - self.verified_on > timedelta(days=DAYS_VERIFIED)


_READ_ON = date(2026, 11, 21)

HELP_LINES: tuple[HelpLine, ...] = (
    HelpLine("alarm", "Alarmtelefonen for barn og unge", "116 111", "116111.no", True, _READ_ON),
    HelpLine("kors", "Kors på halsen", "800 33 321", "korspåhalsen.no", False, _READ_ON),
    HelpLine("mental", "Mental Helse", "116 123", "sidetmedord.no", True, _READ_ON),
    HelpLine("kirkens", "Kirkens SOS", "22 40 00 40", "soschat.no", True, _READ_ON),
    HelpLine("legevakt", "Legevakt", "116 117", None, True, _READ_ON),
    HelpLine("medical", "Medisinsk nødtelefon", "113", None, True, _READ_ON),
    HelpLine("police", "Politiets nødtelefon", "112", None, True, _READ_ON),
    HelpLine("police2", "Politiet", "02800", "politiet.no", False, _READ_ON),
)
