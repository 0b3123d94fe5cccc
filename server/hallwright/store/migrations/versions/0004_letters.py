"""Letters to booths."""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Integer, String, Text

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "letters",
        Column("venue", String(64), primary_key=True),
        Column("id", String(32), primary_key=True, comment="SHA-256 of what the visitor's page keeps, the first half"),
        Column("booth", String(64), nullable=False),
        Column("placement", String(64), nullable=True, comment="exhibit that it is about"),
        Column("standing", String(16), nullable=False, comment="open, answered, closed; erased: only counted"),
        Column("opened", BigInteger, nullable=False, comment="ms since 1970"),
        Column("answered", BigInteger, nullable=True, comment="when first"),
        Column("last", BigInteger, nullable=False, comment="when somebody wrote last"),
        Column("seq", Integer, nullable=False, comment="of its last event"),
        Column("unread_visitor", Integer, nullable=False),
        Column("unread_staff", Integer, nullable=False),
        Column("reported", Boolean, nullable=False),
        Column("name", String(64), nullable=False, comment="as the visitor signs"),
        Column("preview", Text, nullable=False, comment="how the last message begins"),
        Column("card", Text, nullable=False, comment="what was filled in, JSON"),
    )
    op.create_index("letters_of_a_booth", "letters", ["venue", "booth", "last"])
