"""Help lines: the national ones as this municipality shows them, and its own besides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from secrets import token_hex

from sqlalchemy import JSON, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.access import Act, Actor, require
from participation.errors import Closed, Incomplete, NotFound
from participation.rights.help_lines import ALWAYS_SHOWN, HELP_LINES, HelpLine
from participation.storage import audit
from participation.storage.database import Record

NATIONAL = {line.key: line for line in HELP_LINES}


class KeptLine(Record):
    """An own help line, or what is changed of a national one."""

    __tablename__ = "help_lines"
    kept_for = "until the municipality takes it away; it is about no child"

    key: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[int]
    is_hidden: Mapped[bool] = mapped_column(default=False)
    name: Mapped[str | None]
    number: Mapped[str | None]
    web: Mapped[str | None]
    round_the_clock: Mapped[bool | None]
    opens: Mapped[str | None]
    closes: Mapped[str | None]
    about: Mapped[dict[str, str] | None] = mapped_column(JSON)
    verified_on: Mapped[date | None]
    verified_by: Mapped[str | None]


@dataclass(frozen=True)
class Listed:
    """A help line as staff see it: whether children do, and who has checked it."""

    line: HelpLine
    is_hidden: bool
    is_own: bool
    verified_by: str

    @property
    def may_be_hidden(self) -> bool:
        return not self.is_own and self.line.key not in ALWAYS_SHOWN


def shown(db: Session) -> tuple[HelpLine, ...]:
    """What children see, in the municipality's order. One small question to the database."""
    return tuple(one.line for one in _listed(db) if not one.is_hidden)


def due(db: Session, today: date) -> tuple[HelpLine, ...]:
    """Those of them that somebody should check again."""
    return tuple(line for line in shown(db) if line.is_due(today))


def all_lines(db: Session, actor: Actor) -> tuple[Listed, ...]:
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    return _listed(db)


def own_line(db: Session, actor: Actor, key: str) -> HelpLine:
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    return next(one.line for one in _listed(db) if one.line.key == _own(db, key).key)


def correctable(db: Session, actor: Actor, key: str) -> HelpLine:
    """A national line whose number may be put right."""
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    if key not in NATIONAL or key in ALWAYS_SHOWN:
        raise NotFound(f"help line {key}")
    return next(one.line for one in _listed(db) if one.line.key == key)


def add(db: Session, actor: Actor, line: HelpLine, today: date) -> str:
    """Add an own line, after all others, and return its key. Whoever adds it has checked it."""
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    _examine(line)
    places = [row.place for row in _kept(db).values()]
    row = KeptLine(key=token_hex(8), place=max([len(HELP_LINES), *places]) + 1)
    db.add(row)
    _write(row, line, actor, today)
    _note(db, actor)
    return row.key


def change(db: Session, actor: Actor, key: str, line: HelpLine, today: date) -> None:
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    row = _own(db, key)
    _examine(line)
    _write(row, line, actor, today)
    _note(db, actor)


def remove(db: Session, actor: Actor, key: str) -> None:
    """Take an own line away. A national one can only be hidden."""
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    db.delete(_own(db, key))
    _note(db, actor)


def correct(db: Session, actor: Actor, key: str, number: str, today: date) -> None:
    """Put right the number of a national line that has got a new one."""
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    row = _national(db, key)
    if key in ALWAYS_SHOWN:
        raise Closed("the emergency numbers are what they are")
    if not number.strip():
        raise Incomplete("number")
    row.number = " ".join(number.split())
    row.verified_on, row.verified_by = today, actor.name
    _note(db, actor)


def hide(db: Session, actor: Actor, key: str, *, hidden: bool = True) -> None:
    """Take a national line away from the children's pages, or let it stand there again."""
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    row = _national(db, key)
    if key in ALWAYS_SHOWN:
        raise Closed("116 111, 113 and 112 are never hidden")
    row.is_hidden = hidden
    _note(db, actor)


