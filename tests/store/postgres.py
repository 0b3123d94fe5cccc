"""A real PostgreSQL for tests: started on loopback with data of its own, ended and forgotten after them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOMES = "/usr/lib/postgresql/*/bin"


def tool(name: str) -> str:
    """Where one of PostgreSQL's programs is; raises FileNotFoundError that says what to do."""
    found = [*sorted(Path("/").glob(f"{HOMES[1:]}/{name}")), shutil.which(name)]
    for path in found:
        if path:
            return str(path)
    raise FileNotFoundError(f"{name} is missing; scripts/setup --dev installs PostgreSQL")


def as_whom() -> dict[str, str]:
    """PostgreSQL refuses to be run by root."""
    return {"user": "postgres", "group": "postgres"} if os.getuid() == 0 else {}


class Postgres:
    """One server; ``url`` is the address of a database that is empty at first."""

    def __init__(self, folder: Path, port: int) -> None:
        self._folder, self._port = folder, port
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Of the database that is there from the beginning."""
        return self.url_of("postgres")

    def url_of(self, database: str) -> str:
        """Of another one."""
        return f"postgresql://postgres@127.0.0.1:{self._port}/{database}"

    def start(self) -> None:
        """Start, and wait until it answers."""
        options = ["-c", "unix_socket_directories=", "-c", "listen_addresses=127.0.0.1", "-c", "shared_buffers=16MB"]
        self._process = subprocess.Popen(
            [tool("postgres"), "-D", str(self._folder / "data"), "-p", str(self._port), *options],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/", **as_whom(),
        )  # fmt: skip
        ready = [tool("pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self._port)]
        for _ in range(300):
            if subprocess.run(ready, check=False).returncode == 0:
                return
            time.sleep(0.1)
        raise AssertionError("PostgreSQL does not answer")

    def stop(self) -> None:
        """End it at once, as a crash would."""
        if self._process:
            self._process.kill()
            self._process.wait(10)
            self._process = None

    def make(self, database: str) -> str:
        """Make an empty database; its address."""
        subprocess.run(
            [tool("createdb"), "-h", "127.0.0.1", "-p", str(self._port), "-U", "postgres", database], check=True
        )
        return self.url_of(database)


@contextmanager
def running() -> Iterator[Postgres]:
    """A server for as long as the context lasts."""
    folder = Path(tempfile.mkdtemp(prefix="hallwright-postgres-"))
    try:
        if as_whom():
            shutil.chown(folder, "postgres", "postgres")
        options = ["-U", "postgres", "--auth=trust", "-E", "UTF8", "--no-sync"]
        initdb = [tool("initdb"), "-D", str(folder / "data"), *options]
        subprocess.run(initdb, check=True, stdout=subprocess.DEVNULL, cwd="/", **as_whom())
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        server = Postgres(folder, port)
        server.start()
        yield server
        server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
