"""How a child had help to answer, and whether it came out right, beside the words it said yes to."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "help_given",
        sa.Column("voice_id", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["voice_id"], ["voices.id"]),
        sa.PrimaryKeyConstraint("voice_id"),
    )
    op.create_table(
        "corrections",
        sa.Column("voice_id", sa.Integer(), nullable=False),
        sa.Column("came_out", sa.String(), nullable=False),
        sa.Column("instead", sa.LargeBinary(), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["voice_id"], ["voices.id"]),
        sa.PrimaryKeyConstraint("voice_id"),
    )


def downgrade() -> None:
    op.drop_table("corrections")
    op.drop_table("help_given")
