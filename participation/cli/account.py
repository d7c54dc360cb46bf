"""Account: let people in from the machine itself, before anybody can sign in."""

import click

from participation import accounts
from participation.access import STAFF, Role
from participation.cli.errands import Errand, opened, today

ROLES = [role.name.lower().replace("_", "-") for role in STAFF]
HOME = "http://127.0.0.1:8000"

at_home = click.option("--at", "home", default=HOME, show_default=True, help="Where the house is reached.")


@click.group()
def account() -> None:
    """Look after those who sign in."""


@account.command(cls=Errand)
@click.option("--name", required=True, help="The person's name, as colleagues see it.")
@click.option("--email", required=True, help="What the person signs in with.")
@click.option("--role", required=True, type=click.Choice(ROLES), help="What the person may do.")
@at_home
def add(name: str, email: str, role: str, home: str) -> None:
    """Add an account and print the one-time link with which the person chooses a password."""
    if not name.strip() or "@" not in email:
        raise click.UsageError("a name and an address with @ are needed")
    with opened() as database, database.writing() as db:
        role_ = Role[role.upper().replace("-", "_")]
        token = accounts.add_first(db, name=name, email=email, role=role_, today=today())
    tell_link(home, token)


@account.command(cls=Errand)
@click.option("--email", required=True, help="The address of the account.")
@at_home
def link(email: str, home: str) -> None:
    """Print a new one-time link for somebody who cannot get in. The old password ends here."""
    with opened() as database, database.writing() as db:
        token = accounts.link_from_here(db, email, today())
    tell_link(home, token)


@account.command("list", cls=Errand)
def list_() -> None:
    """List the accounts: address, role, name, and whether a password is set."""
    with opened() as database, database.reading() as db:
        for found in accounts.all_accounts(db):
            state = "closed" if found.closed_on else "open" if found.password_hash else "waits for its link"
            click.echo(f"{found.email}\t{found.role.lower().replace('_', '-')}\t{found.name}\t{state}")


def tell_link(home: str, token: str) -> None:
    click.echo(f"{home.rstrip('/')}/inn/lenke/{token}")
    click.echo(f"The link works once, for {accounts.DAYS_LINK_OPEN} days.", err=True)
