"""What is remembered of a release: the draft while it is worked out, and for good what was told."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.community.consultations import Consultation
from participation.disclosure.published import ProtectedTable
from participation.storage.database import Record

DAYS_SHEETS_KEPT = 30
"""So long after closing, at most, sheets wait for one more breakdown."""


class ReleaseDraft(Record):
    """What is to be told of a closed round, as the planner has confirmed it."""

    __tablename__ = "release_drafts"
    kept_for = "until the release; then deleted"

    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultations.id"), primary_key=True)
    breakdowns: Mapped[list[str]] = mapped_column(JSON)
    telling: Mapped[dict[str, list[str]]] = mapped_column(JSON)
    severe: Mapped[list[str]] = mapped_column(JSON)
    least: Mapped[int]
    is_worked_out: Mapped[bool] = mapped_column(default=False)
    made_on: Mapped[date]
    consultation: Mapped[Consultation] = relationship()


class ReleasePart(Record):
    """One world that has been worked out: what would be told, and the secret witnesses, sealed."""

    __tablename__ = "release_parts"
    kept_for = "until the release; then deleted, and its key destroyed with the sheets"

    consultation_id: Mapped[int] = mapped_column(
        ForeignKey("release_drafts.consultation_id"), primary_key=True
    )
    place: Mapped[int] = mapped_column(primary_key=True)
    sealed: Mapped[bytes]


class Release(Record):
    """What was told, tied by hash to everything told of the round before."""

    __tablename__ = "releases"
    kept_for = "for good: it is what anyone may read"

    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultations.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    breakdowns: Mapped[list[str]] = mapped_column(JSON)
    telling: Mapped[dict[str, list[str]]] = mapped_column(JSON)
    severe: Mapped[list[str]] = mapped_column(JSON)
    least: Mapped[int]
    entries: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    tables_kept: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    answered: Mapped[int | None]
    hash: Mapped[str]
    released_on: Mapped[date]

    @property
    def tables(self) -> tuple[ProtectedTable, ...]:
        """Everything told until then, as tables."""
        return tuple(ProtectedTable.from_plain(kept) for kept in self.tables_kept)
