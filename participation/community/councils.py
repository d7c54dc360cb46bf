"""Councils: the youth council, its members, and the statement it makes on a matter (kommuneloven § 5-12)."""

from datetime import date
from enum import Enum, auto

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from participation.access import Act, Actor, Role, require
from participation.community.matters import Matter
from participation.errors import Closed, Incomplete, NotFound
from participation.rights import deadlines
from participation.storage import audit
from participation.storage.database import Record, find


class PointAnswer(Enum):
    """What came of one point."""

    TAKEN_IN = auto()
    PARTLY = auto()
    NOT_TAKEN_IN = auto()


class Council(Record):
    __tablename__ = "councils"
    kept_for = "for good"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    seats: Mapped[list["Seat"]] = relationship(back_populates="council")


class Seat(Record):
    __tablename__ = "seats"
    __table_args__ = (UniqueConstraint("council_id", "account_id"),)
    kept_for = "for good: who sat on the council is public"

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("councils.id"))
    account_id: Mapped[int]
    seated_on: Mapped[date]
    left_on: Mapped[date | None]
    council: Mapped[Council] = relationship(back_populates="seats")


class Statement(Record):
    """What the council says on a matter: begun when the matter is put on its list, fixed when it is sent."""

    __tablename__ = "statements"
    __table_args__ = (UniqueConstraint("council_id", "matter_id"),)
    kept_for = "for good: what the council said belongs to the papers of the matter"

    id: Mapped[int] = mapped_column(primary_key=True)
    council_id: Mapped[int] = mapped_column(ForeignKey("councils.id"))
    matter_id: Mapped[int] = mapped_column(ForeignKey("matters.id"))
    plain_summary: Mapped[str]
    put_on: Mapped[date]
    days_left_then: Mapped[int]
    sent_on: Mapped[date | None]
    council: Mapped[Council] = relationship()
    matter: Mapped[Matter] = relationship()
    points: Mapped[list["Point"]] = relationship(back_populates="statement", order_by="Point.id")

    @property
    def carried(self) -> list["Point"]:
        """The points that more members were for than against."""
        return [point for point in self.points if point.votes_for > point.votes_against]

    @property
    def is_answered(self) -> bool:
        return self.sent_on is not None and all(point.answer for point in self.carried)


class Point(Record):
    __tablename__ = "points"
    kept_for = "as long as its statement"

    id: Mapped[int] = mapped_column(primary_key=True)
    statement_id: Mapped[int] = mapped_column(ForeignKey("statements.id"))
    words: Mapped[str]
    written_by: Mapped[int]
    written_on: Mapped[date]
    answer: Mapped[str | None]
    why: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None]
    statement: Mapped[Statement] = relationship(back_populates="points")
    votes: Mapped[list["Vote"]] = relationship(cascade="all, delete-orphan")

    @property
    def votes_for(self) -> int:
        return sum(vote.is_for for vote in self.votes)

    @property
    def votes_against(self) -> int:
        return len(self.votes) - self.votes_for


