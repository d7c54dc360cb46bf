"""Open data: published figures in long form, one row for each count, as CSV and JSON."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from participation.disclosure.published import Band, Exact, Hidden, Interval, ProtectedTable, Shown
from participation.export.charts import ChartWords

Name = tuple[str, str | None]

COLUMNS = (
    "question",
    "option",
    "breakdown",
    "group",
    "category",
    "count",
    "status",
    "lowest",
    "highest",
    "group_total",
    "question_text",
    "group_text",
    "category_text",
)
MEANT_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class DataWords:
    """What the reader sees: a title, a note on how children are protected, and words for each table."""

    title: str
    note: str
    language: str
    tables: Mapping[Name, ChartWords]


def as_csv(tables: Sequence[ProtectedTable], words: DataWords) -> str:
    """The figures as CSV; what a spreadsheet would run as a formula is made plain text."""
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in _rows(tables, words):
        writer.writerow({column: _harmless(value) for column, value in row.items()})
    return out.getvalue()


def as_json(tables: Sequence[ProtectedTable], words: DataWords) -> str:
    """The figures as JSON, with the smallest group they are about."""
    whole = {
        "title": words.title,
        "language": words.language,
        "smallest_group": max((table.least for table in tables), default=None),
        "note": words.note,
        "figures": list(_rows(tables, words)),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _rows(tables: Sequence[ProtectedTable], words: DataWords) -> Iterator[dict[str, str | int | None]]:
    for table in tables:
        for group in table.groups:
            for category in table.categories:
                said = words.tables[table.name]
                ids = (table.question, table.option, group.by, "+".join(group.values) or None, category)
                figures = (*_figures(table.shown(group, category)), table.total(group))
                texts = (said.title, said.groups[group], said.categories[category])
                yield dict(zip(COLUMNS, (*ids, *figures, *texts), strict=True))
        yield from _sums(table, words.tables[table.name])


def _sums(table: ProtectedTable, said: ChartWords) -> Iterator[dict[str, str | int | None]]:
    """Numbers that are kept back each, as the one number anybody can add them up to."""
    for one in table.sums:
        groups = list(dict.fromkeys(group for group, _ in one.cells))
        categories = list(dict.fromkeys(category for _, category in one.cells))
        values = "+".join(value for group in groups for value in group.values) or None
        ids = (table.question, table.option, groups[0].by, values, "+".join(categories))
        texts = (
            said.title,
            " + ".join(said.groups[group] for group in groups),
            " + ".join(said.categories[category] for category in categories),
        )
        yield dict(zip(COLUMNS, (*ids, *_figures(one.shown), None, *texts), strict=True))


def _figures(shown: Shown) -> tuple[int | None, str, int | None, int | None]:
    """The number if it is told, how it is told, and between what it lies."""
    match shown:
        case Exact(n):
            return n, "exact", n, n
        case Band(below):
            return None, "band", 0, below - 1
        case Interval(lowest, highest):
            return None, "interval", lowest, highest
        case Hidden():
            return None, "hidden", None, None


def _harmless(value: str | int | None) -> str | int | None:
    if isinstance(value, str) and value.startswith(MEANT_AS_FORMULA):
        return f"'{value}"
    return value
