"""QR: an address as a square that a phone can read, drawn as SVG that stands in the page."""

from io import BytesIO

import segno
from markupsafe import Markup


def svg(address: str, title: str) -> Markup:
    """The square with its title, black on white whatever the page's colours are."""
    code = segno.make(address, error="m", micro=False)
    drawn = code.svg_inline(
        scale=4, border=2, dark="#000", light="#fff", title=title, svgclass="qr", omitsize=True
    )
    return Markup(drawn.replace("<svg", '<svg role="img"', 1))  # noqa: S704 - segno escapes the title


def drawn(address: str) -> str:
    """The square as a picture by itself, for documents."""
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", scale=4, border=2, light="#fff")
    return out.getvalue().decode()
