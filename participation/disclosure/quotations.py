"""Quotations: what must be so before one child's very words are printed; otherwise many are told in one."""

from dataclasses import dataclass, field
from enum import StrEnum

from participation.disclosure.engine.rules import LEAST_COUNT, SEVERE_COUNT

SMALLEST_GROUP = 30
"""Children in the group that stands beside a quotation."""
READERS = 2
LEAST_CHILDREN = 3
"""So many texts, each by its own child, make one composite paraphrase."""


class Clue(StrEnum):
    """What tells who somebody is without a name. No program finds it: a person looks for each."""

    EVENT = "a unique event"
    FAMILY = "a role in a family"
    HEALTH = "a diagnosis or a need"
    ORIGIN = "an origin or a language"
    TIME = "a date or a time"
    PLACE = "a place"
    SPELLING = "a dialect or a way of spelling"


class Lack(StrEnum):
    """What is lacking, each by its own name."""

    WORDS = "words to print"
    RELEASED = "texts that two people have released, with nothing added"
    CHILD_SAYS_YES = "the child's own yes to these very words"
    LARGE_GROUP = "a group of at least thirty children"
    MENTIONED_BY_ENOUGH = "a theme that is told, mentioned by enough children"
    CLUES_LOOKED_FOR = "somebody has looked for each indirect clue"
    TWO_READERS = "two people have read it"
    ONE_PER_CHILD = "no other quotation of the same child"
    NOTHING_BESIDE = "nothing about the child beside the group"
    NO_SMALL_NUMBER = "no small number beside it"
    SEARCHED_BACK = "somebody has looked at every place where the words stand"
    THREE_CHILDREN = "texts of at least three children"
    A_READER = "somebody else has read it"


@dataclass(frozen=True)
class Verbatim:
    """One child's words as they would be printed, and what is known about them.

    `is_released`: its text has passed the two who take out what tells, and the words add nothing to it.
    `group`: how many children are in the group named beside it, None where that may not be told.
    `mentioned_by`: how many certainly mentioned its theme, as far as it was told. `label`, `beside`: what the
    group's name says of the child, and what is said beside it. `number_beside`: a number printed with it.
    """

    words: str
    is_released: bool = False
    child_says_yes: bool = False
    group: int | None = None
    mentioned_by: int = 0
    is_severe: bool = False
    looked_for: frozenset[Clue] = frozenset()
    readers: frozenset[int] = frozenset()
    others_of_the_child: int = 0
    label: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    number_beside: int | None = None
    hits: int = 0
    hits_looked_at: bool = False


@dataclass(frozen=True)
class Composite:
    """What several children said, told by a grown-up in other words; it is printed with that mark."""

    words: str
    is_released: bool = False
    children: int = 0
    mentioned_by: int = 0
    is_severe: bool = False
    looked_for: frozenset[Clue] = frozenset()
    writer: int | None = None
    readers: frozenset[int] = field(default_factory=frozenset)
    hits: int = 0
    hits_looked_at: bool = False


def lacking(one: Verbatim | Composite) -> tuple[Lack, ...]:
    """Everything that is still lacking. Only where nothing is, it may be printed."""
    checks = _of_verbatim(one) if isinstance(one, Verbatim) else _of_composite(one)
    return tuple(lack for lack, holds in (_of_both(one) | checks).items() if not holds)


def least_mentions(*, severe: bool) -> int:
    """`c0`: so many children must have mentioned the theme."""
    return SEVERE_COUNT if severe else LEAST_COUNT


def _of_both(one: Verbatim | Composite) -> dict[Lack, bool]:
    return {
        Lack.WORDS: bool(one.words.strip()),
        Lack.RELEASED: one.is_released,
        Lack.MENTIONED_BY_ENOUGH: one.mentioned_by >= least_mentions(severe=one.is_severe),
        Lack.CLUES_LOOKED_FOR: one.looked_for >= set(Clue),
        Lack.SEARCHED_BACK: one.hits_looked_at or not one.hits,
    }


def _of_verbatim(one: Verbatim) -> dict[Lack, bool]:
    number = one.number_beside
    return {
        Lack.LARGE_GROUP: one.group is not None and one.group >= SMALLEST_GROUP,
        Lack.TWO_READERS: len(one.readers) >= READERS,
        Lack.ONE_PER_CHILD: one.others_of_the_child == 0,
        Lack.NOTHING_BESIDE: one.beside <= one.label,
        Lack.NO_SMALL_NUMBER: number is None or number >= least_mentions(severe=one.is_severe),
        Lack.CHILD_SAYS_YES: one.child_says_yes,
    }


def _of_composite(one: Composite) -> dict[Lack, bool]:
    return {
        Lack.THREE_CHILDREN: one.children >= LEAST_CHILDREN,
        Lack.A_READER: bool(one.readers - {one.writer}),
    }
