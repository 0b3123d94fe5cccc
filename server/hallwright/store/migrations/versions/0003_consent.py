"""Who agreed that a name and words of theirs are kept, and whom a directory knows."""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Integer, String

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables."""
    op.create_table(
        "consents",
        Column("venue", String(64), primary_key=True),
        Column("person", String(32), primary_key=True, comment="as talk knows them; not what they come back with"),
        Column("number", Integer, nullable=False, comment="of the person in the venue"),
        Column("since", BigInteger, nullable=False, comment="events after this one may have their name"),
        Column("account", String(32), nullable=True, comment="with which they came"),
        Column("own", Boolean, nullable=False, comment="as a visitor; else with the account"),
        Column("given", BigInteger, nullable=False, comment="ms since 1970"),
        Column("withdrawn", BigInteger, nullable=True, comment="ms since 1970"),
    )
    op.create_table(
        "identities",
        Column("issuer", String(255), primary_key=True, comment="a directory's address"),
        Column("subject", String(255), primary_key=True, comment="what it knows the person by"),
        Column("account", String(32), nullable=False),
    )
