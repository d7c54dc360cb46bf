"""Demo: the main job without a browser, played against a real server, and the documents it leaves."""

import tempfile
from pathlib import Path

import click

from participation.cli.errands import Errand, today
from participation.demo import case_journey, council_journey, group_journey, settling, theatre
from participation.demo.stage import Stage, StepFailed


@click.command(cls=Errand)
@click.option(
    "--into",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the documents; made where it is missing.",
)
@click.option(
    "--children",
    default=36,
    show_default=True,
    type=click.IntRange(10, 400),
    help="How many answer at the group door.",
)
@click.option("--database", default="", help="An empty PostgreSQL database instead of an embedded one.")
def demo(into: Path, children: int, database: str) -> None:
    """Play the three journeys over HTTP against a fresh installation, and leave the documents.

    A line for each step; exit status 0 only if every step was accepted.
    """
    into.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix="participation-demo-") as folder:
            link = theatre.prepare(Path(folder), database)
            with theatre.served(Path(folder), database) as home:
                stage = Stage(home, into, today(), click.echo, children)
                _play(stage, home + link[link.index("/inn/") :])
    except (StepFailed, theatre.NotOpened) as failure:
        said = (f"FAILED: {failure}", *getattr(failure, "__notes__", ()))
        raise click.ClickException("\n".join(said).strip()) from failure
    click.echo(f"{stage.steps} steps were accepted. In {into}: {', '.join(sorted(stage.kept))}")


def _play(stage: Stage, first_link: str) -> None:
    click.echo(f"The house to play in: {stage.home}/")
    settling.play(stage, first_link)
    click.echo("The group door")
    matter, plan = group_journey.play(stage)
    click.echo("The council desk and the assessment")
    council_journey.play(stage, matter, plan)
    click.echo("The case door")
    case_journey.play(stage)
