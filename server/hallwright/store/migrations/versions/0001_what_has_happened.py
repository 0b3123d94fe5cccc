"""What has happened, who may come back, and how each venue was."""

from alembic import op
from sqlalchemy import BigInteger, Column, Integer, String, Text

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "events",
        Column("venue", String(64), primary_key=True),
        Column("seq", BigInteger, primary_key=True, autoincrement=False, comment="from 1, without a gap"),
        Column("time", BigInteger, nullable=False, comment="ms since 1970"),
        Column("kind", String(32), nullable=False),
        Column("body", Text, nullable=False, comment="the event as it is sent, JSON"),
    )
    op.create_table(
        "sessions",
        Column("venue", String(64), primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False, comment="of the person in the venue"),
        Column("secret", String(64), nullable=False, comment="SHA-256 of what the visitor's page keeps"),
    )
    op.create_table(
        "venues",
        Column("id", String(64), primary_key=True),
        Column("plan", Text, nullable=False, comment="what was published last, as far as the live hall knows it, JSON"),
        Column("seq", BigInteger, nullable=False, comment="the event after which `state` was so"),
        Column("state", Text, nullable=False, comment="the live hall, JSON"),
    )
