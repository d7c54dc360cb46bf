"""Symbols: the service owner's own pictures for children who use them to talk, and where each stands.

A picture stands for one option of a survey, or wherever one of our own symbols would.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import ForeignKey, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.access import Act, Actor, require
from participation.errors import Closed, Incomplete
from participation.owner import png, svg
from participation.owner.unfit import NotAPicture, Unfit
from participation.storage import audit
from participation.storage.database import Record, find, insert_or_change

PNG, SVG = "image/png", "image/svg+xml"


class Symbol(Record):
    """One picture, known by what is in it; taken out of use it can be put back."""

    __tablename__ = "symbols"
    kept_for = "until the service owner deletes it"

    digest: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    source: Mapped[str]
    kind: Mapped[str]
    content: Mapped[bytes]
    in_use: Mapped[bool] = mapped_column(default=True)


class SymbolPlace(Record):
    """Where a picture stands."""

    __tablename__ = "symbol_places"
    kept_for = "as long as the picture"

    place: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(ForeignKey("symbols.digest"))


@dataclass(frozen=True)
class Picture:
    kind: str
    content: bytes


def redrawn(content: bytes) -> Picture:
    """An uploaded file as a picture that holds nothing else, or NotAPicture."""
    if content.startswith(png.SIGNATURE):
        return Picture(PNG, png.redrawn(content))
    if b"<svg" in content or b"<\0s\0v\0g" in content:
        return Picture(SVG, svg.redrawn(content))
    raise NotAPicture(Unfit.NO_PICTURE)


def place_of(survey: str, question: str, option: str) -> str:
    """The place of one option; the place of a symbol of ours is its name."""
    return f"{survey}.{question}.{option}"


def every(db: Session, actor: Actor) -> list[Symbol]:
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    return list(db.scalars(select(Symbol).order_by(Symbol.name, Symbol.digest)))


def symbol(db: Session, digest: str) -> Symbol:
    return find(db, Symbol, digest)


def places(db: Session, actor: Actor) -> dict[str, str]:
    """What stands where, also while it is out of use."""
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    return {row.place: row.digest for row in db.scalars(select(SymbolPlace).order_by(SymbolPlace.place))}


def standing(db: Session, survey: str, question: str, names: Mapping[str, str]) -> dict[str, str]:
    """The pictures for these options, given the names of our own symbols for them.

    What was chosen for the option itself goes before what stands in place of the symbol.
    """
    wanted = {option: (place_of(survey, question, option), name) for option, name in names.items()}
    asked = select(SymbolPlace.place, SymbolPlace.digest).join(Symbol).where(Symbol.in_use)
    rows = db.execute(asked.where(SymbolPlace.place.in_({*sum(wanted.values(), ())})))
    found = {row.place: row.digest for row in rows}
    first = {option: found.get(own) or found.get(name) for option, (own, name) in wanted.items()}
    return {option: digest for option, digest in first.items() if digest}


def add(db: Session, actor: Actor, content: bytes, *, name: str, source: str) -> Symbol:
    """Take a picture in, cleaned of all that is no picture."""
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    picture = redrawn(content)
    digest = sha256(picture.content).hexdigest()[:32]
    if db.get(Symbol, digest):
        raise Incomplete("picture")
    added = Symbol(digest=digest, name=name, source=source, kind=picture.kind, content=picture.content)
    db.add(added)
    db.flush()
    audit.note(db, actor, Act.EDIT_CHILDRENS_PAGES, f"symbol {digest} added")
    return added


def describe(db: Session, actor: Actor, digest: str, *, name: str, source: str) -> Symbol:
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    found = find(db, Symbol, digest)
    found.name, found.source = name, source
    audit.note(db, actor, Act.EDIT_CHILDRENS_PAGES, f"symbol {digest}")
    return found


def place(db: Session, actor: Actor, chosen: Mapping[str, str]) -> None:
    """Put a picture in each of these places, or none where nothing is named."""
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    for where, digest in chosen.items():
        if digest:
            standing = SymbolPlace(place=where, digest=find(db, Symbol, digest).digest)
            insert_or_change(db, standing, {"digest": digest})
        else:
            db.execute(delete(SymbolPlace).where(SymbolPlace.place == where))
    db.flush()
    audit.note(db, actor, Act.EDIT_CHILDRENS_PAGES, "where symbols stand")


def take_out(db: Session, actor: Actor, digest: str) -> Symbol:
    """Children meet it no more; it keeps its places, so that it can be put back."""
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    found = find(db, Symbol, digest)
    found.in_use = False
    audit.note(db, actor, Act.EDIT_CHILDRENS_PAGES, f"symbol {digest} taken out")
    return found


def put_back(db: Session, actor: Actor, digest: str) -> Symbol:
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    found = find(db, Symbol, digest)
    found.in_use = True
    audit.note(db, actor, Act.EDIT_CHILDRENS_PAGES, f"symbol {digest} put back")
    return found


def throw_away(db: Session, actor: Actor, digest: str) -> None:
    """Delete for good what has been taken out of use."""
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    found = find(db, Symbol, digest)
    if found.in_use:
        raise Closed("a symbol in use is taken out first")
    db.execute(delete(SymbolPlace).where(SymbolPlace.digest == digest))
    db.delete(found)
    db.flush()
    audit.note(db, actor, Act.EDIT_CHILDRENS_PAGES, f"symbol {digest} deleted")
