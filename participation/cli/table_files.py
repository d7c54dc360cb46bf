"""Table files: one row a respondent in, one row a number out, both as CSV; and what to mend in them."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from participation.disclosure.engine.atoms import (
    Atoms,
    NameableGroup,
    Respondent,
    count_respondents,
    sensitive_sets,
)
from participation.disclosure.engine.cells import (
    HIDDEN_SIGN,
    Band,
    Cell,
    Exact,
    Hidden,
    Interval,
    Publication,
    Shown,
    ShownCell,
)

NOT_TOLD = "(not told)"
"""What an empty field of a respondent means; in a table an empty group is everybody."""

ANSWER, SHOWN, CHILDREN, RELEASE = "answer", "shown", "children", "release"
HIDES = {HIDDEN_SIGN, "", "*", "·", "."}
BAND = re.compile(r"(?:fewer than|færre enn|<)\s*(\d+)")
INTERVAL = re.compile(r"(\d+)\s*[–-]\s*(\d+)")


@dataclass(frozen=True)
class Stay:
    """The columns that tell in which release a respondent came, and in which one no longer was."""

    joined: str | None = None
    left: str | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(column for column in (self.joined, self.left) if column)

    def of(self, row: dict[str, str]) -> tuple[int, int | None]:
        """Raises ClickException where it is no number; nothing said is the first release, and not left."""
        for column in self.columns:
            if row[column] and not (row[column].isdigit() and int(row[column])):
                raise click.ClickException(f"{column}: {row[column]!r} is no number of a release")
        joined, left = (row[column] if column else "" for column in (self.joined, self.left))
        return int(joined or 1), int(left) if left else None


ALWAYS_HERE = Stay()


def read_respondents(
    file: Path,
    question: str,
    columns: Iterable[str],
    sensitive: Iterable[str] = (),
    *,
    stay: Stay = ALWAYS_HERE,
    told: Iterable[str] = (),
) -> Atoms:
    """Count the answers to one question; columns not asked for are not looked at.

    `told`: answers in an earlier release, which somebody may have withdrawn since.
    """
    columns, sensitive = tuple(columns), tuple(sensitive)
    rows = _rows(file, [question, *columns, *stay.columns])
    if question in columns:
        raise click.ClickException(f"{question}: a question cannot be broken down by itself")
    respondents = [
        Respondent(
            {column: row[column] or NOT_TOLD for column in columns}, row[question] or NOT_TOLD, *stay.of(row)
        )
        for row in rows
    ]
    answers = {one.answer for one in respondents} | set(told)
    if unknown := set(sensitive) - answers:
        told = ", ".join(sorted(answers))
        raise click.ClickException(f"{', '.join(sorted(unknown))}: nobody answered so; answers are {told}")
    try:
        return count_respondents(respondents, question, columns, answers, sensitive_sets(sensitive))
    except ValueError as wrong:
        raise click.ClickException(str(wrong)) from wrong


def read_table(file: Path, atoms: Atoms) -> Publication:
    """A table somebody printed, as far as it is about this question and these groups."""
    cells = []
    for line, row in enumerate(_rows(file, [*atoms.by, ANSWER, SHOWN], maybe=[RELEASE]), start=2):
        where = tuple((column, row[column]) for column in atoms.by if row[column])
        group = NameableGroup(where, int(row[RELEASE]) if row[RELEASE].isdigit() else 1)
        if not atoms.members(group):
            raise click.ClickException(f"{file.name}, line {line}: no respondent is in this group")
        if row[ANSWER] not in atoms.categories:
            raise click.ClickException(f"{file.name}, line {line}: {row[ANSWER]!r} is no answer")
        cell = Cell(atoms.question, group, (row[ANSWER],))
        cells.append(ShownCell(cell, _shown(row[SHOWN], f"{file.name}, line {line}")))
    return Publication(atoms.question, tuple(cells))


def write_table(file: Path, atoms: Atoms, publication: Publication, least: int) -> None:
    """Group, answer, what is shown, how many children the group holds if that may be told, its release."""
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow([*atoms.by, ANSWER, SHOWN, CHILDREN, RELEASE])
        for one in publication.cells:
            where = dict(one.cell.group.where)
            group = [where.get(column, "") for column in atoms.by]
            told = [str(one.shown), base(atoms, one.cell, least), one.cell.group.release]
            writer.writerow([*group, *one.cell.categories, *told])


def base(atoms: Atoms, cell: Cell, least: int) -> str:
    """The size of the group a cell is about, or that it is below the least that is told of."""
    n = atoms.size(atoms.members(cell.group))
    return str(n) if n >= least else f"fewer than {least}"


def _shown(text: str, place: str) -> Shown:
    if text in HIDES:
        return Hidden()
    if text.isdigit():
        return Exact(int(text))
    if found := BAND.fullmatch(text):
        return Band(int(found[1]))
    if found := INTERVAL.fullmatch(text):
        return Interval(int(found[1]), int(found[2]))
    raise click.ClickException(
        f"{place}: {text!r} is neither a number, a band, an interval nor {HIDDEN_SIGN}"
    )


def _rows(file: Path, columns: list[str], maybe: Iterable[str] = ()) -> list[dict[str, str]]:
    """The rows of a file that has these columns, and maybe those."""
    kept = [*columns, *maybe]
    try:
        with file.open(encoding="utf-8-sig", newline="") as source:
            dialect = ";" if ";" in source.readline() else ","
            source.seek(0)
            reader = csv.DictReader(source, delimiter=dialect, strict=True)
            rows = [{column: (row.get(column) or "").strip() for column in kept} for row in reader]
            found = reader.fieldnames or []
    except (UnicodeDecodeError, csv.Error) as wrong:
        raise click.ClickException(f"{file.name}: not a CSV file in UTF-8: {wrong}") from wrong
    if missing := [column for column in columns if column not in found]:
        raise click.ClickException(
            f"{file.name}: no column {', '.join(missing)}; there are {', '.join(found)}"
        )
    if not rows:
        raise click.ClickException(f"{file.name}: no rows")
    return rows
