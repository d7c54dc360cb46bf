"""Disclosure: protect, verify and attack the tables of any file with one row a respondent."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from hashlib import sha256
from pathlib import Path
from secrets import token_bytes
from typing import Any

import click

from participation.cli.errands import Errand
from participation.cli.table_files import base, read_respondents, read_table, write_table
from participation.disclosure.engine.atoms import Atoms, nameable_groups
from participation.disclosure.engine.attack import AttackReport
from participation.disclosure.engine.attack import attack as try_everything
from participation.disclosure.engine.cells import Publication, cells_of
from participation.disclosure.engine.certificate import Certificate
from participation.disclosure.engine.certificate import verify as proves
from participation.disclosure.engine.display import with_intervals
from participation.disclosure.engine.outsider import Contradiction
from participation.disclosure.engine.protect import protect as choose
from participation.disclosure.engine.rules import FLOOR, LEAST_COUNT, PUBLIC, DisclosureRules

CSV = click.Path(exists=True, dir_okay=False, path_type=Path)
SAID_TIMES = 20


@dataclass(frozen=True)
class Breakdowns:
    """Each --by as columns that are crossed with one another; everybody together comes first."""

    crossings: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, by: tuple[str, ...]) -> "Breakdowns":
        return cls(((), *(tuple(name.strip() for name in one.split(",")) for one in by)))

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(column for crossing in self.crossings for column in crossing))


OPTIONS = (
    click.option("--question", required=True, metavar="COL", help="The column with the answers."),
    click.option("--by", multiple=True, metavar="COL[,COL]", help="A breakdown; columns are crossed."),
    click.option("--sensitive", multiple=True, metavar="ANSWER", help="An answer no child may be tied to."),
    click.option("--k", default=PUBLIC.k, type=click.IntRange(FLOOR), show_default=True,
                 help="No number is about a group of fewer."),
    click.option("--few", default=LEAST_COUNT, type=click.IntRange(LEAST_COUNT), show_default=True,
                 help="Fewer sensitive answers are shown as a band; 5 for severe questions."),
)  # fmt: skip


def asks(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say what the table is."""
    return reduce(lambda found, option: option(found), reversed(OPTIONS), command)


@click.group()
def disclosure() -> None:
    """Tables in which no child can be found."""


@disclosure.command(cls=Errand)
@click.argument("file", type=CSV)
@asks
@click.option(
    "--into", type=click.Path(file_okay=False, path_type=Path), help="Folder; beside FILE if not said."
)
def protect(file: Path, question: str, by: tuple[str, ...], sensitive: tuple[str, ...], **said: Any) -> None:
    """Protect one question's tables in FILE, a CSV file with one row a respondent.

    Prints the table and writes three files: the table, a certificate to keep, and the secret witnesses,
    to be destroyed with the answers.
    """
    breakdowns, rules = Breakdowns.of(by), DisclosureRules(k=said["k"], c0=said["few"])
    atoms = read_respondents(file, question, breakdowns.columns, sensitive)
    table, certificate_file, secret_file = _files(said["into"] or file.parent, f"{file.stem}.{question}")
    key = _key(secret_file)
    publication, certificate, report = _proved(atoms, rules, breakdowns, key)
    _print(atoms, publication, rules)
    write_table(table, atoms, publication, rules.k)
    told = {"question": question, "by": by, "sensitive": sensitive, "answers": _hash(file),
            **certificate.told(), "attack": report.told()}  # fmt: skip
    certificate_file.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    _write_secret(secret_file, key, certificate)
    _say(report)
    click.echo(f"written: {table}, {certificate_file.name}, {secret_file.name} (secret)")


def _proved(
    atoms: Atoms, rules: DisclosureRules, breakdowns: Breakdowns, key: bytes
) -> tuple[Publication, Certificate, AttackReport]:
    """The table as it may be printed; refused where the proof fails or the attack succeeds."""
    cells = cells_of(atoms, nameable_groups(atoms, breakdowns.crossings))
    bare, proof = choose(atoms, rules, cells, key=key, progress=_progress("protecting"))
    publication = with_intervals(bare, atoms, rules)
    certificate = proof.of(publication)
    report = try_everything(
        atoms, publication.rows, rules, with_smallest=True, progress=_progress("attacking")
    )
    if not (proves(atoms, (), publication, certificate) and report.failed):
        raise click.ClickException("a child could be found: nothing is written")
    return publication, certificate, report