def verify(db: Session, actor: Actor, key: str, today: date) -> None:
    """Note that somebody has called, or looked it up, and that it is right."""
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    row = _national(db, key) if key in NATIONAL else _own(db, key)
    row.verified_on, row.verified_by = today, actor.name
    _note(db, actor)


def move(db: Session, actor: Actor, key: str, *, up: bool) -> None:
    """One place up or down; at the end it stays where it is."""
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    keys = [one.line.key for one in _listed(db)]
    if key not in keys:
        raise NotFound(f"help line {key}")
    here = keys.index(key)
    there = min(max(here + (-1 if up else 1), 0), len(keys) - 1)
    keys.insert(there, keys.pop(here))
    _put_in_order(db, keys)
    _note(db, actor)


def _listed(db: Session) -> tuple[Listed, ...]:
    kept = _kept(db)
    found = [(kept[line.key].place if line.key in kept else n, _merged(line, kept.get(line.key)))
             for n, line in enumerate(HELP_LINES)]  # fmt: skip
    found += [(row.place, _own_listed(row)) for key, row in kept.items() if key not in NATIONAL]
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _kept(db: Session) -> dict[str, KeptLine]:
    return {row.key: row for row in db.scalars(select(KeptLine).order_by(KeptLine.key))}


def _merged(line: HelpLine, row: KeptLine | None) -> Listed:
    """A national line with what the municipality has changed; the newest look at it counts."""
    if row is None:
        return Listed(line, is_hidden=False, is_own=False, verified_by="")
    is_newer = row.verified_on is not None and (
        line.verified_on is None or row.verified_on >= line.verified_on
    )
    day = row.verified_on if is_newer else line.verified_on
    found = replace(line, number=row.number or line.number, verified_on=day)
    return Listed(found, row.is_hidden, is_own=False, verified_by=(row.verified_by or "") if is_newer else "")


def _own_listed(row: KeptLine) -> Listed:
    line = HelpLine(
        row.key,
        row.name or "",
        row.number or "",
        row.web or None,
        bool(row.round_the_clock),
        row.verified_on,
        row.opens or "",
        row.closes or "",
        row.about or {},
    )
    return Listed(line, row.is_hidden, is_own=True, verified_by=row.verified_by or "")


def _national(db: Session, key: str) -> KeptLine:
    """What is kept of a national line; made when it is first changed."""
    if key not in NATIONAL:
        raise NotFound(f"help line {key}")
    row = db.get(KeptLine, key)
    if row is None:
        row = KeptLine(key=key, place=list(NATIONAL).index(key), is_hidden=False)
        db.add(row)
    return row


def _own(db: Session, key: str) -> KeptLine:
    row = None if key in NATIONAL else db.get(KeptLine, key)
    if row is None:
        raise NotFound(f"help line {key}")
    return row


def _put_in_order(db: Session, keys: Sequence[str]) -> None:
    for place, key in enumerate(keys):
        row = _national(db, key) if key in NATIONAL else _own(db, key)
        row.place = place


def _examine(line: HelpLine) -> None:
    lacks = {
        "name": not line.name.strip(),
        "number": not (line.number.strip() or line.web),
        **{f"about_{language}": not line.about.get(language, "").strip() for language in ("nb", "nn", "en")},
    }
    if any(lacks.values()):
        raise Incomplete(*(field for field, is_lacking in lacks.items() if is_lacking))


def _write(row: KeptLine, line: HelpLine, actor: Actor, today: date) -> None:
    written: Mapping[str, object] = {
        "name": line.name.strip(),
        "number": " ".join(line.number.split()),
        "web": line.web,
        "round_the_clock": line.round_the_clock,
        "opens": line.opens,
        "closes": line.closes,
        "about": {language: text.strip() for language, text in line.about.items() if text.strip()},
        "is_hidden": False,
        "verified_on": today,
        "verified_by": actor.name,
    }
    for field, value in written.items():
        setattr(row, field, value)


def _note(db: Session, actor: Actor) -> None:
    audit.note(db, actor, Act.EDIT_CHILDRENS_PAGES, "help lines")
