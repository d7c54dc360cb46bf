"""Complaints: what is wrong with a survey as written, where, and what to do about it."""

from dataclasses import dataclass
from enum import Enum, auto


class Weight(Enum):
    """What a complaint leads to."""

    BROKEN = auto()
    """The survey cannot be used, and the house does not open."""
    NOT_OFFERED = auto()
    """The survey is used, but not in this language."""
    WARNING = auto()
    """The survey is used; somebody should look at it."""


@dataclass(frozen=True)
class Complaint:
    file: str
    key: str
    remedy: str
    weight: Weight = Weight.BROKEN

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.remedy}"
