"""Codes that open a door without an account. Only a keyed fingerprint is ever kept."""

import hmac
from hashlib import sha256
from secrets import choice

from sqlalchemy.orm import Session

from participation.storage.easy_words import EASY_WORDS
from participation.storage.keys import keyring

SIGNS = "23456789BCDFGHJKMNPQRSTVWXZ"
"""No vowels, so no words; none that look alike when read aloud or by a tired eye."""

TICKET_SIGNS = 8
"""38 bits: for a consultation that is open for some weeks."""
CASE_SIGNS = 11
"""52 bits: for what is named."""
OWN_SIGNS = 14
"""66 bits: for what stands as long as a case, or opens a meeting in it."""
GROUP_WORDS, CASE_WORDS = 5, 6
"""Easy words on a claim card: 40 and 48 bits."""
BOOKMARK_WORDS = 4
"""32 bits, stretched, for seven days: few enough for a child to carry in its head."""


def new_ticket_code() -> str:
    return _with_check(TICKET_SIGNS)


def new_case_code() -> str:
    return _with_check(CASE_SIGNS)


def new_own_code() -> str:
    return _with_check(OWN_SIGNS)


def case_code_from(db: Session, code: str, place: str) -> str:
    """A case code worked out from another code: the same each time for this place, and kept nowhere."""
    key = keyring(db).derived("codes from codes")
    number = int.from_bytes(hmac.new(key, f"{place}|{normal(code)}".encode(), sha256).digest())
    return _checked("".join(SIGNS[number // len(SIGNS) ** n % len(SIGNS)] for n in range(CASE_SIGNS)))


def normal(code: str) -> str:
    """The code as it is compared: however it was typed, with or without dashes and capitals."""
    return "".join(sign for sign in code.upper() if sign in SIGNS)


def is_well_typed(code: str) -> bool:
    """Whether the check sign fits: a slip of the finger is told apart from a guess.

    Words on a card are never a code: they have vowels.
    """
    if any(letter not in SIGNS for letter in code.upper() if letter.isalnum()):
        return False
    signs = normal(code)
    return len(signs) in {TICKET_SIGNS + 1, CASE_SIGNS + 1, OWN_SIGNS + 1} and _check(signs[:-1]) == signs[-1]


def is_case_code(code: str) -> bool:
    return len(normal(code)) == CASE_SIGNS + 1


def is_own_code(code: str) -> bool:
    return len(normal(code)) == OWN_SIGNS + 1


def shown(code: str) -> str:
    """The code as it is printed: signs in threes."""
    signs = normal(code)
    return "-".join(signs[start : start + 3] for start in range(0, len(signs), 3))


def fingerprint(db: Session, purpose: str, code: str) -> str:
    """What is kept instead of a code: HMAC-SHA-256 under a key outside the database."""
    key = keyring(db).derived("codes")
    return hmac.new(key, f"{purpose}|{code}".encode(), sha256).hexdigest()


def claim_words(db: Session, secret: str, place: str, n: int) -> str:
    """Easy words worked out from the child's own secret: the same each time, and kept nowhere."""
    key = keyring(db).derived("claims")
    digest = hmac.new(key, f"{place}|{secret}".encode(), sha256).digest()
    return "-".join(EASY_WORDS[byte] for byte in digest[:n])


def new_words(n: int) -> str:
    """Easy words drawn by lot."""
    return "-".join(choice(EASY_WORDS) for _ in range(n))


def normal_words(typed: str) -> str:
    """Claim words however they were typed: spaces, commas and capitals do not matter."""
    return "-".join("".join(c if c.isalpha() else " " for c in typed.lower()).split())


def _with_check(n: int) -> str:
    return _checked("".join(choice(SIGNS) for _ in range(n)))


def _checked(signs: str) -> str:
    return shown(signs + _check(signs))


def _check(signs: str) -> str:
    """The sign with which the sum over all, weighted 1, 2, 4, 8 …, is nothing modulo 27.

    Any one wrong sign shows, and any two neighbours that changed places.
    """
    total = sum(pow(2, place, 27) * SIGNS.index(sign) for place, sign in enumerate(signs))
    return SIGNS[-total * pow(2, -len(signs), 27) % 27]
