"""Worlds: true counts of questions that would give each other away, held together. They never leave.

A question that only some were asked tells what they answered before, so it is counted as one with the
question that leads to it: the categories are then combinations of answers.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from participation.disclosure.engine.atoms import (
    Atoms,
    NameableGroup,
    Respondent,
    count_respondents,
    sensitive_sets,
)
from participation.disclosure.engine.cells import Cell
from participation.disclosure.groups import (
    CHOSEN,
    NOT_CHOSEN,
    NOT_SHOWN,
    SKIPPED,
    STATUSES,
    Asked,
    Group,
)

Row = Mapping[str, str | tuple[str, ...]]
"""One sheet as it is counted: what was answered to each question, or why there is no answer."""

UNTOLD = ""
TOGETHER = "+"
MOST_COMBINATIONS = 60

MADE_UP_ANSWERS, MADE_UP_CHOSEN = 8, 0.4


@dataclass(frozen=True)
class Blank:
    """A table to be told, still without numbers: a question, or one option of it.

    `sensitive`: the categories no child may be tied to. `asked`: who meets the question, if not all do.
    """

    question: str
    categories: tuple[str, ...]
    option: str | None = None
    asked: Asked | None = None
    sensitive: tuple[str, ...] = ()
    is_severe: bool = False

    @property
    def name(self) -> tuple[str, str | None]:
        return self.question, self.option

    def answer(self, row: Row) -> str:
        """The category this sheet is counted in."""
        found = row.get(self.question, SKIPPED)
        if self.option is None:
            return str(found)
        return CHOSEN if isinstance(found, tuple) and self.option in found else NOT_CHOSEN


@dataclass(frozen=True)
class World:
    """The tables of questions that hang together, and their true counts by every background at once."""

    blanks: tuple[Blank, ...]
    combinations: tuple[tuple[str, ...], ...]
    atoms: Atoms

    @property
    def name(self) -> str:
        return self.atoms.question

    @property
    def is_severe(self) -> bool:
        return any(blank.is_severe for blank in self.blanks)

    def cell(self, blank: Blank, group: Group, category: str) -> Cell:
        """The cell a number of this table stands in."""
        at = self.blanks.index(blank)
        return Cell(self.name, nameable(group), _with(self.combinations, at, {category}))

    def cells(self, groups: Iterable[Group]) -> tuple[Cell, ...]:
        return tuple(
            self.cell(blank, group, category)
            for blank in self.blanks
            for group in groups
            for category in blank.categories
        )


@dataclass(frozen=True)
class Sheets:
    """All sheets of one consultation as they are counted, and the backgrounds they are compared by."""

    rows: tuple[Row, ...]
    backgrounds: Mapping[str, tuple[str, ...]]
    """By question: its answers in the author's order."""

    @cached_property
    def told(self) -> tuple[dict[str, str], ...]:
        """Each child's background; what is no answer counts as not told."""
        return tuple(
            {
                by: str(row.get(by)) if row.get(by) in values else UNTOLD
                for by, values in self.backgrounds.items()
            }
            for row in self.rows
        )

    def sizes(self, by: str) -> dict[str | None, int]:
        """How many children gave each answer to a background question; None: did not tell."""
        values = [child[by] for child in self.told]
        return {value or None: values.count(value) for value in (*self.backgrounds[by], UNTOLD)}

    def size(self, group: Group) -> int:
        if group.by is None:
            return len(self.rows)
        sizes = self.sizes(group.by)
        return sum(sizes[value] for value in group.values or (None,))

    def made_up(self, blanks: Sequence[Blank], delicate: Collection[str] = ()) -> "Sheets":
        """As many children in the same groups, answers drawn by lot: nothing of the true ones is left."""
        chance = Random(len(self.rows))  # noqa: S311 - nobody is protected by it
        known = [by for by in self.backgrounds if by not in delicate]
        rows = []
        for row in self.rows:
            lots = {by: chance.choice(values) for by, values in self.backgrounds.items() if by in delicate}
            rows.append(_drawn(blanks, chance) | lots | {by: row[by] for by in known if by in row})
        return Sheets(tuple(rows), self.backgrounds)

    def world(
        self, blanks: Sequence[Blank], groups: Iterable[Group] = (), delicate: Collection[str] = ()
    ) -> World:
        """Count these tables as one; `groups` name the answers that are counted together.

        Of a `delicate` background all that is in none of the groups is counted together too: it is what is
        left when they are taken from the whole.
        """
        combinations = tuple(_combinations(blanks))
        joined = _joined(tuple(groups), delicate)
        respondents = [
            Respondent(
                {
                    **told,
                    **{_column(by): values.get(told[by], UNTOLD) for by, values in joined.items()},
                },
                TOGETHER.join(_fitting(blanks, row)),
            )
            for told, row in zip(self.told, self.rows, strict=True)
        ]
        columns = [*self.backgrounds, *(_column(by) for by in joined)]
        names = map(TOGETHER.join, combinations)
        atoms = count_respondents(
            respondents,
            TOGETHER.join("/".join(filter(None, blank.name)) for blank in blanks),
            columns,
            names,
            _sensitive(blanks, combinations),
            answers=_answers(blanks, combinations),
        )
        return World(tuple(blanks), combinations, atoms)


