"""The server's end of the compiler process: start it, hear its events, end it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from hallwright.organizer.events import Event, Failed, from_line


class Compiler:
    """One compiler process for one layout. ``events`` blocks only its own thread or greenlet."""

    def __init__(self, layout: Path, folder: Path, *, cache: Path, workers: int, watch: bool) -> None:
        quiet = "ignore:resource_tracker:UserWarning"  # workers that are told to end leave it to tidy up, loudly
        self._command = [sys.executable, "-W", quiet, "-m", "hallwright.organizer.compiling", str(layout), str(folder)]
        self._command += ["--cache", str(cache), "--workers", str(workers), *(["--watch"] if watch else [])]
        self._process: subprocess.Popen[bytes] | None = None
        self._stopping = False

    @property
    def process_id(self) -> int | None:
        """The process that compiles, once it was started; its workers are of its session."""
        return self._process.pid if self._process else None

    def events(self) -> Iterator[Event]:
        """Start the process and yield what it says until it ends; a crash ends in ``Failed``."""
        process = self._process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )
        assert process.stdout is not None  # asked for one line above
        for line in process.stdout:
            yield from_line(line.decode("utf-8"))
        if process.wait() and not self._stopping:
            yield Failed(f"the compiler ended unexpectedly (exit code {process.returncode})")

    def stop(self) -> None:
        """End the process and the workers it started; the folder keeps the last good hall, since publishing
        is atomic."""
        self._stopping = True
        if self._process is None or self._process.poll() is not None:
            return
        if hasattr(os, "killpg"):
            os.killpg(self._process.pid, signal.SIGTERM)
        else:
            self._process.terminate()
