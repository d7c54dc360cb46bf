"""People: one account for each role, with a random password that only var/doors.txt knows."""

from dataclasses import dataclass
from datetime import date
from secrets import choice

from participation import accounts
from participation.access import Actor, Role
from participation.demo.words import LYNGVAER
from participation.storage.database import Session
from participation.storage.easy_words import EASY_WORDS

WORDS_IN_PASSWORD = 6
"""48 bits, and possible to type on a telephone."""


@dataclass(frozen=True)
class Person:
    actor: Actor
    email: str
    password: str


def new_password() -> str:
    return "-".join(choice(EASY_WORDS) for _ in range(WORDS_IN_PASSWORD))


def email_of(name: str) -> str:
    plain = name.lower().translate(str.maketrans("æøå ", "eoa."))
    return f"{plain}@lyngvaer.example"


def settle(db: Session, today: date) -> tuple[Person, ...]:
    """Everyone who works in Lyngvær, those on duty, and the members of its youth council."""
    staff = [(name, Role[role]) for role, name in LYNGVAER["people"].items()]
    on_duty = [(name, Role.COORDINATOR) for name in LYNGVAER["duty"].values()]
    members = [(name, Role.COUNCIL_MEMBER) for name in LYNGVAER["council"]["members"]]
    return tuple(_person(db, name, role, today) for name, role in (*staff, *on_duty, *members))


def the(people: tuple[Person, ...], role: Role) -> Actor:
    return next(person.actor for person in people if person.actor.role is role)


def on_duty(people: tuple[Person, ...]) -> tuple[Actor, Actor]:
    """Who reads what a child calls serious: the one on duty, and the deputy."""
    by_name = {person.actor.name: person.actor for person in people}
    return by_name[LYNGVAER["duty"]["person"]], by_name[LYNGVAER["duty"]["deputy"]]


def members_of(people: tuple[Person, ...]) -> tuple[Actor, ...]:
    return tuple(person.actor for person in people if person.actor.role is Role.COUNCIL_MEMBER)


def _person(db: Session, name: str, role: Role, today: date) -> Person:
    email, password = email_of(name), new_password()
    token = accounts.add_first(db, name=name, email=email, role=role, today=today)
    account = accounts.set_password(db, token, password, today)
    return Person(account.actor, email, password)
