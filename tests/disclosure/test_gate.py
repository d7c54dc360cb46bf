"""The gate: what hangs together goes through together, and nothing gets out that was not proved."""

import random
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation.disclosure import gate
from participation.disclosure.engine.atoms import NameableGroup
from participation.disclosure.engine.attack import attack
from participation.disclosure.engine.ledger import ReleaseLedger
from participation.disclosure.gate import Wanted
from participation.disclosure.groups import WHOLE, Asked, Group, compared
from participation.disclosure.published import Band, Exact, Hidden
from participation.disclosure.worlds import Blank, Sheets, hanging_together

STATUSES = ("skipped", "not_understood")
HERE = Blank("here", ("bad", "mixed", "good", *STATUSES), sensitive=("bad",))
WHY = Blank("why", ("noise", "people", *STATUSES, "not_shown"), asked=Asked("here", ("bad", "mixed")))
BUS = Blank("travel", ("chosen", "not_chosen"), "bus")
PLACES = {"place": ("north", "centre", "south")}


def children(seed: int, n: int) -> tuple[dict, ...]:
    draw = random.Random(seed)
    rows = []
    for _ in range(n):
        here = draw.choices(HERE.categories, (8, 30, 50, 8, 4))[0]
        met = here in ("bad", "mixed")
        rows.append(
            {
                "here": here,
                "why": draw.choices(WHY.categories[:3], (5, 4, 1))[0] if met else "not_shown",
                "travel": ("bus",) if draw.random() < 0.4 else ("walk",),
                "place": draw.choices((*PLACES["place"], "skipped"), (6, 12, 6, 1))[0],
            }
        )
    return tuple(rows)


def wanted(rows, *blanks, by=("place",), **rest) -> Wanted:
    return Wanted(Sheets(tuple(rows), PLACES), blanks or (HERE, WHY, BUS), by, **rest)


def through(asked: Wanted) -> ReleaseLedger:
    ledger = ReleaseLedger()
    for world in asked.worlds:
        ledger = gate.prove(asked, world, ledger, key=b"kept").ledger
    return ledger


def test_small_groups_join_the_smaller_neighbour():
    units = compared("place", {"a": 4, "b": 40, "c": 12, "d": 3}, least=10)
    assert [group.values for group in units] == [("a", "b"), ("c", "d")]


def test_where_only_one_group_is_large_enough_nothing_is_compared():
    assert compared("place", {"a": 4, "b": 5}, least=10) == ()


def test_those_who_did_not_tell_are_a_group_of_their_own():
    assert compared("place", {"a": 14, "b": 15, None: 2}, least=10)[-1] == Group("place")


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 40), min_size=2))
def test_every_joined_group_is_large_enough_and_nobody_is_left_out(sizes):
    found = compared("place", sizes, least=10)
    assert all(sum(sizes[value] for value in group.values) >= 10 for group in found)
    assert not found or [value for group in found for value in group.values] == list(sizes)


def test_a_question_for_some_is_counted_with_the_one_before_it():
    assert hanging_together((HERE, WHY, BUS)) == ((HERE, WHY), (BUS,))


def test_a_status_that_does_not_fit_the_route_is_put_right():
    rows = [{"here": "good", "why": "noise"}, {"here": "bad", "why": "not_shown"}]
    world = Sheets(tuple(rows), {}).world((HERE, WHY))
    assert {
        name for atom in world.atoms.counts for name, n in zip(world.atoms.categories, atom, strict=True) if n
    } == {
        "good+not_shown",
        "bad+skipped",
    }


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([12, 25, 60]))
def test_no_number_is_about_few_and_no_sensitive_one_is_small_or_nought(seed, n):
    asked = wanted(children(seed, n))
    for table in gate.tables(asked, through(asked)):
        for group, row in zip(table.groups, table.cells, strict=True):
            size = asked.sheets.size(group)
            assert size >= 10 or all(isinstance(shown, Hidden) for shown in row)
            assert Exact(0) not in row
            if table.question == "here" and isinstance(row[0], Exact):
                assert row[0].number >= 3


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000))
def test_an_outsider_who_knows_every_size_finds_nothing_out_in_all_of_it(seed):
    asked = wanted(children(seed, 40))
    ledger = through(asked)
    for blanks in asked.worlds:
        world = asked.world(blanks, asked.groups(ledger))
        assert attack(world.atoms, ledger.rows(world.name), asked.rules_for(world)).failed


