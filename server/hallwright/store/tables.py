"""The tables of the database: what has happened in each venue, and what is needed to go on after a stop.

``migrations/versions`` makes the same tables step by step; ``tests/store/test_migrations.py`` compares both.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, MetaData, String, Table, Text

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
