"""Surveys: hold the survey files against the rules, and say what to mend."""

from pathlib import Path

import click

from participation.cli.errands import Errand, settings
from participation.surveys import reading
from participation.surveys.complaints import Weight

FOLLOWS = {
    Weight.BROKEN: "broken",
    Weight.NOT_OFFERED: "language not offered",
    Weight.WARNING: "warning",
}
STOPS = {Weight.BROKEN, Weight.NOT_OFFERED}


@click.group()
def surveys() -> None:
    """Look after the survey files."""


@surveys.command(cls=Errand)
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def check(folder: Path | None) -> None:
    """Complain about every survey in FOLDER (or of the installation): file, key and remedy.

    Exit status 1 where a survey is broken, or a language of it cannot be offered.
    """
    folder = folder or Path(str(settings()["SURVEYS"]))
    found = reading.complaints(folder)
    for complaint in found:
        click.echo(f"{complaint} [{FOLLOWS[complaint.weight]}]")
    for survey_folder in _folders(folder):
        _tell_languages(survey_folder)
    if any(complaint.weight in STOPS for complaint in found):
        raise click.ClickException(f"{len(found)} complaints")


def _folders(folder: Path) -> list[Path]:
    if (folder / reading.STRUCTURE).exists():
        return [folder]
    return sorted(entry.parent for entry in folder.glob(f"*/{reading.STRUCTURE}"))


def _tell_languages(folder: Path) -> None:
    try:
        survey = reading.read_survey(folder)
    except reading.SurveyError:
        click.echo(f"{folder.name}: cannot be used")
        return
    click.echo(f"{survey.id} {survey.version}: offered in {', '.join(survey.languages)}")
