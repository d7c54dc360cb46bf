"""Released: from an open round to numbers that are told, for tests that are about what comes after."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from participation.access import Actor
from participation.community import consultations, releases, summaries


def summed_up(
    db: Session, planner: Actor, consultation_id: int, today: date, **wishes: Any
) -> summaries.Summary:
    """Closed, worked out behind the gate, and released; the summary is not written yet."""
    worked_out(db, planner, consultation_id, today, **wishes)
    return summaries.release(db, planner, consultation_id, today=today)


def worked_out(db: Session, planner: Actor, consultation_id: int, today: date, **wishes: Any) -> None:
    """Closed, and all that would be told is protected, proved and attacked; nothing is told yet."""
    consultation = consultations.close(db, planner, consultation_id, today)
    wanted = {"breakdowns": consultation.breakdowns, "telling": {}} | wishes
    releases.want(db, planner, consultation_id, **wanted, today=today)
    while task := releases.next_task(db, consultation_id):
        releases.keep(db, task, task.work())
        db.flush()
