"""Kinds: what a mark says, how strongly, what the municipality knows itself, and what no machine can see."""

from dataclasses import dataclass
from enum import StrEnum


class Strength(StrEnum):
    """How sure the mark is. A person decides on both."""

    REMOVE = "remove"
    LOOK = "look"


class Word(StrEnum):
    """The name of the neutral word that stands instead. What it reads, each language says itself."""

    SOMEBODY = "somebody"
    A_PLACE = "a place"
    AN_ADDRESS = "an address"
    THE_SCHOOL = "the school"
    THE_CLASS = "the class"
    A_CLUB = "a club"
    A_DAY = "a day"
    AN_AGE = "an age"
    A_ROLE = "a role"
    A_NUMBER = "a number"
    CONTACT = "contact"
    SOMETHING = "something"


class Kind(StrEnum):
    """What was seen in the text."""

    IDENTITY_NUMBER = "identity number"
    PHONE = "phone"
    NUMBER = "number"
    EMAIL = "e-mail"
    WEB_ADDRESS = "web address"
    HANDLE = "handle"
    CAR = "car"
    POSITION = "position"
    ADDRESS = "address"
    PLACE = "place"
    SCHOOL = "school"
    CLASS = "class"
    CLUB = "club"
    NAME = "name"
    ROLE = "role"
    DATE = "date"
    AGE = "age"
    STANDS_OUT = "stands out"
    RARE_WORD = "rare word"
    OWN = "own"

    @property
    def word(self) -> Word:
        """The neutral word for this kind."""
        return _WORDS.get(self, Word.SOMETHING)


_WORDS = {
    Kind.IDENTITY_NUMBER: Word.A_NUMBER,
    Kind.PHONE: Word.CONTACT,
    Kind.NUMBER: Word.A_NUMBER,
    Kind.EMAIL: Word.CONTACT,
    Kind.WEB_ADDRESS: Word.CONTACT,
    Kind.HANDLE: Word.CONTACT,
    Kind.CAR: Word.A_NUMBER,
    Kind.POSITION: Word.A_PLACE,
    Kind.ADDRESS: Word.AN_ADDRESS,
    Kind.PLACE: Word.A_PLACE,
    Kind.SCHOOL: Word.THE_SCHOOL,
    Kind.CLASS: Word.THE_CLASS,
    Kind.CLUB: Word.A_CLUB,
    Kind.NAME: Word.SOMEBODY,
    Kind.ROLE: Word.A_ROLE,
    Kind.DATE: Word.A_DAY,
    Kind.AGE: Word.AN_AGE,
}


class Question(StrEnum):
    """What only a person can see: each is asked of every text, and a yes must be resolved."""

    THE_ONLY_ONE = "the only one"
    THE_FIRST = "the first"
    NEW_HERE = "new here"
    PUBLIC_RELATIVE = "public relative"
    DIAGNOSIS = "diagnosis"
    ORIGIN = "origin"
    RARE_EVENT = "rare event"
    DATE_AND_PLACE = "date and place"
    WAY_OF_WRITING = "way of writing"


QUESTIONS = tuple(Question)


@dataclass(frozen=True)
class Mark:
    """A span that a person must look at: where it stands, what it seems to be, and how sure that is."""

    start: int
    end: int
    kind: Kind
    strength: Strength

    @property
    def word(self) -> Word:
        return self.kind.word


@dataclass(frozen=True)
class LocalLists:
    """What the municipality itself knows the names of."""

    schools: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    clubs: tuple[str, ...] = ()
    staff: tuple[str, ...] = ()


@dataclass(frozen=True)
class Decision:
    """What a person decided on one span: it goes, and which word stands instead."""

    start: int
    end: int
    word: Word = Word.SOMETHING
