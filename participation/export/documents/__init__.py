"""Documents: plans, summaries and archives as PDF and DOCX, described once in plain blocks."""

from participation.export.documents.as_docx import docx
from participation.export.documents.as_pdf import pdf
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
)

__all__ = [
    "Block",
    "Chart",
    "DataTable",
    "Document",
    "Facts",
    "Heading",
    "Items",
    "Paragraph",
    "Quote",
    "docx",
    "pdf",
]
