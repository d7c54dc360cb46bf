"""Settling in: the first administrator comes by a one-time link and lets the others in."""

from participation.access import Role
from participation.demo.browser import Browser
from participation.demo.people import email_of, new_password
from participation.demo.stage import Stage
from participation.demo.words import LYNGVAER

LINK = r"https?://\S+/inn/lenke/[\w-]+"


def play(stage: Stage, first_link: str) -> None:
    administrator = LYNGVAER["people"]["ADMINISTRATOR"]
    with stage.step("The first administrator chooses a password by a one-time link, and signs in"):
        first = _sign_in(stage, first_link, email_of(administrator))
        stage.staff[Role.ADMINISTRATOR] = [first]
    for name, role in _others():
        with stage.step(f"The administrator adds a {role.name.lower().replace('_', ' ')}, who signs in"):
            page = first.open("/kontoer/ny")
            page = first.send(page, {"name": name, "email": email_of(name), "role": role.name})
            stage.staff.setdefault(role, []).append(_sign_in(stage, page.find(LINK)[0], email_of(name)))


def _sign_in(stage: Stage, link: str, email: str) -> Browser:
    browser, password = stage.stranger(), new_password()
    page = browser.send(browser.open(link), {"password": password, "again": password})
    page = browser.send(page, {"email": email, "password": password})
    page.link("/kontor/")
    return browser


def _others() -> list[tuple[str, Role]]:
    staff = [(name, Role[role]) for role, name in LYNGVAER["people"].items() if role != "ADMINISTRATOR"]
    return [*staff, *((name, Role.COUNCIL_MEMBER) for name in LYNGVAER["council"]["members"])]
