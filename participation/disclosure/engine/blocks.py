"""Blocks: parts of a large survey, small enough to be reckoned with one at a time, along its hierarchy."""

from collections.abc import Iterable, Iterator

from participation.disclosure.engine.atoms import Atoms

MOST_PLACES = (600, 3_000)
"""A survey up to the first is one block: measured, fewer numbers are then hidden (docs/decisions)."""

Members = tuple[int, ...]
Home = tuple[int, int]


class Ladder:
    """The survey in small blocks, in larger ones, and whole; a group is at home in the smallest it fits."""

    def __init__(self, atoms: Atoms) -> None:
        self.levels = tuple(_levels(atoms))
        self._width = len(atoms.categories)
        self._block_of = [
            {member: block for block, members in enumerate(level) for member in members}
            for level in self.levels
        ]

    def homes(self, places: Iterable[int]) -> list[Home]:
        """The level and block a group lies in, from the smallest to the whole."""
        members = {place // self._width for place in places}
        found = []
        for level, block_of in enumerate(self._block_of):
            blocks = {block_of[member] for member in members}
            if len(blocks) == 1:
                found.append((level, blocks.pop()))
        return found

    def members(self, home: Home) -> Members:
        level, block = home
        return self.levels[level][block]


def _levels(atoms: Atoms) -> Iterator[tuple[Members, ...]]:
    width, everyone = len(atoms.categories), tuple(range(len(atoms.sizes)))
    for most in MOST_PLACES:
        if len(everyone) * width > most:
            yield tuple(_parts(atoms, everyone, _hierarchy(atoms), max(1, most // width)))
    yield (everyone,)


def _hierarchy(atoms: Atoms) -> tuple[int, ...]:
    """The columns that the finest one decides, and that one: school, and its municipality and county."""
    columns = range(len(atoms.by))
    values = [{atom.background[column] for atom in atoms.atoms} for column in columns]
    if not values:
        return ()
    finest = max(columns, key=lambda column: len(values[column]))
    above = [column for column in columns if _decides(atoms, finest, column)]
    return tuple(sorted(above, key=lambda column: (len(values[column]), column == finest)))


def _decides(atoms: Atoms, fine: int, coarse: int) -> bool:
    pairs = {(atom.background[fine], atom.background[coarse]) for atom in atoms.atoms}
    return len(pairs) == len({value for value, _ in pairs})


def _parts(atoms: Atoms, members: Members, columns: tuple[int, ...], most: int) -> Iterator[Members]:
    """Neighbours bundled up to `most`; what is larger alone is cut by the next column."""
    if len(members) <= most or not columns:
        yield members
        return
    bundle: Members = ()
    for group in _split(atoms, members, columns[0]):
        if bundle and len(bundle) + len(group) > most:
            yield from _parts(atoms, bundle, columns[1:], most)
            bundle = ()
        bundle += group
    yield from _parts(atoms, bundle, columns[1:], most)


def _split(atoms: Atoms, members: Members, column: int) -> list[Members]:
    found: dict[str, list[int]] = {}
    for member in members:
        found.setdefault(atoms.atoms[member].background[column], []).append(member)
    return [tuple(found[value]) for value in sorted(found)]
