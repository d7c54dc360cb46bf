"""A published question from Fjordvik, a place that is made up, and a plan it stands in."""

from datetime import date

import pytest

from participation.disclosure.groups import WHOLE, Group
from participation.disclosure.published import Band, Exact, Hidden, Interval, ProtectedTable
from participation.export import documents
from participation.export.charts import ChartWords

YOUNG, OLD, OLDER = (Group("age", value) for value in ("young", "old", "older"))


@pytest.fixture(scope="session")
def table():
    """Nothing is told of twelve young children; of the old a band, an interval and a number."""
    whole, older = (tuple(map(Exact, row)) for row in ((29, 30, 46), (14, 17, 22)))
    rows = (whole, (Hidden(),) * 3, (Band(3), Interval(11, 13), Exact(13)), older)
    groups, sizes = (WHOLE, YOUNG, OLD, OLDER), (105, 12, 40, 53)
    return ProtectedTable("here", ("bad", "mixed", "good"), groups, 10, rows, sizes)


@pytest.fixture(scope="session")
def words():
    return ChartWords(
        title="Hvordan er det å være her?",
        description="105 barn svarte.",
        language="nb",
        categories={"bad": "Dårlig", "mixed": "Midt imellom", "good": "Bra & <fint>"},
        groups={WHOLE: "Alle", YOUNG: "Under 10 år", OLD: "10–12 år", OLDER: "13 år og eldre"},
        hidden="vises ikke",
        band="færre enn {below}",
    )


@pytest.fixture(scope="session")
def arabic_words():
    return ChartWords(
        title="كيف حالك هنا؟",
        description="أجاب 105 طفلاً.",
        language="ar",
        categories={"bad": "سيئ", "mixed": "بين بين", "good": "جيد (حقًا!)"},
        groups={WHOLE: "الجميع", YOUNG: "أقل من 10", OLD: "10–12", OLDER: "13 وأكثر"},
        hidden="عدد قليل جدًا",
        direction="rtl",
    )


@pytest.fixture(scope="session")
def plan(table, words):
    blocks = (
        documents.Heading(1, "Stedet vårt"),
        documents.Paragraph("Alle barn fikk spørsmålene.\nDe fleste svarte."),
        documents.Chart.of(table, words),
        documents.DataTable.of(table, words),
        documents.Heading(2, "Det barna sa"),
        documents.Quote("Mun háliidan ahte čoahkkin lea rabas. Đđ Ŋŋ Šš Ŧŧ Žž", "Barn, nordsamisk", "se"),
        documents.Quote("أريد مكانًا آمنًا ألعب فيه.", "Barn, arabisk", "ar"),
        documents.Items(('#read("/etc/passwd") *ikke fet* $x$', "Lys på gangveien")),
        documents.Facts((("Vekt", "Stor vekt"),)),
    )
    facts = (("Vedtatt av", "Kommunestyret"),)
    made_on = date(2026, 11, 21)
    return documents.Document("Oppvekstplan", "Barnas del", "nb", "ltr", facts, blocks, made_on)
