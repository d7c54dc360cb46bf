"""PNG: a picture from outside, put together anew from its pixels alone.

Where it was taken, by whom, and whatever somebody hung on behind stays outside.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from participation.owner.unfit import NotAPicture, Unfit

HEAVIEST = 60_000
LARGEST = 512
SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""How many numbers make a pixel, by colour type."""
DEPTHS = {0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}
PALETTE = 3
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Where the seven passes of an interlaced picture begin, and how far they step."""


@dataclass(frozen=True)
class Header:
    width: int
    height: int
    depth: int
    colour: int
    compression: int
    filtering: int
    interlaced: int

    @property
    def fits(self) -> bool:
        known = self.depth in DEPTHS.get(self.colour, ()) and self.interlaced in (0, 1)
        return known and not self.compression and not self.filtering and self.width * self.height > 0

    @property
    def weight(self) -> int:
        """How many bytes its pixels are, each row with its filter."""
        bits = self.depth * CHANNELS[self.colour]
        return sum(rows * (1 + (columns * bits + 7) // 8) for columns, rows in self._parts() if columns)

    def _parts(self) -> Iterator[tuple[int, int]]:
        for x, y, across, down in PASSES if self.interlaced else ((0, 0, 1, 1),):
            yield -(-(self.width - x) // across), -(-(self.height - y) // down)


def redrawn(content: bytes) -> bytes:
    """The same pixels in a new file, or NotAPicture."""
    if len(content) > HEAVIEST:
        raise NotAPicture(Unfit.TOO_HEAVY)
    found = _chunks(content)
    header = _header(found.get(b"IHDR", b""))
    palette, see_through = _colours(header, found)
    pixels = _pixels(found.get(b"IDAT", b""), header.weight)
    parts = [_chunk(b"IHDR", found[b"IHDR"])]
    parts += [_chunk(kind, body) for kind, body in ((b"PLTE", palette), (b"tRNS", see_through)) if body]
    parts += [_chunk(b"IDAT", zlib.compress(pixels, 9)), _chunk(b"IEND", b"")]
    return SIGNATURE + b"".join(parts)


def _chunks(content: bytes) -> dict[bytes, bytes]:
    """What the file holds up to its end; what hangs on behind the end is never looked at."""
    found: dict[bytes, bytes] = {}
    place, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        length = int.from_bytes(content[place : place + 4])
        kind, body = content[place + 4 : place + 8], content[place + 8 : place + 8 + length]
        if content[place + 8 + length : place + 12 + length] != _sum(kind + body):
            raise NotAPicture(Unfit.BROKEN)
        if kind in found and kind != b"IDAT":
            raise NotAPicture(Unfit.BROKEN)
        found[kind] = found.get(kind, b"") + body
        place += 12 + length
    return found


def _header(body: bytes) -> Header:
    if len(body) != 13:
        raise NotAPicture(Unfit.BROKEN)
    header = Header(*struct.unpack(">IIBBBBB", body))
    if not header.fits:
        raise NotAPicture(Unfit.BROKEN)
    if max(header.width, header.height) > LARGEST:
        raise NotAPicture(Unfit.TOO_LARGE)
    return header


def _colours(header: Header, found: dict[bytes, bytes]) -> tuple[bytes, bytes]:
    """The palette and what is see-through, where this kind of picture has them."""
    palette = found.get(b"PLTE", b"") if header.colour == PALETTE else b""
    rooms = {0: 2, 2: 6, PALETTE: len(palette) // 3}
    see_through = found.get(b"tRNS", b"") if header.colour in rooms else b""
    is_short = header.colour == PALETTE and (not palette or len(palette) % 3 or len(palette) > 768)
    if is_short or len(see_through) > rooms.get(header.colour, 0):
        raise NotAPicture(Unfit.BROKEN)
    return palette, see_through


def _pixels(packed: bytes, weight: int) -> bytes:
    """Exactly as many bytes as the header promises; unpacking stops there, whatever follows."""
    unpacking = zlib.decompressobj()
    try:
        pixels = unpacking.decompress(packed, weight + 1)
    except zlib.error:
        raise NotAPicture(Unfit.BROKEN) from None
    if len(pixels) != weight:
        raise NotAPicture(Unfit.BROKEN)
    return pixels


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + _sum(kind + body)


def _sum(covered: bytes) -> bytes:
    return struct.pack(">I", zlib.crc32(covered))
