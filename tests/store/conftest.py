"""Databases of both kinds, each test with one of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from hallwright.store.database import Database

_NUMBER = count()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'live.db'}"
    made: str = request.getfixturevalue("postgres").make(f"test{next(_NUMBER)}")
    return made


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    """Open, until the test is done."""
    database = Database(url)
    database.open()
    yield database
    database.close()
