"""PDF: a document set by Typst, tagged so that a screen reader meets it in order."""

from dataclasses import asdict
from typing import Any

from participation.export import typesetting
from participation.export.documents.blocks import (
    Block,
    Chart,
    Document,
    Facts,
    Paragraph,
    Quote,
    direction,
    printable,
    starts,
)


def pdf(document: Document) -> bytes:
    """The document as PDF/UA-1 with its fonts inside; the same bytes for the same document."""
    blocks = [_plain(block, document) for block in document.blocks]
    day = document.made_on
    made_on = (day.year, day.month, day.day) if day else None
    named = {name: _turned(getattr(document, name), document) for name in ("title", "subtitle")}
    plain = {"blocks": blocks, "made_on": made_on, "facts": _rows(document.facts, document), "named": named}
    return typesetting.document(printable_values(asdict(document) | plain))


def _turned(text: str, document: Document) -> dict[str, str]:
    return {"text": text, "direction": starts(text, document.direction)}


def _rows(rows: tuple[tuple[str, str], ...], document: Document) -> list[tuple[str, dict[str, str]]]:
    return [(label, _turned(value, document)) for label, value in rows]


def _plain(block: Block, document: Document) -> dict[str, Any]:
    plain = {"kind": type(block).__name__} | asdict(block)
    match block:
        case Quote():
            plain["direction"] = direction(block.language)
        case Paragraph():
            plain |= {"language": block.language or document.language} | _turned(block.text, document)
        case Facts():
            plain["rows"] = _rows(block.rows, document)
        case Chart():
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
