"""Targets: what must stay possible for every child, whatever anyone puts together from all that is told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from participation.disclosure.engine.atoms import Atoms, NameableGroup
from participation.disclosure.engine.rules import DisclosureRules


class Promise(StrEnum):
    """The four promises, in plain words."""

    ANY_ANSWER = "D1"  # every child could have given any answer
    MAYBE_NOBODY = "D2"  # in a small group possibly nobody gave a sensitive answer
    NEVER_ALL = "D3"  # never (almost) everybody
    MAYBE_NONE_AT_ALL = "D4"  # a few sensitive answers cannot be proved to exist


@dataclass(frozen=True)
class Target:
    """Somewhere among the worlds, so many children (at least, or at most) stand in these places."""

    promise: Promise
    places: tuple[int, ...]
    wanted: int
    at_least: bool

    def holds(self, number: int) -> bool:
        return number >= self.wanted if self.at_least else number <= self.wanted


@dataclass(frozen=True)
class _Known:
    """A nameable group, worked out once: its atoms as bits, and its size."""

    members: tuple[int, ...]
    bits: int
    n: int


def targets(atoms: Atoms, rules: DisclosureRules, nameable: Iterable[NameableGroup]) -> tuple[Target, ...]:
    """All that must stay possible; small groups within larger small groups follow from those.

    Source: docs/disclosure.md, the four promises. The lower bound of a sum only grows with the group, so
    D2 and D4 need the largest groups alone.
    """
    known = {members: _Known(members, sum(1 << m for m in members), atoms.size(members))
             for members in map(atoms.members, nameable) if members}  # fmt: skip
    groups = sorted(known.values(), key=lambda group: (-group.n, group.members))
    found = [*_any_answer(atoms), *_never_all(atoms, rules, groups)]
    small = _largest(group for group in groups if group.n < rules.k)
    for chosen in atoms.sensitive:
        found += [_none(atoms, Promise.MAYBE_NOBODY, group, chosen) for group in small]
        few = _largest(group for group in groups if _has_few(atoms, rules, group, chosen))
        found += [_none(atoms, Promise.MAYBE_NONE_AT_ALL, group, chosen) for group in few]
    return tuple(found)


def _any_answer(atoms: Atoms) -> Iterator[Target]:
    sets = atoms.answers or tuple(frozenset({name}) for name in atoms.categories)
    for position in range(len(atoms.sizes)):
        for chosen in sets:
            yield Target(Promise.ANY_ANSWER, atoms.places((position,), chosen), 1, at_least=True)


def _never_all(atoms: Atoms, rules: DisclosureRules, groups: list[_Known]) -> Iterator[Target]:
    for chosen in atoms.sensitive:
        others = [name for name in atoms.categories if name not in chosen]
        for group in groups:
            if group.n >= rules.k:
                places = atoms.places(group.members, others)
                yield Target(Promise.NEVER_ALL, places, rules.dissent(group.n), at_least=True)


def _has_few(atoms: Atoms, rules: DisclosureRules, group: _Known, chosen: frozenset[str]) -> bool:
    if not rules.k <= group.n < rules.n_big:
        return False
    return 1 <= atoms.number(atoms.places(group.members, chosen)) < rules.c0


def _none(atoms: Atoms, promise: Promise, group: _Known, chosen: frozenset[str]) -> Target:
    return Target(promise, atoms.places(group.members, chosen), 0, at_least=False)


def _largest(groups: Iterable[_Known]) -> list[_Known]:
    """Groups, from large to small, that lie in no other."""
    found: list[_Known] = []
    for group in groups:
        if not any(group.bits & ~other.bits == 0 for other in found):
            found.append(group)
    return found
