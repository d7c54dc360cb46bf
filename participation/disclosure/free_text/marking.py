"""Marking: everything found in a text, in order, so that no mark lies over another."""

from collections.abc import Iterable
from itertools import chain

from participation.disclosure.free_text.contacts import contacts
from participation.disclosure.free_text.days import ages, days
from participation.disclosure.free_text.handles import handles
from participation.disclosure.free_text.kinds import Kind, LocalLists, Mark, Strength
from participation.disclosure.free_text.origins import origins
from participation.disclosure.free_text.people import people
from participation.disclosure.free_text.places import places
from participation.disclosure.free_text.rare import rare_words
from participation.disclosure.free_text.schools import schools

_LONGEST = 20_000
_NONE = LocalLists()
_LOOKS = (contacts, handles, schools, days, people, origins)
_WEAK = {Kind.NAME, Kind.PLACE}


def marks(text: str, lists: LocalLists = _NONE) -> tuple[Mark, ...]:
    """What a person must look at before these words are passed on. What is not marked may still tell."""
    looked_at = text[:_LONGEST]
    sure = _apart(chain(places(looked_at, lists), *(look(looked_at) for look in _LOOKS)))
    found = _apart([*sure, *rare_words(looked_at)])
    if any(mark.strength is Strength.REMOVE or mark.kind is Kind.PLACE for mark in found):
        found = _apart([*found, *ages(looked_at)])
    if len(text) > _LONGEST:
        found.append(Mark(_LONGEST, len(text), Kind.RARE_WORD, Strength.LOOK))
    return tuple(found)


def _apart(found: Iterable[Mark]) -> list[Mark]:
    """Marks that meet become one; the sure and the particular say what it is."""
    apart: list[Mark] = []
    for mark in sorted(set(found), key=lambda mark: (mark.start, -mark.end)):
        if apart and mark.start < apart[-1].end:
            mark = _one_of(apart.pop(), mark)
        apart.append(mark)
    return apart


def _one_of(first: Mark, second: Mark) -> Mark:
    chosen = max(first, second, key=_weight)
    if first.strength is not second.strength and chosen.strength is Strength.REMOVE:
        return chosen
    return Mark(first.start, max(first.end, second.end), chosen.kind, chosen.strength)


def _weight(mark: Mark) -> tuple[bool, bool, int]:
    return mark.strength is Strength.REMOVE, mark.kind not in _WEAK, mark.end - mark.start
