"""Records of quotations: sealed until they are published, and then tied to no text and to no card."""

from datetime import date

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from participation.community.consultations import Consultation
from participation.storage.database import Record

EVERYBODY = "everybody"
"""The only group there is: a text is kept apart from everything else that its child answered."""


class Quotation(Record):
    """Words to be printed: of one child, or made of several. Published, it holds the words alone."""

    __tablename__ = "quotations"
    kept_for = "for good once published; deleted with the free texts, or when the summary leaves it out"

    id: Mapped[int] = mapped_column(primary_key=True)
    consultation_id: Mapped[int] = mapped_column(ForeignKey("consultations.id"))
    question: Mapped[str]
    code: Mapped[str]
    group_label: Mapped[str] = mapped_column(default=EVERYBODY)
    is_composite: Mapped[bool]
    sources: Mapped[list[str]] = mapped_column(JSON)
    sealed: Mapped[bytes | None]
    words: Mapped[str | None]
    is_respelled: Mapped[bool]
    clues: Mapped[list[str]] = mapped_column(JSON)
    proposed_by: Mapped[int]
    read_by: Mapped[int | None]
    is_searched: Mapped[bool] = mapped_column(default=False)
    child_says_yes: Mapped[bool | None]
    frozen_on: Mapped[date | None]
    consultation: Mapped[Consultation] = relationship()
