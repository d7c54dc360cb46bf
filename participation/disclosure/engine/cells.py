"""Cells: the numbers a publication would print, what is printed for each, and what that states."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from participation.disclosure.engine.atoms import Atoms, NameableGroup

HIDDEN_SIGN = ":"
"""One sign whatever the reason, as Statistics Norway prints it: a second sign would tell the reason."""


@dataclass(frozen=True)
class Cell:
    """How many of a group gave one of these answers; the same cell in every language and format."""

    question: str
    group: NameableGroup
    categories: tuple[str, ...]

    @property
    def id(self) -> str:
        group = self.group
        return json.dumps([self.question, sorted(group.where), group.release, sorted(self.categories)])

    def places(self, atoms: Atoms) -> tuple[int, ...]:
        return atoms.places(atoms.members(self.group), self.categories)


@dataclass(frozen=True)
class Exact:
    """The true number of children."""

    number: int

    def __str__(self) -> str:
        return str(self.number)


@dataclass(frozen=True)
class Band:
    """Fewer than `below` children, maybe none."""

    below: int

    def __str__(self) -> str:
        return f"fewer than {self.below}"


@dataclass(frozen=True)
class Interval:
    """What a reader can work out from everything told; shown so that all readers know it."""

    lowest: int
    highest: int

    def __str__(self) -> str:
        return f"{self.lowest}–{self.highest}"


@dataclass(frozen=True)
class Hidden:
    """Kept back."""

    def __str__(self) -> str:
        return HIDDEN_SIGN


Shown = Exact | Band | Interval | Hidden


@dataclass(frozen=True)
class Row:
    """A published statement: the number in this cell lies between `lowest` and `highest`."""

    cell: Cell
    lowest: int
    highest: int

    @property
    def is_exact(self) -> bool:
        return self.lowest == self.highest


@dataclass(frozen=True)
class ShownCell:
    """A cell and what is printed for it."""

    cell: Cell
    shown: Shown

    @property
    def row(self) -> Row | None:
        """What it states; nothing, where it is hidden."""
        match self.shown:
            case Exact(number):
                return Row(self.cell, number, number)
            case Band(below):
                return Row(self.cell, 0, below - 1)
            case Interval(lowest, highest):
                return Row(self.cell, lowest, highest)
            case Hidden():
                return None


@dataclass(frozen=True)
class Publication:
    """What one release tells about one question."""

    question: str
    cells: tuple[ShownCell, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(one.row for one in self.cells if one.row)

    @property
    def hash(self) -> str:
        """SHA-256 of what is told, in any order and any language."""
        return fingerprint(sorted([one.cell.id, str(one.shown)] for one in self.cells))

    def to_plain(self) -> dict[str, Any]:
        """As JSON keeps it: a number, {"below": n}, [lowest, highest], or null where hidden."""
        cells = [[one.cell.group.where, one.cell.group.release, one.cell.categories, to_plain(one.shown)]
                 for one in self.cells]  # fmt: skip
        return {"question": self.question, "cells": cells}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Publication":
        question = plain["question"]
        cells = []
        for where, release, categories, shown in plain["cells"]:
            group = NameableGroup(tuple((column, value) for column, value in where), release)
            cells.append(ShownCell(Cell(question, group, tuple(categories)), from_plain(shown)))
        return cls(question, tuple(cells))


def to_plain(shown: Shown) -> Any:
    """As JSON keeps what is shown; `from_plain` reads it back."""
    match shown:
        case Exact(number):
            return number
        case Band(below):
            return {"below": below}
        case Interval(lowest, highest):
            return [lowest, highest]
        case Hidden():
            return None


def from_plain(plain: Any) -> Shown:
    match plain:
        case int(number):
            return Exact(number)
        case {"below": below}:
            return Band(below)
        case [lowest, highest]:
            return Interval(lowest, highest)
        case _:
            return Hidden()


def fingerprint(value: Any) -> str:
    """SHA-256 of plain values as canonical JSON."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8")).hexdigest()


def cells_of(atoms: Atoms, groups: Iterable[NameableGroup]) -> tuple[Cell, ...]:
    """One cell for every group and category."""
    return tuple(Cell(atoms.question, group, (name,)) for group in groups for name in atoms.categories)
