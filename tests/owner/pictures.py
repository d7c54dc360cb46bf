"""Pictures as somebody may upload them: honest ones, and some that are not."""

import struct
import zlib

DRAWING = b"""<?xml version="1.0"?><!-- drawn at school -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:tool="http://tool.example/"
 width="48" height="24px" tool:version="1">
 <title>Bussen v\xc3\xa5r</title><metadata><tool:who>Kari</tool:who></metadata>
 <defs><linearGradient id="sky"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
 <g class="a" tool:label="layer" style="fill:#123456; stroke : none; font-family:'Arial'">
  <path d="M4 4h9&#10;v9z" fill="url(#sky)" transform="translate(1,2)"/><circle cx="9" cy="9" r="4.5"/>
 </g>
</svg>"""
REDRAWN = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 24"><defs><linearGradient id="sky">'
    b'<stop offset="0" stop-color="#fff"></stop></linearGradient></defs><g fill="#123456" stroke="none">'
    b'<path d="M4 4h9 v9z" fill="url(#sky)" transform="translate(1,2)"></path>'
    b'<circle cx="9" cy="9" r="4.5"></circle></g></svg>'
)


def svg(inside: str = "", attributes: str = "", before: str = "") -> bytes:
    return (
        f'{before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 9 9" {attributes}>{inside}<path d="M0 0h9"/></svg>'
    ).encode()


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(
    width: int = 3,
    height: int = 2,
    *,
    depth: int = 8,
    colour: int = 6,
    interlaced: int = 0,
    pixels: bytes | None = None,
    also: tuple[bytes, ...] = (),
    hidden: bytes = b"",
    after: bytes = b"",
) -> bytes:
    """A picture; `also` are chunks before the pixels, `hidden` lies behind these, `after` behind the end."""
    if pixels is None:
        pixels = (b"\0" + b"\x10\x20\x30\xff" * width) * height
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, interlaced)
    parts = [chunk(b"IHDR", header), *also, chunk(b"IDAT", zlib.compress(pixels) + hidden)]
    return b"\x89PNG\r\n\x1a\n" + b"".join([*parts, chunk(b"IEND", b"")]) + after