def _drawn(blanks: Sequence[Blank], chance: Random) -> dict[str, str | tuple[str, ...]]:
    """One child's made-up answers: mostly answers, seldom none; a route is put right where it is counted."""
    found: dict[str, str | tuple[str, ...]] = {}
    for blank in blanks:
        if blank.option is not None:
            before = tuple(found.get(blank.question, ()))
            found[blank.question] = (*before, blank.option) if chance.random() < MADE_UP_CHOSEN else before
        else:
            weights = [1 if name in STATUSES else MADE_UP_ANSWERS for name in blank.categories]
            found[blank.question] = chance.choices(blank.categories, weights)[0]
    return found


def _joined(groups: Sequence[Group], delicate: Collection[str]) -> dict[str, dict[str, str]]:
    """For each background where answers are counted together: what each answer becomes."""
    coarse = [group.by for group in groups if group.by and (group.also or group.by in delicate)]
    return {
        by: {value: _value(group) for group in groups if group.by == by for value in group.values}
        for by in dict.fromkeys(coarse)
    }


def nameable(group: Group) -> NameableGroup:
    """The group as the engine names it."""
    if group.by is None:
        return NameableGroup()
    return NameableGroup(((_column(group.by) if group.also else group.by, _value(group)),))


def hanging_together(blanks: Sequence[Blank]) -> tuple[tuple[Blank, ...], ...]:
    """Tables in the sets that must be counted as one; what has too many combinations is left out."""
    sets: list[tuple[Blank, ...]] = []
    for blank in blanks:
        before = blank.asked and (blank.asked.question, blank.asked.option)
        at = next((at for at, one in enumerate(sets) if before in [other.name for other in one]), None)
        if before is None:
            sets.append((blank,))
        elif at is not None and _few(joined := (*sets[at], blank)):
            sets[at] = joined
    return tuple(sets)


def _few(blanks: Sequence[Blank]) -> bool:
    return sum(1 for _ in _combinations(blanks)) <= MOST_COMBINATIONS


def _combinations(blanks: Sequence[Blank]) -> Iterator[tuple[str, ...]]:
    """Every set of answers one child can have given to these tables, in order."""
    found: list[tuple[str, ...]] = [()]
    for blank in blanks:
        found = [
            (*said, category)
            for said in found
            for category in blank.categories
            if blank.asked is None or _met(blanks, blank.asked, said) is (category != NOT_SHOWN)
        ]
    yield from found


def _met(blanks: Sequence[Blank], asked: Asked, said: Sequence[str]) -> bool:
    before = next(at for at, blank in enumerate(blanks) if blank.name == (asked.question, asked.option))
    return said[before] in asked.categories


def _fitting(blanks: Sequence[Blank], row: Row) -> list[str]:
    """This child's answers; a status that does not fit the route is put right."""
    said: list[str] = []
    for blank in blanks:
        answer = blank.answer(row)
        if blank.asked is not None and not _met(blanks, blank.asked, said):
            answer = NOT_SHOWN
        elif answer == NOT_SHOWN:
            answer = SKIPPED
        said.append(answer)
    return said


def _with(combinations: Sequence[tuple[str, ...]], at: int, categories: Iterable[str]) -> tuple[str, ...]:
    """The combinations in which one table has one of these categories."""
    wanted = set(categories)
    return tuple(TOGETHER.join(said) for said in combinations if said[at] in wanted)


def _sensitive(
    blanks: Sequence[Blank], combinations: Sequence[tuple[str, ...]]
) -> tuple[frozenset[str], ...]:
    sets = [
        frozenset(_with(combinations, at, chosen))
        for at, blank in enumerate(blanks)
        for chosen in sensitive_sets(blank.sensitive)
    ]
    return _in_order(sets)


def _in_order(sets: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """Each set once, by name: in which order answers are offered changes nothing."""
    return tuple(sorted(set(sets), key=sorted))


def _answers(blanks: Sequence[Blank], combinations: Sequence[tuple[str, ...]]) -> tuple[frozenset[str], ...]:
    """What must stay possible for every child: each answer to each question, whatever it is combined with."""
    sets = [
        frozenset(_with(combinations, at, {category}))
        for at, blank in enumerate(blanks)
        for category in blank.categories
    ]
    return _in_order(sets)


def _column(by: str) -> str:
    """Where answers that are counted together are kept: a coarser background beside the fine one."""
    return f"{by}{TOGETHER}"


def _value(group: Group) -> str:
    return TOGETHER.join(group.values) or UNTOLD
