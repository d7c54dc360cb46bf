"""Routed questions: how many were asked tells what they answered before, so the two are held together."""

from collections.abc import Mapping, Sequence

from participation.disclosure.groups import NOT_SHOWN, Group
from participation.disclosure.tables import Table

Name = tuple[str, str | None]
Part = tuple[str, ...]
Parts = Mapping[Name, tuple[Part, ...]]
Rows = Mapping[Group, Mapping[str, int]]


def parts(tables: Sequence[Table], rows: Mapping[Name, Rows], threshold: int) -> Parts:
    """Each table's categories, cut wherever an outsider can tell how many are on each side.

    A table without parts is held back whole: too few were asked, or too few were not.
    """
    found: dict[Name, tuple[Part, ...]] = {table.name: (table.categories,) for table in tables}
    for table in tables:
        if table.asked is None:
            continue
        before = (table.asked.question, table.asked.option)
        cut = _cut(found.get(before, ()), table.asked.categories)
        own = _cut((table.categories,), (NOT_SHOWN,))
        if cut and _all_large(cut, rows[before], threshold) and _all_large(own, rows[table.name], threshold):
            found[before], found[table.name] = cut, own
        else:
            found[table.name] = ()
    return found


def _cut(parts: tuple[Part, ...], categories: Part) -> tuple[Part, ...]:
    """Every part in two: what is in `categories` and what is not."""
    halves = (
        tuple(category for category in part if (category in categories) == inside)
        for part in parts
        for inside in (True, False)
    )
    return tuple(half for half in halves if half)


def _all_large(parts: tuple[Part, ...], rows: Rows, threshold: int) -> bool:
    return all(
        sum(row[category] for category in part) >= threshold for row in rows.values() for part in parts
    )
