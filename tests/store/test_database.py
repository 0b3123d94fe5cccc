"""The database, SQLite and PostgreSQL alike: all or nothing, in order, by one server at a time."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from hallwright.errors import ConfigError, StoreError
from hallwright.store import owning
from hallwright.store.database import IN_MEMORY, Database
from hallwright.store.migrating import NEWEST, SCRIPTS
from hallwright.store.tables import METADATA
from hallwright.store.writes import Admit, Forget, Happened, Plan, Snapshot
from tests.store.postgres import Postgres


def happened(seq: int, kind: str = "x", venue: str = "fair") -> Happened:
    return Happened(venue, seq, 1000 + seq, kind, json.dumps({"seq": seq, "kind": kind, "text": "王工 🚄"}))


def test_a_venue_is_read_as_it_was_written(database: Database) -> None:
    assert database.load("fair") is None
    assert database.newest() == 0
    database.write([Plan("fair", '{"a": 1}'), happened(1), happened(2), Admit("fair", 7, "s7"), Admit("fair", 8, "s8")])
    database.write([happened(1, venue="other"), Snapshot("fair", 1, '{"b": 2}')])
    database.write([Forget("fair", 7), Admit("fair", 8, "t8")])
    stored = database.load("fair")
    assert stored
    assert (stored.plan, stored.state, stored.since, stored.sessions) == ('{"a": 1}', '{"b": 2}', 1, {8: "t8"})
    assert [json.loads(event)["seq"] for event in stored.events] == [2]
    assert json.loads(stored.events[0])["text"] == "王工 🚄"
    assert (stored.seq, stored.time) == (2, 1002)
    assert database.newest() == 1002
    assert [json.loads(event)["seq"] for event in database.events("fair", 0, 1)] == [1]


def test_what_was_stored_by_an_attempt_whose_answer_was_lost_is_not_stored_twice(database: Database) -> None:
    database.write([happened(1), happened(2)])
    database.write([happened(1), happened(2), happened(3)])
    assert [json.loads(event)["seq"] for event in database.events("fair", 0, 9)] == [1, 2, 3]


def test_everything_or_nothing_is_stored(database: Database) -> None:
    with pytest.raises(StoreError):
        database.write([happened(1), Plan("fair", None)])  # type: ignore[arg-type]
    assert database.events("fair", 0, 9) == []


def test_a_database_is_opened_again_with_what_it_held(url: str) -> None:
    for seq in (1, 2):
        database = Database(url)
        database.open()
        database.write([happened(seq)])
        database.close()
    database = Database(url)
    database.open()
    assert len(database.events("fair", 0, 9)) == 2
    database.close()


def test_a_second_server_is_refused(url: str, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owning, "PATIENCE", 0.2)
    second = Database(url)
    with pytest.raises(ConfigError, match="another server writes to"):
        second.open()
    database.close()
    second.open()
    second.close()


def test_the_steps_make_the_tables_that_a_new_database_has(url: str) -> None:
    """Through Alembic from nothing, compared with ``create_all``."""
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    engine = create_engine(Database(url)._url)
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    assert ScriptDirectory.from_config(config).get_current_head() == NEWEST
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, NEWEST)
    look = inspect(engine)
    assert set(look.get_table_names()) == {*METADATA.tables, "alembic_version"}
    for name, table in METADATA.tables.items():
        made = {column["name"]: (str(column["type"]), column["nullable"]) for column in look.get_columns(name)}
        wanted = {c.name: (str(c.type.compile(engine.dialect)), bool(c.nullable)) for c in table.columns}
        assert made == wanted
        assert look.get_pk_constraint(name)["constrained_columns"] == [c.name for c in table.primary_key]
    engine.dispose()


def test_a_database_of_a_newer_program_is_refused(url: str) -> None:
    database = Database(url)
    database.open()
    database.close()
    engine = create_engine(database._url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(ConfigError, match="'9999', which this version does not know"):
        Database(url).open()


@pytest.mark.parametrize("url", ["", "live.db", "mysql://x/y", "sqlite:////no/such/folder/live.db", "postgresql://127.0.0.1:1/x"])
def test_an_address_that_cannot_be_used_is_told(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owning, "PATIENCE", 0.0)
    with pytest.raises(ConfigError, match=r"is no database|cannot open the database"):
        Database(url).open()


def test_a_password_is_not_told() -> None:
    with pytest.raises(ConfigError) as caught:
        Database("postgresql://ada:secret@127.0.0.1:1/x").open()
    assert "secret" not in str(caught.value)


def test_a_database_in_memory_does_as_well() -> None:
    database = Database(IN_MEMORY)
    database.open()
    database.write([happened(1)])
    assert len(database.events("fair", 0, 9)) == 1
    database.close()


def test_a_postgresql_that_went_away_is_written_again_once_it_is_back(postgres: Postgres) -> None:
    database = Database(postgres.make("comeback"))
    database.open()
    database.write([happened(1)])
    postgres.stop()
    with pytest.raises(StoreError):
        database.write([happened(2)])
    postgres.start()
    database.write([happened(2)])
    assert len(database.events("fair", 0, 9)) == 2
    database.close()


def test_files_of_a_database_stay_in_their_folder(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path / 'a b 王.db'}")
    database.open()
    database.write([happened(1)])
    assert {path.name for path in tmp_path.iterdir()} >= {"a b 王.db", "a b 王.db.lock"}
    database.close()
