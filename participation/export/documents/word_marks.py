"""Word marks: what python-docx has no words for, set on the XML itself."""

from typing import Any

Element = Any
"""A part of python-docx's tree: the library is imported late, so its types stay inside."""

AFTER_SHADE = ("w:tabs", "w:suppressAutoHyphens", "w:bidi", "w:spacing", "w:ind", "w:contextualSpacing",
               "w:jc", "w:outlineLvl", "w:rPr", "w:sectPr")  # fmt: skip
AFTER_BIDI = AFTER_SHADE[3:]
FONT = "Verdana"
COUNTRIES = {"nb": "nb-NO", "nn": "nn-NO", "se": "se-NO", "en": "en-GB", "uk": "uk-UA", "ar": "ar-SA"}
"""Word knows these languages only with a country."""


def spoken_in(language: str) -> str:
    code = language.split("@")[0].replace("_", "-")
    return COUNTRIES.get(code, code)


def mark(parent: Element, tag: str, before: tuple[str, ...] = (), **attributes: str) -> Element:
    """The parent's one child of this tag with these attributes, standing where the format wants it."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    child = parent.find(qn(tag))
    if child is None:
        child = OxmlElement(tag)
        if before:
            parent.insert_element_before(child, *before)
        else:
            parent.append(child)
    for name, value in attributes.items():
        child.set(qn(f"w:{name}"), value)
    return child


def speak(run: Element, language: str, direction: str) -> None:
    """Tell a screen reader and the spelling check which language a run is in."""
    code = spoken_in(language)
    properties = run._r.get_or_add_rPr()
    if direction == "rtl":
        run.font.rtl = True
        mark(properties, "w:lang", bidi=code)
    else:
        mark(properties, "w:lang", val=code)


def turn(paragraph: Element, direction: str) -> None:
    """Let the paragraph start on the right."""
    if direction == "rtl":
        mark(paragraph._p.get_or_add_pPr(), "w:bidi", AFTER_BIDI)


def shade(paragraph: Element, colour: str, edge: str, side: str) -> None:
    """Give the paragraph a quiet ground and an edge where it starts."""
    properties = paragraph._p.get_or_add_pPr()
    borders = mark(properties, "w:pBdr", ("w:shd", *AFTER_SHADE))
    mark(borders, f"w:{side}", val="single", sz="20", space="10", color=edge)
    mark(properties, "w:shd", AFTER_SHADE, val="clear", color="auto", fill=colour)


def repeat_header(table: Element) -> None:
    """Repeat the first row on every page, and say that it is a header."""
    mark(table.rows[0]._tr.get_or_add_trPr(), "w:tblHeader", val="true")
    mark(table._tbl.tblPr, "w:tblLook", firstRow="1", firstColumn="1", noHBand="0", noVBand="1")


def underline_rows(table: Element, colour: str) -> None:
    borders = mark(table._tbl.tblPr, "w:tblBorders", ("w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook"))
    for side in ("bottom", "insideH"):
        mark(borders, f"w:{side}", val="single", sz="4", space="0", color=colour)


def turn_table(table: Element, direction: str) -> None:
    """Let the first column stand on the right."""
    if direction == "rtl":
        after = ("w:tblStyleRowBandSize", "w:tblW", "w:jc", "w:tblBorders", "w:tblLayout", "w:tblLook")
        mark(table._tbl.tblPr, "w:bidiVisual", after)


def describe(picture: Element, title: str, text: str) -> None:
    """Give a picture the words that stand for it."""
    properties = picture._inline.docPr
    properties.set("title", title)
    properties.set("descr", text)


def forget_dates(properties: Element) -> None:
    """The library's template has a birthday of its own."""
    tree = properties._element
    for child in list(tree):
        if child.tag.endswith(("}created", "}modified")):
            tree.remove(child)


def page_number(paragraph: Element) -> None:
    from docx.oxml.ns import qn

    field = mark(paragraph._p, "w:fldSimple")
    field.set(qn("w:instr"), "PAGE")


def plain_font(style: Element, size: float, colour: str | None = None, *, bold: bool | None = None) -> None:
    """Our own font instead of the theme's, for letters from left to right and from right to left."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
    style.font.italic = False
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:cs"), FONT)
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
