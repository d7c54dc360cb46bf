"""A draft may be found again by a few easy words, for seven days."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("drafts", sa.Column("bookmark", sa.String(), nullable=True))
    op.add_column("drafts", sa.Column("pointer", sa.LargeBinary(), nullable=True))
    op.create_index("drafts_one_per_bookmark", "drafts", ["bookmark"], unique=True)


def downgrade() -> None:
    op.drop_index("drafts_one_per_bookmark", "drafts")
    op.drop_column("drafts", "pointer")
    op.drop_column("drafts", "bookmark")
