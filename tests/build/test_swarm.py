"""What performs in the reference venue: enough of it, in little data."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from hallwright.build.store import Store
from hallwright.build.swarm import make_swarm
from hallwright.config import resources
from hallwright.layout.reading import read_venue

MOST_BYTES = 100_000  # of all shows together


def test_the_park_s_shows_are_as_large_as_promised_and_take_little_data(tmp_path: Path) -> None:
    shows = read_venue(resources().reference_layout).shows
    counts = Counter[str]()
    for show in shows:
        counts[show.kind] += show.count + sum(count for _, count in show.vehicles)
    assert counts["drones"] >= 300 and counts["traffic"] >= 40 and counts["robots"] >= 30
    files = [make_swarm(show, "key", Store(tmp_path)).file for show in shows if show.kind == "drones"]
    assert 0 < sum(file.bytes for file in files) <= MOST_BYTES
