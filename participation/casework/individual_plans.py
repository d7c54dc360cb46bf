"""Individual plans: one per child however many laws ask for it, its versions kept."""

import json
from collections.abc import Mapping
from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from participation.access import Act, Actor, require
from participation.casework import standing
from participation.casework.cases import Case, case_of, case_to_change
from participation.casework.standing import Stood
from participation.casework.voices import Passage, passage_in
from participation.casework.weighings import unweighed
from participation.errors import Closed, Incomplete, NotFound
from participation.rights.plan_contents import PlanPoint
from participation.storage import audit, keys
from participation.storage.database import Record


class IndividualPlan(Record):
    __tablename__ = "individual_plans"
    kept_for = "as long as its case"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), unique=True)
    case: Mapped[Case] = relationship()
    versions: Mapped[list["PlanVersion"]] = relationship(back_populates="plan", order_by="PlanVersion.number")


class PlanVersion(Record):
    """The plan as it stood. A completed version is never changed: what stood in it is frozen with it.

    Versions completed before anything was frozen show what is kept today.
    """

    __tablename__ = "plan_versions"
    __table_args__ = (UniqueConstraint("plan_id", "number"),)
    kept_for = "as long as its case"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("individual_plans.id"))
    number: Mapped[int]
    sealed: Mapped[bytes]
    frozen: Mapped[bytes | None]
    started_on: Mapped[date]
    completed_on: Mapped[date | None]
    plan: Mapped[IndividualPlan] = relationship(back_populates="versions")
    attached: Mapped[list["Attached"]] = relationship(order_by="Attached.passage_id")


class Attached(Record):
    """A passage that stands in a version, under one of the nine points."""

    __tablename__ = "attached_passages"
    kept_for = "as long as its version"

    version_id: Mapped[int] = mapped_column(ForeignKey("plan_versions.id"), primary_key=True)
    passage_id: Mapped[str] = mapped_column(ForeignKey("passages.id"), primary_key=True)
    point: Mapped[str]
    passage: Mapped[Passage] = relationship()


def plan_of(db: Session, actor: Actor, case_id: int) -> IndividualPlan | None:
    """The one plan of a case that this actor coordinates, if it is begun."""
    case = case_of(db, actor, case_id)
    return db.scalar(select(IndividualPlan).filter_by(case_id=case.id))


def version_of(db: Session, actor: Actor, case_id: int, number: int) -> PlanVersion:
    plan = plan_of(db, actor, case_id)
    found = [version for version in plan.versions if version.number == number] if plan else []
    if not found:
        raise NotFound(f"version {number}")
    return found[0]


def read_version(db: Session, actor: Actor, case_id: int, number: int) -> PlanVersion:
    """A version to be shown or taken out as a document, noted in the trail."""
    require(actor, Act.READ_CASE)
    version = version_of(db, actor, case_id, number)
    audit.note(db, actor, Act.READ_CASE, f"individual plan {version.plan_id} version {number}")
    return version


def contents_of(db: Session, version: PlanVersion) -> dict[str, str]:
    """The text of each point, by its key."""
    kept: dict[str, str] = json.loads(
        keys.unseal(
            db, version.plan.case.key_id, version.sealed, f"plan version {version.plan_id}.{version.number}"
        )
    )
    return kept


def standing_in(db: Session, version: PlanVersion) -> Stood:
    """What children said in a version and how it was weighed: as when it was completed, or as it is now."""
    if version.frozen is None:
        return _standing_now(db, version)
    text = keys.unseal(db, version.plan.case.key_id, version.frozen, _frozen_place(version))
    return standing.from_text(text, [attached.passage for attached in version.attached])


def edit(db: Session, actor: Actor, case_id: int, contents: Mapping[str, str], today: date) -> PlanVersion:
    """Write the points of the version under way; after a completed one, a new version begins."""
    require(actor, Act.EDIT_PLAN)
    case = case_to_change(db, actor, case_id)
    version = _under_way(db, actor, case, today)
    written = {key.value: contents.get(key, "").strip() for key in PlanPoint}
    version.sealed = _sealed(db, version.plan, version.number, written)
    audit.note(db, actor, Act.EDIT_PLAN, f"individual plan {version.plan_id} version {version.number}")
    return version


