"""Telling: the proof is checked against the sheets, the numbers told, what was secret destroyed."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.access import Act, Actor, require
from participation.community import answers
from participation.community.consultations import Consultation, survey_of
from participation.community.releases.desk import (
    Part,
    keep,
    ledger_of,
    next_task,
    parts_of,
    throw_away,
    wanted_by,
    whole,
    with_parts,
)
from participation.community.releases.records import DAYS_SHEETS_KEPT, Release, ReleaseDraft
from participation.community.releases.settled import earlier
from participation.disclosure import gate
from participation.disclosure.engine.certificate import Certificate
from participation.disclosure.engine.ledger import ReleaseLedger
from participation.disclosure.gate import Wanted
from participation.errors import Closed, Incomplete, WouldDisclose
from participation.storage import audit
from participation.storage.database import Database, find

__all__ = ["ledger_of"]

DAYS_UNTIL_RELEASED_ANYWAY = 14

releases_of = earlier


def work_out(database: Database, consultation_id: int) -> Iterator[tuple[int, int]]:
    """Work out every world that is left, holding nobody up; yields how many are done, and of how many."""
    while True:
        with database.reading() as db:
            task = next_task(db, consultation_id)
        if task is None:
            return
        proven = task.work()
        with database.writing() as db:
            keep(db, task, proven)
        yield task.place + 1, task.of


def release(
    db: Session,
    actor: Actor,
    consultation_id: int,
    *,
    seen: str | None = None,
    keeps_sheets: bool = False,
    today: date,
) -> Release:
    """Tell the numbers. The proof is stored, then the sheets are cut up and the witnesses destroyed.

    `seen`: the hash of the ledger as it was looked at; Closed where it was worked out anew since then. With
    `keeps_sheets` the sheets wait for one more breakdown, at most DAYS_SHEETS_KEPT after closing.
    """
    require(actor, Act.RELEASE_NUMBERS)
    consultation = whole(db, consultation_id)
    draft = find(db, ReleaseDraft, consultation_id)
    wanted, before = wanted_by(db, draft), ledger_of(db, consultation_id)
    ledger = _proved(wanted, before, parts_of(db, draft))
    if seen is not None and seen != ledger.hash:
        raise Closed("it was worked out anew after it was looked at")
    told = _told(db, draft, wanted, before, ledger, today)
    db.add(told)
    db.flush()
    throw_away(db, consultation_id)
    if not keeps_sheets:
        answers.cut_up(db, consultation, survey_of(db, consultation))
    number, start = told.number, told.hash[:16] or "0"
    audit.note(
        db, actor, Act.RELEASE_NUMBERS, f"consultation {consultation_id}, release {number}, ledger {start}"
    )
    return told


def end_waiting(db: Session, actor: Actor, consultation_id: int) -> None:
    """Destroy sheets that waited for one more breakdown: from now on nothing more can be told."""
    require(actor, Act.RELEASE_NUMBERS)
    consultation = whole(db, consultation_id)
    if not earlier(db, consultation_id):
        raise Closed("nothing is released yet")
    throw_away(db, consultation_id)
    answers.cut_up(db, consultation, survey_of(db, consultation))
    audit.note(db, actor, Act.RELEASE_NUMBERS, f"consultation {consultation_id}, sheets destroyed")


def may_release(db: Session, consultation: Consultation) -> bool:
    """Closed, and its sheets still whole."""
    return consultation.closed_on is not None and answers.are_whole(db, consultation)


def due_for_release(db: Session, today: date) -> list[Consultation]:
    """Closed rounds whose numbers nobody released in time, and those whose sheets have waited enough."""
    closed = select(Consultation).where(Consultation.closed_on < today).order_by(Consultation.id)
    return [one for one in db.scalars(closed) if may_release(db, one) and _is_due(db, one, today)]


def _is_due(db: Session, consultation: Consultation, today: date) -> bool:
    assert consultation.closed_on is not None  # noqa: S101 - only closed ones are looked at
    days = DAYS_SHEETS_KEPT if earlier(db, consultation.id) else DAYS_UNTIL_RELEASED_ANYWAY
    return today > consultation.closed_on + timedelta(days=days)


def _proved(wanted: Wanted, before: ReleaseLedger, parts: Sequence[Part]) -> ReleaseLedger:
    """The ledger with what is to be told, each certificate checked against the sheets as they are now."""
    if len(parts) < len(wanted.worlds):
        raise Incomplete("worked_out")
    ledger = before
    for blanks, part in zip(wanted.worlds, parts, strict=True):
        certificate = Certificate.from_plain(part["certificate"])
        after = with_parts(ledger, [part])
        for entry in after.entries[len(ledger.entries) :]:
            if not gate.still_holds(wanted, blanks, ledger, entry.publication, certificate):
                raise WouldDisclose("the certificate does not prove what would be told")
        ledger = after
    if not ledger.is_whole:
        raise WouldDisclose("the ledger was changed while it was worked out")
    return ledger


def _told(
    db: Session,
    draft: ReleaseDraft,
    wanted: Wanted,
    before: ReleaseLedger,
    ledger: ReleaseLedger,
    today: date,
) -> Release:
    n = len(wanted.sheets.rows)
    return Release(
        consultation_id=draft.consultation_id,
        number=len(earlier(db, draft.consultation_id)) + 1,
        breakdowns=draft.breakdowns,
        telling=draft.telling,
        severe=draft.severe,
        least=draft.least,
        entries=[entry.to_plain() for entry in ledger.entries[len(before.entries) :]],
        tables_kept=[table.to_plain() for table in gate.tables(wanted, ledger)],
        answered=n if n >= wanted.rules.k else None,
        hash=ledger.hash,
        released_on=today,
    )
