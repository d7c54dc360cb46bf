"""The Convention on the Rights of the Child: the articles that hold rights, by number."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """The part of a child's life an article looks after."""

    GENERAL_PRINCIPLE = "general_principle"
    CIVIL = "civil"
    FAMILY = "family"
    HEALTH = "health"
    EDUCATION = "education"
    PROTECTION = "protection"
    IMPLEMENTATION = "implementation"


@dataclass(frozen=True)
class Article:
    number: int
    group: Group
    municipal: bool
    """Whether municipal decisions often touch it."""


_NUMBERS: Mapping[Group, tuple[int, ...]] = {
    Group.GENERAL_PRINCIPLE: (2, 3, 6, 12),
    Group.CIVIL: (7, 8, 13, 14, 15, 16, 17, 30),
    Group.FAMILY: (5, 9, 10, 11, 18, 20, 21),
    Group.HEALTH: (23, 24, 25, 26, 27),
    Group.EDUCATION: (28, 29, 31),
    Group.PROTECTION: (19, 22, 32, 33, 34, 35, 36, 37, 38, 39, 40),
    Group.IMPLEMENTATION: (1, 4, 41, 42),
}
_SELDOM_MUNICIPAL = frozenset((1, 5, 7, 10, 11, 14, 21, 32, 35, 36, 37, 38, 41))

ARTICLES: Mapping[int, Article] = {
    number: Article(number, group, municipal=number not in _SELDOM_MUNICIPAL)
    for number, group in sorted((number, group) for group, numbers in _NUMBERS.items() for number in numbers)
}
