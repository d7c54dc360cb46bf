"""An assessment that is finished keeps which summaries and statements it rested on."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

FINISHED = "SELECT id, matter_id, finished_on FROM assessments WHERE finished_on IS NOT NULL"
SUMMARIES = (
    "SELECT s.id FROM summaries s JOIN consultations c ON c.id = s.consultation_id "
    "WHERE c.matter_id = :matter AND s.published_on <= :day ORDER BY s.published_on DESC, s.id DESC"
)
STATEMENTS = "SELECT id FROM statements WHERE matter_id = :matter AND sent_on <= :day ORDER BY id"
ASSESSMENTS = sa.table("assessments", sa.column("id"), sa.column("evidence", sa.JSON()))


def upgrade() -> None:
    op.add_column("assessments", sa.Column("evidence", sa.JSON(), nullable=True))
    for one in op.get_bind().execute(sa.text(FINISHED)).all():
        by_then = {"matter": one.matter_id, "day": one.finished_on}
        kept = {"summaries": _ids(SUMMARIES, by_then), "statements": _ids(STATEMENTS, by_then)}
        op.execute(ASSESSMENTS.update().where(ASSESSMENTS.c.id == one.id).values(evidence=kept))


def downgrade() -> None:
    op.drop_column("assessments", "evidence")


def _ids(sentence: str, by_then: dict[str, Any]) -> list[int]:
    return list(op.get_bind().execute(sa.text(sentence), by_then).scalars())
