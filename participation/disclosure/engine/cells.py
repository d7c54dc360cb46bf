"""Cells: the numbers a publication would print, what is printed for each, and what that states."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from math import inf
from typing import Any

from participation.disclosure.engine.atoms import Atoms, NameableGroup

HIDDEN_SIGN = ":"
"""One sign whatever the reason, as Statistics Norway prints it: a second sign would tell the reason."""


@dataclass(frozen=True)
class Cell:
    """How many of a group gave one of these answers; the same cell in every language and format.

    With `coefficients`, one whole number for each category, it is the mean of those who gave them.
    """

    question: str
    group: NameableGroup
    categories: tuple[str, ...]
    coefficients: tuple[int, ...] = ()

    @property
    def id(self) -> str:
        group = self.group
        name = [self.question, sorted(group.where), group.release, sorted(self.categories)]
        if self.coefficients:
            name.append([times for _, times in sorted(zip(self.categories, self.coefficients, strict=True))])
        return json.dumps(name)

    def places(self, atoms: Atoms) -> tuple[int, ...]:
        return atoms.places(atoms.members(self.group), self.categories)

    def weighed(self, atoms: Atoms, coefficients: Iterable[int]) -> dict[int, int]:
        """By place: how often a child there is counted."""
        found: dict[int, int] = {}
        for category, times in zip(self.categories, coefficients, strict=True):
            found |= dict.fromkeys(atoms.places(atoms.members(self.group), (category,)), times)
        return {place: times for place, times in found.items() if times}

    def mean(self, atoms: Atoms) -> "Mean | None":
        """The mean with one decimal, halves upwards; None where nobody gave any of these answers."""
        n = atoms.number(self.places(atoms))
        total = sum(t * atoms.flat[place] for place, t in self.weighed(atoms, self.coefficients).items())
        return Mean((20 * total + n) // (2 * n)) if n else None


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
class Mean:
    """A mean in tenths: all means that are rounded to it, halves upwards."""

    tenths: int

    def __str__(self) -> str:
        return f"{self.tenths / 10:.1f}"


@dataclass(frozen=True)
class Hidden:
    """Kept back."""

    def __str__(self) -> str:
        return HIDDEN_SIGN


Shown = Exact | Band | Interval | Mean | Hidden


@dataclass(frozen=True)
class Row:
    """A published statement: the number in this cell lies between `lowest` and `highest`.

    With `coefficients`, one for each category of the cell, a child is counted so often.
    """

    cell: Cell
    lowest: int
    highest: float
    coefficients: tuple[int, ...] = ()

    def sum(self, atoms: Atoms) -> dict[int, int]:
        """By place: how often a child there is counted."""
        if self.coefficients:
            return self.cell.weighed(atoms, self.coefficients)
        return dict.fromkeys(self.cell.places(atoms), 1)

    @property
    def is_exact(self) -> bool:
        return self.lowest == self.highest


@dataclass(frozen=True)
class ShownCell:
    """A cell and what is printed for it."""

    cell: Cell
    shown: Shown

    @property
    def rows(self) -> tuple[Row, ...]:
        """What it states; nothing, where it is hidden."""
        match self.shown:
            case Exact(number):
                return (Row(self.cell, number, number),)
            case Band(below):
                return (Row(self.cell, 0, below - 1),)
            case Interval(lowest, highest):
                return (Row(self.cell, lowest, highest),)
            case Mean(tenths):
                return self._rounded(tenths)
            case Hidden():
                return ()

    def _rounded(self, tenths: int) -> tuple[Row, ...]:
        """Twenty times the sum is at least 2t - 1 times the number of children, and below 2t + 1 times."""
        least = tuple(20 * times - (2 * tenths - 1) for times in self.cell.coefficients)
        most = tuple(2 * tenths + 1 - 20 * times for times in self.cell.coefficients)
        return Row(self.cell, 0, inf, least), Row(self.cell, 1, inf, most)


@dataclass(frozen=True)
class Publication:
    """What one release tells about one question."""

    question: str
    cells: tuple[ShownCell, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for one in self.cells for row in one.rows)

    @property
    def hash(self) -> str:
        """SHA-256 of what is told, in any order and any language."""
        return fingerprint(sorted([one.cell.id, str(one.shown)] for one in self.cells))

    def to_plain(self) -> dict[str, Any]:
        """As JSON keeps it: a number, {"below": n}, [lowest, highest], {"tenths": t}, null where hidden.

        The coefficients of a mean come last.
        """
        cells = [[one.cell.group.where, one.cell.group.release, one.cell.categories, to_plain(one.shown),
                  *([one.cell.coefficients] if one.cell.coefficients else [])]
                 for one in self.cells]  # fmt: skip
        return {"question": self.question, "cells": cells}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "Publication":
        question = plain["question"]
        cells = []
        for where, release, categories, shown, *coefficients in plain["cells"]:
            group = NameableGroup(tuple((column, value) for column, value in where), release)
            weights = tuple(coefficients[0]) if coefficients else ()
            cells.append(ShownCell(Cell(question, group, tuple(categories), weights), from_plain(shown)))
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
        case Mean(tenths):
            return {"tenths": tenths}
        case Hidden():
            return None


def from_plain(plain: Any) -> Shown:
    match plain:
        case int(number):
            return Exact(number)
        case {"below": below}:
            return Band(below)
        case {"tenths": tenths}:
            return Mean(tenths)
        case [lowest, highest]:
            return Interval(lowest, highest)
        case _:
            return Hidden()


def fingerprint(value: Any) -> str:
    """SHA-256 of plain values as canonical JSON."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("utf-8")).hexdigest()


def means_of(atoms: Atoms, groups: Iterable[NameableGroup], scale: Mapping[str, int]) -> tuple[Cell, ...]:
    """One mean for every group; `scale` tells what each answer on it counts."""
    names = tuple(sorted(scale))
    weights = tuple(scale[name] for name in names)
    return tuple(Cell(atoms.question, group, names, weights) for group in groups)


def cells_of(atoms: Atoms, groups: Iterable[NameableGroup]) -> tuple[Cell, ...]:
    """One cell for every group and category."""
    return tuple(Cell(atoms.question, group, (name,)) for group in groups for name in atoms.categories)
