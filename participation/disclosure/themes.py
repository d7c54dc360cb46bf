"""Themes: how well two coders agree, and which themes may be told, with a number or without."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from participation.disclosure.engine.atoms import Respondent
from participation.disclosure.engine.rules import LEAST_COUNT, SEVERE_COUNT, DisclosureRules

GOOD_AGREEMENT = 0.7
"""From here on, by Cohen's kappa, one coder's work stands for both."""

SHARE_CODED_TWICE, MOST_CODED_TWICE, FEW_TEXTS = 0.2, 50, 10
LEAST_UNITS = 2

MENTIONED, NOT_MENTIONED = "mentioned", "not_mentioned"


@dataclass(frozen=True)
class Coded:
    """One text, by one child, as it was coded: by a first coder, maybe a second, maybe settled by both.

    `unit`: the school or the like the child belongs to, where that is known.
    """

    first: frozenset[str]
    second: frozenset[str] | None = None
    settled: frozenset[str] | None = None
    unit: str | None = None

    def mentions(self, code: str) -> bool:
        """What was settled goes before what the first coder saw."""
        return code in (self.first if self.settled is None else self.settled)

    def differs_on(self, code: str) -> bool:
        """Whether two coders saw it differently, and nobody has settled it."""
        if self.second is None or self.settled is not None:
            return False
        return (code in self.first) != (code in self.second)


@dataclass(frozen=True)
class Agreement:
    """How two coders agree on one code; `kappa` is None where it cannot be reckoned."""

    texts: int
    coded_twice: int
    kappa: float | None
    open_differences: int

    @property
    def lacks(self) -> int:
        """How many texts a second coder still has to read."""
        return max(0, coded_twice_at_least(self.texts) - self.coded_twice)

    @property
    def is_good(self) -> bool:
        return self.kappa is not None and self.kappa >= GOOD_AGREEMENT

    @property
    def may_be_told(self) -> bool:
        """Enough read twice, and either good agreement or every difference settled."""
        return not self.lacks and self.coded_twice > 0 and (self.is_good or not self.open_differences)


def kappa(pairs: Sequence[tuple[bool, bool]]) -> float | None:
    """Cohen's kappa (1960): agreement beyond what chance alone would give.

    None where nothing was coded twice, or where both always said one and the same: chance alone would then
    agree as well, and nothing is shown.
    """
    if not pairs:
        return None
    n = len(pairs)
    observed = sum(one == other for one, other in pairs) / n
    one_yes, other_yes = (sum(pair[coder] for pair in pairs) for coder in (0, 1))
    by_chance = (one_yes * other_yes + (n - one_yes) * (n - other_yes)) / n**2
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)


def coded_twice_at_least(texts: int) -> int:
    """A fifth of the texts, or fifty where that is less; ten at least, or all where there are fewer."""
    share = min(ceil(SHARE_CODED_TWICE * texts), MOST_CODED_TWICE)
    return max(share, min(texts, FEW_TEXTS))


def agreement(texts: Sequence[Coded], code: str) -> Agreement:
    """How the two agree on this code; what was settled later does not make them agree better."""
    pairs = [(code in one.first, code in one.second) for one in texts if one.second is not None]
    open_differences = sum(one.differs_on(code) for one in texts)
    return Agreement(len(texts), len(pairs), kappa(pairs), open_differences)


def theme_worlds(texts: Iterable[Coded], code: str) -> list[Respondent]:
    """A theme as a yes/no question put to every child who wrote a text: what the engine counts."""
    return [Respondent({}, MENTIONED if one.mentions(code) else NOT_MENTIONED) for one in texts]


def mentioned_by(texts: Iterable[Coded], code: str) -> int:
    return sum(one.mentions(code) for one in texts)


def rules_for(*, severe: bool, k: int = DisclosureRules.k) -> DisclosureRules:
    """What anyone may read; violence, abuse, self-harm and sexuality need more children."""
    return DisclosureRules(k=k, c0=SEVERE_COUNT if severe else LEAST_COUNT)


def may_be_listed(texts: Sequence[Coded], code: str, rules: DisclosureRules) -> bool:
    """Whether enough children, from more than one unit where units are known, mentioned the theme."""
    units = {one.unit for one in texts if one.mentions(code) and one.unit is not None}
    are_known = any(one.unit is not None for one in texts)
    return mentioned_by(texts, code) >= rules.c0 and (not are_known or len(units) >= LEAST_UNITS)


def alphabetical(names: Iterable[str]) -> list[str]:
    """Names as a Norwegian reader looks for them: æ, ø and å come last."""
    return sorted(names, key=lambda name: (name.casefold().translate(_LAST_LETTERS), name))


_LAST_LETTERS = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})
