"""DOCX: opens again with its headings, languages, tables and pictures whole."""

import dataclasses
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn

from participation.export import documents


@pytest.fixture(scope="module")
def opened(plan):
    return docx.Document(BytesIO(documents.docx(plan)))


def paragraph(opened, start):
    return next(p for p in opened.paragraphs if p.text.startswith(start))


def language(paragraph, which="w:val"):
    return paragraph.runs[0]._r.rPr.find(qn("w:lang")).get(qn(which))


def test_title_and_headings_are_real_headings(opened):
    headings = [
        (p.style.name, p.text) for p in opened.paragraphs if p.style.name.startswith(("Title", "Head"))
    ]
    assert headings == [
        ("Title", "Oppvekstplan"),
        ("Heading 1", "Stedet vårt"),
        ("Heading 2", "Det barna sa"),
    ]


def test_the_document_says_its_language_title_and_day_and_no_program_as_its_author(opened):
    about = opened.core_properties
    assert (about.title, about.language, about.author) == ("Oppvekstplan", "nb", "")
    assert (about.created.date().isoformat(), about.modified.year) == ("2026-11-21", 2026)


def test_each_text_is_in_its_own_language(opened):
    assert language(paragraph(opened, "Alle barn")) == "nb-NO"
    assert language(paragraph(opened, "Mun háliidan")) == "se-NO"
    assert language(paragraph(opened, "أريد"), "w:bidi") == "ar-SA"


def test_a_quote_in_arabic_runs_from_right_to_left(opened):
    quote = paragraph(opened, "أريد")
    assert quote._p.pPr.find(qn("w:bidi")) is not None
    assert quote.runs[0].font.rtl


def test_the_table_says_what_is_hidden_and_repeats_its_header(opened):
    table = opened.tables[1]
    assert [cell.text for cell in table.rows[0].cells] == [
        "",
        "Alle",
        "Under 10 år",
        "10–12 år",
        "13 år og eldre",
    ]
    assert table.cell(1, 2).text == "vises ikke"
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_the_chart_is_a_picture_with_words_that_stand_for_it(opened):
    (picture,) = opened.inline_shapes
    assert picture._inline.docPr.get("descr") == "105 barn svarte."


def test_lines_stay_lines(opened):
    assert paragraph(opened, "Alle barn").text == "Alle barn fikk spørsmålene.\nDe fleste svarte."


def test_a_document_from_right_to_left_turns_its_tables(plan, table, arabic_words):
    blocks = (documents.DataTable.of(table, arabic_words), documents.Items(("أولا",)))
    arabic = documents.Document("خطة", "ملخص", "ar", "rtl", (), blocks)
    opened = docx.Document(BytesIO(documents.docx(arabic)))
    assert opened.tables[0]._tbl.tblPr.find(qn("w:bidiVisual")) is not None
    assert paragraph(opened, "أولا")._p.pPr.find(qn("w:bidi")) is not None


def test_a_document_without_a_day_has_no_date(plan):
    opened = docx.Document(BytesIO(documents.docx(dataclasses.replace(plan, made_on=None))))
    assert opened.core_properties.created is None


@pytest.mark.parametrize("text", ["\x00\x07\ufffe", "😀👍🏽", "ትግርኛ 你好", "\ud800"])
def test_no_letter_a_child_finds_can_stop_the_document(plan, text):
    strange = dataclasses.replace(plan, title=text, blocks=(documents.Quote(text, text, "nb"),))
    assert docx.Document(BytesIO(documents.docx(strange))).paragraphs


def test_a_norwegian_sentence_in_an_arabic_document_runs_from_left_to_right(plan):
    said = documents.Paragraph("Skolene blir der de er.", "nb")
    arabic = dataclasses.replace(plan, language="ar", direction="rtl", facts=(), blocks=(said,))
    written = paragraph(docx.Document(BytesIO(documents.docx(arabic))), "Skolene")
    assert written._p.pPr is None or written._p.pPr.find(qn("w:bidi")) is None
    assert not written.runs[0].font.rtl
    assert language(written) == "nb-NO"