class Vote(Record):
    __tablename__ = "votes"
    kept_for = "as long as its point"

    point_id: Mapped[int] = mapped_column(ForeignKey("points.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(primary_key=True)
    is_for: Mapped[bool]


def make_council(db: Session, actor: Actor, name: str) -> Council:
    require(actor, Act.EDIT_COUNCIL)
    if not name.strip():
        raise Incomplete("name")
    council = Council(name=name.strip())
    db.add(council)
    db.flush()
    audit.note(db, actor, Act.EDIT_COUNCIL, f"council {council.id}")
    return council


def seat(db: Session, actor: Actor, council_id: int, account_id: int, today: date) -> Seat:
    """Give a member a seat; one who has left takes it again."""
    require(actor, Act.EDIT_COUNCIL)
    council = find(db, Council, council_id)
    db.refresh(council, with_for_update=True)
    taken = db.scalar(select(Seat).filter_by(council_id=council.id, account_id=account_id))
    member = taken or Seat(council_id=council.id, account_id=account_id, seated_on=today)
    member.left_on = None
    db.add(member)
    audit.note(db, actor, Act.EDIT_COUNCIL, f"account {account_id} in council {council.id}")
    return member


def unseat(db: Session, actor: Actor, seat_id: int, today: date) -> None:
    require(actor, Act.EDIT_COUNCIL)
    member = find(db, Seat, seat_id)
    member.left_on = today
    audit.note(db, actor, Act.EDIT_COUNCIL, f"account {member.account_id} out of council {member.council_id}")


def councils_of(db: Session, actor: Actor) -> list[Council]:
    """The councils this actor meets: a member only those where the member sits."""
    require(actor, Act.READ_COUNCIL)
    everyone = db.scalars(select(Council).order_by(Council.name))
    return [council for council in everyone if _meets(council, actor)]


def council_of(db: Session, actor: Actor, council_id: int) -> Council:
    require(actor, Act.READ_COUNCIL)
    council = find(db, Council, council_id)
    if not _meets(council, actor):
        raise NotFound(f"Council {council_id}")
    return council


def put_before(
    db: Session, actor: Actor, council_id: int, matter_id: int, *, plain_summary: str, today: date
) -> Statement:
    """Put a matter on the council's list, with a summary in plain words."""
    require(actor, Act.PUT_BEFORE_COUNCIL)
    council, matter = find(db, Council, council_id), find(db, Matter, matter_id)
    db.refresh(council, with_for_update=True)
    if db.scalar(select(Statement).filter_by(council_id=council.id, matter_id=matter.id)):
        raise Closed("this matter is on the list already")
    if not plain_summary.strip():
        raise Incomplete("plain_summary")
    left = deadlines.days_left(matter.decision_on, today)
    statement = Statement(council=council, matter=matter, put_on=today, days_left_then=left)
    statement.plain_summary = plain_summary.strip()
    db.add(statement)
    db.flush()
    audit.note(db, actor, Act.PUT_BEFORE_COUNCIL, f"matter {matter.id} before council {council.id}")
    return statement


def statements_of(db: Session, actor: Actor, council_id: int) -> list[Statement]:
    """The council's list, the matter to be decided first at the top."""
    council = council_of(db, actor, council_id)
    on_list = select(Statement).join(Matter).filter(Statement.council_id == council.id)
    return list(db.scalars(on_list.order_by(Matter.decision_on, Statement.id)))


def statement_of(db: Session, actor: Actor, statement_id: int) -> Statement:
    require(actor, Act.READ_COUNCIL)
    statement = find(db, Statement, statement_id)
    council_of(db, actor, statement.council_id)
    return statement


def statements_on(db: Session, matter_id: int) -> list[Statement]:
    """The statements that have been sent on a matter: whoever reads the matter reads them."""
    sent = select(Statement).where(Statement.matter_id == matter_id, Statement.sent_on.is_not(None))
    return list(db.scalars(sent.order_by(Statement.id)))


def write_point(db: Session, actor: Actor, statement_id: int, words: str, today: date) -> Point:
    require(actor, Act.WRITE_POINT)
    statement = _unsent(db, actor, statement_id)
    if not words.strip():
        raise Incomplete("words")
    point = Point(words=words.strip(), written_by=actor.account_id, written_on=today)
    statement.points.append(point)
    db.flush()
    audit.note(db, actor, Act.WRITE_POINT, f"point {point.id} in statement {statement.id}")
    return point


def own_point(actor: Actor, point: Point) -> Point:
    """One's own point that can still be changed. Another member's looks as if it were not there."""
    if point.written_by != actor.account_id:
        raise NotFound(f"Point {point.id}")
    if point.statement.sent_on:
        raise Closed("the statement is sent")
    return point


def change_point(db: Session, actor: Actor, point_id: int, words: str) -> Point:
    """Write an own point anew. Votes for and against the old words fall away with them."""
    require(actor, Act.WRITE_POINT)
    point = _on_the_table(db, actor, own_point(actor, find(db, Point, point_id)).id)
    if not words.strip():
        raise Incomplete("words")
    if words.strip() != point.words:
        point.words, point.votes = words.strip(), []
    audit.note(db, actor, Act.WRITE_POINT, f"point {point.id}")
    return point


def take_back_point(db: Session, actor: Actor, point_id: int) -> None:
    """Take an own point off the table again, with the votes on it."""
    require(actor, Act.WRITE_POINT)
    point = _on_the_table(db, actor, own_point(actor, find(db, Point, point_id)).id)
    db.delete(point)
    audit.note(db, actor, Act.WRITE_POINT, f"point {point_id} out of statement {point.statement_id}")


def vote(db: Session, actor: Actor, point_id: int, *, is_for: bool) -> Vote:
    """Vote for or against a point. The last vote of a member counts."""
    require(actor, Act.VOTE)
    point = _on_the_table(db, actor, point_id)
    cast = db.get(Vote, (point.id, actor.account_id)) or Vote(point_id=point.id, account_id=actor.account_id)
    cast.is_for = is_for
    db.add(cast)
    audit.note(db, actor, Act.VOTE, f"point {point.id}")
    return cast


def send(db: Session, actor: Actor, statement_id: int, today: date) -> Statement:
    """Send the statement to those who decide. At least one point must be carried."""
    require(actor, Act.SEND_STATEMENT)
    statement = _unsent(db, actor, statement_id)
    if not statement.carried:
        raise Incomplete("points")
    statement.sent_on = today
    audit.note(db, actor, Act.SEND_STATEMENT, f"statement {statement.id}")
    return statement


def answer_point(
    db: Session, actor: Actor, point_id: int, *, answer: PointAnswer, why: str, today: date
) -> Point:
    """Say what came of one point, and why. Without the why it is no answer."""
    require(actor, Act.ANSWER_POINT)
    point = find(db, Point, point_id)
    if point.statement.sent_on is None:
        raise Closed("the statement has not been sent")
    if not why.strip():
        raise Incomplete("why")
    point.answer, point.why, point.answered_on = answer.name, why.strip(), today
    audit.note(db, actor, Act.ANSWER_POINT, f"point {point.id}")
    return point


def unanswered(db: Session) -> list[Statement]:
    """The statements sent that still wait for an answer to a point."""
    sent = db.scalars(select(Statement).where(Statement.sent_on.is_not(None)).order_by(Statement.sent_on))
    return [statement for statement in sent if not statement.is_answered]


def _unsent(db: Session, actor: Actor, statement_id: int) -> Statement:
    """The statement as it can still be changed, and by nobody else until this is done."""
    statement = statement_of(db, actor, statement_id)
    db.refresh(statement, with_for_update=True)
    if statement.sent_on:
        raise Closed("the statement is sent")
    return statement


def _on_the_table(db: Session, actor: Actor, point_id: int) -> Point:
    statement = _unsent(db, actor, find(db, Point, point_id).statement_id)
    standing = next((point for point in statement.points if point.id == point_id), None)
    if standing is None:
        raise NotFound(f"Point {point_id}")
    db.refresh(standing)
    return standing


def _meets(council: Council, actor: Actor) -> bool:
    if actor.role is not Role.COUNCIL_MEMBER:
        return True
    return any(member.account_id == actor.account_id and not member.left_on for member in council.seats)
