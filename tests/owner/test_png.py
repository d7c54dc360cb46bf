"""A PNG from outside comes in with its pixels, and with nothing that lies between or behind them."""

import zlib

import pytest

from participation.owner.png import HEAVIEST, LARGEST, redrawn
from participation.owner.unfit import NotAPicture, Unfit
from tests.owner.pictures import chunk, png

PAGE = b"<html><script>alert(1)</script></html>"
SECRET = b"Tatt av Kari i Storgata 4"
LADEN = {
    "text": png(also=(chunk(b"tEXt", b"Author\0" + SECRET),)),
    "packed text": png(also=(chunk(b"zTXt", b"Comment\0\0" + zlib.compress(SECRET, 0)),)),
    "where it was taken": png(also=(chunk(b"eXIf", SECRET),)),
    "a colour profile": png(also=(chunk(b"iCCP", SECRET),)),
    "moving pictures": png(also=(chunk(b"acTL", SECRET),)),
    "a page between": png(also=(chunk(b"prVt", PAGE),)),
    "a page behind the pixels": png(hidden=PAGE + SECRET),
    "a page behind the end": png(after=PAGE + SECRET),
    "a palette nobody needs": png(also=(chunk(b"PLTE", SECRET[:24]),)),
}


def refused(picture: bytes) -> Unfit:
    with pytest.raises(NotAPicture) as refusal:
        redrawn(picture)
    return refusal.value.why


@pytest.mark.parametrize("picture", LADEN.values(), ids=LADEN)
def test_nothing_but_the_pixels_comes_in(picture):
    assert redrawn(picture) == redrawn(png())
    assert SECRET[:24] not in redrawn(picture)
    assert b"script" not in redrawn(picture)


def test_pixels_that_spell_a_page_come_out_packed_anew():
    """Somebody can choose pixels so that the packed bytes read as a page; packed anew they do not."""
    pixels = b"\0" + (PAGE + b"    ")[:40] + b"\0" + b"\0" * 40
    plain = png(10, 2, pixels=pixels).replace(zlib.compress(pixels), zlib.compress(pixels, 0))
    spelled = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", plain[16:29]) + chunk(b"IDAT", zlib.compress(pixels, 0))
    spelled += chunk(b"IEND", b"")
    assert b"<script>" in spelled
    assert b"<script>" not in redrawn(spelled)


WHOLE = {
    "grey": png(9, 2, depth=1, colour=0, pixels=b"\0\1\2" * 2, also=(chunk(b"tRNS", b"\0\1"),)),
    "palette": png(
        2, 1, depth=8, colour=3, pixels=b"\0\0\1", also=(chunk(b"PLTE", b"abcdef"), chunk(b"tRNS", b"\0"))
    ),
    "sixteen bits": png(1, 1, depth=16, colour=2, pixels=b"\0" * 7),
    "interlaced": png(3, 3, depth=8, colour=0, interlaced=1, pixels=b"\0" * (2 + 2 + 3 + 4 + 4)),
}


@pytest.mark.parametrize("picture", WHOLE.values(), ids=WHOLE)
def test_what_belongs_to_the_colours_is_kept(picture):
    again = redrawn(picture)
    assert redrawn(again) == again
    assert [kind in again for kind in (b"PLTE", b"tRNS")] == [kind in picture for kind in (b"PLTE", b"tRNS")]


BROKEN = {
    "cut off": png()[:-16],
    "no header": b"\x89PNG\r\n\x1a\n" + chunk(b"IEND", b""),
    "wrong sum": png().replace(b"\x10\x20", b"\x10\x21").replace(b"IDAT", b"IDAU"),
    "two headers": png(also=(chunk(b"IHDR", b"\0" * 13),)),
    "no width": png(0, 2, pixels=b""),
    "a colour nobody knows": png(colour=5),
    "a depth nobody knows": png(depth=3, colour=0),
    "too few pixels": png(3, 3, pixels=b"\0" * 20),
    "too many pixels": png(3, 2, pixels=b"\0" * 400),
    "pixels that are none": png().replace(b"IDAT", b"iDAT"),
    "a palette missing": png(2, 1, colour=3, pixels=b"\0\0\1"),
    "a palette of no colours": png(2, 1, colour=3, pixels=b"\0\0\1", also=(chunk(b"PLTE", b"abcd"),)),
    "more see-through than colours": png(
        2, 1, colour=3, pixels=b"\0\0\1", also=(chunk(b"PLTE", b"abc"), chunk(b"tRNS", b"ab"))
    ),
}


@pytest.mark.parametrize("picture", BROKEN.values(), ids=BROKEN)
def test_a_picture_that_is_not_whole_is_refused(picture):
    assert refused(picture) is Unfit.BROKEN


@pytest.mark.parametrize(("width", "height"), [(LARGEST + 1, 1), (1, LARGEST + 1), (2**31 - 1, 2**31 - 1)])
def test_gigantic_pictures_are_refused_before_anything_is_unpacked(width, height):
    assert refused(png(width, height, pixels=b"")) is Unfit.TOO_LARGE


def test_a_small_file_never_unpacks_to_a_large_one():
    assert refused(png(LARGEST, LARGEST, pixels=b"\0" * 30_000_000)) is Unfit.BROKEN


def test_a_picture_that_is_too_heavy_is_not_even_read():
    assert refused(png(after=b" " * HEAVIEST)) is Unfit.TOO_HEAVY
