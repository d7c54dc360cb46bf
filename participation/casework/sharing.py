"""Sharing: what the child lets happen with each part of what it says."""

from dataclasses import dataclass
from enum import Enum, auto

LONGEST_PASSAGE = 2000


class Sharing(Enum):
    """What the child lets happen with a passage. What is taken out is never kept."""

    PLAN = auto()
    COORDINATOR = auto()
    TAKEN_OUT = auto()


@dataclass(frozen=True)
class Chosen:
    """What was asked, in the words that were shown, what the child answers, and who may have it."""

    question: str
    asked: str
    words: str
    sharing: Sharing
    strokes: str = ""
    """What was drawn, where the answer is a drawing."""

    @property
    def says_something(self) -> bool:
        return self.sharing is not Sharing.TAKEN_OUT and bool(self.words or self.strokes)
