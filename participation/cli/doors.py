"""Doors: the ways into the demo municipality, kept in var/doors.txt; an installation in use has none."""

import os
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click
from flask import Flask

from participation import accounts
from participation.access import Role
from participation.demo import municipality
from participation.demo.municipality import Doors
from participation.storage.database import Database
from participation.storage.opening import DATABASE_FILE, KEY_FILE

FILE = "doors.txt"
ROLES = {
    Role.COORDINATOR: "coordinator",
    Role.PLANNER: "planner",
    Role.COUNCIL_SECRETARY: "council secretary",
    Role.COUNCIL_MEMBER: "council member",
    Role.LEADER: "leader",
    Role.ADMINISTRATOR: "administrator",
}


def throw_away(settings: Mapping[str, object], folder: Path) -> None:
    """Delete the demo municipality. Nothing is deleted where no demo has been."""
    if settings["DATABASE_URL"]:
        raise click.ClickException("--fresh is for the embedded database: make an empty one yourself")
    if (folder / DATABASE_FILE).exists() and not (folder / FILE).exists():
        raise click.ClickException(f"{folder} does not hold a demo: nothing was deleted")
    for name in (DATABASE_FILE, f"{DATABASE_FILE}-wal", f"{DATABASE_FILE}-shm", KEY_FILE, FILE):
        (folder / name).unlink(missing_ok=True)


def open_demo(app: Flask, folder: Path, home: str, today: date) -> None:
    """Found the municipality where the database is empty, and print the doors in any case."""
    database: Database = app.extensions["database"]
    with database.reading() as db:
        empty = not accounts.anybody(db)
    if empty:
        click.echo("Founding the demo municipality ...")
        _found(app, folder, home, today)
    elif not (folder / FILE).exists():
        raise click.ClickException(f"{folder} holds an installation in use: give the demo its own folder")
    click.echo(_moved(folder / FILE, home))


def _found(app: Flask, folder: Path, home: str, today: date) -> None:
    """All or nothing: the doors are written down before the municipality is kept."""
    database: Database = app.extensions["database"]
    with app.test_request_context(), database.writing() as db:
        doors = municipality.found(db, app.extensions["surveys"], today)
        _write(folder / FILE, "\n".join(_lines(doors, home)) + "\n")


def _write(path: Path, text: str) -> None:
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)


def _moved(path: Path, home: str) -> str:
    """The doors at today's address, which may be another than last time."""
    text = path.read_text("utf-8")
    before = re.search(r"https?://[^/\s]+", text)
    if before and before[0] != home:
        text = text.replace(before[0], home)
        _write(path, text)
    return text


def _lines(doors: Doors, home: str) -> Iterator[str]:
    east, west = doors.east, doors.west
    yield "The doors of Lyngvær, a municipality on no map. For the demo only: nobody real is behind them."
    yield ""
    yield f"Front page        {home}/"
    yield f"Sign in           {home}/inn/"
    for person in doors.people:
        yield f"  {ROLES[person.actor.role]:18}{person.email:42}{person.password}"
    yield ""
    yield "Answer as a child; each code opens once:"
    yield from (f"  {home}/svar/{code}/" for code in east.codes)
    yield "Answer as one of a class; one code for all:"
    yield f"  {home}/svar/{east.class_code}/"
    yield "Speak in a case, as the child who was invited:"
    yield f"  {home}/stemme/{west.code}/"
    yield "Start by oneself, and see a meeting, as a child with a code of its own:"
    yield f"  {home}/min-side/{west.own_code}/"
    yield "Claim cards, which open what happened:"
    yield f"  {home}/kort/{east.claim}/"
    yield f"  {home}/kort-i-sak/{west.claim}/"