def test_the_order_of_children_and_of_answers_changes_nothing():
    rows, turned = children(7, 40), replace(HERE, categories=HERE.categories[::-1])
    asked = [wanted(rows, HERE), wanted(rows[::-1], turned)]
    one, other = (gate.tables(each, through(each))[0] for each in asked)
    assert all(
        one.shown(group, category) == other.shown(group, category)
        for group in one.groups
        for category in HERE.categories
    )


def test_the_answers_of_two_alike_children_may_be_swapped():
    rows = list(children(3, 40))
    one, two = [at for at, row in enumerate(rows) if row["place"] == "centre"][:2]
    swapped = list(rows)
    for name in ("here", "why", "travel"):
        swapped[one] = swapped[one] | {name: rows[two][name]}
        swapped[two] = swapped[two] | {name: rows[one][name]}
    assert gate.tables(wanted(rows), through(wanted(rows))) == gate.tables(
        wanted(swapped), through(wanted(swapped))
    )


def test_the_proof_holds_for_these_sheets_and_for_no_others():
    asked = wanted(children(5, 30))
    (first, *_), before = asked.worlds, ReleaseLedger()
    proven = gate.prove(asked, first, before, key=b"kept")
    told = proven.ledger.entries[0].publication
    assert gate.still_holds(asked, first, before, told, proven.certificate)
    other = wanted([*children(5, 30)[1:], {**children(5, 30)[0], "here": "bad"}])
    assert not gate.still_holds(other, first, before, told, proven.certificate)


def test_a_severe_question_shows_no_sensitive_number_below_five():
    rows = [{"here": said} for said in HERE.categories for _ in range(4 if said == "bad" else 20)]
    shown = []
    for blank in (HERE, replace(HERE, is_severe=True)):
        asked = wanted(rows, blank, by=())
        shown.append(gate.tables(asked, through(asked))[0].shown(WHOLE, "bad"))
    assert shown == [Exact(4), Band(5)]


def test_what_is_hidden_looks_the_same_whatever_the_reason():
    """Nobody is told why, those who publish neither, but that a group is too small."""
    assert fields(Hidden) == ()
    asked = wanted(children(1, 30))
    proven = gate.prove(asked, asked.worlds[0], ReleaseLedger(), key=b"kept")
    small = {number.group for number in proven.numbers if number.is_too_small}
    assert small == {group for group in asked.groups(ReleaseLedger()) if asked.sheets.size(group) < 10}
    assert {name for one in proven.numbers for name in vars(one)} == {
        "question", "option", "group", "category", "state", "is_too_small",
    }  # fmt: skip


def test_a_delicate_background_has_its_sizes_protected_first():
    sizes = gate.size_table("place", PLACES["place"], ("south",))
    rows = [{"here": "good", "place": "north"}] * 20 + [{"here": "mixed", "place": "centre"}] * 15
    rows += [{"here": "bad", "place": "south"}, {"here": "good", "place": "south"}]
    asked = wanted(rows, HERE, delicate=(sizes,))
    table = gate.tables(asked, through(asked))[0]
    assert asked.worlds[0] == (sizes,)
    assert table.total(Group("place", "south")) is None
    assert all(
        isinstance(shown, Hidden) for shown in table.cells[table.groups.index(Group("place", "south"))]
    )


HOME = {"place": ("home", "foster", "alone")}
"""Where a child lives: all but home is delicate."""


