"""The siege: the outsider tries fact after fact; a world that is found settles all that it shows possible."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from participation.disclosure.engine.atoms import Atoms
from participation.disclosure.engine.blocks import Ladder
from participation.disclosure.engine.outsider import Contradiction, Known, Outsider, World

Progress = Callable[[int, int], None]

MOST_WHOLE = 200
"""Of the facts across the blocks of a large survey so many are all tried; of more, every twentieth."""
DRAWN = 20


@dataclass(frozen=True)
class Fact:
    """A promise about one group: so many children may stand in these places (at least, or at most)."""

    promise: str
    about: str
    places: tuple[int, ...]
    limit: int
    is_highest: bool

    def is_kept_by(self, number: int) -> bool:
        return number >= self.limit if self.is_highest else number <= self.limit

    def __str__(self) -> str:
        return f"{self.promise}: {self.about}"


class Siege:
    """All facts, against all that is known; begins with the truth: what is so may be so.

    A large survey is attacked block by block first, by an outsider who knows all answers outside the
    block: what even that one cannot determine, nobody can. The rest is tried on the whole.
    """

    def __init__(self, atoms: Atoms, known: Sequence[Known], facts: Sequence[Fact]) -> None:
        self.broken: list[Fact] = []
        self.untried = 0
        self._atoms, self._known, self._facts = atoms, known, facts
        self._truth = atoms.flat
        self._totals = [self._total(where) for where, _, _ in known]
        numbers = [sum(self._truth[place] for place in fact.places) for fact in facts]
        self._numbers = numbers
        self._open = {at for at, fact in enumerate(facts) if not fact.is_kept_by(numbers[at])}
        self._facts_at: list[list[int]] = [[] for _ in self._truth]
        for at in sorted(self._open):
            for place in facts[at].places:
                self._facts_at[place].append(at)

    def lay(self, progress: Progress) -> None:
        """Try every fact that is not settled yet."""
        *levels, _ = Ladder(self._atoms).levels
        for level in levels:
            for members in level:
                self._attack_block(self._places(members))
                progress(len(self._facts) - len(self._open), len(self._facts))
        self._attack_whole(progress, may_draw=bool(levels))

    def _total(self, where: Mapping[int, int]) -> int:
        return sum(times * self._truth[place] for place, times in where.items())

    def _places(self, members: Iterable[int]) -> tuple[int, ...]:
        width = len(self._atoms.categories)
        return tuple(member * width + at for member in members for at in range(width))

    def _attack_block(self, places: tuple[int, ...]) -> None:
        local = {place: at for at, place in enumerate(places)}
        inside = [at for at in sorted(self._open) if all(place in local for place in self._facts[at].places)]
        if not inside:
            return
        outsider = Outsider(len(places), self._known_inside(local))
        for at in inside:
            try:
                self._try(outsider, at, places, local)
            except Contradiction:
                return

    def _known_inside(self, local: dict[int, int]) -> list[Known]:
        """All that is known, less the true number of children outside."""
        found: list[Known] = []
        for (where, lowest, highest), total in zip(self._known, self._totals, strict=True):
            inside = {place: times for place, times in where.items() if place in local}
            if inside:
                outside = total - self._total(inside)
                here = {local[place]: times for place, times in inside.items()}
                found.append((here, lowest - outside, highest - outside))
        return found

    def _attack_whole(self, progress: Progress, *, may_draw: bool) -> None:
        everywhere = range(len(self._truth))
        local = dict(enumerate(everywhere))
        outsider = Outsider(len(self._truth), self._known)
        todo = sorted(self._open)
        if may_draw and len(todo) > MOST_WHOLE:
            todo = todo[len(todo) % DRAWN :: DRAWN]
        for at in todo:
            if not self._try(outsider, at, everywhere, local):
                self.broken.append(self._facts[at])
                self._open.discard(at)
            progress(len(self._facts) - len(self._open), len(self._facts))
        self.untried = len(self._open)

    def _try(self, outsider: Outsider, at: int, places: Sequence[int], local: Mapping[int, int]) -> bool:
        """Whether the fact stands; a bound at the edge is looked at once more in whole children."""
        if at not in self._open:
            return True
        fact = self._facts[at]
        where = [local[place] for place in fact.places]
        bound, world = (outsider.highest if fact.is_highest else outsider.lowest)(where)
        if world is None and fact.is_kept_by(bound) and abs(bound - fact.limit) <= 1:
            bound, world = outsider.in_whole_children(where, highest=fact.is_highest)
        if world is not None:
            self._learn(places, world)
        if fact.is_kept_by(bound):
            self._open.discard(at)
        return fact.is_kept_by(bound)

    def _learn(self, places: Sequence[int], world: World) -> None:
        """A world settles every fact it shows to be possible."""
        changes: dict[int, int] = {}
        for place, number in zip(places, world, strict=True):
            if number != self._truth[place]:
                for at in self._facts_at[place]:
                    changes[at] = changes.get(at, 0) + number - self._truth[place]
        for at, change in changes.items():
            if self._facts[at].is_kept_by(self._numbers[at] + change):
                self._open.discard(at)
