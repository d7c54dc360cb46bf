"""Own codes: a child's standing way in. One live code for a case; only its fingerprint is kept."""

from datetime import date

from sqlalchemy import ForeignKey, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from participation.access import Act, Actor, require
from participation.casework.cases import Case, case_of, case_to_change
from participation.casework.voices import Voice
from participation.errors import Closed, NotFound
from participation.rights.occasions import SITUATIONS
from participation.storage import audit, codes
from participation.storage.database import Record


class OwnCode(Record):
    """That the child of this case holds a code, and since when."""

    __tablename__ = "own_codes"
    kept_for = "until renewed or taken back, at most as long as its case"

    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(unique=True)
    handed_over_on: Mapped[date]
    case: Mapped[Case] = relationship()


def hand_over(db: Session, actor: Actor, case_id: int, today: date) -> tuple[OwnCode, str]:
    """Make the child's own code, to be handed over in person. The code it had before is dead at once."""
    require(actor, Act.HAND_OVER_OWN_CODE)
    case = case_to_change(db, actor, case_id)
    _end(db, case, today)
    code = codes.new_own_code()
    own = OwnCode(case_id=case.id, fingerprint=_print(db, code), handed_over_on=today)
    db.add(own)
    audit.note(db, actor, Act.HAND_OVER_OWN_CODE, f"case {case.id}")
    return own, code


def take_back(db: Session, actor: Actor, case_id: int, today: date) -> None:
    """Take back a code that got lost or into the wrong hands."""
    require(actor, Act.TAKE_BACK_OWN_CODE)
    case = case_to_change(db, actor, case_id)
    if not _end(db, case, today):
        raise NotFound("own code")
    audit.note(db, actor, Act.TAKE_BACK_OWN_CODE, f"case {case.id}")


def own_code_in(db: Session, actor: Actor, case_id: int) -> OwnCode | None:
    """Whether the child of this case has a code, and since when."""
    return db.get(OwnCode, case_of(db, actor, case_id).id)


def case_behind(db: Session, code: str) -> Case:
    """The case of the child who holds this code. It ends with the case."""
    own = db.scalar(select(OwnCode).filter_by(fingerprint=_print(db, code)))
    if own is None:
        raise NotFound("own code")
    if own.case.closed_on:
        raise Closed("the case is closed")
    return own.case


def _end(db: Session, case: Case, today: date) -> bool:
    """The code opens nothing more, nor does what was begun with it and not sent."""
    own = db.get(OwnCode, case.id)
    if own is None:
        return False
    db.delete(own)
    begun = update(Voice).filter_by(case_id=case.id, approved_on=None, taken_back_on=None)
    db.execute(begun.where(Voice.occasion.in_(SITUATIONS)).values(taken_back_on=today))
    db.flush()
    return True


def _print(db: Session, code: str) -> str:
    return codes.fingerprint(db, "own", codes.normal(code))
