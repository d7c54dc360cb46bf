"""Municipal plans: what children said stands in their chapters, with what came of it."""

from datetime import date

from sqlalchemy import ForeignKey, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from participation.access import Act, Actor, require
from participation.community.assessments import Assessment
from participation.community.councils import Statement
from participation.community.summaries import Summary
from participation.errors import Closed, Incomplete
from participation.storage import audit
from participation.storage.database import Record, find


class MunicipalPlan(Record):
    __tablename__ = "municipal_plans"
    kept_for = "for good: it is the basis of what the municipality does"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    adopted_by: Mapped[str]
    made_on: Mapped[date]
    contributions: Mapped[list["Contribution"]] = relationship(
        back_populates="plan", order_by="Contribution.id"
    )

    @property
    def chapters(self) -> list[str]:
        """The chapters that hold something, in the order they were first named."""
        return list(dict.fromkeys(contribution.chapter for contribution in self.contributions))


class Contribution(Record):
    """A summary, a statement or an assessment in a chapter, and the answer owed for it."""

    __tablename__ = "contributions"
    kept_for = "as long as its plan"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("municipal_plans.id"))
    chapter: Mapped[str]
    summary_id: Mapped[int | None] = mapped_column(ForeignKey("summaries.id"))
    statement_id: Mapped[int | None] = mapped_column(ForeignKey("statements.id"))
    assessment_id: Mapped[int | None] = mapped_column(ForeignKey("assessments.id"))
    what_came_of_it: Mapped[str]
    placed_on: Mapped[date]
    plan: Mapped[MunicipalPlan] = relationship(back_populates="contributions")
    summary: Mapped[Summary | None] = relationship()
    statement: Mapped[Statement | None] = relationship()
    assessment: Mapped[Assessment | None] = relationship()


def make_plan(db: Session, actor: Actor, *, title: str, adopted_by: str, today: date) -> MunicipalPlan:
    require(actor, Act.EDIT_MUNICIPAL_PLAN)
    missing = [name for name, text in (("title", title), ("adopted_by", adopted_by)) if not text.strip()]
    if missing:
        raise Incomplete(*missing)
    plan = MunicipalPlan(title=title.strip(), adopted_by=adopted_by.strip(), made_on=today)
    db.add(plan)
    db.flush()
    audit.note(db, actor, Act.EDIT_MUNICIPAL_PLAN, f"municipal plan {plan.id}")
    return plan


def all_plans(db: Session, actor: Actor) -> list[MunicipalPlan]:
    require(actor, Act.READ_COMMUNITY)
    return list(db.scalars(select(MunicipalPlan).order_by(MunicipalPlan.title, MunicipalPlan.id)))


def municipal_plan_of(db: Session, actor: Actor, plan_id: int) -> MunicipalPlan:
    require(actor, Act.READ_COMMUNITY)
    return find(db, MunicipalPlan, plan_id)


def place(
    db: Session,
    actor: Actor,
    plan_id: int,
    piece: Summary | Statement | Assessment,
    *,
    chapter: str,
    what_came_of_it: str,
    today: date,
) -> Contribution:
    """Place something in a chapter. Only what is published, sent or finished may stand."""
    require(actor, Act.PLACE_IN_PLAN)
    plan = find(db, MunicipalPlan, plan_id)
    texts = (("chapter", chapter), ("what_came_of_it", what_came_of_it))
    missing = [name for name, text in texts if not text.strip()]
    if missing:
        raise Incomplete(*missing)
    if not _is_ready(piece):
        raise Closed("only what is published, sent or finished may stand in a plan")
    contribution = Contribution(
        chapter=chapter.strip(), what_came_of_it=what_came_of_it.strip(), placed_on=today
    )
    setattr(contribution, type(piece).__name__.lower(), piece)
    plan.contributions.append(contribution)
    db.flush()
    audit.note(db, actor, Act.PLACE_IN_PLAN, f"contribution {contribution.id} in municipal plan {plan.id}")
    return contribution


def say_what_came_of_it(db: Session, actor: Actor, contribution_id: int, words: str) -> Contribution:
    """Say anew what came of it, as things move on."""
    require(actor, Act.PLACE_IN_PLAN)
    contribution = find(db, Contribution, contribution_id)
    if not words.strip():
        raise Incomplete("what_came_of_it")
    contribution.what_came_of_it = words.strip()
    audit.note(db, actor, Act.PLACE_IN_PLAN, f"contribution {contribution.id}")
    return contribution


def take_out(db: Session, actor: Actor, contribution_id: int) -> int:
    """Take something out of a plan again, and return the id of the plan."""
    require(actor, Act.PLACE_IN_PLAN)
    contribution = find(db, Contribution, contribution_id)
    plan_id = contribution.plan_id
    db.delete(contribution)
    audit.note(
        db, actor, Act.PLACE_IN_PLAN, f"contribution {contribution_id} out of municipal plan {plan_id}"
    )
    return plan_id


def plans_with(db: Session, summary_id: int) -> list[Contribution]:
    """Where a summary stands."""
    return list(db.scalars(select(Contribution).filter_by(summary_id=summary_id).order_by(Contribution.id)))


def _is_ready(piece: Summary | Statement | Assessment) -> bool:
    if isinstance(piece, Summary):
        return piece.published_on is not None
    return (piece.sent_on if isinstance(piece, Statement) else piece.finished_on) is not None
