"""Atoms: the finest groups an outsider can tell apart; their sizes are known, their answers secret."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations

Where = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Respondent:
    """One child's answer to one question; `joined` and `left` are numbers of releases."""

    background: Mapping[str, str]
    answer: str
    joined: int = 1
    left: int | None = None


@dataclass(frozen=True)
class Atom:
    """Children alike in everything ever published about them: background, first release, first without."""

    background: tuple[str, ...]
    joined: int = 1
    left: int | None = None

    @property
    def order(self) -> tuple[tuple[str, ...], int, int]:
        return self.background, self.joined, self.left or 0

    def is_in(self, release: int) -> bool:
        return self.joined <= release and (self.left is None or release < self.left)


@dataclass(frozen=True)
class NameableGroup:
    """Children somebody can point out: by background, by being in one release and not in another."""

    where: Where = ()
    release: int = 1
    not_in: int | None = None

    def __str__(self) -> str:
        chosen = ", ".join(f"{column} {value}" for column, value in self.where) or "all"
        gone = f" and not in {self.not_in}" if self.not_in is not None else ""
        return f"{chosen} in release {self.release}{gone}"


@dataclass(frozen=True)
class Atoms:
    """One question's world: what everybody may know of the respondents, and what they answered.

    `counts` are secret: one number of children for each atom and category, categories by name.
    `sensitive`: sets of categories no child may be tied to. `answers`: sets of categories of which each
    must stay possible for every child; each category alone, if none is named. Two questions protected as
    one have combinations for categories ("mixed·indoors"), and an answer of either is a set of them.
    Made by `count_respondents`.
    """

    question: str
    by: tuple[str, ...]
    categories: tuple[str, ...]
    sensitive: tuple[frozenset[str], ...]
    atoms: tuple[Atom, ...]
    counts: tuple[tuple[int, ...], ...] = field(repr=False)
    answers: tuple[frozenset[str], ...] = ()

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        return tuple(map(sum, self.counts))

    @cached_property
    def flat(self) -> tuple[int, ...]:
        """The counts in one line, atom after atom: `places` are positions in it."""
        return tuple(n for row in self.counts for n in row)

    def members(self, group: NameableGroup) -> tuple[int, ...]:
        """The positions of the atoms in a group."""
        if group not in self._members:
            self._members[group] = self._chosen(group)
        return self._members[group]

    @cached_property
    def _members(self) -> dict[NameableGroup, tuple[int, ...]]:
        return {}

    @cached_property
    def _having(self) -> dict[tuple[str, str], frozenset[int]]:
        found: dict[tuple[str, str], list[int]] = {}
        for position, atom in enumerate(self.atoms):
            for pair in zip(self.by, atom.background, strict=True):
                found.setdefault(pair, []).append(position)
        return {pair: frozenset(positions) for pair, positions in found.items()}

    def _chosen(self, group: NameableGroup) -> tuple[int, ...]:
        """Raises ValueError where a column is not known."""
        if unknown := {column for column, _ in group.where} - set(self.by):
            raise ValueError(f"{self.question}: no column {', '.join(sorted(unknown))}")
        having = sorted((self._having.get(pair, frozenset()) for pair in group.where), key=len)
        found = sorted(having[0].intersection(*having[1:])) if having else range(len(self.atoms))
        return tuple(
            position
            for position in found
            if self.atoms[position].is_in(group.release)
            and (group.not_in is None or not self.atoms[position].is_in(group.not_in))
        )

    def size(self, members: Iterable[int]) -> int:
        return sum(self.sizes[position] for position in members)

    def places(self, members: Iterable[int], categories: Iterable[str]) -> tuple[int, ...]:
        width, columns = len(self.categories), [self.categories.index(name) for name in categories]
        return tuple(sorted(position * width + column for position in members for column in columns))

    def number(self, places: Iterable[int]) -> int:
        return sum(self.flat[place] for place in places)


def sensitive_sets(sensitive: Iterable[str]) -> tuple[frozenset[str], ...]:
    """Each sensitive category alone, and all of them together."""
    names = sorted(set(sensitive))
    alone = [frozenset({name}) for name in names]
    return tuple(alone + ([frozenset(names)] if len(names) > 1 else []))


def count_respondents(
    respondents: Iterable[Respondent],
    question: str,
    by: Iterable[str],
    categories: Iterable[str],
    sensitive: Iterable[frozenset[str]] = (),
    answers: Iterable[frozenset[str]] = (),
) -> Atoms:
    """Count respondents into atoms, in an order that tells nothing: by name, not by arrival.

    Raises ValueError where an answer is no category, or where a set of categories, sensitive or an answer,
    leaves no other category.
    """
    columns, names = tuple(by), tuple(sorted(set(categories)))
    sets, apart = tuple(sensitive), tuple(answers)
    if any(not chosen < set(names) for chosen in sets):
        raise ValueError(f"{question}: a sensitive set must leave another answer, and name categories only")
    if any(not chosen or not chosen < set(names) for chosen in apart):
        raise ValueError(f"{question}: an answer is some of the categories, and never all of them")
    found: Counter[tuple[Atom, str]] = Counter()
    for one in respondents:
        if one.answer not in names:
            raise ValueError(f"{question}: {one.answer!r} is no category")
        background = tuple(one.background[column] for column in columns)
        found[Atom(background, one.joined, one.left), one.answer] += 1
    atoms = tuple(sorted({atom for atom, _ in found}, key=lambda atom: atom.order))
    counts = tuple(tuple(found[atom, name] for name in names) for atom in atoms)
    return Atoms(question, columns, names, sets, atoms, counts, apart)


def sizes_as_answers(respondents: Iterable[Respondent], column: str) -> list[Respondent]:
    """Where a background is sensitive, its sizes are a question of their own, and it is the answer."""
    return [
        replace(one, answer=one.background[column],
                background={name: value for name, value in one.background.items() if name != column})
        for one in respondents
    ]  # fmt: skip


def nameable_groups(
    atoms: Atoms, crossings: Iterable[tuple[str, ...]] | None = None
) -> tuple[NameableGroup, ...]:
    """Every group that background values and releases single out; each set of children once.

    `crossings`: the combinations of columns an outsider can know together; all of them if not said.
    """
    if crossings is None:
        crossings = [c for n in range(len(atoms.by) + 1) for c in combinations(atoms.by, n)]
    found: dict[tuple[int, ...], NameableGroup] = {}
    for release, not_in in _stays(atoms):
        here = [
            (position, dict(zip(atoms.by, atom.background, strict=True)))
            for position, atom in enumerate(atoms.atoms)
            if atom.is_in(release) and (not_in is None or not atom.is_in(not_in))
        ]
        for crossing in crossings:
            for where, members in _split(here, crossing).items():
                found.setdefault(members, NameableGroup(where, release, not_in))
    return tuple(found.values())


def _stays(atoms: Atoms) -> list[tuple[int, int | None]]:
    """Releases between which the respondents changed, and every pair of them."""
    turns = {atom.joined for atom in atoms.atoms} | {
        atom.left for atom in atoms.atoms if atom.left is not None
    }
    alone: list[tuple[int, int | None]] = [(release, None) for release in sorted(turns)]
    return alone + [(one, other) for one in sorted(turns) for other in sorted(turns) if one != other]


def _split(here: list[tuple[int, dict[str, str]]], crossing: tuple[str, ...]) -> dict[Where, tuple[int, ...]]:
    found: dict[Where, list[int]] = {}
    for position, background in here:
        where = tuple((column, background[column]) for column in crossing)
        found.setdefault(where, []).append(position)
    return {where: tuple(members) for where, members in found.items()}
