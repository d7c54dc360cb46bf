import pytest

from participation.casework import cases


@pytest.mark.parametrize("reference", ["2026/114", "BK-17", "17", "Sak 8", "26/114-2"])
def test_a_number_of_the_services_own_stands_for_a_child(reference):
    assert cases.is_reference(reference)


@pytest.mark.parametrize("reference", ["Kari", "Kari Nordmann", "Kari Nordmann 2013", "sak", "", "2" * 25])
def test_a_name_cannot_stand_for_a_child(reference):
    assert not cases.is_reference(reference)


@pytest.mark.parametrize(
    "reference", ["1KariNordmann", "Ola 2012", "Kari 010112", "BK-010112", "01.01.2012", "20120101"]
)
def test_neither_a_first_name_nor_a_day_of_birth_can(reference):
    assert not cases.is_reference(reference)


@pytest.mark.parametrize("written", ["010107/50160", "010107/501/60", "010107-50160"])
def test_an_identity_number_is_seen_however_it_is_cut(written):
    assert not cases.is_reference(written)


def test_an_identity_number_cannot_stand_for_a_child():
    assert not cases.is_reference("01010750160")
