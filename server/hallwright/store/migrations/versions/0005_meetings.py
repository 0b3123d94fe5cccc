"""Profiles and texts of meetings, which their streams do not have."""

from alembic import op
from sqlalchemy import BigInteger, Column, String, Text

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "meeting_profiles",
        Column("venue", String(64), primary_key=True),
        Column("side", String(16), primary_key=True, comment="buyer or booth"),
        Column("id", String(64), primary_key=True, comment="of a buyer the first half of the SHA-256 of their secret"),
        Column("body", Text, nullable=False, comment="JSON"),
        Column("time", BigInteger, nullable=False, comment="when it was written, ms since 1970"),
    )
    op.create_table(
        "meeting_texts",
        Column("venue", String(64), primary_key=True),
        Column("meeting", String(32), primary_key=True),
        Column("kind", String(16), primary_key=True, comment="message; buyer or booth: the note of that side"),
        Column("buyer", String(32), nullable=False, comment="with whom all of it goes"),
        Column("text", Text, nullable=False),
        Column("time", BigInteger, nullable=False, comment="ms since 1970"),
    )
    op.create_index("meeting_texts_of_a_buyer", "meeting_texts", ["venue", "buyer"])
