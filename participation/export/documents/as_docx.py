"""DOCX: a document to write on in, with real headings, and languages and pictures described."""

from datetime import datetime
from io import BytesIO
from typing import Any

from participation.export import charts
from participation.export.documents import word_marks as word
from participation.export.documents.blocks import (
    Block,
    Chart,
    DataTable,
    Document,
    Facts,
    Heading,
    Items,
    Paragraph,
    Quote,
    direction,
    printable,
    starts,
)

INK, MAIN, SOFT, LINE, TINT = "14302F", "0B4A4D", "3C4F4B", "B9C9C6", "F1F6F5"
PICTURE_WIDTH = 9.2


def docx(document: Document) -> bytes:
    """The document as DOCX, for Word and LibreOffice."""
    from docx import Document as WordDocument

    page = _Page(WordDocument(), document)
    page.set_up()
    page.text(document.title, "Title")
    if document.subtitle:
        page.text(document.subtitle, "Subtitle")
    if document.facts:
        page.facts(document.facts)
    for block in document.blocks:
        page.add(block)
    out = BytesIO()
    page.made.save(out)
    return out.getvalue()


class _Page:
    """The document being written, in its own language and direction."""

    def __init__(self, made: Any, document: Document) -> None:
        self.made, self.document = made, document

    def set_up(self) -> None:
        self._paper()
        self._styles()
        self._properties()
        footer = self.made.sections[0].footer.paragraphs[0]
        word.turn(footer, self.document.direction)
        word.page_number(footer)

    def _properties(self) -> None:
        about, day = self.made.core_properties, self.document.made_on
        about.title, about.subject = printable(self.document.title), printable(self.document.subtitle)
        about.language, about.author, about.comments = self.document.language, "", ""
        word.forget_dates(about)
        if day:
            about.created = about.modified = datetime(day.year, day.month, day.day)

    def _paper(self) -> None:
        from docx.shared import Mm

        section = self.made.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(26)

    def _styles(self) -> None:
        from docx.shared import Pt

        styles = self.made.styles
        word.plain_font(styles["Normal"], 9.5, INK)
        word.mark(
            styles["Normal"].element.get_or_add_rPr(), "w:lang", val=self.document.language.split("@")[0]
        )
        styles["Normal"].paragraph_format.line_spacing = 1.35
        styles["Normal"].paragraph_format.space_after = Pt(8)
        for name, size in (("Title", 21), ("Heading 1", 14), ("Heading 2", 11.5), ("Heading 3", 9.5)):
            word.plain_font(styles[name], size, MAIN, bold=True)
        word.plain_font(styles["Subtitle"], 11, SOFT)
        word.plain_font(styles["Quote"], 10.5, INK)
        word.plain_font(styles["Caption"], 9, INK, bold=True)

    def add(self, block: Block) -> None:
        match block:
            case Heading():
                self.text(block.text, f"Heading {block.level}")
            case Paragraph():
                self.fill(self.made.add_paragraph(), block.text, block.language)
            case Items():
                for item in block.items:
                    self.text(item, "List Bullet")
            case Quote():
                self.quote(block)
            case Facts():
                self.facts(block.rows)
            case DataTable():
                self.table(block)
            case Chart():
                self.chart(block)

    def text(self, text: str, style: str = "Normal") -> Any:
        return self.fill(self.made.add_paragraph(style=style), text)

    def fill(self, paragraph: Any, text: str, language: str = "") -> Any:
        turned = direction(language) if language else starts(text, self.document.direction)
        word.turn(paragraph, turned)
        word.speak(paragraph.add_run(printable(text)), language or self.document.language, turned)
        return paragraph

    def quote(self, quote: Quote) -> None:
        from docx.shared import Pt

        paragraph = self.fill(self.made.add_paragraph(style="Quote"), quote.text, quote.language)
        paragraph.paragraph_format.keep_with_next = bool(quote.source)
        side = "right" if self.document.direction == "rtl" else "left"
        word.shade(paragraph, TINT, MAIN, side)
        if quote.source:
            source = self.text(quote.source)
            source.runs[0].font.size = Pt(8)
            word.shade(source, TINT, MAIN, side)

    def facts(self, rows: tuple[tuple[str, str], ...]) -> None:
        from docx.shared import Mm, RGBColor

        table = self.made.add_table(0, 2)
        table.columns[0].width, table.columns[1].width = Mm(50), Mm(108)
        word.turn_table(table, self.document.direction)
        for label, value in rows:
            cells = table.add_row().cells
            self.fill(cells[0].paragraphs[0], label).runs[0].font.color.rgb = RGBColor.from_string(SOFT)
            self.fill(cells[1].paragraphs[0], value)
        self.made.add_paragraph()

    def table(self, block: DataTable) -> None:
        self.text(block.caption, "Caption").paragraph_format.keep_with_next = True
        table = self.made.add_table(0, len(block.header))
        word.turn_table(table, self.document.direction)
        word.underline_rows(table, LINE)
        for row in (block.header, *block.rows):
            for cell, text in zip(table.add_row().cells, row, strict=True):
                self.fill(cell.paragraphs[0], text)
        for cell in table.rows[0].cells:
            cell.paragraphs[0].runs[0].bold = True
        word.repeat_header(table)
        self.made.add_paragraph()

    def chart(self, chart: Chart) -> None:
        from docx.shared import Cm

        self.text(chart.caption, "Caption").paragraph_format.keep_with_next = True
        picture = self.made.add_picture(BytesIO(charts.as_png(chart.svg)), width=Cm(PICTURE_WIDTH))
        word.describe(picture, printable(chart.caption), printable(chart.alt))
        word.turn(self.made.paragraphs[-1], self.document.direction)