@disclosure.command(cls=Errand)
@click.argument("file", type=CSV)
@click.argument("table", type=CSV)
@click.argument("certificate", type=CSV)
@click.argument("secret", type=CSV)
def verify(file: Path, table: Path, certificate: Path, secret: Path) -> None:
    """Check a certificate by arithmetic alone: FILE with the answers, TABLE, CERTIFICATE and SECRET."""
    told, kept = _json(certificate), _json(secret)
    try:
        proof = Certificate.from_plain(kept)
        asked = told["question"], Breakdowns.of(tuple(told["by"])).columns, tuple(told["sensitive"])
        belongs = told["answers"] == _hash(file) and proof.hash == told["hash"]
    except (KeyError, TypeError, ValueError) as wrong:
        raise click.ClickException(
            f"{certificate.name} or {secret.name}: not as we wrote it: {wrong}"
        ) from wrong
    if not belongs:
        raise click.ClickException("the certificate belongs to other answers or other witnesses")
    atoms = read_respondents(file, *asked)
    if not proves(atoms, (), read_table(table, atoms), proof):
        raise click.ClickException("the certificate does not prove this table")
    click.echo(f"proved: {len(proof.covers)} promises by {len(proof.witnesses)} other sets of answers")


@disclosure.command(cls=Errand)
@click.argument("file", type=CSV)
@click.argument("table", type=CSV)
@asks
def attack(
    file: Path, table: Path, question: str, by: tuple[str, ...], sensitive: tuple[str, ...], **said: Any
) -> None:
    """Try to find children in TABLE, whoever made it; FILE holds the answers, to judge by.

    TABLE has a column for each background (empty: everybody), `answer` and `shown`. Exit status 1 where
    something we promise could be determined.
    """
    atoms = read_respondents(file, question, Breakdowns.of(by).columns, sensitive)
    rules = DisclosureRules(k=said["k"], c0=said["few"])
    try:
        report = try_everything(
            atoms, read_table(table, atoms).rows, rules, with_smallest=True, progress=_progress("attacking")
        )
    except Contradiction as wrong:
        raise click.ClickException(f"{table.name}: {wrong}") from wrong
    for fact in report.broken[:SAID_TIMES]:
        click.echo(fact)
    _say(report)
    if not report.failed:
        raise click.ClickException("children can be found in this table")


def _files(folder: Path, name: str) -> tuple[Path, Path, Path]:
    folder.mkdir(parents=True, exist_ok=True)
    return (
        folder / f"{name}.protected.csv",
        folder / f"{name}.certificate.json",
        folder / f"{name}.secret.json",
    )


def _key(secret: Path) -> bytes:
    """The key of the run before, so that the same numbers are hidden again; a new one the first time."""
    return bytes.fromhex(_json(secret)["key"]) if secret.exists() else token_bytes(32)


def _write_secret(file: Path, key: bytes, certificate: Certificate) -> None:
    file.touch(mode=0o600)
    kept = {"key": key.hex(), **certificate.to_plain()}
    file.write_text(json.dumps(kept) + "\n", "utf-8")


def _json(file: Path) -> dict[str, Any]:
    try:
        found = json.loads(file.read_text("utf-8"))
    except ValueError as wrong:
        raise click.ClickException(f"{file.name}: not a JSON file: {wrong}") from wrong
    return found if isinstance(found, dict) else {}


def _hash(file: Path) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _progress(doing: str) -> Callable[[int, int], None]:
    """Say how far it has come, on long runs, at every twentieth."""

    def say(done: int, of: int) -> None:
        if of >= SAID_TIMES**2 and done % (of // SAID_TIMES) == 0:
            click.echo(f"{doing}: {done} of {of}", err=True)

    return say


def _print(atoms: Atoms, publication: Publication, rules: DisclosureRules) -> None:
    for group in dict.fromkeys(one.cell.group for one in publication.cells):
        row = [one for one in publication.cells if one.cell.group == group]
        name = ", ".join(value for _, value in group.where) or "all"
        numbers = " | ".join(f"{one.cell.categories[0]} {one.shown}" for one in row)
        click.echo(f"{name} ({base(atoms, row[0].cell, rules.k)}): {numbers}")


def _say(report: AttackReport) -> None:
    group = report.smallest_group or "not found"
    click.echo(
        f"attacked with {report.rows} numbers: {len(report.broken)} of {report.facts} facts could be"
        f" determined, {report.certain_children} children certain, smallest group {group}"
    )
