"""Worlds: for small tables, every world that agrees with what is told is looked at."""

from collections import defaultdict
from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from participation.disclosure.attack import leaks
from participation.disclosure.groups import WHOLE, Asked, Group
from participation.disclosure.protection import FLOOR, protect
from participation.disclosure.tables import Table
from participation.errors import WouldDisclose

WORLDS = settings(max_examples=60, deadline=None)


def compositions(total, parts):
    """All ways to spread the children over so many answers."""
    if parts == 1:
        return [(total,)]
    return [(n, *rest) for n in range(total + 1) for rest in compositions(total - n, parts - 1)]


def agrees(row, shown):
    return all(told is None or n == told for n, told in zip(row, shown, strict=True))


def rows_for(table, group):
    """Every row the group may have; a hidden size is anything from none to what the others leave."""
    left = table.total() - sum(table.total(other) or 0 for other in table.groups_by(group.by))
    known = table.total(group)
    sizes = range(int(group.is_untold), left + 1) if known is None else [known]
    shown = table.counts[table.groups.index(group)]
    return [row for n in sizes for row in compositions(n, len(table.categories)) if agrees(row, shown)]


def group_worlds(table, by):
    """Rows for all groups of one background, by the whole row they add up to."""
    found = defaultdict(list)
    for rows in product(*(rows_for(table, group) for group in table.groups_by(by))):
        if sum(map(sum, rows)) == table.total():
            found[tuple(map(sum, zip(*rows, strict=True)))].append(rows)
    return found


def intervals(table):
    """The least and greatest value of every cell and size, over all worlds that agree with the table."""
    wholes = [
        row for row in compositions(table.total(), len(table.categories)) if agrees(row, table.counts[0])
    ]
    worlds = {by: group_worlds(table, by) for by in table.breakdowns}
    values = defaultdict(set)
    for whole in wholes:
        if all(worlds[by][whole] for by in worlds):
            note(values, WHOLE, whole, table)
            for by in worlds:
                for rows in worlds[by][whole]:
                    for group, row in zip(table.groups_by(by), rows, strict=True):
                        note(values, group, row, table)
    return values


def note(values, group, row, table):
    values[group, None].add(sum(row))
    for category, n in zip(table.categories, row, strict=True):
        values[group, category].add(n)


def assert_hidden_is_wide(table):
    values = intervals(table)
    hidden = [*table.suppressed, *((group, None) for group in table.groups if table.total(group) is None)]
    for cell in hidden:
        assert max(values[cell]) - min(values[cell]) >= FLOOR, cell


def protected(*tables):
    try:
        return protect(tables)
    except WouldDisclose:
        assume(False)


@st.composite
def tables(draw, groups, categories, *, children):
    """A table of at most so many children in groups by one background."""
    row = st.tuples(*[st.integers(0, 12)] * len(categories)).map(tuple)
    rows = draw(st.lists(row, min_size=1, max_size=len(groups)).filter(lambda rows: few(rows, children)))
    whole = tuple(map(sum, zip(*rows, strict=True)))
    named = [Group("age", value) for value in groups[: len(rows)]]
    if sum(rows[-1]) and draw(st.booleans()):
        named[-1] = Group("age")
    return Table("here", tuple(categories), (WHOLE, *named), (whole, *rows))


def few(rows, children):
    return FLOOR <= sum(map(sum, rows)) <= children


@given(tables("xy", "abc", children=14))
@WORLDS
def test_every_hidden_cell_has_room_among_three_answers(table):
    for told in protected(table):
        assert_hidden_is_wide(told)


@given(tables("xyz", "ab", children=45))
@WORLDS
def test_every_hidden_cell_has_room_among_two_answers(table):
    for told in protected(table):
        assert_hidden_is_wide(told)


@given(tables("xyz", "ab", children=30), st.randoms(use_true_random=False))
@WORLDS
def test_every_hidden_cell_has_room_with_two_backgrounds(table, chance):
    areas = {"north": [0, 0], "south": [0, 0]}
    for place in (place for place, n in enumerate(table.counts[0]) for _ in range(n)):
        areas[chance.choice(["north", "south"])][place] += 1
    groups = (*table.groups, *(Group("area", area) for area in areas))
    both = Table("here", table.categories, groups, (*table.counts, *map(tuple, areas.values())))
    for told in protected(both):
        assert_hidden_is_wide(told)


@given(st.tuples(*[st.integers(0, 12)] * 4))
@WORLDS
def test_every_hidden_cell_has_room_without_background(row):
    for told in protected(Table("here", ("a", "b", "c", "d"), (WHOLE,), (row,))):
        assert_hidden_is_wide(told)


@given(tables("xy", "ab", children=30), st.data())
@WORLDS
def test_the_attacker_is_never_wrong(table, data):
    """What the attacker rules out is impossible: even for a table that tells too much."""
    (told,) = protected(table)
    assume(told.suppressed)
    group, category = data.draw(st.sampled_from(told.suppressed))
    assume(told.total(group) is not None)
    careless = tell(told, group, category, table.count(group, category))
    values = intervals(careless)
    for leak in leaks([careless]):
        _, group, category = leak.unknown
        assert leak.lowest <= min(values[group, category]) <= max(values[group, category]) <= leak.highest


def tell(told, group, category, n):
    rows = [list(row) for row in told.counts]
    rows[told.groups.index(group)][told.categories.index(category)] = n
    plain = told.to_plain() | {"counts": rows}
    return type(told).from_plain(plain)


@given(st.tuples(*[st.integers(0, 8)] * 3), st.integers(0, 8))
@WORLDS
def test_every_hidden_cell_has_room_where_one_question_leads_to_another(row, split):
    bad, asked = row[0] + row[1], Asked("here", ("awful", "bad"))
    here = Table("here", ("awful", "bad", "good"), (WHOLE,), (row,))
    answers = (min(split, bad), bad - min(split, bad), row[2])
    why = Table("why", ("noise", "people", "not_shown"), (WHOLE,), (answers,), asked=asked)
    first, second = protected(here, why)
    ones, others = (
        [world for world in compositions(sum(row), 3) if agrees(world, told.counts[0])]
        for told in (first, second)
    )
    pairs = [(one, other) for one in ones for other in others if one[2] == other[2]]
    for side, told in enumerate((first, second)):
        for place in [place for place, n in enumerate(told.counts[0]) if n is None]:
            values = {pair[side][place] for pair in pairs}
            assert max(values) - min(values) >= FLOOR or (told is second and told.says_nothing)
