"""Release: the numbers of a large round worked out outside the web, with progress."""

import click

from participation.cli.errands import Errand, opened
from participation.community import releases
from participation.errors import Closed


@click.command(cls=Errand)
@click.argument("consultation", type=int)
def release(consultation: int) -> None:
    """Work out what can be told of CONSULTATION, after a planner has confirmed what is to be told.

    Each step is kept: interrupted, it goes on where it was. Nothing is told before the planner releases it.
    """
    with opened() as database:
        with database.reading() as db:
            if releases.find_draft(db, consultation) is None:
                raise Closed("a planner first confirms what is to be told, on the page of the consultation")
        for done, of in releases.work_out(database, consultation):
            click.echo(f"step {done} of {of}: protected, proved, and attacked in vain")
    click.echo("All is worked out. A planner can see what would be shown, and release it.")
