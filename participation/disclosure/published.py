"""What may be told: tables where every number that could tell on a child is kept to ourselves."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from participation.disclosure.groups import WHOLE, Asked, Group

FLOOR = 5


@dataclass(frozen=True)
class ProtectedTable:
    """Counts that may be told, one row for each group. None stands for a count we keep to ourselves."""

    question: str
    categories: tuple[str, ...]
    groups: tuple[Group, ...]
    threshold: int
    counts: tuple[tuple[int | None, ...], ...]
    totals: tuple[int | None, ...]
    option: str | None = None
    asked: Asked | None = None

    @property
    def name(self) -> tuple[str, str | None]:
        return self.question, self.option

    @property
    def breakdowns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(group.by for group in self.groups if group.by is not None))

    def groups_by(self, by: str) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if group.by == by)

    def shown(self, group: Group, category: str) -> int | None:
        return self.counts[self.groups.index(group)][self.categories.index(category)]

    def total(self, group: Group = WHOLE) -> int | None:
        """How many sheets the group sent in, if that may be told."""
        return self.totals[self.groups.index(group)]

    @property
    def suppressed(self) -> tuple[tuple[Group, str], ...]:
        """The cells we keep to ourselves."""
        cells = [(group, category) for group in self.groups for category in self.categories]
        return tuple(cell for cell in cells if self.shown(*cell) is None)

    @property
    def says_nothing(self) -> bool:
        return all(n is None for row in self.counts for n in row)

    def to_plain(self) -> dict[str, Any]:
        """The table as plain values for storage; `from_plain` reads it back."""
        return {**asdict(self), "groups": [[group.by, group.value] for group in self.groups]}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "ProtectedTable":
        asked = plain["asked"]
        return cls(
            question=plain["question"],
            categories=tuple(plain["categories"]),
            groups=tuple(Group(by, value) for by, value in plain["groups"]),
            threshold=plain["threshold"],
            counts=tuple(tuple(row) for row in plain["counts"]),
            totals=tuple(plain["totals"]),
            option=plain["option"],
            asked=Asked(asked["question"], tuple(asked["categories"]), asked["option"]) if asked else None,
        )
