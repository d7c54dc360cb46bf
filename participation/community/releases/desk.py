"""The desk before a release: what is to be told is confirmed, then worked out one question at a time."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from participation.access import Act, Actor, require
from participation.community import answers
from participation.community.consultations import Consultation, held, may_break_down, survey_of
from participation.community.releases.counting import blanks
from participation.community.releases.records import ReleaseDraft, ReleasePart
from participation.community.releases.settled import earlier, settled
from participation.disclosure import gate
from participation.disclosure.engine.ledger import Entry, ReleaseLedger
from participation.disclosure.engine.rules import PUBLIC
from participation.disclosure.gate import Number, Wanted
from participation.disclosure.worlds import Blank, Sheets
from participation.errors import Closed
from participation.storage import audit, keys
from participation.storage.database import find

Part = Mapping[str, Any]
"""One world that was worked out, opened: ledger entries, secret certificate, and how numbers are told."""


@dataclass(frozen=True)
class Task:
    """One world still to be worked out; it needs no database while that is done."""

    consultation_id: int
    place: int
    of: int
    wanted: Wanted
    blanks: tuple[Blank, ...]
    ledger: ReleaseLedger
    key: bytes

    def work(self) -> gate.Proven:
        return gate.prove(self.wanted, self.blanks, self.ledger, key=self.key)


@dataclass(frozen=True)
class Proposal:
    """How all would be told, before it is told; the numbers themselves are seen by nobody yet."""

    numbers: tuple[Number, ...]
    ledger: ReleaseLedger
    answered: int


def want(
    db: Session,
    actor: Actor,
    consultation_id: int,
    *,
    breakdowns: Sequence[str],
    telling: Mapping[str, Sequence[str]],
    severe: Sequence[str] = (),
    least: int = PUBLIC.k,
    today: date,
) -> ReleaseDraft:
    """Confirm what is to be told; what was worked out before is thrown away.

    `telling`: the sensitive answers by question. What is settled stays: it is always among them, and groups
    that are told of already are always compared. `least`: how many children a number must be about.
    """
    require(actor, Act.RELEASE_NUMBERS)
    consultation = whole(db, consultation_id)
    asked = [one for one in survey_of(db, consultation).questions if one.counted]
    before = settled(db, consultation)
    compared = before.groups(consultation.breakdowns, breakdowns)
    marked = {one.id: before.marked(one, telling.get(one.id, ())) for one in asked}
    throw_away(db, consultation_id)
    draft = ReleaseDraft(
        consultation_id=consultation_id,
        breakdowns=compared,
        telling={name: chosen for name, chosen in marked.items() if chosen},
        severe=[one.id for one in asked if one.id in before.severe.union(severe)],
        least=before.smallest(least),
        made_on=today,
    )
    db.add(draft)
    db.flush()
    audit.note(db, actor, Act.RELEASE_NUMBERS, f"consultation {consultation_id}, working out the numbers")
    return draft


def next_task(db: Session, consultation_id: int) -> Task | None:
    """The next world to be worked out; None when all are done."""
    draft = find(db, ReleaseDraft, consultation_id)
    parts, wanted = parts_of(db, draft), wanted_by(db, draft)
    if len(parts) == len(wanted.worlds):
        return None
    return Task(
        consultation_id,
        len(parts),
        len(wanted.worlds),
        wanted,
        wanted.worlds[len(parts)],
        with_parts(ledger_of(db, consultation_id), parts),
        _key(db, consultation_id),
    )


def keep(db: Session, task: Task, proven: gate.Proven) -> None:
    """Keep one world that was worked out; nothing happens where the draft was changed meanwhile."""
    held(db, task.consultation_id)
    draft = find_draft(db, task.consultation_id)
    if draft is None or len(parts_of(db, draft)) != task.place or wanted_by(db, draft) != task.wanted:
        return
    plain = {
        "entries": [entry.to_plain() for entry in proven.ledger.entries[len(task.ledger.entries) :]],
        "certificate": proven.certificate.to_plain(),
        "numbers": [number.to_plain() for number in proven.numbers],
    }
    part = ReleasePart(consultation_id=task.consultation_id, place=task.place)
    part.sealed = keys.seal(db, draft.consultation.sheets_key_id, json.dumps(plain), _place(part))
    db.add(part)
    draft.is_worked_out = task.place + 1 == task.of


def proposal(db: Session, actor: Actor, consultation_id: int) -> Proposal | None:
    """What would be told, once all of it has been worked out; until then None."""
    require(actor, Act.RELEASE_NUMBERS)
    draft = find_draft(db, consultation_id)
    if draft is None or next_task(db, consultation_id):
        return None
    parts = parts_of(db, draft)
    numbers = tuple(Number.from_plain(number) for part in parts for number in part["numbers"])
    ledger = with_parts(ledger_of(db, consultation_id), parts)
    return Proposal(numbers, ledger, answers.how_many(db, draft.consultation))


def gains(db: Session, actor: Actor, consultation_id: int) -> dict[tuple[str, ...], dict[str, int]]:
    """For each choice of groups, the finest first: how many numbers would be told in which way.

    Worked out on made-up answers in groups of the same sizes: two patterns of true ones tell more than one.
    """
    require(actor, Act.RELEASE_NUMBERS)
    draft = find(db, ReleaseDraft, consultation_id)
    wanted, key = wanted_by(db, draft), _key(db, consultation_id)
    alone = [(by,) for by in draft.breakdowns] if len(draft.breakdowns) > 1 else []
    coarser = [*alone, ()] if draft.breakdowns else []
    made_up = replace(
        wanted, sheets=wanted.sheets.made_up(wanted.blanks, [one.question for one in wanted.delicate])
    )
    return {by: gate.would_show(replace(made_up, by=by), key=key) for by in (wanted.by, *coarser)}


def find_draft(db: Session, consultation_id: int) -> ReleaseDraft | None:
    return db.get(ReleaseDraft, consultation_id)


def ledger_of(db: Session, consultation_id: int) -> ReleaseLedger:
    """Everything ever told of the round. Raises ValueError where somebody changed it."""
    return ReleaseLedger.from_plain(entry for told in earlier(db, consultation_id) for entry in told.entries)


def with_parts(ledger: ReleaseLedger, parts: Sequence[Part]) -> ReleaseLedger:
    """The ledger as it will be when these parts are told too."""
    entries = tuple(Entry.from_plain(entry) for part in parts for entry in part["entries"])
    return ReleaseLedger((*ledger.entries, *entries))


def wanted_by(db: Session, draft: ReleaseDraft) -> Wanted:
    """What is to be told, with the sheets it is told of; nothing where these are too few."""
    survey = survey_of(db, draft.consultation)
    declared = tuple(by for by in draft.consultation.breakdowns if by in may_break_down(survey))
    backgrounds = {by: survey.page(by).question.categories for by in declared}
    sheets = Sheets(tuple(answers.counted(db, draft.consultation, survey)), backgrounds)
    rules = replace(PUBLIC, k=draft.least)
    if len(sheets.rows) < rules.k:
        return Wanted(sheets, (), (), rules=rules)
    sizes = [by for by in declared if by in draft.telling]
    return Wanted(
        sheets,
        blanks(survey, declared, draft.telling, draft.severe),
        tuple(by for by in draft.breakdowns if by in declared),
        tuple(gate.size_table(by, backgrounds[by], tuple(draft.telling[by])) for by in sizes),
        rules,
    )


def parts_of(db: Session, draft: ReleaseDraft) -> list[Part]:
    """Every world that was worked out, opened, in order."""
    found = select(ReleasePart).filter_by(consultation_id=draft.consultation_id).order_by(ReleasePart.place)
    key = draft.consultation.sheets_key_id
    return [json.loads(keys.unseal(db, key, part.sealed, _place(part))) for part in db.scalars(found)]


def throw_away(db: Session, consultation_id: int) -> None:
    """Delete the draft and all that was worked out for it."""
    db.execute(delete(ReleasePart).filter_by(consultation_id=consultation_id))
    db.execute(delete(ReleaseDraft).filter_by(consultation_id=consultation_id))


def whole(db: Session, consultation_id: int) -> Consultation:
    """The consultation, kept still: closed, and its sheets not cut up yet."""
    consultation = held(db, consultation_id)
    if consultation.closed_on is None:
        raise Closed("children are still answering")
    if not answers.are_whole(db, consultation):
        raise Closed("the sheets are cut up: nothing more can be told")
    return consultation


def _key(db: Session, consultation_id: int) -> bytes:
    """Makes the choice of what is hidden the same on every run, and not to be guessed."""
    return keys.keyring(db).derived(f"disclosure {consultation_id}")


def _place(part: ReleasePart) -> str:
    return f"release part {part.consultation_id}/{part.place}"
