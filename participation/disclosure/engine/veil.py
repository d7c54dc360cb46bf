"""The veil: lots drawn by a secret key leave open to readers who know this program why a number is hidden.

Were numbers hidden only where they must be, hiding itself would tell that almost all agree, and a hidden
count would be known to be no small one. Source: Wong, Fu, Wang and Pei, Minimality attack in privacy
preserving data publishing (2007).
"""

import hmac
from collections.abc import Iterable, Sequence
from dataclasses import replace

from participation.disclosure.engine.atoms import Atoms
from participation.disclosure.engine.targets import Promise, Target

NEAR = 3
"""A group may be taken for too alike where fewer than so many more than needed answered otherwise."""

BANDS_HIDDEN = 0.125
"""So large a share of the bands is hidden instead."""


def drawn(key: bytes, name: str) -> float:
    """Between nought and one, the same for the same key and name."""
    return int.from_bytes(hmac.digest(key, name.encode("utf-8"), "sha256")[:4], "big") / 2**32


def hides_band(key: bytes, name: str) -> bool:
    return drawn(key, f"band {name}") < BANDS_HIDDEN


def raised(atoms: Atoms, wanted: Iterable[Target], key: bytes) -> tuple[Target, ...]:
    """The targets, some raised just above the truth: what is hidden for them need not have been.

    Half of the groups where just as many answered otherwise as must be possible, a quarter of those with one
    more, and so on. Who meets a raised target meets the promised one too.
    """
    return tuple(_raised(atoms, target, key) for target in wanted)


def _raised(atoms: Atoms, target: Target, key: bytes) -> Target:
    if target.promise is not Promise.NEVER_ALL:
        return target
    number = atoms.number(target.places)
    more = number - target.wanted
    if not 0 <= more < NEAR or number >= _size(atoms, target.places):
        return target
    is_raised = drawn(key, f"{atoms.question} {target.promise} {target.places}") < 0.5 ** (more + 1)
    return replace(target, wanted=number + 1) if is_raised else target


def _size(atoms: Atoms, places: Sequence[int]) -> int:
    return atoms.size({place // len(atoms.categories) for place in places})
