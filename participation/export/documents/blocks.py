"""Blocks: what a document says, in order, in plain values and in the reader's language."""

from dataclasses import dataclass
from datetime import date
from typing import Self
from unicodedata import bidirectional, category

from participation.disclosure.published import ProtectedTable
from participation.export import charts
from participation.export.charts import ChartWords, Svg

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "ku-arab", "ps", "sd", "ug", "ur", "yi"})
"""Languages written from right to left; a quote may be in one of them in any document."""

TURNS = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def direction(language: str) -> str:
    written = language.lower().replace("_", "-")
    return "rtl" if written in RIGHT_TO_LEFT or written.split("-")[0] in RIGHT_TO_LEFT else "ltr"


def starts(text: str, otherwise: str) -> str:
    """Which way a text runs by its first letter, as a browser tells; one without letters as the page."""
    turns = (TURNS.get(bidirectional(sign)) for sign in text)
    return next((turn for turn in turns if turn), otherwise)


def printable(text: str) -> str:
    """The text without what no document can hold: control characters and halves of letters."""
    lines = text.replace("\r\n", "\n").replace("\t", " ")
    return "".join(sign for sign in lines if sign == "\n" or category(sign) not in ("Cc", "Cs", "Cn"))


@dataclass(frozen=True)
class Heading:
    """Levels 1 to 3, none skipped; the document's title stands above them all."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """What staff wrote says its language, where that is not the document's."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Quote:
    """A child's own words, and whose or where they are from; read aloud in their own language."""

    text: str
    source: str
    language: str


@dataclass(frozen=True)
class Facts:
    """Short facts, each a label and what it is."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Items:
    items: tuple[str, ...]


@dataclass(frozen=True)
class DataTable:
    """Rows under a header. A table of figures is made by `of`, from what may be told."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, table: ProtectedTable, words: ChartWords) -> Self:
        """Answers down, groups across: the numbers of the chart."""
        header = ("", *(words.groups[group] for group in table.groups))
        rows = (
            (
                words.categories[category],
                *(charts.number(table.shown(group, category), words) for group in table.groups),
            )
            for category in table.categories
        )
        return cls(words.title, header, tuple(rows))


@dataclass(frozen=True)
class Chart:
    """A drawing of protected numbers; `svg` may be the one kept since publication."""

    svg: Svg
    alt: str
    caption: str

    @classmethod
    def of(cls, table: ProtectedTable, words: ChartWords, by: str | None = None) -> Self:
        return cls(charts.bars(table, words, by), words.description, words.title)


Block = Heading | Paragraph | Quote | Facts | Items | DataTable | Chart


@dataclass(frozen=True)
class Document:
    """One document; `facts` stand under its title, `made_on` only among its properties."""

    title: str
    subtitle: str
    language: str
    direction: str
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    made_on: date | None = None
