"""Serve: open the house to the net, by one process that lets nobody down when it stops."""

import ipaddress
from contextlib import closing

import click
from flask import Flask

from participation import accounts, create_app
from participation.cli import doors, server
from participation.cli.errands import Errand, alone, folder, settings, today
from participation.cli.forget import forget_now
from participation.storage.database import Database
from participation.storage.opening import migrate

OPEN_HOST = (
    "{host} can be reached from other machines, and without https everything would travel in the open. "
    "Put a proxy that speaks https in front and say --behind-proxy (or PARTICIPATION_HTTPS=true)."
)


PORTS = click.IntRange(0, 65535)


@click.command(cls=Errand)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=PORTS, help="0 takes any free one.")
@click.option("--behind-proxy", is_flag=True, help="A proxy in front speaks https and sets X-Forwarded-For.")
@click.option("--demo", is_flag=True, help="With a fictional municipality; made where the database is empty.")
@click.option("--fresh", is_flag=True, help="With --demo: throw the demo municipality away and make it anew.")
def serve(host: str, port: int, behind_proxy: bool, demo: bool, fresh: bool) -> None:
    """Bring the database up to date and serve the house until stopped. Running requests are finished."""
    if fresh and not demo:
        raise click.UsageError("--fresh throws the demo municipality away; it goes with --demo only")
    if not _is_loopback(host) and not behind_proxy and not settings()["HTTPS"]:
        raise click.ClickException(OPEN_HOST.format(host=host))
    listener = server.listen(host, port)
    with closing(listener), alone():
        if fresh:
            doors.throw_away(settings(), folder())
        app = create_app(**_behind(behind_proxy))
        database: Database = app.extensions["database"]
        migrate(database, today())
        home = server.address_of(listener)
        if demo:
            doors.open_demo(app, folder(), home, today())
        else:
            _invite_first(database, home)
        _serve(app, listener, home)
        database.close()


def _serve(app: Flask, listener: server.Listener, home: str) -> None:
    database: Database = app.extensions["database"]
    house = server.Server(app, listener, daily=lambda: forget_now(database, today()))
    click.echo(f"The house is open at {home}/  (stop it with Ctrl-C)")
    house.run()
    click.echo("The house is closed; what was begun was finished.")


def _behind(proxy: bool) -> dict[str, object]:
    if not proxy:
        return {}
    return {"HTTPS": True, "TRUSTED_PROXIES": max(1, int(settings()["TRUSTED_PROXIES"]))}


def _invite_first(database: Database, home: str) -> None:
    with database.writing() as db:
        token = accounts.first_link(db, today())
    if token:
        click.echo("Nobody can sign in yet. The first administrator chooses a password here, once:")
        click.echo(f"  {home}/inn/lenke/{token}")
        click.echo(f"  and then signs in as {accounts.FIRST}. Add the others under Accounts.")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
