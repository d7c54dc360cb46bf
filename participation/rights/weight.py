"""Weight: how much a child's view counted when something was decided."""

from enum import StrEnum


class Weight(StrEnum):
    """From most to least."""

    DECISIVE = "decisive"
    GREAT = "great"
    SOME = "some"
    LITTLE = "little"
    NONE = "none"
