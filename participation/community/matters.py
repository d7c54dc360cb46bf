"""Matters: what the municipality is to decide, by whom and when, what can change and what is fixed."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.access import Act, Actor, may, require
from participation.errors import NotAllowed
from participation.storage import audit
from participation.storage.database import Record, find


class Matter(Record):
    __tablename__ = "matters"
    kept_for = "for good: what a municipality decides is public"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    about: Mapped[str]
    decided_by: Mapped[str]
    decision_on: Mapped[date]
    can_change: Mapped[str]
    fixed: Mapped[str]
    made_on: Mapped[date]


def make(
    db: Session,
    actor: Actor,
    *,
    title: str,
    about: str,
    decided_by: str,
    decision_on: date,
    can_change: str,
    fixed: str,
    today: date,
) -> Matter:
    require(actor, Act.EDIT_MATTER)
    matter = Matter(made_on=today)
    db.add(matter)
    _write(matter, title, about, decided_by, decision_on, can_change, fixed)
    db.flush()
    audit.note(db, actor, Act.EDIT_MATTER, f"matter {matter.id} made")
    return matter


def edit(
    db: Session,
    actor: Actor,
    matter_id: int,
    *,
    title: str,
    about: str,
    decided_by: str,
    decision_on: date,
    can_change: str,
    fixed: str,
) -> Matter:
    require(actor, Act.EDIT_MATTER)
    matter = find(db, Matter, matter_id)
    db.refresh(matter, with_for_update=True)
    _write(matter, title, about, decided_by, decision_on, can_change, fixed)
    audit.note(db, actor, Act.EDIT_MATTER, f"matter {matter.id} changed")
    return matter


def all_matters(db: Session, actor: Actor) -> list[Matter]:
    """Every matter, the one to be decided first at the top."""
    _may_read(actor)
    return list(db.scalars(select(Matter).order_by(Matter.decision_on, Matter.id)))


def matter_of(db: Session, actor: Actor, matter_id: int) -> Matter:
    _may_read(actor)
    return find(db, Matter, matter_id)


def _may_read(actor: Actor) -> None:
    if not may(actor, Act.READ_COMMUNITY) and not may(actor, Act.READ_COUNCIL):
        raise NotAllowed(f"{actor.role.name} may not read matters")


def _write(
    matter: Matter, title: str, about: str, decided_by: str, decision_on: date, can_change: str, fixed: str
) -> None:
    matter.title, matter.about = title.strip(), about.strip()
    matter.decided_by, matter.decision_on = decided_by.strip(), decision_on
    matter.can_change, matter.fixed = can_change.strip(), fixed.strip()
