"""Contrast: how much one colour stands out from another, as WCAG 2.2 works it out, and what would do."""

import re
from collections.abc import Iterable

TEXT, SHAPE = 7.0, 3.0
"""What a text owes the ground it stands on (1.4.6), and an edge or a picture (1.4.11)."""
COLOUR = re.compile(r"#[0-9a-f]{6}")
STEPS = 255


def is_colour(written: str) -> bool:
    """Only the form #rrggbb: no name, no function, nothing else that a stylesheet could be made to do."""
    return COLOUR.fullmatch(written) is not None


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def nearest(colour: str, grounds: Iterable[tuple[str, float]]) -> str | None:
    """The shade nearest to this colour that stands out enough from each ground; None where no shade does."""
    asked = tuple(grounds)
    for step in range(STEPS + 1):
        for end in ("#000000", "#ffffff"):
            shade = _mixed(colour, end, step / STEPS)
            if all(contrast(shade, ground) >= least for ground, least in asked):
                return shade
    return None


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


def _luminance(colour: str) -> float:
    parts = (part / 255 for part in _channels(colour))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(colour: str, end: str, share: float) -> str:
    pairs = zip(_channels(colour), _channels(end), strict=True)
    return "#" + "".join(f"{round(one + (other - one) * share):02x}" for one, other in pairs)
