"""Groups: the children a number is about, and the statuses that are counted like answers."""

from dataclasses import dataclass

SKIPPED = "skipped"
NOT_UNDERSTOOD = "not_understood"
NOT_SHOWN = "not_shown"
STATUSES = (SKIPPED, NOT_UNDERSTOOD, NOT_SHOWN)

CHOSEN = "chosen"
NOT_CHOSEN = "not_chosen"


@dataclass(frozen=True, order=True)
class Group:
    """All who sent a sheet, or those who gave one answer to a background question.

    `by` without a value is the children who did not tell.
    """

    by: str | None = None
    value: str | None = None

    @property
    def is_whole(self) -> bool:
        return self.by is None

    @property
    def is_untold(self) -> bool:
        return self.by is not None and self.value is None


WHOLE = Group()


@dataclass(frozen=True)
class Asked:
    """Only the children whose answer to an earlier question was one of these were asked."""

    question: str
    categories: tuple[str, ...]
    option: str | None = None
