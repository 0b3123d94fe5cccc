"""What a search costs, and what it is worth, against reading through everything as plain texts.

    scripts/bench search [--times 5]

CPU milliseconds of each of the hundred queries of tests/knowledge, and of some more, without kept answers; how many of
the hundred give the right first hit; and what the index takes to make. Bars: 20 ms a query at 1,500 booths, 95 of 100.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "server"))

import yaml  # noqa: E402

from hallwright.knowledge.making import search_index  # noqa: E402
from hallwright.knowledge.places import Place, places_of  # noqa: E402
from hallwright.knowledge.searching import Search  # noqa: E402
from hallwright.layout.reading import read_venue  # noqa: E402

QUERIES = yaml.safe_load((ROOT / "tests" / "knowledge" / "queries.yaml").read_text("utf-8"))
MORE = (
    "s", "1", "S0123", "sample works 123", "样例工厂", "样例工场", "yangli", "ylgc", "sampel works", "量" * 80,
    "x" * 80,
)  # fmt: skip
Find = Callable[[str], list[str]]


def scanned(places: list[Place]) -> Find:
    """The baseline: places whose texts hold each word, in the layout's order."""
    texts = []
    for place in places:
        said = (place.name, *(each.text for each in place.said))
        texts.append(" ".join([place.number, *(text for each in said for text in (each.en, each.zh))]).lower())

    def find(query: str) -> list[str]:
        words = query.lower().split()
        found = [place for place, text in zip(places, texts, strict=True) if all(word in text for word in words)]
        return [key for place in found[:1] for key in keys(place.kind, place.id, place.name.en)]

    return find


def searched(search: Search) -> Find:
    def find(query: str) -> list[str]:
        results = search.find(query, lang="en" if query.isascii() else "zh", limit=20)
        return [key for each in results[:1] for key in keys(each["kind"], each["id"], each["name"]["en"])]

    return find


def keys(kind: str, place: str, name: str) -> tuple[str, str]:
    """How the queries name a first hit."""
    return f"{kind}/{place}", f"{kind}/={name}"


def costs(find: Find, times: int) -> list[tuple[float, str]]:
    """CPU milliseconds of each query, the shortest of several tries, with the query."""
    found = []
    for query in [str(entry["q"]) for group in QUERIES.values() for entry in group] + list(MORE):
        tries = []
        for _ in range(times):
            started = time.process_time()
            find(query)
            tries.append(time.process_time() - started)
        found.append((min(tries) * 1000, query))
    return found


def right(find: Find) -> int:
    """How many of the hundred give what was meant first."""
    entries = [entry for group in QUERIES.values() for entry in group]
    wanted = [[entry["first"]] if isinstance(entry["first"], str) else entry["first"] for entry in entries]
    return sum(bool(set(find(str(entry["q"]))) & set(first)) for entry, first in zip(entries, wanted, strict=True))


def measure(label: str, layout: Path, times: int, folder: Path) -> tuple[Find, Find]:
    """Print what searching one venue costs; both ways of doing it."""
    venue, document = read_venue(layout), cards()
    made = []
    for _ in range(2):  # the dictionary of sounds is read in the first
        started = time.process_time()
        content = search_index(venue, document, folder)
        made.append(time.process_time() - started)
    (folder / "search.db").write_bytes(content)
    places = places_of(venue, document)
    ours, baseline = searched(Search(folder / "search.db", kept=0)), scanned(places)
    print(f"{label}: {len(places)} places; index {made[0]:.2f} s, {made[1]:.2f} s again, {len(content) / 1e6:.2f} MB")
    sums = []
    for name, find in (("reading through", baseline), ("search", ours)):
        found = costs(find, times)
        (worst, query), middle = max(found), statistics.median(cost for cost, _ in found)
        sums.append(middle)
        print(f"  {name}: median {middle:.2f} ms, slowest {worst:.1f} ms ({query[:24]})")
    print(f"  search takes {sums[1] / sums[0]:.2f} of reading through")
    return ours, baseline


def cards() -> dict[str, Any]:
    files = sorted((ROOT / "assets" / "models").glob("*/model.yaml"))
    return {"models": {file.parent.name: yaml.safe_load(file.read_text("utf-8")) for file in files}}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stress = folder / "stress.yaml"
        subprocess.run([ROOT / "scripts" / "make_stress_layout", "--out", str(stress)], check=True, capture_output=True)
        ours, baseline = measure("reference venue", ROOT / "layouts" / "wmc" / "venue.yaml", times, folder)
        print(f"  right first hits: {right(ours)} of 100, bar 95; reading through {right(baseline)}")
        (folder / "stress").mkdir()
        measure("1,500 booths, bar 20 ms", stress, times, folder / "stress")


if __name__ == "__main__":
    main()
