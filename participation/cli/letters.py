"""Letters: the few signs of a font for early readers that children's pages need, made small enough to send.

The font itself is not ours and does not lie here: it comes from a package. What is made of it bears a
name of its own, since Andika's makers reserve theirs for the whole font (SIL Open Font License 1.1).
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import click
from fontTools import subset
from fontTools.ttLib import TTFont

from participation.cli.errands import Errand
from participation.config import ROOT

INTO = ROOT / "participation" / "web" / "static" / "letters"
NAME = "Clear Letters"
LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
ALPHABETS: Mapping[str, str] = {
    "latin": "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100)))) + "–—‘’‚“”„…•€−",
    "northern": "ĀāĂăĄąĆćČčĎďĐđĘęĚěĞğĪīŁłŃńŇňŊŋŌōŐőŘřŚśŠšŞşŢţŤťŦŧŪūŮůŰűŹźŻżŽžƷʒǤǥǦǧǨǩǮǯ",
    "cyrillic": "".join(map(chr, range(0x410, 0x450))) + "ЁЄІЇёєіїҐґ",
}
"""One file each, so that nobody fetches another alphabet than the page is written in."""
REACH: Mapping[str, str] = {
    "latin": "U+20-FF,U+2013-20AC,U+2212",
    "northern": "U+100-24F,U+292",
    "cyrillic": "U+400-4FF",
}
WEIGHTS = {400: "Regular", 700: "Bold"}
KEPT_NAMES = (0, 14)
"""What the licence asks to stay in the file: whose it is, and where the licence stands."""


@click.command(cls=Errand)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--into", default=INTO, show_default="the static files", type=click.Path(path_type=Path))
def letters(folder: Path, into: Path) -> None:
    """Make the "clear letters" of Andika's font files in FOLDER.

    FOLDER is where @fontsource/andika (npm) or fonts-sil-andika (Debian) puts them.
    """
    into.mkdir(parents=True, exist_ok=True)
    fonts = [TTFont(path) for path in sorted(folder.iterdir()) if path.suffix in {".ttf", ".woff"}]
    faces = []
    for weight in WEIGHTS:
        for alphabet, signs in ALPHABETS.items():
            file = into / f"{alphabet}-{weight}.woff"
            _cut(_with(fonts, weight, signs), signs, weight).save(file)
            faces.append(_face(file, weight, REACH[alphabet]))
    (into / "letters.css").write_text("\n".join(faces) + "\n", "utf-8")


def _with(fonts: list[TTFont], weight: int, signs: str) -> TTFont:
    """The upright font of this weight that has all these signs."""
    for font in fonts:
        upright = font["OS/2"].usWeightClass == weight and not font["post"].italicAngle
        if upright and {*map(ord, signs)} <= set(font.getBestCmap()):
            return font
    raise click.ClickException(f"no font of weight {weight} here has all of {signs[:12]}…")


def _cut(font: TTFont, signs: str, weight: int) -> TTFont:
    """These signs alone, under a name of their own."""
    options = subset.Options(hinting=False, layout_features=["kern", "mark", "mkmk", "ccmp", "locl"])
    cutter = subset.Subsetter(options)
    cutter.populate(text=signs)
    again = TTFont(font.reader.file.name)
    cutter.subset(again)
    names = again["name"]
    names.names = [record for record in names.names if record.nameID in KEPT_NAMES]
    style = WEIGHTS[weight]
    for place, text in {1: NAME, 2: style, 3: f"{NAME} {style}", 4: f"{NAME} {style}", 13: LICENCE}.items():
        names.setName(text, place, 3, 1, 0x409)
    again.flavor = "woff"
    return again


def _face(file: Path, weight: int, reach: str) -> str:
    version = sha256(file.read_bytes()).hexdigest()[:8]
    return (
        f'@font-face{{font-family:"{NAME}";font-weight:{weight};font-display:swap;'
        f'src:url("{file.name}?v={version}") format("woff");unicode-range:{reach}}}'
    )
