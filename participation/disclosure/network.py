"""Networks: how far a hidden count can move while everything published stays true.

One question's counts, in groups by at most two backgrounds, are a flow: children run from the groups of
the first background through the answers to the groups of the second. Another world that agrees with all
shown counts differs from the true one by cycles through hidden counts alone, so the room a hidden count
has is a largest flow, exact and in whole children.
"""

from collections.abc import Hashable
from dataclasses import dataclass, field
from heapq import heappop, heappush

from participation.disclosure.groups import Group

Node = Hashable
Cell = tuple[Group, str]


@dataclass(frozen=True)
class Stream:
    """One count as an edge; `price` is what hiding it would cost us."""

    cell: Cell
    start: Node
    end: Node
    count: int
    price: int


@dataclass
class _Move:
    """A way to push one stream up (or down) step by step, remembering what was pushed already."""

    source: Node
    sink: Node
    limit: int
    pushed: dict[Cell, int] = field(default_factory=dict)


@dataclass(frozen=True)
class _Step:
    price: int
    amount: int
    path: tuple[tuple[Stream, int], ...]


def company(streams: list[Stream], hidden: frozenset[Cell], cell: Cell, wanted: int) -> frozenset[Cell]:
    """The further counts to hide so that the hidden `cell` can take values at least `wanted` apart."""
    own = next(stream for stream in streams if stream.cell == cell)
    rest = [stream for stream in streams if stream.cell != cell]
    up = _Move(own.end, own.start, wanted)
    down = _Move(own.start, own.end, own.count)
    room, extra = 0, frozenset[Cell]()
    while room < wanted:
        steps = [(step, move) for move in (up, down) if (step := _cheapest(rest, hidden | extra, move))]
        if not steps:
            raise ValueError(f"{cell}: fewer children than the room that is wanted")
        step, move = min(steps, key=lambda found: found[0].price)
        amount = min(step.amount, move.limit, wanted - room)
        _push(move, step, amount)
        extra |= {stream.cell for stream, _ in step.path} - hidden
        room += amount
    return extra


def _push(move: _Move, step: _Step, amount: int) -> None:
    move.limit -= amount
    for stream, direction in step.path:
        move.pushed[stream.cell] = move.pushed.get(stream.cell, 0) + direction * amount


def _cheapest(streams: list[Stream], hidden: frozenset[Cell], move: _Move) -> _Step | None:
    """The path that hides least on its way; always the same one for the same numbers."""
    if not move.limit:
        return None
    ways = _ways(streams, hidden, move)
    queue: list[tuple[int, int, Node, int, tuple[tuple[Stream, int], ...]]]
    queue, seen, tie = [(0, 0, move.source, move.limit, ())], set[Node](), 0
    while queue:
        price, _, node, amount, path = heappop(queue)
        if node == move.sink:
            return _Step(price, amount, path)
        if node in seen:
            continue
        seen.add(node)
        for stream, direction, there, most, cost in ways.get(node, ()):
            tie += 1
            step = (price + cost, tie, there, min(amount, most), (*path, (stream, direction)))
            heappush(queue, step)
    return None


def _ways(
    streams: list[Stream], hidden: frozenset[Cell], move: _Move
) -> dict[Node, list[tuple[Stream, int, Node, int, int]]]:
    """From each node: along a stream without end, or against it as far as there are children in it."""
    ways: dict[Node, list[tuple[Stream, int, Node, int, int]]] = {}
    for stream in streams:
        cost = 0 if stream.cell in hidden else stream.price
        ways.setdefault(stream.start, []).append((stream, 1, stream.end, move.limit, cost))
        left = stream.count + move.pushed.get(stream.cell, 0)
        if left:
            ways.setdefault(stream.end, []).append((stream, -1, stream.start, left, cost))
    return ways
