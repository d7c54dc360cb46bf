"""The gate: the only way from true tables to something that may be told."""

from collections.abc import Mapping, Sequence

from participation.disclosure import network, routed
from participation.disclosure.attack import leaks
from participation.disclosure.groups import WHOLE, Group
from participation.disclosure.network import Cell, Stream
from participation.disclosure.published import FLOOR, ProtectedTable
from participation.disclosure.tables import Table
from participation.errors import WouldDisclose

__all__ = ["FLOOR", "ProtectedTable", "protect"]

Rows = dict[Group, dict[str, int]]

MOST_BREAKDOWNS = 2


def protect(tables: Sequence[Table], threshold: int = FLOOR) -> tuple[ProtectedTable, ...]:
    """Hide what is below the threshold, and as much more as it takes to keep it hidden.

    All tables of one consultation go in together: protected one by one they would give each other away.
    """
    sizes = _agreed_sizes(tables, threshold)
    if sizes.get(WHOLE, 0) < threshold:
        raise WouldDisclose(f"fewer than {threshold} sheets")
    kept = _groups_to_keep(sizes, threshold)
    rows = {table.name: _rows(table, kept) for table in tables}
    parts = routed.parts(tables, rows, threshold)
    protected = tuple(_protected(table, rows[table.name], parts, kept, threshold) for table in tables)
    if found := leaks(protected):
        raise WouldDisclose(f"{len(found)} hidden counts could be worked out")
    return protected


def _agreed_sizes(tables: Sequence[Table], threshold: int) -> dict[Group, int]:
    """The size of every group, the same in all tables."""
    if threshold < FLOOR:
        raise ValueError(f"the threshold may be raised above {FLOOR}, never lowered")
    if len({table.name for table in tables}) < len(tables):
        raise ValueError("the same question is counted twice")
    sizes: dict[Group, int] = {}
    for table in tables:
        if len(table.breakdowns) > MOST_BREAKDOWNS:
            raise ValueError(f"{table.question}: at most {MOST_BREAKDOWNS} breakdowns")
        if any(sizes.setdefault(group, size) != size for group, size in table.sizes.items()):
            raise ValueError(f"{table.question}: not counted from the same sheets as the others")
    backgrounds = {group.by for group in sizes}
    if any(table.question in backgrounds for table in tables):
        raise ValueError("a breakdown has no table of its own: its numbers are the sizes of the groups")
    return sizes


def _groups_to_keep(sizes: Mapping[Group, int], threshold: int) -> frozenset[Group]:
    """The groups hidden whole: the small ones, and more until they are many enough together.

    A group of those who did not tell exists only if there is such a child, so it needs one child more.
    """
    hidden: set[Group] = set()
    for by in dict.fromkeys(group.by for group in sizes if not group.is_whole):
        groups = sorted((group for group in sizes if group.by == by), key=lambda group: sizes[group])
        small = [group for group in groups if sizes[group] < threshold]
        rest = groups[len(small) :]
        while small and rest and not _enough(small, sizes, threshold):
            small.append(rest.pop(0))
        hidden.update(small)
    return frozenset(hidden)


def _enough(groups: list[Group], sizes: Mapping[Group, int], threshold: int) -> bool:
    wanted = threshold + any(group.is_untold for group in groups)
    return len(groups) > 1 and sum(sizes[group] for group in groups) >= wanted


def _rows(table: Table, kept: frozenset[Group]) -> Rows:
    """Counts for each group an outsider can speak of: hidden groups count as one, since they add up."""
    rows: Rows = {}
    for group, counts in zip(table.groups, table.counts, strict=True):
        row = rows.setdefault(_together(group) if group in kept else group, {})
        for category, n in zip(table.categories, counts, strict=True):
            row[category] = row.get(category, 0) + n
    return rows


def _together(group: Group) -> Group:
    return Group(group.by, "\0together")


def _protected(
    table: Table, rows: Rows, parts: routed.Parts, kept: frozenset[Group], threshold: int
) -> ProtectedTable:
    told = _told(rows, parts[table.name], table.breakdowns, kept, threshold)
    counts = tuple(
        tuple(
            n if (group, category) in told else None
            for category, n in zip(table.categories, row, strict=True)
        )
        for group, row in zip(table.groups, table.counts, strict=True)
    )
    totals = tuple(None if group in kept else size for group, size in table.sizes.items())
    return ProtectedTable(
        table.question, table.categories, table.groups, threshold, counts, totals, table.option, table.asked
    )


def _told(
    rows: Rows,
    parts: tuple[routed.Part, ...],
    breakdowns: tuple[str, ...],
    kept: frozenset[Group],
    threshold: int,
) -> frozenset[Cell]:
    """The cells that may be shown; none of a table held back."""
    together = {_together(group) for group in kept}
    told = frozenset[Cell]()
    for part in parts:
        streams = [
            _stream((group, category), row[category], breakdowns)
            for group, row in rows.items()
            for category in part
        ]
        free = frozenset(stream.cell for stream in streams if stream.cell[0] in together)
        hidden = _hidden(streams, free, threshold)
        told |= frozenset(stream.cell for stream in streams) - hidden
    return told


def _hidden(streams: list[Stream], free: frozenset[Cell], threshold: int) -> frozenset[Cell]:
    """The small cells and the company they need, found in an order that never varies."""
    small = [stream.cell for stream in sorted(streams, key=lambda s: s.count) if stream.count < threshold]
    hidden, waiting = free | frozenset(small), small
    while waiting:
        extra = network.company(streams, hidden, waiting.pop(0), threshold)
        waiting += [stream.cell for stream in streams if stream.cell in extra]
        hidden |= extra
    return hidden


def _stream(cell: Cell, n: int, breakdowns: tuple[str, ...]) -> Stream:
    """The count as a flow from the first background's groups, by the answer, to the second's."""
    group, category = cell
    first, second = (*breakdowns, None, None)[:2]
    arriving = ("in", category) if first else ("all", "in")
    leaving = ("out", category) if second else ("all", "out")
    if group.is_whole:
        return Stream(cell, arriving, leaving, n, price=n)
    if group.by == first:
        return Stream(cell, group, arriving, n, price=n)
    return Stream(cell, leaving, group, n, price=n)
