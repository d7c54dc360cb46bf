"""Records of coding: codebooks in versions, who saw which codes in a text, and the themes that were told."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.community.consultations import Consultation
from participation.storage.database import WITHOUT_ROWID, Record


class Turn(StrEnum):
    """Who codes a text: first one, then another who does not see what the first saw, then both together."""

    FIRST = "first"
    SECOND = "second"
    SETTLED = "settled"


class Codebook(Record):
    """One version of the codes of a consultation. None is changed: a change makes a new one."""

    __tablename__ = "codebooks"
    __table_args__ = (UniqueConstraint("consultation_id", "version"),)
    kept_for = "for good: it says how the themes were found; no words of a child"

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultations.id"))
    version: Mapped[int]
    made_on: Mapped[date]
    consultation: Mapped[Consultation] = relationship()
    codes: Mapped[list["Code"]] = relationship(order_by="Code.name")

    @property
    def since(self) -> int:
        """The version in which a meaning last changed: codings from before it are looked at once more."""
        return max((code.since for code in self.codes), default=self.version)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(code.key for code in self.codes)


class Code(Record):
    """A theme as coders know it. The examples are made up or told in a grown-up's own words."""

    __tablename__ = "codes"
    kept_for = "as long as its codebook"

    codebook_id: Mapped[int] = mapped_column(ForeignKey("codebooks.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    definition: Mapped[str]
    include: Mapped[list[str]] = mapped_column(JSON)
    exclude: Mapped[list[str]] = mapped_column(JSON)
    parent: Mapped[str | None]
    is_severe: Mapped[bool]
    since: Mapped[int]


class Coding(Record):
    """Which codes one coder saw in one text. It holds no word of the child and no time."""

    __tablename__ = "codings"
    __table_args__ = WITHOUT_ROWID
    kept_for = "as long as the free texts: 180 days after closing"

    text_id: Mapped[str] = mapped_column(primary_key=True)
    turn: Mapped[str] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultations.id"))
    coder: Mapped[int]
    codes: Mapped[list[str]] = mapped_column(JSON)
    version: Mapped[int]


class ThemeRelease(Record):
    """The themes as they were told, once, with what proves them; never a count that was kept back."""

    __tablename__ = "theme_releases"
    kept_for = "for good: it is public once the summary is"

    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultations.id"), primary_key=True)
    version: Mapped[int]
    numbers: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    also: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    publications: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    certificates: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    ledger: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    released_on: Mapped[date]
