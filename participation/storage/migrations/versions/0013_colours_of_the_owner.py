"""The colours that the service owner chose for all pages."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chosen_colours",
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("packed", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("place"),
    )


def downgrade() -> None:
    op.drop_table("chosen_colours")
