"""The gate: the only way from true counts to something that may be told, one world at a time.

Each world is protected, proved and attacked; only then do its numbers enter the ledger of releases.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from participation.disclosure.engine.cells import Exact, Hidden, Mean, Publication
from participation.disclosure.engine.certificate import Certificate, verify
from participation.disclosure.engine.display import with_intervals
from participation.disclosure.engine.ledger import ReleaseLedger
from participation.disclosure.engine.merged import Merged, merged
from participation.disclosure.engine.protect import protect
from participation.disclosure.engine.rules import PUBLIC, SEVERE_COUNT, DisclosureRules
from participation.disclosure.groups import (
    NO_ANSWERS,
    WHOLE,
    Group,
    compared,
)
from participation.disclosure.published import ProtectedTable, Shown, Sum
from participation.disclosure.worlds import Blank, Sheets, World, hanging_together

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Wanted:
    """What is to be told of the sheets: these tables, for all and for each group of these backgrounds.

    `delicate`: backgrounds whose sizes tell something themselves, each as the table of its sizes.
    """

    sheets: Sheets
    blanks: tuple[Blank, ...]
    by: tuple[str, ...]
    delicate: tuple[Blank, ...] = ()
    rules: DisclosureRules = PUBLIC

    @property
    def worlds(self) -> tuple[tuple[Blank, ...], ...]:
        """The sets of tables in the order they are taken; sizes that are delicate come first."""
        sizes = tuple((blank,) for blank in self.delicate if blank.question in self.by)
        return sizes + hanging_together(self.blanks)

    def is_of_sizes(self, blanks: Sequence[Blank]) -> bool:
        return tuple(blanks) in [(blank,) for blank in self.delicate]

    def groups(self, ledger: ReleaseLedger) -> tuple[Group, ...]:
        """All, and each group that is compared; of a delicate background those whose size is told.

        Everybody else is what is left of all, so they must be enough as well.
        """
        return (WHOLE, *(group for by in self.by for group in self._compared(by, ledger)))

    def _compared(self, by: str, ledger: ReleaseLedger) -> tuple[Group, ...]:
        sizes = self.sheets.sizes(by)
        if by not in [blank.question for blank in self.delicate]:
            return compared(by, sizes, self.rules.k)
        told = {one.cell.categories: one.shown for one in ledger.cells(by)}
        found = tuple(
            Group(by, value)
            for value in self.sheets.backgrounds[by]
            if isinstance(told.get((value,)), Exact) and sizes[value] >= self.rules.k
        )
        rest = len(self.sheets.rows) - sum(sizes[group.value] for group in found)
        return found if rest == 0 or rest >= self.rules.k else ()

    def world(self, blanks: Sequence[Blank], groups: Iterable[Group]) -> World:
        if not self.is_of_sizes(blanks):
            return self.sheets.world(blanks, groups, [blank.question for blank in self.delicate])
        own = blanks[0].question
        others = {by: values for by, values in self.sheets.backgrounds.items() if by != own}
        return replace(self.sheets, backgrounds=others).world(blanks)

    def rules_for(self, world: World) -> DisclosureRules:
        """Stricter where the question is severe."""
        return replace(self.rules, c0=max(self.rules.c0, SEVERE_COUNT)) if world.is_severe else self.rules


def size_table(by: str, values: tuple[str, ...], sensitive: tuple[str, ...]) -> Blank:
    """The sizes of the groups of a delicate background, as a question of their own."""
    return Blank(by, (*dict.fromkeys((*values, *NO_ANSWERS)),), sensitive=sensitive)


@dataclass(frozen=True)
class Number:
    """How one number will be told; the number itself stands in the ledger.

    Why it is not told exactly is said to nobody, but for the size of its group: that few gave this answer, or
    that it keeps another company, would tell whoever publishes more than readers may know.
    """

    question: str
    option: str | None
    group: Group
    category: str
    state: str
    is_too_small: bool

    def to_plain(self) -> list[Any]:
        group = [self.group.by, self.group.value, list(self.group.also)]
        return [self.question, self.option, group, self.category, self.state, self.is_too_small]

    @classmethod
    def from_plain(cls, plain: Sequence[Any]) -> "Number":
        question, option, (by, value, also), category, state, is_too_small = plain
        return cls(question, option, Group(by, value, tuple(also)), category, state, is_too_small)


@dataclass(frozen=True)
class Proven:
    """One world that may be told: the ledger with it, its secret certificate, and how each number is told."""

    ledger: ReleaseLedger
    certificate: Certificate
    numbers: tuple[Number, ...]


def prove(
    wanted: Wanted,
    blanks: Sequence[Blank],
    ledger: ReleaseLedger,
    *,
    key: bytes,
    progress: Progress = lambda done, of: None,
) -> Proven:
    """Protect, prove and attack the tables of one world. Raises WouldDisclose where that cannot be done."""
    groups = _groups(wanted, blanks, ledger)
    world = wanted.world(blanks, groups)
    rules = wanted.rules_for(world)
    bare, proof = protect(world.atoms, rules, world.cells(groups), ledger, key=key, progress=progress)
    told = with_intervals(bare, world.atoms, rules, ledger.cells(world.name))
    certificate = proof.of(told)
    numbers = tuple(_numbers(world, groups, told, rules))
    return Proven(ledger.append(world.atoms, told, certificate), certificate, numbers)


def still_holds(
    wanted: Wanted,
    blanks: Sequence[Blank],
    before: ReleaseLedger,
    told: Publication,
    certificate: Certificate,
) -> bool:
    """Whether the certificate proves what is told of the sheets as they are now, by arithmetic alone."""
    world = wanted.world(blanks, _groups(wanted, blanks, before))
    return verify(world.atoms, before.rows(world.name), told, certificate)


def would_show(wanted: Wanted, *, key: bytes) -> dict[str, int]:
    """How many numbers would be told in which way; nothing is told by asking."""
    ledger, states = ReleaseLedger(), dict[str, int]()
    groups = wanted.groups(ledger)
    for blanks in hanging_together(wanted.blanks):
        world = wanted.world(blanks, groups)
        rules = wanted.rules_for(world)
        bare, _ = protect(world.atoms, rules, world.cells(groups), ledger, key=key, starts=1)
        for number in _numbers(world, groups, with_intervals(bare, world.atoms, rules), rules):
            states[number.state] = states.get(number.state, 0) + 1
    return states


def tables(wanted: Wanted, ledger: ReleaseLedger) -> tuple[ProtectedTable, ...]:
    """Everything in the ledger as tables; what is not told of is hidden like everything else."""
    if len(wanted.sheets.rows) < wanted.rules.k:
        return ()
    groups = _all_groups(wanted, ledger)
    told = {
        one.cell.id: (one.shown, entry.hash)
        for entry in ledger.entries
        for one in entry.publication.cells
        if not isinstance(one.shown, Mean)
    }
    found = []
    for blanks in hanging_together(wanted.blanks):
        world = wanted.world(blanks, groups)
        sums = _merged(wanted, world, ledger)
        for blank in blanks:
            table = _table(wanted, world, blank, groups, told)
            found.append(replace(table, sums=tuple(_sums(world, blank, groups, sums))))
    order = [blank.name for blank in wanted.blanks]
    return tuple(sorted(found, key=lambda table: order.index(table.name)))


def _merged(wanted: Wanted, world: World, ledger: ReleaseLedger) -> tuple[Merged, ...]:
    """Neighbours that are kept back, and what any reader can add them up to."""
    told = Publication(world.name, ledger.cells(world.name))
    return merged(told, world.atoms, wanted.rules_for(world)) if told.rows else ()


def _sums(world: World, blank: Blank, groups: Sequence[Group], sums: Sequence[Merged]) -> Iterable[Sum]:
    """Those sums that are about this table alone."""
    places = {
        world.cell(blank, group, category).id: (group, category)
        for group in groups
        for category in blank.categories
    }
    for one in sums:
        found = [places.get(cell.id) for cell in one.cells]
        if None not in found:
            yield Sum(tuple(place for place in found if place), one.shown)


def _table(
    wanted: Wanted, world: World, blank: Blank, groups: Sequence[Group], told: dict[str, tuple[Shown, str]]
) -> ProtectedTable:
    rows = [
        [told.get(world.cell(blank, group, category).id, (Hidden(), "")) for category in blank.categories]
        for group in groups
    ]
    sizes = [wanted.sheets.size(group) for group in groups]
    is_told = [any(entry for _, entry in row) for row in rows]
    return ProtectedTable(
        question=blank.question,
        categories=blank.categories,
        groups=tuple(groups),
        least=wanted.rules.k,
        cells=tuple(tuple(shown for shown, _ in row) for row in rows),
        totals=tuple(
            n if n >= wanted.rules.k and told else None for n, told in zip(sizes, is_told, strict=True)
        ),
        option=blank.option,
        asked=blank.asked,
        ledger=next((entry for row in rows for _, entry in row if entry), ""),
    )


def _all_groups(wanted: Wanted, ledger: ReleaseLedger) -> tuple[Group, ...]:
    """The groups that are compared, and those of a delicate background that are not told of, as hidden."""
    delicate = [blank.question for blank in wanted.delicate if blank.question in wanted.by]
    hidden = [Group(by, value) for by in delicate for value in wanted.sheets.backgrounds[by]]
    return tuple(dict.fromkeys((*wanted.groups(ledger), *hidden)))


def _groups(wanted: Wanted, blanks: Sequence[Blank], ledger: ReleaseLedger) -> tuple[Group, ...]:
    return (WHOLE,) if wanted.is_of_sizes(blanks) else wanted.groups(ledger)


def _numbers(
    world: World, groups: Iterable[Group], told: Publication, rules: DisclosureRules
) -> Iterable[Number]:
    shown = {one.cell.id: one.shown for one in told.cells}
    for blank in world.blanks:
        for group in groups:
            for category in blank.categories:
                cell = world.cell(blank, group, category)
                state = type(shown[cell.id]).__name__.lower()
                is_too_small = group_size(world, group) < rules.k
                yield Number(blank.question, blank.option, group, category, state, is_too_small)


def group_size(world: World, group: Group) -> int:
    from_group = world.cell(world.blanks[0], group, world.blanks[0].categories[0]).group
    return world.atoms.size(world.atoms.members(from_group))
