"""The tables of the database: what has happened in each venue, what is needed to go on after a stop,
and who has an account.

``migrations/versions`` makes the same tables step by step; ``tests/store/test_migrations.py`` compares both.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, MetaData, String, Table, Text

METADATA = MetaData()

EVENTS = Table(
    "events",
    METADATA,
    Column("venue", String(64), primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False, comment="from 1, without a gap"),
    Column("time", BigInteger, nullable=False, comment="ms since 1970"),
    Column("kind", String(32), nullable=False),
    Column("body", Text, nullable=False, comment="the event as it is sent, JSON"),
)

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("venue", String(64), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False, comment="of the person in the venue"),
    Column("secret", String(64), nullable=False, comment="SHA-256 of what the visitor's page keeps"),
)

VENUES = Table(
    "venues",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("plan", Text, nullable=False, comment="what was published last, as far as the live hall knows it, JSON"),
    Column("seq", BigInteger, nullable=False, comment="the event after which `state` was so"),
    Column("state", Text, nullable=False, comment="the live hall, JSON"),
)

BANS = Table(
    "bans",
    METADATA,
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

REPORTS = Table(
    "reports",
    METADATA,
    Column("venue", String(64), primary_key=True),
    Column("id", Integer, primary_key=True, autoincrement=False, comment="from 1, in the venue"),
    Column("about", Integer, nullable=False, comment="number of a person"),
    Column("nickname", String(64), nullable=False, comment="of that person then"),
    Column("by", Integer, nullable=False, comment="number of who said it"),
    Column("reason", Text, nullable=False),
    Column("time", BigInteger, nullable=False, comment="ms since 1970"),
)

CONSENTS = Table(
    "consents",
    METADATA,
    Column("venue", String(64), primary_key=True),
    Column("person", String(32), primary_key=True, comment="as talk knows them; not what they come back with"),
    Column("number", Integer, nullable=False, comment="of the person in the venue"),
    Column("since", BigInteger, nullable=False, comment="events after this one may have their name"),
    Column("account", String(32), nullable=True, comment="with which they came"),
    Column("own", Boolean, nullable=False, comment="as a visitor; else with the account"),
    Column("given", BigInteger, nullable=False, comment="ms since 1970"),
    Column("withdrawn", BigInteger, nullable=True, comment="ms since 1970"),
)

ACCOUNTS = Table(
    "accounts",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("name", String(64), nullable=False),
    Column("role", String(16), nullable=False),
    Column("booths", Text, nullable=False, comment="ids of booths that an exhibitor's staff looks after, JSON"),
    Column("password", Text, nullable=True, comment="argon2; null: only by invitation"),
    Column("created", BigInteger, nullable=False, comment="ms since 1970"),
)

IDENTITIES = Table(
    "identities",
    METADATA,
    Column("issuer", String(255), primary_key=True, comment="a directory's address"),
    Column("subject", String(255), primary_key=True, comment="what it knows the person by"),
    Column("account", String(32), nullable=False),
)

INVITATIONS = Table(
    "invitations",
    METADATA,
    Column("digest", String(64), primary_key=True, comment="SHA-256 of the secret in the link"),
    Column("role", String(16), nullable=False),
    Column("booths", Text, nullable=False, comment="JSON"),
    Column("uses", Integer, nullable=False, comment="left"),
    Column("expires", BigInteger, nullable=False, comment="ms since 1970"),
    Column("by", String(32), nullable=True, comment="account; null: the server itself, or the operator"),
    Column("created", BigInteger, nullable=False, comment="ms since 1970"),
)

LOGINS = Table(
    "logins",
    METADATA,
    Column("digest", String(64), primary_key=True, comment="SHA-256 of the secret in the cookie"),
    Column("account", String(32), nullable=False),
    Column("expires", BigInteger, nullable=False, comment="ms since 1970"),
)

AUDIT = Table(
    "audit",
    METADATA,
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

LETTERS = Table(
    "letters",
    METADATA,
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
    Index("letters_of_a_booth", "venue", "booth", "last"),
)

MEETING_PROFILES = Table(
    "meeting_profiles",
    METADATA,
    Column("venue", String(64), primary_key=True),
    Column("side", String(16), primary_key=True, comment="buyer or booth"),
    Column("id", String(64), primary_key=True, comment="of a buyer the first half of the SHA-256 of their secret"),
    Column("body", Text, nullable=False, comment="JSON"),
    Column("time", BigInteger, nullable=False, comment="when it was written, ms since 1970"),
)

MEETING_TEXTS = Table(
    "meeting_texts",
    METADATA,
    Column("venue", String(64), primary_key=True),
    Column("meeting", String(32), primary_key=True),
    Column("kind", String(16), primary_key=True, comment="message; buyer or booth: the note of that side"),
    Column("buyer", String(32), nullable=False, comment="with whom all of it goes"),
    Column("text", Text, nullable=False),
    Column("time", BigInteger, nullable=False, comment="ms since 1970"),
    Index("meeting_texts_of_a_buyer", "venue", "buyer"),
)
