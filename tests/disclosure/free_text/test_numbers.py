"""Numbers: an identity number is found however it is written. All numbers here are made up."""

import pytest

from participation.disclosure.free_text import holds_date, holds_identity_number


def number(first_nine):
    """The nine digits with the two check digits that belong to them; nothing if there are none."""
    digits = [int(digit) for digit in first_nine]
    for weights in ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)):
        check = -sum(a * b for a, b in zip(digits, weights, strict=True)) % 11
        if check == 10:
            return ""
        digits.append(check)
    return "".join(map(str, digits))


def a_number(start):
    return next(found for serial in range(100, 999) if (found := number(f"{start}{serial}")))


@pytest.mark.parametrize("start", ["010190", "311215", "410190", "014190", "016690", "018190", "428190"])
def test_identity_d_and_synthetic_numbers_are_found(start):
    assert holds_identity_number(f"Jeg er {a_number(start)}.")


@pytest.mark.parametrize("start", ["000190", "320190", "720190", "011390", "010090", "019390"])
def test_a_date_that_cannot_be_is_no_identity_number(start):
    assert not holds_identity_number(a_number(start))


def test_spaces_and_dots_do_not_hide_it():
    n = a_number("010190")
    assert holds_identity_number(f"{n[:6]} {n[6:]}")
    assert holds_identity_number(f"{n[:2]}.{n[2:4]}.{n[4:6]}-{n[6:]}")
    assert holds_identity_number(" ".join(n))


def test_digits_beside_it_do_not_hide_it():
    assert holds_identity_number(f"12345 {a_number('010190')} 67")


@pytest.mark.parametrize("place", [9, 10])
def test_a_wrong_check_digit_is_no_identity_number(place):
    n = a_number("010190")
    wrong = n[:place] + str((int(n[place]) + 1) % 10) + n[place + 1 :]
    assert not holds_identity_number(wrong)


def test_longer_numbers_and_phone_numbers_are_left_alone():
    assert not holds_identity_number(f"9{a_number('010190')}")
    assert not holds_identity_number("ring 22 33 44 55 eller 116 111")


@pytest.mark.parametrize("text", ["010112", "født 01.01.2012", "1. 01 01 12", "2012-01-31", "20120131"])
def test_a_day_of_birth_is_seen(text):
    assert holds_date(text)


@pytest.mark.parametrize("text", ["2026/114", "26/114-2", "324112", "011312", "12345678", "8"])
def test_a_number_of_another_kind_is_no_day(text):
    assert not holds_date(text)
