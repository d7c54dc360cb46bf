"""Releases: what is told of a round, worked out behind the gate, with the proof that no child is found.

A release is worked out question by question, each sealed until all are done. Then the proof is checked
once more against the sheets, the numbers are told, and sheets, witnesses and true counts are destroyed.
"""

from participation.community.releases.acts import (
    DAYS_UNTIL_RELEASED_ANYWAY,
    due_for_release,
    end_waiting,
    ledger_of,
    may_release,
    release,
    releases_of,
    work_out,
)
from participation.community.releases.desk import (
    Proposal,
    Task,
    find_draft,
    gains,
    keep,
    next_task,
    proposal,
    want,
)
from participation.community.releases.origins import Origin, origin_of
from participation.community.releases.records import DAYS_SHEETS_KEPT, Release, ReleaseDraft, ReleasePart
from participation.community.releases.settled import LEAST, MOST_LEAST, Settled, settled

__all__ = [
    "DAYS_SHEETS_KEPT",
    "DAYS_UNTIL_RELEASED_ANYWAY",
    "LEAST",
    "MOST_LEAST",
    "Origin",
    "Proposal",
    "Release",
    "ReleaseDraft",
    "ReleasePart",
    "Settled",
    "Task",
    "due_for_release",
    "end_waiting",
    "find_draft",
    "gains",
    "keep",
    "ledger_of",
    "may_release",
    "next_task",
    "origin_of",
    "proposal",
    "release",
    "releases_of",
    "settled",
    "want",
    "work_out",
]
