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
from participation.cli.table_files import Stay, base, read_respondents, read_table, write_table
from participation.disclosure.engine.atoms import Atoms, NameableGroup, nameable_groups
from participation.disclosure.engine.attack import AttackReport
from participation.disclosure.engine.attack import attack as try_everything
from participation.disclosure.engine.cells import Publication, cells_of
from participation.disclosure.engine.certificate import Certificate
from participation.disclosure.engine.certificate import verify as proves
from participation.disclosure.engine.display import with_intervals
from participation.disclosure.engine.ledger import ReleaseLedger
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
    click.option("--by", multiple=True, metavar="COL[,COL]",
                 help="A breakdown; columns are crossed. For a hierarchy name each level by itself:"
                      " --by school --by municipality --by county."),
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
@click.option("--earlier", type=CSV, help="The ledger of what was told before.")
@click.option("--joined", metavar="COL", help="The column with the release in which a respondent came.")
@click.option("--left", metavar="COL", help="The column with the first release without a respondent.")
@click.option(
    "--into", type=click.Path(file_okay=False, path_type=Path), help="Folder; beside FILE if not said."
)
def protect(file: Path, question: str, by: tuple[str, ...], sensitive: tuple[str, ...], **said: Any) -> None:
    """Protect one question's tables in FILE, a CSV file with one row a respondent.

    Prints the table and writes four files: the table, a certificate and the ledger to keep, and the secret
    witnesses, to be destroyed with the answers. Where something was told before, name the ledger written
    then: FILE holds all respondents ever counted, and numbers told before stay as they were.
    """
    breakdowns, rules = Breakdowns.of(by), DisclosureRules(k=said["k"], c0=said["few"])
    before, stay = _ledger(said["earlier"]), Stay(said["joined"], said["left"])
    atoms = _respondents(file, (question, breakdowns.columns, sensitive), stay, before)
    table, certificate_file, secret_file = _files(said["into"] or file.parent, f"{file.stem}.{question}")
    key = _key(secret_file)
    publication, certificate, after = _proved(atoms, rules, breakdowns, before, key)
    report = after.entries[-1].report
    _print(atoms, publication, rules)
    write_table(table, atoms, publication, rules.k)
    told = {"question": question, "by": atoms.by, "sensitive": sensitive, "answers": _hash(file),
            "stay": vars(stay), **certificate.told(), "attack": report.told()}  # fmt: skip
    ledger_file = table.with_name(f"{file.stem}.{question}.ledger.json")
    for kept, plain in ((certificate_file, told), (ledger_file, after.to_plain())):
        kept.write_text(json.dumps(plain, ensure_ascii=False, indent=1) + "\n", "utf-8")
    _write_secret(secret_file, key, certificate)
    _say(report)
    names = f"{certificate_file.name}, {ledger_file.name}, {secret_file.name} (secret)"
    click.echo(f"written: {table}, {names}")


def _respondents(
    file: Path, asked: tuple[str, tuple[str, ...], tuple[str, ...]], stay: Stay, before: ReleaseLedger
) -> Atoms:
    """Respondents by every column asked for now or told of before."""
    question, columns, sensitive = asked
    told = [one.cell for one in before.cells(question)]
    older = [column for cell in told for column, _ in cell.group.where]
    answers = [name for cell in told for name in cell.categories]
    every = dict.fromkeys((*columns, *older))
    return read_respondents(file, question, every, sensitive, stay=stay, told=answers)


def _ledger(file: Path | None) -> ReleaseLedger:
    if file is None:
        return ReleaseLedger()
    try:
        return ReleaseLedger.from_plain(json.loads(file.read_text("utf-8")))
    except (AttributeError, KeyError, TypeError, ValueError) as wrong:
        raise click.ClickException(f"{file.name}: not a ledger as we wrote it: {wrong}") from wrong


def _proved(
    atoms: Atoms, rules: DisclosureRules, breakdowns: Breakdowns, before: ReleaseLedger, key: bytes
) -> tuple[Publication, Certificate, ReleaseLedger]:
    """The table as it may be printed; refused where the proof fails or the attack succeeds."""
    cells = cells_of(atoms, _groups_now(atoms, breakdowns))
    bare, proof = choose(atoms, rules, cells, before, key=key, progress=_progress("protecting"))
    publication = with_intervals(bare, atoms, rules, before.cells(atoms.question))
    certificate = proof.of(publication)
    after = before.append(
        atoms, publication, certificate, with_smallest=True, progress=_progress("attacking")
    )
    if after is before:
        raise click.ClickException("all of this is told already: nothing is written")
    return publication, certificate, after


def _groups_now(atoms: Atoms, breakdowns: Breakdowns) -> list[NameableGroup]:
    """Groups as they are in the newest release; those that did not change bear the number they had."""
    newest = max(max(atom.joined, atom.left or 0) for atom in atoms.atoms)
    return [
        group
        for group in nameable_groups(atoms, breakdowns.crossings)
        if group.not_in is None and atoms.members(group) == atoms.members(NameableGroup(group.where, newest))
    ]


@disclosure.command(cls=Errand)
@click.argument("file", type=CSV)
@click.argument("table", type=CSV)
@click.argument("certificate", type=CSV)
@click.argument("secret", type=CSV)
@click.option("--earlier", type=CSV, help="The ledger of what was told before.")
def verify(file: Path, table: Path, certificate: Path, secret: Path, earlier: Path | None) -> None:
    """Check a certificate by arithmetic alone: FILE with the answers, TABLE, CERTIFICATE and SECRET."""
    told, kept = _json(certificate), _json(secret)
    try:
        proof = Certificate.from_plain(kept)
        asked = told["question"], Breakdowns.of(tuple(told["by"])).columns, tuple(told["sensitive"])
        stay, before = Stay(**told.get("stay", {})), _ledger(earlier)
        belongs = told["answers"] == _hash(file) and proof.hash == told["hash"]
    except (KeyError, TypeError, ValueError) as wrong:
        raise click.ClickException(
            f"{certificate.name} or {secret.name}: not as we wrote it: {wrong}"
        ) from wrong
    if not belongs:
        raise click.ClickException("the certificate belongs to other answers or other witnesses")
    if proof.ledger != before.hash_of(asked[0]):
        raise click.ClickException("the certificate rests on another ledger: name it with --earlier")
    atoms = _respondents(file, asked, stay, before)
    if not proves(atoms, before.rows(asked[0]), read_table(table, atoms), proof):
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
    said = 0

    def say(done: int, of: int) -> None:
        nonlocal said
        now = done * SAID_TIMES // of
        if of >= SAID_TIMES**2 and now != said:
            said = now
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
