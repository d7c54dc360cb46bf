"""Typesetting: our Typst templates filled with plain values; what people wrote stays text."""

import json
import re
from base64 import b64encode
from importlib.util import find_spec
from pathlib import Path

TEMPLATES = Path(__file__).parent / "templates"
DOTS_PER_INCH = 288


def picture(svg: str) -> bytes:
    """The drawing as PNG."""
    import typst

    png = typst.compile(
        str(TEMPLATES / "picture.typ"),
        format="png",
        ppi=DOTS_PER_INCH,
        sys_inputs={"svg": svg},
        font_paths=[_fonts()],
        ignore_system_fonts=True,
    )
    return bytes(png)


def still(svg: str) -> str:
    """The drawing as an SVG without text: letters joined in a drawing are not allowed in PDF/UA."""
    size = re.search(r'width="([\d.]+)" height="([\d.]+)"', svg)
    width, height = size.groups() if size else ("100", "100")
    png = b64encode(picture(svg)).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{png}"/></svg>'
    )


def document(plain: object) -> bytes:
    """The document as tagged PDF that a screen reader can read (PDF/UA-1); same bytes for same values."""
    return _tagged("document", plain)


def paper(plain: object) -> bytes:
    """Sheets to write on, as tagged PDF too."""
    return _tagged("paper", plain)


def _tagged(template: str, plain: object) -> bytes:
    import typst

    pdf = typst.compile(
        str(TEMPLATES / f"{template}.typ"),
        format="pdf",
        pdf_standards=["ua-1"],
        sys_inputs={template: json.dumps(plain, ensure_ascii=False)},
        font_paths=[_fonts()],
        ignore_system_fonts=True,
    )
    return bytes(pdf)


def _fonts() -> str:
    """Matplotlib's DejaVu Sans has the letters of Sámi, Ukrainian and Arabic."""
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("matplotlib, whose fonts our documents use")
    return str(Path(found.origin).parent / "mpl-data" / "fonts" / "ttf")
