"""Unfit: why a file that somebody uploads cannot become a picture on a child's page."""

from enum import Enum, auto


class Unfit(Enum):
    NO_PICTURE = auto()
    """Neither SVG nor PNG."""
    TOO_HEAVY = auto()
    TOO_LARGE = auto()
    BROKEN = auto()
    MORE_THAN_SHAPES = auto()
    """A drawing with script, text, links, pictures or a style sheet in it."""


class NotAPicture(ValueError):
    """The file cannot be taken in."""

    def __init__(self, why: Unfit) -> None:
        super().__init__(why.name)
        self.why = why
