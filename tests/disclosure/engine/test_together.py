"""A release of several questions: each in a process of its own, all in one ledger, or none."""

from dataclasses import replace

import pytest

from participation.disclosure.engine import together
from participation.disclosure.engine.ledger import ReleaseLedger
from participation.disclosure.engine.together import Asked, release
from participation.errors import WouldDisclose
from tests.disclosure.engine import tiny


def questions(*names: str) -> list[Asked]:
    found = []
    for name in names:
        atoms, cells = tiny.school(never=7 + len(name), often=9, weekly=4)
        atoms = replace(atoms, question=name)
        found.append(Asked(atoms, tiny.RULES, tuple(replace(cell, question=name) for cell in cells)))
    return found


def test_all_questions_of_a_release_enter_one_ledger():
    ledger, released = release(questions("bullied", "heard"), ReleaseLedger(), key=tiny.KEY)
    assert [entry.publication for entry in ledger.entries] == [one.publication for one in released]
    assert [one.publication.question for one in released] == ["bullied", "heard"]
    assert ledger.is_whole


def test_processes_of_their_own_tell_the_same(monkeypatch):
    _, alone = release(questions("bullied", "heard"), ReleaseLedger(), key=tiny.KEY)
    monkeypatch.setattr(together, "FEW_PLACES", 0)
    monkeypatch.setattr(together.os, "cpu_count", lambda: 2)
    assert release(questions("bullied", "heard"), ReleaseLedger(), key=tiny.KEY)[1] == alone


def test_a_question_told_later_enters_the_same_ledger_and_none_enters_twice():
    ledger, _ = release(questions("bullied"), ReleaseLedger(), key=tiny.KEY)
    later, _ = release(questions("bullied", "heard"), ledger, key=tiny.KEY)
    assert [entry.publication.question for entry in later.entries] == ["bullied", "heard"]
    assert later.is_whole
    assert release(questions("heard", "bullied"), later, key=tiny.KEY)[0] == later


def test_a_question_is_told_once_in_a_release():
    with pytest.raises(WouldDisclose, match="told twice"):
        release(questions("bullied", "bullied"), ReleaseLedger(), key=tiny.KEY)


def test_only_ledgers_grown_from_this_one_are_joined():
    one, _ = release(questions("bullied"), ReleaseLedger(), key=tiny.KEY)
    other, _ = release(questions("heard"), ReleaseLedger(), key=tiny.KEY)
    with pytest.raises(WouldDisclose, match="did not grow"):
        one.joined([other])
