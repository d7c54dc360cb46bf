"""The ledger: what was told stays told, and nothing enters that the proof or the attack rejects."""

import json
from dataclasses import replace

import pytest

from participation.disclosure.engine.cells import Band, Exact, Hidden, Publication, ShownCell
from participation.disclosure.engine.certificate import Certificate, verify
from participation.disclosure.engine.ledger import ReleaseLedger
from participation.disclosure.engine.protect import protect
from participation.disclosure.engine.rules import DisclosureRules
from participation.errors import WouldDisclose
from tests.disclosure.engine import tiny


@pytest.fixture
def made():
    atoms, cells = tiny.school(never=14, often=9, weekly=4)
    return atoms, *protect(atoms, tiny.RULES, cells, key=tiny.KEY)


@pytest.fixture
def ledger(made):
    return ReleaseLedger().append(*made)


def test_the_same_numbers_in_another_language_are_the_same_release(made, ledger):
    atoms, publication, _ = made
    cells = [one.cell for one in publication.cells]
    again = protect(atoms, tiny.RULES, cells, ledger, key=b"other")
    assert again[0] == publication
    assert ledger.append(atoms, *again) is ledger


def test_a_certificate_fails_if_one_number_is_changed_by_one(made):
    atoms, publication, certificate = made
    assert verify(atoms, (), publication, certificate)
    rows = [row for row in publication.rows if row.is_exact]
    for row in rows:
        for more in (-1, 1):
            wrong = replace(row, lowest=row.lowest + more, highest=row.highest + more)
            assert not verify(atoms, [wrong], publication, certificate)


def test_every_witness_agrees_with_every_number(made):
    atoms, publication, certificate = made
    assert certificate.witnesses
    for witness in certificate.witnesses:
        world = tiny.world_of(atoms, witness)
        assert min(world) >= 0
        for row in publication.rows:
            assert row.lowest <= sum(world[place] for place in row.cell.places(atoms)) <= row.highest


def test_a_witness_less_and_nothing_is_proved(made):
    atoms, publication, certificate = made
    assert not verify(atoms, (), publication, replace(certificate, witnesses=certificate.witnesses[:-1]))


def test_nothing_is_told_that_the_certificate_does_not_prove(made):
    atoms, publication, certificate = made
    hidden = next(at for at, one in enumerate(publication.cells) if isinstance(one.shown, Hidden))
    true = atoms.number(publication.cells[hidden].cell.places(atoms))
    more = told_as_well(publication, hidden, Exact(true))
    with pytest.raises(WouldDisclose, match="does not prove"):
        ReleaseLedger().append(atoms, more, certificate.of(more))


def test_a_number_told_before_cannot_be_told_differently(made, ledger):
    atoms, publication, certificate = made
    other = Publication("bullied", tuple(ShownCell(one.cell, Hidden()) for one in publication.cells))
    with pytest.raises(WouldDisclose, match="differently"):
        ledger.append(atoms, other, certificate)


def test_stricter_rules_leave_what_was_told_and_flag_it(made, ledger):
    atoms, publication, _ = made
    strict = DisclosureRules(k=50)
    cells = [one.cell for one in publication.cells]
    again, _ = protect(atoms, tiny.RULES, cells, ledger, key=tiny.KEY)
    assert again == publication
    assert ledger.legacy(atoms, strict) == ledger.rows("bullied")
    assert ledger.legacy(atoms, tiny.RULES) == ()


def test_milder_rules_are_refused(made, ledger):
    atoms = made[0]
    strict = replace(ledger.entries[0], rules=DisclosureRules(k=50))
    _, cells = tiny.school(never=14, often=9, weekly=4, by=())
    fresh, proof = protect(atoms, tiny.RULES, cells, key=tiny.KEY)
    with pytest.raises(WouldDisclose, match="stricter"):
        ReleaseLedger((strict,)).append(atoms, tiny.unseen(fresh), proof)


def test_an_entry_changed_afterwards_is_seen(made, ledger):
    entry = ledger.entries[0]
    assert ledger.is_whole
    assert not ReleaseLedger((replace(entry, rules=DisclosureRules()),)).is_whole
    assert not ReleaseLedger((replace(entry, before="x"),)).is_whole
    shorter = replace(entry.publication, cells=entry.publication.cells[1:])
    assert not ReleaseLedger((replace(entry, publication=shorter),)).is_whole


def test_a_release_made_beside_the_ledger_cannot_enter_it(ledger):
    """Protected without a look at what was told before, a later release has no place."""
    later, cells = tiny.school(never=15, often=9, weekly=4, release=2)
    publication, certificate = protect(later, tiny.RULES, cells, key=tiny.KEY)
    with pytest.raises(WouldDisclose, match="does not prove"):
        ledger.append(later, publication, certificate)


def told_as_well(publication, at, shown) -> Publication:
    cells = list(publication.cells)
    cells[at] = ShownCell(cells[at].cell, shown)
    return Publication(publication.question, tuple(cells))


def test_no_witness_may_move_a_number_that_is_told(made):
    """Whichever hidden number were told as well, exactly or up to less than some witness: the proof falls."""
    atoms, publication, certificate = made
    for at, one in enumerate(publication.cells):
        places = one.cell.places(atoms)
        numbers = {sum(tiny.world_of(atoms, w)[place] for place in places) for w in certificate.witnesses}
        true, most = atoms.number(places), max(numbers)
        if isinstance(one.shown, Hidden) and most > true:
            for shown in (Exact(true), Band(most)):
                more = told_as_well(publication, at, shown)
                assert not verify(atoms, (), more, certificate.of(more))
            more = told_as_well(publication, at, Band(most + 1))
            assert verify(atoms, (), more, certificate.of(more))


def test_what_is_kept_is_read_back_as_it_was(made, ledger):
    _, publication, certificate = made
    assert Publication.from_plain(kept(publication.to_plain())) == publication
    assert Certificate.from_plain(kept(certificate.to_plain())) == certificate
    assert ReleaseLedger.from_plain(kept(ledger.to_plain())) == ledger


def test_a_kept_ledger_that_was_changed_is_not_read(ledger):
    plain = kept(ledger.to_plain())
    plain[0]["publication"]["cells"][0][3] = 15
    with pytest.raises(ValueError, match="changed after it was written"):
        ReleaseLedger.from_plain(plain)


def kept(plain):
    return json.loads(json.dumps(plain))
