"""Numbers are released through a ledger, with a proof; two people stand behind every summary."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

RELEASES = sa.table(
    "releases",
    *(sa.column(name) for name in ("consultation_id", "number", "least", "answered", "hash", "released_on")),
    *(sa.column(name, sa.JSON()) for name in ("breakdowns", "telling", "severe", "entries", "tables_kept")),
)
SUMMARIES = sa.table(
    "summaries", *(sa.column(name) for name in ("consultation_id", "drafted_on")), sa.column("tables_kept", sa.JSON())
)


def upgrade() -> None:
    op.create_table(
        "release_drafts",
        sa.Column("consultation_id", sa.Integer(), nullable=False),
        sa.Column("breakdowns", sa.JSON(), nullable=False),
        sa.Column("telling", sa.JSON(), nullable=False),
        sa.Column("severe", sa.JSON(), nullable=False),
        sa.Column("least", sa.Integer(), nullable=False),
        sa.Column("is_worked_out", sa.Boolean(), nullable=False),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["consultation_id"], ["consultations.id"]),
        sa.PrimaryKeyConstraint("consultation_id"),
    )
    op.create_table(
        "release_parts",
        sa.Column("consultation_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["consultation_id"], ["release_drafts.consultation_id"]),
        sa.PrimaryKeyConstraint("consultation_id", "place"),
    )
    op.create_table(
        "releases",
        sa.Column("consultation_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("breakdowns", sa.JSON(), nullable=False),
        sa.Column("telling", sa.JSON(), nullable=False),
        sa.Column("severe", sa.JSON(), nullable=False),
        sa.Column("least", sa.Integer(), nullable=False),
        sa.Column("entries", sa.JSON(), nullable=False),
        sa.Column("tables_kept", sa.JSON(), nullable=False),
        sa.Column("answered", sa.Integer(), nullable=True),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("released_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["consultation_id"], ["consultations.id"]),
        sa.PrimaryKeyConstraint("consultation_id", "number"),
    )
    _release_what_was_told()
    with op.batch_alter_table("summaries") as table:
        table.add_column(sa.Column("written_by", sa.Integer(), nullable=True))
        table.add_column(sa.Column("ready_on", sa.Date(), nullable=True))
        table.add_column(sa.Column("sent_back", sa.String(), nullable=False, server_default=""))
        table.add_column(sa.Column("published_by", sa.Integer(), nullable=True))
        table.drop_column("tables_kept")
    with op.batch_alter_table("summaries") as table:
        table.alter_column("sent_back", server_default=None)


def downgrade() -> None:
    """Bands and intervals were not known then: what is no exact number is hidden again."""
    with op.batch_alter_table("summaries") as table:
        table.add_column(sa.Column("tables_kept", sa.JSON(), nullable=False, server_default="[]"))
        for name in ("written_by", "ready_on", "sent_back", "published_by"):
            table.drop_column(name)
    with op.batch_alter_table("summaries") as table:
        table.alter_column("tables_kept", server_default=None)
    for one in op.get_bind().execute(sa.select(RELEASES).order_by(RELEASES.c.number)).all():
        kept = [_as_it_was(table) for table in one.tables_kept]
        here = SUMMARIES.c.consultation_id == one.consultation_id
        op.execute(SUMMARIES.update().where(here).values(tables_kept=kept))
    for name in ("releases", "release_parts", "release_drafts"):
        op.drop_table(name)


def _release_what_was_told() -> None:
    """What was told before there was a ledger stays as it was told, as a release without a proof."""
    for one in op.get_bind().execute(sa.select(SUMMARIES)).all():
        tables = [_told(table) for table in one.tables_kept]
        op.execute(
            RELEASES.insert().values(
                consultation_id=one.consultation_id,
                number=1,
                breakdowns=sorted({by for table in tables for by, _, _ in table["groups"] if by}),
                telling={},
                severe=[],
                least=10,
                entries=[],
                tables_kept=tables,
                answered=tables[0]["totals"][0] if tables else None,
                hash="",
                released_on=one.drafted_on,
            )
        )


def _told(table: dict[str, Any]) -> dict[str, Any]:
    asked = table["asked"]
    return {
        "question": table["question"],
        "categories": table["categories"],
        "groups": [[by, value, []] for by, value in table["groups"]],
        "least": table["threshold"],
        "cells": table["counts"],
        "totals": table["totals"],
        "option": table["option"],
        "asked": [asked["question"], asked["categories"], asked["option"]] if asked else None,
        "ledger": "",
    }


def _as_it_was(table: dict[str, Any]) -> dict[str, Any]:
    asked = table["asked"]
    return {
        "question": table["question"],
        "categories": table["categories"],
        "groups": [group[:2] for group in table["groups"]],
        "threshold": table["least"],
        "counts": [[n if isinstance(n, int) else None for n in row] for row in table["cells"]],
        "totals": table["totals"],
        "option": table["option"],
        "asked": dict(zip(("question", "categories", "option"), asked, strict=True)) if asked else None,
    }
