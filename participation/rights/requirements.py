"""Requirements: the nine of General Comment 12 for hearing children, and the list of eight as a view."""

from collections.abc import Mapping
from enum import StrEnum


class Requirement(StrEnum):
    """In the order of paragraph 134, from a to i."""

    TRANSPARENT = "transparent"
    VOLUNTARY = "voluntary"
    RESPECTFUL = "respectful"
    RELEVANT = "relevant"
    CHILD_FRIENDLY = "child_friendly"
    INCLUSIVE = "inclusive"
    TRAINING = "training"
    SAFE = "safe"
    ACCOUNTABLE = "accountable"

    @property
    def letter(self) -> str:
        return "abcdefghi"[list(Requirement).index(self)]


EIGHT_POINTS: Mapping[int, Requirement] = dict(
    enumerate((each for each in Requirement if each is not Requirement.INCLUSIVE), start=1)
)
"""The numbered list in Norwegian guides; it leaves out "inclusive", which we keep."""
