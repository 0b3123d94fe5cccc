"""A real page in Chromium that watches some twins, and how long each word of a device took until it stood there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from bisect import bisect_left
from pathlib import Path
from typing import Any

from device_parts.fair import home

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = ROOT / "web" / "bench" / "parts" / "twin-page.mjs"
EYES = 62
"""The device before which the page stands; those around it may be watched."""
AROUND = (*range(58, 67), *range(33, 42), *range(83, 92))
LONGEST = 10.0  # s after which a word counts as never shown


class Page:
    """The page; it is there once this is made."""

    def __init__(self, port: int) -> None:
        x, y = home(EYES)
        probes = ",".join(f"d{device}:p{device}" for device in AROUND)
        address = f"http://127.0.0.1:{port}/?lang=en&tier=low&at={x:g},{y - 5:g}&facing=0"
        self._process = subprocess.Popen(
            [sys.executable, str(ROOT / "build_backend" / "node.py"), "node", str(SCRIPT), address, probes],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, preexec_fn=_aside,
        )  # fmt: skip
        assert self._process.stdout
        self.watched = self._process.stdout.readline().strip()
        """The devices that it watches, comma-separated."""
        assert self.watched, "the page did not open"

    def seen(self) -> dict[str, Any]:
        """Close it: ``shown`` are [device, x, y, s since 1970] of each change that was drawn, ``frames`` a second."""
        said, _ = self._process.communicate("end\n", timeout=60)
        seen: dict[str, Any] = json.loads(said)
        return seen


def _aside() -> None:
    """A visitor's browser, which draws by processor here, is on a machine of its own: it takes what the server and the
    load leave of any core."""
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    os.nice(10)


def delays(sent: dict[str, list[list[float]]], shown: list[list[Any]], begin: float, end: float) -> list[float]:
    """How long (s) each word that was sent from ``begin`` to ``end`` took until the twin stood there or where a later
    word put it; LONGEST for one that never did."""
    took = []
    for device, words in sent.items():
        times = [word[2] for word in words]
        stood: list[tuple[float, int]] = []  # when it stood where which word put it
        for _, x, y, at in (each for each in shown if each[0] == device):
            newest = next(
                (
                    number for number in range(bisect_left(times, at) - 1, -1, -1)
                    if abs(words[number][0] - x) < 0.01 and abs(words[number][1] - y) < 0.01
                ),
                None,
            )  # fmt: skip
            if newest is not None:
                stood.append((at, newest))
        for number, (_, _, at) in enumerate(words):
            if begin <= at <= end:
                first = next((when for when, word in stood if word >= number and when >= at), at + LONGEST)
                took.append(first - at)
    return sorted(took)
