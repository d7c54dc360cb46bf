"""Tables: true counts of one question. They never leave the house; `protect` makes what may be told."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from participation.disclosure.groups import (
    CHOSEN,
    NOT_CHOSEN,
    NOT_SHOWN,
    NOT_UNDERSTOOD,
    SKIPPED,
    WHOLE,
    Asked,
    Group,
)

Row = Mapping[str, str | tuple[str, ...]]
Breakdowns = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Table:
    """One row of counts for each group, the whole first; a row adds up to the group's sheets."""

    question: str
    categories: tuple[str, ...]
    groups: tuple[Group, ...]
    counts: tuple[tuple[int, ...], ...]
    option: str | None = None
    asked: Asked | None = None

    def __post_init__(self) -> None:
        if self.groups[:1] != (WHOLE,) or len(self.counts) != len(self.groups):
            raise ValueError(f"{self.question}: the whole comes first, and every group has its counts")
        if self.question in self.breakdowns:
            raise ValueError(f"{self.question} is a breakdown: its numbers are the sizes of the groups")
        for by in self.breakdowns:
            parts = [row for group, row in zip(self.groups, self.counts, strict=True) if group.by == by]
            if tuple(map(sum, zip(*parts, strict=True))) != self.counts[0]:
                raise ValueError(f"{self.question}: the groups by {by} do not add up to the whole")

    @property
    def name(self) -> tuple[str, str | None]:
        return self.question, self.option

    @property
    def breakdowns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(group.by for group in self.groups if group.by is not None))

    @property
    def sizes(self) -> dict[Group, int]:
        """How many sheets each group sent in."""
        return {group: sum(row) for group, row in zip(self.groups, self.counts, strict=True)}

    def count(self, group: Group, category: str) -> int:
        return self.counts[self.groups.index(group)][self.categories.index(category)]


def count(
    rows: Iterable[Row],
    question: str,
    categories: tuple[str, ...],
    breakdowns: Breakdowns,
    *,
    asked: Asked | None = None,
) -> Table:
    """Count each sheet's answer, or why there is none; `asked` tells who met a question not for all."""
    with_statuses = (*categories, SKIPPED, NOT_UNDERSTOOD, *((NOT_SHOWN,) if asked else ()))
    pairs = [(row, str(row.get(question, SKIPPED))) for row in rows]
    return _counted(pairs, Table(question, with_statuses, (WHOLE,), ((),), asked=asked), breakdowns)


def count_options(
    rows: Iterable[Row], question: str, options: tuple[str, ...], breakdowns: Breakdowns
) -> tuple[Table, ...]:
    """Count a question with several answers: one table for each option, chosen or not by all who sent in."""
    rows = list(rows)
    tables = []
    for option in options:
        pairs = [(row, CHOSEN if _chose(row, question, option) else NOT_CHOSEN) for row in rows]
        empty = Table(question, (CHOSEN, NOT_CHOSEN), (WHOLE,), ((),), option=option)
        tables.append(_counted(pairs, empty, breakdowns))
    return tuple(tables)


def _chose(row: Row, question: str, option: str) -> bool:
    answer = row.get(question, ())
    return isinstance(answer, tuple) and option in answer


def _counted(pairs: list[tuple[Row, str]], empty: Table, breakdowns: Breakdowns) -> Table:
    unknown = {category for _, category in pairs} - set(empty.categories)
    if unknown:
        raise ValueError(f"{empty.question}: no such category: {', '.join(sorted(unknown))}")
    groups = (WHOLE, *(group for by, values in breakdowns.items() for group in _groups(pairs, by, values)))
    counted = Counter(
        (group, category) for row, category in pairs for group in _groups_of(row, breakdowns, groups)
    )
    counts = tuple(tuple(counted[group, category] for category in empty.categories) for group in groups)
    return Table(empty.question, empty.categories, groups, counts, empty.option, empty.asked)


def _groups(pairs: list[tuple[Row, str]], by: str, values: tuple[str, ...]) -> list[Group]:
    """One group for each value, and one for those who did not tell, if there are any."""
    told = all(row.get(by) in values for row, _ in pairs)
    return [Group(by, value) for value in values] + ([] if told else [Group(by)])


def _groups_of(row: Row, breakdowns: Breakdowns, groups: tuple[Group, ...]) -> list[Group]:
    told = {by: row.get(by) if row.get(by) in values else None for by, values in breakdowns.items()}
    return [group for group in groups if group.is_whole or told[group.by or ""] == group.value]
