"""Drawing: bars on white, each under its label, so that long words and small screens have room.

The layout is plain arithmetic in points; Matplotlib only puts ink where the layout says.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from textwrap import wrap
from threading import Lock
from typing import Any

MARGIN = 12
WIDTH = 360
LINE, BAR, GAP, SECTION_GAP = 20, 20, 14, 16
ROOM_FOR_A_TEXT, A_LETTER = 56, 7.5
LEAST_SCALE = 10
"""A bar of fewer never fills the chart: few is few."""
STUB = 52
LETTERS_IN_A_LINE = 39

INK, PALE, FRAME = "#14302f", "#ffffff", "#3c4f4b"
LOOKS = (
    ("#0b4a4d", ""),
    ("#a8501c", "///"),
    ("#3b4f91", ".."),
    ("#6a6a12", "\\\\\\"),
    ("#7d3a69", "xx"),
    ("#2f6b8a", "--"),
    ("#8a2f2f", "++"),
    ("#4f5b5a", "oo"),
)

_matplotlib_settings = Lock()
"""Matplotlib keeps its settings in one place for the whole process: one drawing at a time."""


@dataclass(frozen=True)
class Bar:
    """One count to draw: certain up to `lowest`, possible up to `highest`; None for one kept to ourselves.

    `text` is what stands beside it; `look` chooses colour and pattern.
    """

    label: str
    text: str
    lowest: int | None = None
    highest: int | None = None
    look: int = 0


@dataclass(frozen=True)
class Section:
    """Bars that belong together, under a heading if there is more than one section."""

    heading: str | None
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class _Box:
    left: float
    top: float
    width: float
    height: float
    fill: str
    hatch: str
    frame: str | None = None


@dataclass(frozen=True)
class _Text:
    left: float
    middle: float
    text: str
    bold: bool = False


_Shape = _Box | _Text


def drawn(sections: tuple[Section, ...], direction: str) -> str:
    """The bars as Matplotlib's SVG, text as text, the same bytes every time."""
    shapes, height = _layout(sections)
    return _painted(shapes, height, mirrored=direction == "rtl")


def _layout(sections: tuple[Section, ...]) -> tuple[list[_Shape], float]:
    """All shapes from the top down, and how far down they reach."""
    bars = [bar for section in sections for bar in section.bars]
    most = max([LEAST_SCALE, *(bar.highest or 0 for bar in bars)])
    longest = max((len(bar.text) for bar in bars), default=0)
    scale = (WIDTH - 2 * MARGIN - max(ROOM_FOR_A_TEXT, 10 + A_LETTER * longest)) / most
    shapes: list[_Shape] = []
    top = float(MARGIN)
    for section in sections:
        for line in wrap(section.heading or "", LETTERS_IN_A_LINE):
            shapes.append(_Text(MARGIN, top + LINE / 2 - 2, line, bold=True))
            top += LINE
        top += 4 if section.heading else 0
        for bar in section.bars:
            placed, top = _bar(bar, top, scale)
            shapes += placed
        top += SECTION_GAP
    return shapes, top - SECTION_GAP - GAP + MARGIN


def _bar(bar: Bar, top: float, scale: float) -> tuple[list[_Shape], float]:
    shapes: list[_Shape] = []
    for line in wrap(bar.label, LETTERS_IN_A_LINE):
        shapes.append(_Text(MARGIN, top + LINE / 2 - 2, line))
        top += LINE
    if bar.lowest is None or bar.highest is None:
        box = _Box(MARGIN, top, STUB, BAR, PALE, "////", FRAME)
        shapes += [box, _Text(MARGIN + STUB + 10, top + BAR / 2, bar.text)]
        return shapes, top + BAR + GAP
    fill, hatch = LOOKS[bar.look % len(LOOKS)]
    certain, possible = (scale * n for n in (bar.lowest, bar.highest))
    if certain or not possible:
        shapes.append(_Box(MARGIN, top, certain, BAR, fill, hatch))
    if possible > certain:
        shapes.append(_Box(MARGIN + certain, top, possible - certain, BAR, PALE, "////", FRAME))
    shapes.append(_Text(MARGIN + possible + 8, top + BAR / 2, bar.text, bold=True))
    return shapes, top + BAR + GAP


def _painted(shapes: Iterable[_Shape], height: float, *, mirrored: bool) -> str:
    from matplotlib import rc_context
    from matplotlib.figure import Figure
    from matplotlib.patches import Rectangle

    settings: Any = {"svg.fonttype": "none", "svg.hashsalt": "participation", "hatch.linewidth": 1.2}
    with _matplotlib_settings, rc_context(settings):
        figure = Figure(figsize=(WIDTH / 72, height / 72), dpi=72)
        for shape in shapes:
            if isinstance(shape, _Text):
                figure.text(**_text(shape, height, mirrored))
            else:
                figure.add_artist(Rectangle(**_box(shape, height, mirrored)))
        out = StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None})
    return out.getvalue()


def _text(text: _Text, height: float, mirrored: bool) -> dict[str, Any]:
    return {
        "x": (WIDTH - text.left if mirrored else text.left) / WIDTH,
        "y": 1 - text.middle / height,
        "s": text.text,
        "color": INK,
        "fontsize": 14,
        "fontweight": "bold" if text.bold else "normal",
        "ha": "right" if mirrored else "left",
        "va": "center_baseline",
        "parse_math": False,
    }


def _box(box: _Box, height: float, mirrored: bool) -> dict[str, Any]:
    left = WIDTH - box.left - box.width if mirrored else box.left
    return {
        "xy": (left, height - box.top - box.height),
        "width": box.width,
        "height": box.height,
        "transform": None,
        "facecolor": box.fill,
        "hatch": box.hatch or None,
        "hatchcolor": box.frame or PALE,
        "edgecolor": box.frame or "none",
        "linestyle": (0, (3, 2)),
        "linewidth": 1 if box.frame else 0,
    }
