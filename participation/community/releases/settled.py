"""What is settled before a release: what nobody can take back once it was declared, worked out or told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from participation.community.consultations import Consultation, survey_of
from participation.community.releases.records import Release, ReleaseDraft
from participation.disclosure.engine.rules import PUBLIC
from participation.errors import Incomplete
from participation.surveys.questions import Question, Scale

LEAST, MOST_LEAST = PUBLIC.k, 100
"""The smallest group a number may be about, unless the publisher asks for a larger one; and the largest."""


@dataclass(frozen=True)
class Settled:
    """Groups that are told of already, and answers and questions that stay marked.

    What was worked out once stays marked too: two patterns, with a mark and without, tell more than one.
    """

    breakdowns: tuple[str, ...]
    finest: tuple[str, ...] | None
    """The groups that were worked out, where nothing is told yet: from then on no other may be added."""
    telling: Mapping[str, tuple[str, ...]]
    severe: frozenset[str]
    least: int | None
    """The smallest group a number may be about, once one is told."""
    at_least: int
    """Until then: it is never chosen smaller than it was worked out with."""

    def groups(self, declared: Sequence[str], chosen: Sequence[str]) -> list[str]:
        """The groups to compare, in the order they were declared; Incomplete for one that was not."""
        if not set(chosen) <= set(declared if self.finest is None else self.finest):
            raise Incomplete("breakdowns")
        return [by for by in declared if by in {*chosen, *self.breakdowns}]

    def smallest(self, chosen: int) -> int:
        """The smallest group a number may be about: as it was told before, else ours or a larger one.

        Raise Incomplete for a smaller one, or one so large that nothing would be told.
        """
        if not self.at_least <= chosen <= MOST_LEAST:
            raise Incomplete("least")
        return self.least or chosen

    def marked(self, question: Question, chosen: Sequence[str]) -> list[str]:
        """The sensitive answers, in the author's order. Raise Incomplete where that cannot be so.

        Never every answer there is; and no new one of a background whose sizes are told already.
        """
        now = {*self.telling.get(question.id, ()), *chosen}
        all_marked = question.scale is not Scale.MANY and now >= set(question.categories)
        too_late = question.id in self.breakdowns and now - set(self.telling.get(question.id, ()))
        if all_marked or too_late:
            raise Incomplete(f"telling_{question.id}")
        return [name for name in question.categories if name in now]


def settled(db: Session, consultation: Consultation) -> Settled:
    """What the survey names, what was told before, and what was worked out already."""
    told, draft = earlier(db, consultation.id), _worked_out(db, consultation.id)
    marks = [one.telling for one in told] + ([draft.telling] if draft else [])
    severe = [one.severe for one in told] + ([draft.severe] if draft else [])
    asked = [one for one in survey_of(db, consultation).questions if one.counted]
    return Settled(
        tuple(dict.fromkeys(by for one in told for by in one.breakdowns)),
        tuple(draft.breakdowns) if draft else None,
        {one.id: _names(one, [one.telling, *(found.get(one.id, ()) for found in marks)]) for one in asked},
        frozenset(name for found in severe for name in found) | {one.id for one in asked if one.is_severe},
        max((one.least for one in told), default=None),
        draft.least if draft else LEAST,
    )


def earlier(db: Session, consultation_id: int) -> list[Release]:
    """What was told before of the round, in order."""
    found = select(Release).filter_by(consultation_id=consultation_id).order_by(Release.number)
    return list(db.scalars(found))


def _names(question: Question, found: Sequence[Sequence[str]]) -> tuple[str, ...]:
    marked = {name for names in found for name in names}
    return tuple(name for name in question.categories if name in marked)


def _worked_out(db: Session, consultation_id: int) -> ReleaseDraft | None:
    """The draft, once all of it was worked out and could be looked at: until then it may be changed."""
    return db.scalar(select(ReleaseDraft).filter_by(consultation_id=consultation_id, is_worked_out=True))
