"""Forget: delete what is past its time, room by room, and say what was deleted."""

from collections.abc import Callable, Mapping
from datetime import date

import click

from participation import accounts
from participation.casework import contacts, own_voices
from participation.casework import replies as case_replies
from participation.cli.errands import Errand, now, opened, today
from participation.community import answers, consultations, offline, own_words, releases, summaries
from participation.community.codebooks import coding
from participation.community.quotations import proposing
from participation.storage import drafts, limits
from participation.storage.database import Database, Session, forget_sent

RELEASED = "consultations whose numbers nobody released, released now"

ROOMS: Mapping[str, Callable[[Session, date], int]] = {
    "consultations nobody closed, closed now": consultations.close_what_is_due,
    "free texts and claim cards": answers.forget,
    "words decided on, released or not": own_words.forget,
    "codings of free texts": coding.forget,
    "quotations that were never published": proposing.forget,
    "tickets of closed consultations": consultations.forget,
    "devices and marks of what arrived from them": offline.forget,
    "closed cases, with all that was said in them": case_replies.forget,
    "children who were contacted, or asked long ago": contacts.forget,
    "what children began by themselves and never sent": own_voices.forget,
    "drafts": drafts.forget,
    "sign-ins, one-time links and closed accounts": lambda db, day: accounts.forget(db, day, now()),
    "counts of wrong tries": lambda db, _day: limits.forget(db, now()),
    "marks of sent forms": forget_sent,
}


@click.command(cls=Errand)
@click.option("--dry-run", is_flag=True, help="Only tell what would be deleted.")
def forget(dry_run: bool) -> None:
    """Delete what is past its time. Run it daily; a house that is served also does so by itself."""
    with opened() as database:
        gone = would_forget(database, today()) if dry_run else forget_now(database, today())
    for what, n in gone.items():
        click.echo(f"{n:6} {what}")
    if dry_run:
        click.echo("Nothing was deleted: this was a dry run.")


def forget_now(database: Database, day: date) -> dict[str, int]:
    """Let every room forget, and leave nothing of it in the files."""
    released = summaries.release_what_is_due(database, day)
    with database.writing() as db:
        gone = _forgotten(db, day)
        db.info["tidy"] = any(gone.values())
    return {RELEASED: released} | gone


def would_forget(database: Database, day: date) -> dict[str, int]:
    with database.reading() as db:
        due = releases.due_for_release(db, day)
        return {RELEASED: len(due)} | _forgotten(db, day)


def _forgotten(db: Session, day: date) -> dict[str, int]:
    return {what: room(db, day) for what, room in ROOMS.items()}
