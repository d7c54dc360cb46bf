"""A child's yes is kept once, a completed version keeps what stood in it, an invitation may be taken back."""

from itertools import groupby

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _keep_each_yes_once()
    op.create_index("passages_one_per_question", "passages", ["voice_id", "question"], unique=True)
    op.add_column("plan_versions", sa.Column("frozen", sa.LargeBinary(), nullable=True))
    op.add_column("voices", sa.Column("taken_back_on", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("voices", "taken_back_on")
    op.drop_column("plan_versions", "frozen")
    op.drop_index("passages_one_per_question", "passages")


def _keep_each_yes_once() -> None:
    """Take away copies that nobody has used. What differs, or is used, stays, under a name of its own.

    The words are sealed and cannot be compared here; equal words are equally long when sealed.
    """
    connection = op.get_bind()
    found = connection.execute(
        sa.text(
            "SELECT p.id, p.voice_id, p.question, p.sharing, length(p.sealed) AS long, "
            "p.id IN (SELECT passage_id FROM attached_passages) "
            "OR p.id IN (SELECT passage_id FROM weighings) AS used "
            "FROM passages p ORDER BY p.voice_id, p.question, p.place, p.id"
        )
    ).all()
    for _, group in groupby(found, lambda one: (one.voice_id, one.question)):
        kept: list[tuple[str, int]] = []
        for one in sorted(group, key=lambda one: not one.used):
            if not one.used and (one.sharing, one.long) in kept:
                connection.execute(sa.text("DELETE FROM passages WHERE id = :id"), {"id": one.id})
                continue
            if kept:
                name = {"id": one.id, "name": f"{one.question} ({len(kept) + 1})"}
                connection.execute(sa.text("UPDATE passages SET question = :name WHERE id = :id"), name)
            kept.append((one.sharing, one.long))