def living(foster: int, alone: int) -> Wanted:
    """Thirty-one children at home, five of them not well; of the others all."""
    rows = [
        {"here": said, "place": "home"}
        for said, n in (("bad", 5), ("mixed", 12), ("good", 14))
        for _ in range(n)
    ]
    rows += [
        {"here": "bad", "place": where}
        for where, n in (("foster", foster), ("alone", alone))
        for _ in range(n)
    ]
    sizes = gate.size_table("place", HOME["place"], ("foster", "alone"))
    return Wanted(Sheets(tuple(rows), HOME), (HERE,), ("place",), (sizes,))


@pytest.mark.parametrize("others", range(1, 10))
def test_of_a_delicate_background_nothing_is_told_that_leaves_few_others(others):
    """All less those at home would be a number about the few who are not."""
    asked = living(others // 2, others - others // 2)
    assert asked.groups(through(asked)) == (WHOLE,)


@pytest.mark.parametrize("others", [12, 16])
def test_those_who_are_left_of_a_delicate_background_are_a_group_too(others):
    """Nobody may see that they all, or nearly all, gave the sensitive answer."""
    asked = living(others // 2, others - others // 2)
    ledger = through(asked)
    world = asked.sheets.world((HERE,), asked.groups(ledger), ["place"])
    left = world.atoms.members(NameableGroup((("place+", ""),)))
    told = gate.tables(asked, ledger)[0]
    shown = [told.shown(group, "bad") for group in told.groups if group.by is None or group.value == "home"]
    assert left
    assert not all(isinstance(one, Exact) for one in shown)


def test_fewer_than_ten_sheets_tell_nothing():
    asked = wanted(children(1, 9))
    assert gate.tables(asked, ReleaseLedger()) == ()


def test_what_fewer_groups_would_gain_is_counted_without_a_number():
    asked = wanted(children(2, 40))
    states = gate.would_show(replace(asked, by=()), key=b"kept")
    assert sum(states.values()) == sum(len(blank.categories) for blank in asked.blanks)


def test_what_fewer_groups_would_gain_has_nothing_of_the_true_answers():
    """Two patterns of true answers would tell more than one."""
    asked = [wanted(rows, HERE, WHY, BUS) for rows in (children(2, 40), all_bad(children(2, 40)))]
    made_up = [replace(one, sheets=one.sheets.made_up(one.blanks)) for one in asked]
    assert made_up[0].sheets == made_up[1].sheets
    assert made_up[0].sheets.sizes("place") == asked[0].sheets.sizes("place")
    delicate = asked[0].sheets.made_up(asked[0].blanks, ["place"])
    assert delicate.sizes("place") != asked[0].sheets.sizes("place")


def all_bad(rows) -> tuple[dict, ...]:
    return tuple(row | {"here": "bad", "why": "noise", "travel": ()} for row in rows)


@pytest.mark.parametrize("n", [0, 1])
def test_no_child_and_one_child_are_told_of_alike(n):
    asked = wanted(children(1, n))
    assert gate.tables(asked, ReleaseLedger()) == ()


def test_the_certificate_does_not_tell_whether_few_or_none_gave_a_sensitive_answer():
    """Both are "fewer than 3" to a reader: nothing that is kept beside it may tell them apart."""
    beside = []
    for few in (0, 2):
        rows = [{"here": "bad"}] * few + [{"here": "mixed"}] * (20 - few) + [{"here": "good"}] * 30
        asked = wanted(rows, replace(HERE, categories=("bad", "mixed", "good")), by=())
        proven = gate.prove(asked, asked.worlds[0], ReleaseLedger(), key=b"kept")
        report = proven.ledger.entries[0].report
        beside.append(
            (report.told(), proven.certificate.told()["targets"], sorted(proven.certificate.told()))
        )
        assert Band(3) in gate.tables(asked, proven.ledger)[0].cells[0]
    assert beside[0] == beside[1]


def test_the_hash_of_a_certificate_cannot_be_tried_out_without_what_was_destroyed():
    asked = wanted(children(1, 30))
    one, other = (gate.prove(asked, asked.worlds[0], ReleaseLedger(), key=b"kept").certificate for _ in "ab")
    assert one == other
    assert one.hash != other.hash
