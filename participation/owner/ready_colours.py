"""Ready colours: our own, and some sets that a service owner may take as they are or begin from."""

from collections.abc import Mapping

from participation.owner.colours import PLACES, Palette


def _set(light: str, dark: str) -> Palette:
    """From the colours in the order of the tones, by day and by night."""
    return Palette(dict(zip(PLACES, (f"#{digits}" for digits in f"{light} {dark}".split()), strict=True)))


OURS = _set(
    "fbf3e3 fffdf8 14302f 3c4f4b d9c7a5 6f7f7a 0b4a4d ffffff f0a94e 14302f fde9c9 86190f fdebe4",
    "0f1d1d 182b2a f7eedd d3cdbd 3d5351 8fa5a0 a5e0d8 062423 f0a94e 14302f 463413 ffb8a8 43201a",
)
"""What stands in the stylesheet."""
READY: Mapping[str, Palette] = {
    "fjord": _set(
        "eaf3f7 fbfdfe 10283b 374c5a b3cddb 667d8a 0d4569 ffffff f2b544 10283b d9ecf6 86190f fdebe6",
        "0c1b27 142838 eef4f8 c6d2da 34505f 86a2b2 a3d5f2 04202f e6aa3c 10283b 1d3a50 ffb8a8 43201a",
    ),
    "forest": _set(
        "f2f4e6 fdfef8 1d2f1a 414f3b cbd3ad 717e66 1f4d22 ffffff e5ab6d 1d2f1a e4eecb 86190f fdebe4",
        "131c11 1e2b1b f3f2e0 d2d5c4 44543d 95a68c b7e0a8 0c230a e3ac71 1d2f1a 2f3f1c ffc4b6 43201a",
    ),
    "berry": _set(
        "faeff1 fffbfb 371526 573c48 e0bfc8 8a717b 6d1440 ffffff f0a86a 371526 fbe1e6 86190f fdebe0",
        "1f1118 2e1a24 faecef dccad0 5b4049 ab929b f5b8cd 35091e e8a060 371526 4d2033 ffb8a8 46201a",
    ),
}
