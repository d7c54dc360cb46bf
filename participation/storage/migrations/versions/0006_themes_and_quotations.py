"""Codebooks, codings and released themes; quotations, and the way from a child's card to the child's own text."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("free_texts", sa.Column("approval", sa.String(), nullable=True))
    op.create_index("free_texts_one_per_approval", "free_texts", ["approval"], unique=True)
    _codebooks()
    _themes()
    _quotations()


def downgrade() -> None:
    for table in ("quotations", "theme_releases", "codings", "codes", "codebooks"):
        op.drop_table(table)
    op.drop_index("free_texts_one_per_approval", "free_texts")
    op.drop_column("free_texts", "approval")


def _codebooks() -> None:
    op.create_table(
        "codebooks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("consultation_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["consultation_id"], ["consultations.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("consultation_id", "version"),
    )
    op.create_table(
        "codes",
        sa.Column("codebook_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("definition", sa.String(), nullable=False),
        sa.Column("include", sa.JSON(), nullable=False),
        sa.Column("exclude", sa.JSON(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
        sa.Column("is_severe", sa.Boolean(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["codebook_id"], ["codebooks.id"]),
        sa.PrimaryKeyConstraint("codebook_id", "key"),
    )


def _themes() -> None:
    op.create_table(
        "codings",
        sa.Column("text_id", sa.String(), nullable=False),
        sa.Column("turn", sa.String(), nullable=False),
        sa.Column("consultation_id", sa.Integer(), nullable=False),
        sa.Column("coder", sa.Integer(), nullable=False),
        sa.Column("codes", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["consultation_id"], ["consultations.id"]),
        sa.PrimaryKeyConstraint("text_id", "turn"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "theme_releases",
        sa.Column("consultation_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("numbers", sa.JSON(), nullable=False),
        sa.Column("also", sa.JSON(), nullable=False),
        sa.Column("publications", sa.JSON(), nullable=False),
        sa.Column("certificates", sa.JSON(), nullable=False),
        sa.Column("ledger", sa.JSON(), nullable=False),
        sa.Column("released_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["consultation_id"], ["consultations.id"]),
        sa.PrimaryKeyConstraint("consultation_id"),
    )


def _quotations() -> None:
    op.create_table(
        "quotations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("consultation_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("group_label", sa.String(), nullable=False),
        sa.Column("is_composite", sa.Boolean(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("words", sa.String(), nullable=True),
        sa.Column("is_respelled", sa.Boolean(), nullable=False),
        sa.Column("clues", sa.JSON(), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=False),
        sa.Column("read_by", sa.Integer(), nullable=True),
        sa.Column("is_searched", sa.Boolean(), nullable=False),
        sa.Column("child_says_yes", sa.Boolean(), nullable=True),
        sa.Column("frozen_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["consultation_id"], ["consultations.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
