"""Answers: what became of a question, and why there is none where there is none."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Value = str | tuple[str, ...]
"""What was answered: an option, several options, or own words."""


class Status(StrEnum):
    """What became of a question; no question has to be answered, and why not is worth knowing."""

    ANSWERED = "answered"
    SKIPPED = "skipped"
    DONT_KNOW = "dont_know"
    WONT_SAY = "wont_say"
    LATER = "later"
    NOT_UNDERSTOOD = "not_understood"
    NOT_SHOWN = "not_shown"


@dataclass(frozen=True)
class Answer:
    """What became of one question: a value when it was answered, and only then."""

    status: Status
    value: Value | None = None

    def __post_init__(self) -> None:
        if (self.status is Status.ANSWERED) != (self.value is not None):
            raise ValueError(f"{self.status} does not go with the value {self.value!r}")

    def to_plain(self) -> dict[str, Any]:
        """As JSON can hold it."""
        if self.value is None:
            return {"status": self.status.value}
        value = self.value if isinstance(self.value, str) else list(self.value)
        return {"status": self.status.value, "value": value}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Answer":
        """The same answer again, out of JSON."""
        value = plain.get("value")
        return cls(Status(plain["status"]), tuple(value) if isinstance(value, list) else value)


Answers = Mapping[str, Answer]
"""What became of the questions so far, by question id."""


class NotAnAnswer(ValueError):
    """The given value is no possible answer to this question."""
