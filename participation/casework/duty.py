"""Duty: who reads at once what a child calls serious: one person, a deputy, and their hours."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.access import Act, Actor, require
from participation.errors import Incomplete
from participation.rights.office_hours import USUAL_HOURS, OfficeHours
from participation.storage import audit
from participation.storage.database import Record, insert_or_change

ONLY = 1
SHORTEST_DAY = 4
"""Hours: a promise to read within so long must fit into a day."""


class DutyKept(Record):
    """The one row that says who is on duty."""

    __tablename__ = "duty"
    kept_for = "until somebody else is named"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int]
    deputy_id: Mapped[int]
    opens: Mapped[str]
    closes: Mapped[str]
    named_on: Mapped[date]


@dataclass(frozen=True)
class Duty:
    """Who is on duty and when. Where nobody is named, the usual hours hold."""

    person_id: int | None
    deputy_id: int | None
    hours: OfficeHours

    @property
    def people(self) -> frozenset[int]:
        return frozenset(one for one in (self.person_id, self.deputy_id) if one is not None)


def now(db: Session) -> Duty:
    """Who is on duty today."""
    kept = db.scalar(select(DutyKept).filter_by(id=ONLY))
    if kept is None:
        return Duty(None, None, USUAL_HOURS)
    hours = OfficeHours(time.fromisoformat(kept.opens), time.fromisoformat(kept.closes))
    return Duty(kept.person_id, kept.deputy_id, hours)


def name(
    db: Session, actor: Actor, *, person_id: int, deputy_id: int, hours: OfficeHours, today: date
) -> Duty:
    """Name the person on duty and the deputy: two people, so that somebody always reads."""
    require(actor, Act.NAME_DUTY)
    if person_id == deputy_id:
        raise Incomplete("deputy")
    if hours.closes.hour - hours.opens.hour < SHORTEST_DAY:
        raise Incomplete("closes")
    row = {
        "person_id": person_id,
        "deputy_id": deputy_id,
        "opens": hours.opens.isoformat("minutes"),
        "closes": hours.closes.isoformat("minutes"),
        "named_on": today,
    }
    insert_or_change(db, DutyKept(id=ONLY, **row), row)
    audit.note(db, actor, Act.NAME_DUTY, f"account {person_id} on duty, deputy {deputy_id}")
    return now(db)
