"""PDF: a document set by Typst, tagged so that a screen reader meets it in order."""

from dataclasses import asdict
from typing import Any

from participation.export import typesetting
from participation.export.documents.blocks import Block, Chart, Document, Quote, direction, printable


def pdf(document: Document) -> bytes:
    """The document as PDF/UA-1 with its fonts inside; the same bytes for the same document."""
    blocks = [_plain(block) for block in document.blocks]
    day = document.made_on
    made_on = (day.year, day.month, day.day) if day else None
    return typesetting.document(printable_values(asdict(document) | {"blocks": blocks, "made_on": made_on}))


def _plain(block: Block) -> dict[str, Any]:
    plain = {"kind": type(block).__name__} | asdict(block)
    if isinstance(block, Quote):
        plain["direction"] = direction(block.language)
    if isinstance(block, Chart):
        plain["svg"] = typesetting.still(block.svg)
    return plain


def printable_values(value: Any) -> Any:
    """The same values without what no document can hold."""
    match value:
        case str():
            return printable(value)
        case dict():
            return {name: printable_values(inner) for name, inner in value.items()}
        case list() | tuple():
            return [printable_values(inner) for inner in value]
    return value
