"""Origins: from a table that anyone may read, back to the rows of the ledger it stands in."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from participation.community.releases.desk import ledger_of
from participation.community.releases.settled import earlier
from participation.disclosure.engine.ledger import Entry, ReleaseLedger
from participation.disclosure.published import ProtectedTable
from participation.errors import NotFound


@dataclass(frozen=True)
class LedgerRow:
    """One number as it stands in the ledger: whom it is about, which answers, and what is told."""

    group: str
    answers: str
    told: str


@dataclass(frozen=True)
class Origin:
    """Where a table comes from: its entry in the ledger, and what was tried against it."""

    release: int
    released_on: date
    hash: str
    before: str
    certificate: str
    least: int
    numbers: int
    rows: tuple[LedgerRow, ...]


def origin_of(db: Session, consultation_id: int, table: ProtectedTable) -> Origin:
    """The ledger entry behind a table. Raise NotFound for what was told before there was a ledger."""
    entry = _entry(ledger_of(db, consultation_id), table.ledger)
    told = next(one for one in earlier(db, consultation_id) if _holds(one.entries, entry.hash))
    return Origin(
        release=told.number,
        released_on=told.released_on,
        hash=entry.hash,
        before=entry.before,
        certificate=entry.certificate,
        least=entry.rules.k,
        numbers=entry.report.rows,
        rows=tuple(
            LedgerRow(_group(one.cell.group.where), " / ".join(one.cell.categories), str(one.shown))
            for one in entry.publication.cells
        ),
    )


def _entry(ledger: ReleaseLedger, hash: str) -> Entry:
    found = next((entry for entry in ledger.entries if entry.hash == hash), None)
    if found is None:
        raise NotFound(f"no entry {hash} in the ledger")
    return found


def _holds(entries: list[dict[str, object]], hash: str) -> bool:
    return any(entry["hash"] == hash for entry in entries)


def _group(where: tuple[tuple[str, str], ...]) -> str:
    return ", ".join(f"{column} = {value or '–'}" for column, value in where)
