"""Tables that are as this version of the program wants them, made or mended step by step with Alembic."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from hallwright.errors import ConfigError
from hallwright.store.tables import METADATA

SCRIPTS = Path(__file__).with_name("migrations")
NEWEST = "0005"
"""The newest step; Alembic is loaded only where the database is at another."""


def migrate(engine: Engine) -> None:
    """Bring the tables to ``NEWEST``; raises ConfigError for a database of a newer program."""
    with engine.begin() as connection:
        before = _version(connection)
        if before is None:
            _make(connection)
            return
    if before == NEWEST:
        return
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, NEWEST)
        except CommandError as error:
            raise ConfigError(
                f"the database is at step {before!r}, which this version does not know; use the version that wrote it"
            ) from error


def _make(connection: Connection) -> None:
    """All tables at once, as all steps would leave them: a new database needs no Alembic, which is slow to load."""
    METADATA.create_all(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:newest)"), {"newest": NEWEST})


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if version is None else str(version)
