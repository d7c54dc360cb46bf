"""Colours: those the service owner may choose for all pages, and the contrast without which none is taken.

Charts keep their own colours. There is no logo to upload: the house stands for whoever lives in it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from sqlalchemy import delete
from sqlalchemy.orm import Mapped, Session, mapped_column

from participation.access import Act, Actor, require
from participation.errors import Incomplete, NotFound
from participation.owner.contrast import SHAPE, TEXT, contrast, nearest
from participation.storage import audit
from participation.storage.database import Record, insert_or_change


class Tone(StrEnum):
    """What a colour is for; the value is its name in the stylesheet."""

    PAPER = "paper"
    CARD = "card"
    INK = "ink"
    SOFT = "soft"
    LINE = "line"
    EDGE = "edge"
    MAIN = "main"
    ON_MAIN = "on-main"
    ACCENT = "accent"
    ON_ACCENT = "on-accent"
    TINT = "tint"
    DANGER = "danger"
    DANGER_TINT = "danger-tint"


class Mode(StrEnum):
    LIGHT = "light"
    DARK = "dark"


class Corners(StrEnum):
    """How round what can be pressed is; the value is its measure."""

    SHARP = "0"
    LITTLE = ".4rem"
    ROUND = ".9rem"
    VERY = "1.4rem"


TEXTS = (Tone.INK, Tone.SOFT, Tone.MAIN, Tone.DANGER)
GROUNDS = (Tone.PAPER, Tone.CARD, Tone.TINT, Tone.DANGER_TINT)
OWED: tuple[tuple[Tone, Tone, float], ...] = (
    *((text, ground, TEXT) for text, ground in product(TEXTS, GROUNDS)),
    (Tone.ON_MAIN, Tone.MAIN, TEXT),
    (Tone.ON_ACCENT, Tone.ACCENT, TEXT),
    *((Tone.EDGE, ground, SHAPE) for ground in GROUNDS[:3]),
)
"""Each colour, a ground it stands on, and how much it must stand out there."""
PLACES = tuple(product(Mode, Tone))
PACKED = re.compile(rf"[0-9a-f]{{{6 * len(PLACES)}}}[0-{len(Corners) - 1}]")

EVERYWHERE = "all pages"

Shades = Mapping[tuple[Mode, Tone], str]


@dataclass(frozen=True)
class Fault:
    """That a colour does not stand out from a ground."""

    mode: Mode
    tone: Tone
    ground: Tone
    measured: float
    least: float


@dataclass(frozen=True)
class Palette:
    """A whole set: every tone by day and by night, and how round the corners are."""

    shades: Shades
    corners: Corners = Corners.ROUND

    @property
    def packed(self) -> str:
        """All of it as one word, for an address or a row."""
        digits = "".join(self.shades[place][1:] for place in PLACES)
        return digits + str(tuple(Corners).index(self.corners))

    @property
    def faults(self) -> list[Fault]:
        found = []
        for mode, (tone, ground, least) in product(Mode, OWED):
            measured = contrast(self.shades[mode, tone], self.shades[mode, ground])
            if measured < least:
                found.append(Fault(mode, tone, ground, measured, least))
        return found

    def nearest(self, mode: Mode, tone: Tone) -> str | None:
        """The shade nearest to this one that would do on all its grounds, if there is one."""
        asked = [(self.shades[mode, ground], least) for one, ground, least in OWED if one is tone]
        return nearest(self.shades[mode, tone], asked)


def unpacked(word: str) -> Palette:
    if not PACKED.fullmatch(word):
        raise NotFound("no set of colours")
    shades = {place: "#" + word[6 * n : 6 * n + 6] for n, place in enumerate(PLACES)}
    return Palette(shades, tuple(Corners)[int(word[-1])])


class ChosenColours(Record):
    """The set that the service owner has chosen; no row means ours."""

    __tablename__ = "chosen_colours"
    kept_for = "until the service owner chooses others"

    place: Mapped[str] = mapped_column(primary_key=True)
    packed: Mapped[str]


def chosen(db: Session) -> Palette | None:
    row = db.get(ChosenColours, EVERYWHERE)
    return unpacked(row.packed) if row else None


def choose(db: Session, actor: Actor, palette: Palette) -> None:
    """Take these colours for all pages; refused where a text, an edge or a picture is hard to see."""
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    faults = palette.faults
    if faults:
        raise Incomplete(*dict.fromkeys(f"{fault.mode}-{fault.tone}" for fault in faults))
    row = ChosenColours(place=EVERYWHERE, packed=palette.packed)
    insert_or_change(db, row, {"packed": palette.packed})
    audit.note(db, actor, Act.EDIT_CHILDRENS_PAGES, "colours chosen")


def back_to_ours(db: Session, actor: Actor) -> None:
    require(actor, Act.EDIT_CHILDRENS_PAGES)
    db.execute(delete(ChosenColours))
    audit.note(db, actor, Act.EDIT_CHILDRENS_PAGES, "colours back to ours")