def attach(db: Session, actor: Actor, passage_id: str, point: str, today: date) -> PlanVersion:
    """Carry a passage into the plan. Only what the child has given to the plan may stand there."""
    require(actor, Act.EDIT_PLAN)
    passage = passage_in(db, actor, passage_id)
    if not passage.may_stand_in_plan:
        raise NotFound("the child gave this to the coordinator only")
    if point not in list(PlanPoint):
        raise Incomplete("point")
    version = _under_way(db, actor, passage.voice.case, today)
    attached = db.get(Attached, (version.id, passage.id))
    if attached:
        attached.point = point
    else:
        version.attached.append(Attached(passage_id=passage.id, point=point))
    audit.note(db, actor, Act.EDIT_PLAN, f"passage {passage.id} into plan {version.plan_id}")
    return version


def detach(db: Session, actor: Actor, passage_id: str, today: date) -> None:
    """Take a passage out of the version under way."""
    require(actor, Act.EDIT_PLAN)
    passage = passage_in(db, actor, passage_id)
    version = _under_way(db, actor, passage.voice.case, today)
    gone = delete(Attached).where(Attached.version_id == version.id, Attached.passage_id == passage.id)
    db.execute(gone)
    audit.note(db, actor, Act.EDIT_PLAN, f"passage {passage.id} out of plan {version.plan_id}")


def lacking(db: Session, version: PlanVersion) -> tuple[list[str], list[str]]:
    """What keeps a version from being completed: points without text, and passages without a weighing."""
    contents = contents_of(db, version)
    empty = [key.value for key in PlanPoint if not contents.get(key)]
    return empty, unweighed(db, [attached.passage_id for attached in version.attached])


def complete(db: Session, actor: Actor, case_id: int, today: date) -> PlanVersion:
    """Complete the version under way, and freeze what stands in it. Never while a passage has no weighing."""
    require(actor, Act.COMPLETE_PLAN)
    case = case_to_change(db, actor, case_id)
    plan = plan_of(db, actor, case_id)
    version = plan.versions[-1] if plan and plan.versions else None
    if version is None or version.completed_on:
        raise Closed("there is no version under way")
    empty, not_weighed = lacking(db, version)
    if empty or not_weighed:
        raise Incomplete(*empty, *not_weighed)
    frozen = standing.to_text(_standing_now(db, version))
    version.frozen = keys.seal(db, case.key_id, frozen, _frozen_place(version))
    version.completed_on = today
    audit.note(db, actor, Act.COMPLETE_PLAN, f"individual plan {version.plan_id} version {version.number}")
    return version


def stands_completed(db: Session, passage_id: str) -> bool:
    """Whether a passage stands in a completed version, where nobody can take it back."""
    anywhere = select(Attached).join(PlanVersion, PlanVersion.id == Attached.version_id)
    completed = anywhere.where(Attached.passage_id == passage_id, PlanVersion.completed_on.is_not(None))
    return db.scalar(completed) is not None


def _under_way(db: Session, actor: Actor, case: Case, today: date) -> PlanVersion:
    """The version that may be written in; begun, with what stood before, where there is none."""
    plan = plan_of(db, actor, case.id)
    if plan is None:
        plan = IndividualPlan(case_id=case.id)
        db.add(plan)
        db.flush()
    last = plan.versions[-1] if plan.versions else None
    if last and last.completed_on is None:
        return last
    number, before = (
        (last.number + 1, contents_of(db, last)) if last else (1, {key.value: "" for key in PlanPoint})
    )
    sealed = _sealed(db, plan, number, before)
    version = PlanVersion(number=number, sealed=sealed, started_on=today)
    plan.versions.append(version)
    for attached in last.attached if last else ():
        version.attached.append(Attached(passage_id=attached.passage_id, point=attached.point))
    db.flush()
    return version


def _standing_now(db: Session, version: PlanVersion) -> Stood:
    return standing.now(db, [(attached.passage, attached.point) for attached in version.attached])


def _frozen_place(version: PlanVersion) -> str:
    return f"frozen plan version {version.plan_id}.{version.number}"


def _sealed(db: Session, plan: IndividualPlan, number: int, contents: Mapping[str, str]) -> bytes:
    place = f"plan version {plan.id}.{number}"
    return keys.seal(db, plan.case.key_id, json.dumps(dict(contents)), place)
