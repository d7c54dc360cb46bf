"""SVG: a drawing from outside, written anew with nothing in it but shapes and colours.

What is not on these lists does not get in. A drawing that tries to do something is refused;
what only the drawing program keeps for itself is left out.
"""

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from participation.owner.unfit import NotAPicture, Unfit

HEAVIEST = 20_000
DEEPEST = 50
NAMESPACE = "http://www.w3.org/2000/svg"
SHAPES = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
SHADES = {"defs", "linearGradient", "radialGradient", "stop", "clipPath"}
SILENT = {"title", "desc", "metadata"}
"""Words about the drawing, which nobody sees."""
MEASURES = {
    "id", "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "width", "height",
    "points", "viewBox", "preserveAspectRatio", "transform", "gradientTransform", "gradientUnits",
    "clipPathUnits", "spreadMethod", "offset",
}  # fmt: skip
LOOKS = {
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin",
    "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "stroke-opacity", "opacity", "stop-color",
    "stop-opacity", "clip-path", "clip-rule", "color", "display", "visibility",
}  # fmt: skip
HARMLESS = re.compile(r"[\w\s.,#%()+-]*", re.ASCII)
WITHIN = re.compile(r"\s*url\(#[\w.-]+\)\s*", re.ASCII)
"""A colour from the drawing's own shades: url(#sky)."""
LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*", re.ASCII)


def redrawn(content: bytes) -> bytes:
    """The same drawing in our own writing, or NotAPicture."""
    if len(content) > HEAVIEST:
        raise NotAPicture(Unfit.TOO_HEAVY)
    copy = _Copy()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = copy.begin, copy.end
    parser.StartDoctypeDeclHandler = copy.refuse
    try:
        parser.Parse(content, True)
    except NotAPicture:
        raise
    except (expat.ExpatError, LookupError, ValueError):
        raise NotAPicture(Unfit.BROKEN) from None
    return "".join(copy.written).encode()


class _Copy:
    """Writes down what is on the lists while the drawing is being read."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.depth = 0
        self.silent_from = 0

    def refuse(self, *_: object) -> None:
        raise NotAPicture(Unfit.MORE_THAN_SHAPES)

    def begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        space, _, name = tag.rpartition(" ")
        self.depth += 1
        if self.depth > DEEPEST or (self.depth == 1 and name != "svg"):
            raise NotAPicture(Unfit.BROKEN)
        if self.silent_from:
            return
        if space not in ("", NAMESPACE) or name in SILENT:
            self.silent_from = self.depth
        elif name not in SHAPES | SHADES:
            self.refuse()
        else:
            kept = dict(_kept(attributes))
            kept = _frame(kept) if self.depth == 1 else kept
            self.written.append(
                "".join([f"<{name}", *(f' {key}="{looks}"' for key, looks in kept.items()), ">"])
            )

    def end(self, tag: str) -> None:
        if not self.silent_from:
            self.written.append(f"</{tag.rpartition(' ')[2]}>")
        if self.silent_from == self.depth:
            self.silent_from = 0
        self.depth -= 1


def _frame(attributes: Mapping[str, str]) -> dict[str, str]:
    """The outermost element, which fills whatever room the page gives it."""
    sizes = [LENGTH.fullmatch(attributes.get(side, "")) for side in ("width", "height")]
    if "viewBox" not in attributes and not all(sizes):
        raise NotAPicture(Unfit.BROKEN)
    room = attributes.get("viewBox") or f"0 0 {' '.join(size[1] for size in sizes if size)}"
    rest = {key: value for key, value in attributes.items() if key in LOOKS}
    return {"xmlns": NAMESPACE, "viewBox": room, **rest}


def _kept(attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What may stay; what stands in `style` is written as attributes."""
    for name, value in attributes.items():
        bare = name.rpartition(" ")[2].lower()
        if bare.startswith("on") or bare == "href":
            raise NotAPicture(Unfit.MORE_THAN_SHAPES)
        if name == "style":
            pairs = (declared.partition(":") for declared in value.split(";"))
            yield from _allowed({key.strip(): looks.strip() for key, _, looks in pairs}, LOOKS)
        else:
            yield from _allowed({name: value}, MEASURES | LOOKS)


def _allowed(attributes: Mapping[str, str], names: set[str]) -> Iterator[tuple[str, str]]:
    for name, value in attributes.items():
        if "url" in value.lower() and not WITHIN.fullmatch(value):
            raise NotAPicture(Unfit.MORE_THAN_SHAPES)
        if name in names and HARMLESS.fullmatch(value):
            yield name, " ".join(value.split())
