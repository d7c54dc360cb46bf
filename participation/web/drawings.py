"""Drawings: what a child drew, as a picture that stands in the page. Only numbers ever reach it."""

from flask_babel import gettext
from markupsafe import Markup

from participation.surveys.questions.told import SIDE, Stroke, strokes_in

DOT = 1
"""A touch without a movement is drawn as a short line, so that it is seen."""


def svg(strokes: str) -> str:
    """The picture by itself, black on white, as documents take it."""
    paths = "".join(f'<path d="{_path(stroke)}"/>' for stroke in strokes_in(strokes) if stroke)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" width="{SIDE}" height="{SIDE}">'
        f'<rect width="{SIDE}" height="{SIDE}" fill="#fff"/><g fill="none" stroke="#000" stroke-width="8" '
        f'stroke-linecap="round" stroke-linejoin="round">{paths}</g></svg>'
    )


def drawn(strokes: str) -> Markup:
    """The picture for a page, with its name for those who do not see it; nothing where nothing was drawn."""
    if not strokes:
        return Markup()
    label = Markup.escape(gettext("A drawing"))
    picture = svg(strokes).replace("<svg ", f'<svg class="drawn" role="img" aria-label="{label}" ', 1)
    return Markup(picture)  # noqa: S704 - strokes_in lets nothing but whole numbers through


def _path(stroke: Stroke) -> str:
    (x, y), *rest = stroke
    return f"M{x} {y}" + "".join(f"L{x} {y}" for x, y in rest or [(x + DOT, y)])
