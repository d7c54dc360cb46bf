"""Numbers: the national identity number by its check digits, and dates as people write a day of birth."""

import re
from collections.abc import Iterator

_ELEVEN_DIGITS = re.compile(r"(?<!\d)(?=(\d(?:[\s.\-]?\d){10})(?!\d))")
_DATE = re.compile(r"(?<!\d)(\d{2})[\s.\-/]?(\d{2})[\s.\-/]?((?:19|20)?\d{2})(?!\d)")
_DATE_BACKWARDS = re.compile(r"(?<!\d)((?:19|20)\d{2})[\s.\-/]?(\d{2})[\s.\-/]?(\d{2})(?!\d)")
_FIRST_CHECK = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND_CHECK = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def holds_identity_number(text: str) -> bool:
    """Whether a Norwegian national identity number, D-number or synthetic number stands in the text."""
    return any(True for _ in identity_numbers(text))


def identity_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where in the text each of them stands."""
    for match in _ELEVEN_DIGITS.finditer(text):
        if _is_identity_number([int(digit) for digit in re.findall(r"\d", match.group(1))]):
            yield match.span(1)


def holds_date(text: str) -> bool:
    """Whether a date stands in the text as people write a day of birth: 010112, 01.01.2012, 2012-01-01."""
    return any(_is_date(*found) for found in _DATE.findall(text) + _DATE_BACKWARDS.findall(text))


def _is_date(*parts: str) -> bool:
    day, month = (int(part) for part in (parts[:2] if len(parts[0]) <= 2 else parts[:0:-1]))
    return 1 <= day <= 31 and 1 <= month <= 12


def _is_identity_number(digits: list[int]) -> bool:
    return _has_date(digits) and _divides(digits, _FIRST_CHECK) and _divides(digits, _SECOND_CHECK)


def _has_date(digits: list[int]) -> bool:
    """Days are 40 higher in a D-number; months 40, 65 or 80 higher in a synthetic one."""
    day, month = digits[0] * 10 + digits[1], digits[2] * 10 + digits[3]
    is_day = 1 <= day <= 31 or 41 <= day <= 71
    return is_day and any(1 <= month - more <= 12 for more in (0, 40, 65, 80))


def _divides(digits: list[int], weights: tuple[int, ...]) -> bool:
    return sum(digit * weight for digit, weight in zip(digits, weights, strict=False)) % 11 == 0
