"""Who takes part in a journey, and by which way: without a browser on either database, or in Chromium."""

from dataclasses import dataclass, field

import pytest
from flask import Flask

from participation import accounts
from participation.access import Actor, Role
from tests.conftest import TODAY
from tests.journeys.reader import Reader
from tests.journeys.steps import signs_in


@dataclass
class Cast:
    """Everyone in the journey. Each sits at a device of their own."""

    app: Flask
    way: str
    people: dict[Role, object] = field(default_factory=dict)

    def staff(self, role: Role):
        """Somebody with this role, signed in; the same person each time."""
        if role not in self.people:
            self.people[role] = self.somebody()
            signs_in(self.people[role], self.one_time_link(role), role)
        return self.people[role]

    def somebody(self):
        return self.quick()

    def quick(self) -> Reader:
        """One more child among many, without a browser."""
        return Reader(self.app.test_client())

    def one_time_link(self, role: Role) -> str:
        email = f"{role.name.lower()}@lyngvaer.example"
        with self.app.extensions["database"].writing() as db:
            return accounts.add_first(db, name=role.name.title(), email=email, role=role, today=TODAY)

    def actor(self, role: Role) -> Actor:
        """Who this is, below the web."""
        self.staff(role)
        with self.app.extensions["database"].reading() as db:
            found = accounts.names(db, role)
        return Actor(role, next(iter(found)))


@pytest.fixture
def cast(app: Flask) -> Cast:
    return Cast(app, "quick")
