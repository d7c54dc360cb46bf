"""Who takes part in a journey, and by which way: without a browser, or in Chromium by keyboard alone."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext

from participation import accounts
from participation.access import Actor, Role
from tests.chromium import Inspection, served
from tests.conftest import TODAY
from tests.journeys.keyboard import Keyboard
from tests.journeys.reader import Reader
from tests.journeys.steps import signs_in


@dataclass
class Cast:
    """Everyone in the journey. Each sits at a device of their own."""

    app: Flask
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

    def judge(self) -> list[str]:
        """What is wrong with the pages that were met; without a browser nobody can tell."""
        return []


@dataclass
class CastAtKeyboards(Cast):
    """The same people, each with a browser of their own."""

    home: str = ""
    inspection: Inspection | None = None
    contexts: list[BrowserContext] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def somebody(self) -> Keyboard:
        context = self.inspection.browser.new_context(
            viewport=self.inspection.viewport, java_script_enabled=False, locale="nb-NO"
        )
        context.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        self.contexts.append(context)
        return Keyboard(context, self.home, self.inspection)

    def judge(self) -> list[str]:
        foreign = self.hosts - {urlsplit(self.home).netloc}
        return [*self.inspection.judge(), *(f"asked {host} for something" for host in foreign)]


@pytest.fixture
def cast(app: Flask) -> Cast:
    return Cast(app)


@pytest.fixture
def cast_at_keyboards(app: Flask, browser: Browser, viewport: dict[str, int]):
    with served(app) as home:
        cast = CastAtKeyboards(app, home=home, inspection=Inspection(browser, viewport))
        yield cast
        for context in cast.contexts:
            context.close()
