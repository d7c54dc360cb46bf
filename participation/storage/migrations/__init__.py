"""Migrations: small steps by Alembic, never edited once landed."""
