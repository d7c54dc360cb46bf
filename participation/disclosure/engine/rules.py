"""Rules: how few is too few and how alike is too alike; settings may make them stricter, never looser."""

from dataclasses import astuple, dataclass
from math import ceil

FLOOR = 5
"""The smallest group any number may be about, whatever the settings say."""

LEAST_COUNT = 3
LEAST_DISSENT = 2


@dataclass(frozen=True)
class DisclosureRules:
    """What a publication promises, in children.

    `k`: no number about a group of fewer. `c0`: fewer sensitive answers than this are shown as a band.
    `n_big`: from this size on a few sensitive answers tell on nobody. `dissent_abs` and `dissent_percent`:
    so many, and so large a share, may always have answered otherwise.

    Raises ValueError below the floors. Source: Statistics Norway hides counts below three; OsloMet asks
    for groups above five; ten is our own choice for what anyone may read (docs/disclosure.md).
    """

    k: int = 10
    c0: int = LEAST_COUNT
    n_big: int = 100
    dissent_abs: int = LEAST_DISSENT
    dissent_percent: int = 10

    def __post_init__(self) -> None:
        floors = (FLOOR, LEAST_COUNT, self.k, LEAST_DISSENT, 10)
        if any(value < floor for value, floor in zip(astuple(self), floors, strict=True)):
            raise ValueError(f"rules may be raised above {floors}, never lowered: {astuple(self)}")

    def dissent(self, n: int) -> int:
        """How many of a group of `n` must possibly have answered otherwise."""
        return min(n, max(self.dissent_abs, ceil(self.dissent_percent * n / 100)))

    def calls_for_band(self, count: int) -> bool:
        """Whether a sensitive count is shown as "fewer than c0", in however big a group.

        Were one and two told in a big group, the band would be known to mean none at all.
        """
        return count < self.c0

    def is_at_least_as_strict_as(self, other: "DisclosureRules") -> bool:
        return all(mine >= theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True))


PUBLIC = DisclosureRules()
INTERNAL = DisclosureRules(k=FLOOR)
SEVERE_COUNT = 5
"""`c0` for questions about violence, abuse, self-harm or sexuality."""
