"""The attacker: works out what hidden counts can be, from nothing but what would be told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from participation.disclosure.groups import NOT_SHOWN, WHOLE, Group
from participation.disclosure.published import ProtectedTable

Name = tuple[str, str | None]
Unknown = tuple[Name | None, Group, str | None]
"""A hidden count; a group's size belongs to no question and no category."""

MOST_ROUNDS = 50


@dataclass(frozen=True)
class Equation:
    """Hidden counts, each times a number, that are known to add up to `total`."""

    terms: dict[Unknown, Fraction]
    total: Fraction


@dataclass(frozen=True)
class Leak:
    """A hidden count that must lie between `lowest` and `highest`, closer than the threshold allows."""

    unknown: Unknown
    lowest: int
    highest: int


def leaks(tables: Sequence[ProtectedTable]) -> tuple[Leak, ...]:
    """Hidden counts an outsider could pin down; none, if the tables may be told."""
    equations = [equation for equation in _equations(tables) if equation.terms]
    bounds = _bounds(equations + _solved(equations), _most(tables))
    threshold = max((table.threshold for table in tables), default=0)
    narrow = [unknown for unknown, (low, high) in bounds.items() if high - low < threshold]
    return tuple(Leak(unknown, *bounds[unknown]) for unknown in narrow)


def _equations(tables: Sequence[ProtectedTable]) -> Iterable[Equation]:
    known: dict[Unknown, int] = {}
    for table in tables:
        known |= _known(table)
    for table in tables:
        for plus, minus in (*_within(table), *_sizes(table), *_routing(table, tables)):
            yield _equation(plus, minus, known)


def _known(table: ProtectedTable) -> dict[Unknown, int]:
    cells = {(table.name, group, category): table.shown(group, category)
             for group in table.groups for category in table.categories}  # fmt: skip
    totals = {(None, group, None): table.total(group) for group in table.groups}
    return {unknown: n for unknown, n in (cells | totals).items() if n is not None}


Sides = tuple[list[Unknown], list[Unknown]]


def _within(table: ProtectedTable) -> Iterable[Sides]:
    """Answers add up to the group, and groups to the whole, answer by answer."""
    for group in table.groups:
        yield [(table.name, group, category) for category in table.categories], [(None, group, None)]
    for by in table.breakdowns:
        for category in table.categories:
            parts = [(table.name, group, category) for group in table.groups_by(by)]
            yield list[Unknown](parts), [(table.name, WHOLE, category)]


def _sizes(table: ProtectedTable) -> Iterable[Sides]:
    for by in table.breakdowns:
        yield [(None, group, None) for group in table.groups_by(by)], [(None, WHOLE, None)]


def _routing(table: ProtectedTable, tables: Sequence[ProtectedTable]) -> Iterable[Sides]:
    """Those who were not shown a question are those who gave another answer before."""
    if table.asked is None or table.says_nothing:
        return
    before = next(t for t in tables if t.name == (table.asked.question, table.asked.option))
    others = [category for category in before.categories if category not in table.asked.categories]
    for group in set(table.groups) & set(before.groups):
        yield [(before.name, group, other) for other in others], [(table.name, group, NOT_SHOWN)]


def _equation(plus: list[Unknown], minus: list[Unknown], known: dict[Unknown, int]) -> Equation:
    terms: dict[Unknown, Fraction] = {}
    total = Fraction(0)
    for unknown, sign in (*((unknown, 1) for unknown in plus), *((unknown, -1) for unknown in minus)):
        if unknown in known:
            total -= sign * known[unknown]
        else:
            terms[unknown] = terms.get(unknown, Fraction(0)) + sign
    return Equation(terms, total)


def _solved(equations: list[Equation]) -> list[Equation]:
    """The same equations with one unknown after the other taken out: what linear algebra can tell."""
    solved: list[Equation] = []
    for equation in equations:
        for earlier in solved:
            equation = _without(_pivot(earlier), equation, earlier)
        if equation.terms:
            pivot = _pivot(equation)
            solved = [*(_without(pivot, earlier, equation) for earlier in solved), equation]
    return solved


def _pivot(equation: Equation) -> Unknown:
    return next(iter(equation.terms))


def _without(unknown: Unknown, equation: Equation, other: Equation) -> Equation:
    """The equation with `unknown` replaced by what the other equation says about it."""
    if unknown not in equation.terms:
        return equation
    factor = equation.terms[unknown] / other.terms[unknown]
    terms = dict(equation.terms)
    for each, n in other.terms.items():
        terms[each] = terms.get(each, Fraction(0)) - factor * n
    return Equation({each: n for each, n in terms.items() if n}, equation.total - factor * other.total)


def _most(tables: Sequence[ProtectedTable]) -> int:
    return max((table.total(WHOLE) or 0 for table in tables), default=0)


def _bounds(equations: list[Equation], most: int) -> dict[Unknown, tuple[int, int]]:
    """Lowest and highest possible value of each unknown; children come in whole numbers."""
    bounds = {
        unknown: (int(unknown[0] is None and unknown[1].is_untold), most)
        for equation in equations
        for unknown in equation.terms
    }
    for _ in range(MOST_ROUNDS):
        before = dict(bounds)
        for equation in equations:
            _tighten(equation, bounds)
        if bounds == before:
            break
    return bounds


def _tighten(equation: Equation, bounds: dict[Unknown, tuple[int, int]]) -> None:
    reach = {unknown: sorted(n * end for end in bounds[unknown]) for unknown, n in equation.terms.items()}
    lowest, highest = (sum((ends[side] for ends in reach.values()), Fraction(0)) for side in (0, 1))
    for unknown, n in equation.terms.items():
        least, most = reach[unknown]
        ends = sorted(((equation.total - highest + most) / n, (equation.total - lowest + least) / n))
        low, high = bounds[unknown]
        bounds[unknown] = max(low, ceil(ends[0])), min(high, floor(ends[1]))
