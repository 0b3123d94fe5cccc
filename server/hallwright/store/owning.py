"""One server writes to a database: two that did would number events twice and each forget the other's visitors."""

from __future__ import annotations

import time
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from hallwright.errors import ConfigError, StoreError

try:
    import fcntl
except ImportError:  # not on Windows, where nothing keeps a second server away
    fcntl = None  # type: ignore[assignment]

PATIENCE = 5.0  # s
_KEY = 0x48616C6C  # any number that others are not likely to take


class Ownership:
    """Held from ``take`` to ``release``, or until the process ends, however it ends."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._file: IO[str] | None = None
        self._connection: Connection | None = None

    def take(self) -> None:
        """Wait a little for a server that is ending; raises ConfigError when another one has it and keeps it."""
        end = time.monotonic() + PATIENCE
        while not self._try():
            if time.monotonic() > end:
                name = self._engine.url.render_as_string(hide_password=True)
                raise ConfigError(
                    f"another server writes to {name}; stop it, or name another database with HALLWRIGHT_DATABASE"
                )
            time.sleep(0.1)

    def _try(self) -> bool:
        if self._engine.dialect.name == "postgresql":
            self._connection = self._engine.connect()
            if not self._connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": _KEY}):
                self._connection.close()
                self._connection = None
                return False
            self._connection.commit()  # the lock is the connection's, not the transaction's
        elif self._engine.url.database and fcntl:
            self._file = Path(f"{self._engine.url.database}.lock").open("w")  # noqa: SIM115 - held as long as the process
            try:
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                self._file.close()
                return False
        return True

    def check(self) -> None:
        """Take a lock again that was lost with its connection; raises StoreError when another server has it now."""
        if self._engine.dialect.name != "postgresql" or self._alive():
            return
        if not self._try():
            raise StoreError("another server has taken the database over")

    def _alive(self) -> bool:
        if self._connection is None:
            return False
        try:
            self._connection.scalar(text("SELECT 1"))
            self._connection.commit()
        except DBAPIError:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None
            return False
        return True

    def release(self) -> None:
        """Let others have it."""
        if self._connection is not None:
            self._connection.close()
        if self._file is not None:
            self._file.close()
        self._connection = self._file = None
