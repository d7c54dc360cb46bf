"""Local names: what the municipality itself knows by name, so that it can be seen in children's texts."""

from collections.abc import Iterable, Mapping

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.access import Act, Actor, require
from participation.disclosure.free_text import LocalLists
from participation.storage import audit
from participation.storage.database import Record

LISTS = ("schools", "places", "clubs", "staff")
LONGEST_NAME = 80


class LocalName(Record):
    """One name on one of the municipality's lists."""

    __tablename__ = "local_names"
    kept_for = "until the planner takes it off the list"

    kind: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)


def lists(db: Session) -> LocalLists:
    """All the lists, as the marking of texts takes them."""
    return LocalLists(**_listed(db))


def lists_to_edit(db: Session, actor: Actor) -> LocalLists:
    require(actor, Act.EDIT_LOCAL_NAMES)
    return lists(db)


def edit(db: Session, actor: Actor, names: Mapping[str, Iterable[str]]) -> LocalLists:
    """Write the lists anew: what is not there any more is taken off."""
    require(actor, Act.EDIT_LOCAL_NAMES)
    db.execute(delete(LocalName))
    for kind in LISTS:
        kept = {" ".join(name.split())[:LONGEST_NAME] for name in names.get(kind, ())} - {""}
        db.add_all([LocalName(kind=kind, name=name) for name in sorted(kept)])
    db.flush()
    audit.note(db, actor, Act.EDIT_LOCAL_NAMES, "local names")
    return lists(db)


def _listed(db: Session) -> dict[str, tuple[str, ...]]:
    rows = list(db.scalars(select(LocalName).order_by(LocalName.name)))
    return {kind: tuple(row.name for row in rows if row.kind == kind) for kind in LISTS}
