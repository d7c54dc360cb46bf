"""What may be told: tables in which every number has come out of the ledger of releases."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from participation.disclosure.engine.cells import Band, Exact, Hidden, Interval, Mean, from_plain, to_plain
from participation.disclosure.engine.rules import FLOOR
from participation.disclosure.groups import NOT_UNDERSTOOD, WHOLE, Asked, Group

__all__ = ["FLOOR", "Band", "Exact", "Hidden", "Interval", "ProtectedTable", "Shown"]

HARD = 10
"""One in so many who do not understand is too many."""

Shown = Exact | Band | Interval | Hidden
"""How a count is told."""


@dataclass(frozen=True)
class Sum:
    """Numbers that are kept back each, and what any reader can add them up to: it is printed for all."""

    cells: tuple[tuple[Group, str], ...]
    shown: Shown


@dataclass(frozen=True)
class ProtectedTable:
    """What is told of one question, or of one option of it: one row for each group.

    `least`: no number is about fewer children. `ledger`: the hash of the ledger entry the numbers stand in.
    """

    question: str
    categories: tuple[str, ...]
    groups: tuple[Group, ...]
    least: int
    cells: tuple[tuple[Shown, ...], ...]
    totals: tuple[int | None, ...]
    option: str | None = None
    asked: Asked | None = None
    ledger: str = field(default="", compare=False)
    sums: tuple[Sum, ...] = ()

    @property
    def name(self) -> tuple[str, str | None]:
        return self.question, self.option

    @property
    def breakdowns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(group.by for group in self.groups if group.by is not None))

    def groups_by(self, by: str) -> tuple[Group, ...]:
        return tuple(group for group in self.groups if group.by == by)

    def shown(self, group: Group, category: str) -> Shown:
        return self.cells[self.groups.index(group)][self.categories.index(category)]

    def total(self, group: Group = WHOLE) -> int | None:
        """How many sheets the group sent in, if that may be told."""
        return self.totals[self.groups.index(group)]

    @property
    def is_hard(self) -> bool:
        """Whether one in ten or more did not understand: a fault of the question, not of theirs."""
        if NOT_UNDERSTOOD not in self.categories or (total := self.total()) is None:
            return False
        shown = self.shown(WHOLE, NOT_UNDERSTOOD)
        return isinstance(shown, Exact) and shown.number * HARD >= total

    @property
    def says_nothing(self) -> bool:
        return all(isinstance(shown, Hidden) for row in self.cells for shown in row)

    def to_plain(self) -> dict[str, Any]:
        """The table as plain values for storage; `from_plain` reads it back."""
        asked = self.asked
        return {
            "question": self.question,
            "categories": list(self.categories),
            "groups": [[group.by, group.value, list(group.also)] for group in self.groups],
            "least": self.least,
            "cells": [[to_plain(shown) for shown in row] for row in self.cells],
            "totals": list(self.totals),
            "option": self.option,
            "asked": [asked.question, list(asked.categories), asked.option] if asked else None,
            "ledger": self.ledger,
            "sums": [
                [[[self.groups.index(group), category] for group, category in one.cells], to_plain(one.shown)]
                for one in self.sums
            ],
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "ProtectedTable":
        asked = plain["asked"]
        groups = tuple(Group(by, value, tuple(also)) for by, value, also in plain["groups"])
        return cls(
            question=plain["question"],
            categories=tuple(plain["categories"]),
            groups=groups,
            least=plain["least"],
            cells=tuple(tuple(map(_count, row)) for row in plain["cells"]),
            totals=tuple(plain["totals"]),
            option=plain["option"],
            asked=Asked(asked[0], tuple(asked[1]), asked[2]) if asked else None,
            ledger=plain["ledger"],
            sums=tuple(
                Sum(tuple((groups[at], category) for at, category in cells), _count(shown))
                for cells, shown in plain.get("sums", ())
            ),
        )


def _count(plain: Any) -> Shown:
    shown = from_plain(plain)
    if isinstance(shown, Mean):
        raise ValueError("a mean stands where a count is told")
    return shown
