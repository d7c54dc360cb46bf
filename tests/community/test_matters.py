"""Matters: what is to be decided."""

from datetime import timedelta

import pytest

from participation.community import matters
from participation.errors import NotAllowed, NotFound
from tests.conftest import TODAY


def test_the_matter_to_be_decided_first_stands_at_the_top(db, planner, make_matter):
    later = make_matter(decision_on=TODAY + timedelta(days=90))
    sooner = make_matter(decision_on=TODAY + timedelta(days=9))
    assert matters.all_matters(db, planner) == [sooner, later]


def test_only_a_planner_writes_down_a_matter(db, leader, matter):
    said = dict.fromkeys(("title", "about", "decided_by", "can_change", "fixed"), "x")
    with pytest.raises(NotAllowed):
        matters.make(db, leader, **said, decision_on=TODAY, today=TODAY)
    with pytest.raises(NotAllowed):
        matters.edit(db, leader, matter.id, **said, decision_on=TODAY)


def test_the_youth_council_reads_matters(db, member, matter):
    assert matters.matter_of(db, member, matter.id) is matter
    assert matters.all_matters(db, member) == [matter]


def test_those_who_help_one_child_do_not_read_matters(db, coordinator, matter):
    with pytest.raises(NotAllowed):
        matters.matter_of(db, coordinator, matter.id)
    with pytest.raises(NotAllowed):
        matters.all_matters(db, coordinator)


def test_a_matter_can_be_put_in_better_words(db, planner, matter):
    said = {name: f" {name} " for name in ("title", "about", "decided_by", "can_change", "fixed")}
    changed = matters.edit(db, planner, matter.id, **said, decision_on=TODAY)
    assert (changed.title, changed.fixed, changed.decision_on) == ("title", "fixed", TODAY)


def test_a_matter_that_is_not_there_is_not_found(db, planner):
    with pytest.raises(NotFound):
        matters.matter_of(db, planner, 99)
