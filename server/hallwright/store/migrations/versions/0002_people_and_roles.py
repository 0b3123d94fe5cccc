"""Bans, reports, accounts, and who did what."""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Integer, String, Text

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the six tables."""
    op.create_table(
        "bans",
        Column("venue", String(64), primary_key=True),
        Column("id", Integer, primary_key=True, autoincrement=False, comment="from 1, in the venue"),
        Column("session", String(64), nullable=False, comment="SHA-256 of what the visitor's page keeps"),
        Column("account", String(32), nullable=True, comment="of the one who is banned, if they had one"),
        Column("nickname", String(64), nullable=False),
        Column("reason", Text, nullable=False),
        Column("by", String(64), nullable=False, comment="what the moderator was called"),
        Column("time", BigInteger, nullable=False, comment="ms since 1970"),
        Column("lifted", Boolean, nullable=False, comment="kept so that no number is given twice"),
    )
    op.create_table(
        "reports",
        Column("venue", String(64), primary_key=True),
        Column("id", Integer, primary_key=True, autoincrement=False, comment="from 1, in the venue"),
        Column("about", Integer, nullable=False, comment="number of a person"),
        Column("nickname", String(64), nullable=False, comment="of that person then"),
        Column("by", Integer, nullable=False, comment="number of who said it"),
        Column("reason", Text, nullable=False),
        Column("time", BigInteger, nullable=False, comment="ms since 1970"),
    )
    op.create_table(
        "accounts",
        Column("id", String(32), primary_key=True),
        Column("name", String(64), nullable=False),
        Column("role", String(16), nullable=False),
        Column("booths", Text, nullable=False, comment="ids of booths that an exhibitor's staff looks after, JSON"),
        Column("password", Text, nullable=True, comment="argon2; null: only by invitation"),
        Column("created", BigInteger, nullable=False, comment="ms since 1970"),
    )
    op.create_table(
        "invitations",
        Column("digest", String(64), primary_key=True, comment="SHA-256 of the secret in the link"),
        Column("role", String(16), nullable=False),
        Column("booths", Text, nullable=False, comment="JSON"),
        Column("uses", Integer, nullable=False, comment="left"),
        Column("expires", BigInteger, nullable=False, comment="ms since 1970"),
        Column("by", String(32), nullable=True, comment="account; null: the server itself, or the operator"),
        Column("created", BigInteger, nullable=False, comment="ms since 1970"),
    )
    op.create_table(
        "logins",
        Column("digest", String(64), primary_key=True, comment="SHA-256 of the secret in the cookie"),
        Column("account", String(32), nullable=False),
        Column("expires", BigInteger, nullable=False, comment="ms since 1970"),
    )
    op.create_table(
        "audit",
        Column("id", String(32), primary_key=True, comment="drawn at random"),
        Column("time", BigInteger, nullable=False, comment="ms since 1970"),
        Column("venue", String(64), nullable=True),
        Column("account", String(32), nullable=True, comment="null: the operator's token, or erased"),
        Column("name", String(64), nullable=False),
        Column("role", String(16), nullable=False),
        Column("act", String(32), nullable=False),
        Column("subject", Text, nullable=False, comment="on whom or what"),
        Column("detail", Text, nullable=False),
    )
