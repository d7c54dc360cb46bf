"""PDF: a screen reader meets the document in order, in the right language, with its letters inside."""

import dataclasses
import re
import subprocess
from io import BytesIO

import page
import pikepdf
import pytest

from participation.export import documents


@pytest.fixture(scope="module")
def written(plan):
    return documents.pdf(plan)


@pytest.fixture
def opened(written):
    with pikepdf.open(BytesIO(written)) as pdf:
        yield pdf


def tagged(pdf):
    """Every element of the structure a screen reader follows."""
    return [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/S" in o and "/P" in o]


def text_of(written):
    return subprocess.run(
        ["pdftotext", "-", "-"], input=written, capture_output=True, check=True
    ).stdout.decode()


def failures(written):
    return page.validate_pdf_bytes(written, profile=page.ValidationProfile.PDF_UA_1).failures


def test_the_document_breaks_no_rule_of_pdf_ua(written):
    assert failures(written) == []


def test_the_document_says_its_language_and_title(opened):
    assert str(opened.Root.Lang) == "nb"
    assert opened.Root.StructTreeRoot
    assert opened.Root.MarkInfo.Marked
    assert str(opened.docinfo.Title) == "Oppvekstplan"


def test_headings_tables_quotes_and_pictures_are_tagged_as_such(opened):
    assert {"H1", "H2", "Table", "TH", "TD", "BlockQuote", "Figure", "L", "Caption"} <= {
        str(node.S).strip("/") for node in tagged(opened)
    }


def test_each_quote_is_read_aloud_in_its_own_language(opened):
    spoken = {str(node.Lang) for node in tagged(opened) if "/Lang" in node}
    assert {"se", "ar"} <= spoken


def test_the_chart_has_words_that_stand_for_it(opened):
    assert "105 barn svarte." in [str(n.Alt) for n in tagged(opened) if "/Alt" in n]


def test_all_fonts_are_inside(opened):
    fonts = [
        o for o in opened.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/FontDescriptor"
    ]
    assert fonts
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_what_a_child_wrote_is_never_read_as_markup(written):
    assert '#read("/etc/passwd") *ikke fet* $x$' in text_of(written)


def test_the_letters_of_sami_and_arabic_come_out_as_they_went_in(written):
    assert "čoahkkin lea rabas. Đđ Ŋŋ Šš Ŧŧ Žž" in text_of(written)
    assert "ألعب" in text_of(written)


def test_a_quote_in_arabic_starts_on_the_right(written):
    """The first word of the quote ends near the right margin; the page is 595 points wide."""
    places = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=written, capture_output=True, check=True)
    (first,) = (line for line in places.stdout.decode().splitlines() if "أريد"[::-1] in line)
    assert float(re.search(r'xMax="([\d.]+)"', first)[1]) > 480


def test_the_same_document_gives_the_same_bytes(plan, written):
    assert documents.pdf(plan) == written


def test_a_document_without_a_day_has_no_date(plan):
    with pikepdf.open(BytesIO(documents.pdf(dataclasses.replace(plan, made_on=None)))) as pdf:
        assert "/CreationDate" not in pdf.docinfo


def test_a_document_from_right_to_left_is_as_sound(plan, table, arabic_words):
    blocks = (documents.Chart.of(table, arabic_words), documents.DataTable.of(table, arabic_words))
    arabic = documents.Document("خطة", "", "ar", "rtl", (("بلدية", "فيوردفيك"),), blocks)
    assert failures(documents.pdf(arabic)) == []


@pytest.mark.parametrize(
    "text", ["\x00\x07\ufffe", "😀👍🏽", "ትግርኛ 你好 ไทย", "\u202e\u0301", "\ud800", "a" * 3000]
)
def test_no_letter_a_child_finds_can_stop_the_document(plan, text):
    strange = dataclasses.replace(plan, blocks=(documents.Quote(text, text, "nb@simple"),))
    assert failures(documents.pdf(strange)) == []


def test_a_long_table_goes_over_the_page_and_repeats_its_header(plan):
    table = documents.DataTable("Svar", ("Ønske", "Svar"), tuple((f"Ønske {n}", "Ja") for n in range(90)))
    written = documents.pdf(dataclasses.replace(plan, blocks=(table,)))
    assert failures(written) == []
    with pikepdf.open(BytesIO(written)) as pdf:
        assert len(pdf.pages) >= 3
    assert text_of(written).count("Ønske\n") == len(pdf_pages(written))


def pdf_pages(written):
    return text_of(written).rstrip("\f").split("\f")


def test_a_norwegian_sentence_in_an_arabic_document_ends_with_its_full_stop(plan):
    said = documents.Paragraph("Skolene blir der de er.", "nb")
    facts = (("البلدية", "Loven sier hva en slik plan handler om."),)
    arabic = dataclasses.replace(
        plan, title="Hva mener dere?", language="ar", direction="rtl", facts=facts, blocks=(said,)
    )
    written = documents.pdf(arabic)
    assert {"er.", "om.", "dere?"} <= set(text_of(written).split())
    with pikepdf.open(BytesIO(written)) as opened:
        assert "nb" in {str(node.Lang) for node in tagged(opened) if "/Lang" in node}
    assert failures(written) == []
