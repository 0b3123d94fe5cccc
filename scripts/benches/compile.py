"""What compiling costs: the reference venue and 1,500 booths from nothing, whole process; one booth edited.

    scripts/bench compile [--times 3] [--workers 2]

Prints the best of several runs, beside the same work in one process, and the bytes of each detail. Bars on two
processors: reference venue 3 s, 1,500 booths 6 s, one booth edited 100 ms (reading included); 20 MB in all.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "server"))

REFERENCE = ROOT / "layouts" / "wmc" / "venue.yaml"
BARS = {"reference": 3.0, "1,500 booths": 6.0}


def cold(layout: Path, out: Path, workers: int) -> float:
    """Seconds of a whole ``hallwright build`` without anything kept from before, but for what came with the package."""
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "server"), "HALLWRIGHT_DATA": data}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # installed packages are compiled too
        command = [sys.executable, "-m", "hallwright", "build", str(layout), "--out", str(out)]
        command += ["--workers", str(workers)]
        started = time.perf_counter()
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.perf_counter() - started


def best(layout: Path, workers: int, times: int) -> tuple[float, dict[str, Any]]:
    """(seconds, manifest) of the quickest of several builds."""
    seconds = []
    for _ in range(times):
        with tempfile.TemporaryDirectory() as out:
            seconds.append(cold(layout, Path(out), workers))
            manifest = json.loads((Path(out) / "manifest.json").read_bytes())
    return min(seconds), manifest


def edited(edits: Iterator[tuple[str, str]], file: str, times: int) -> list[float]:
    """Seconds from a saved file to the published hall, in the process that ``serve --watch`` keeps: ``file`` of the
    reference venue with one more of the ``edits`` (old text, new text) each time."""
    from hallwright.organizer.publishing import Publisher

    with tempfile.TemporaryDirectory() as folder:
        layout = Path(folder) / "wmc"
        subprocess.run(["cp", "-r", str(REFERENCE.parent), str(layout)], check=True)
        publisher = Publisher(layout / "venue.yaml", Path(folder) / "out", workers=2, cache=Path(folder) / "cache")
        _published(publisher)
        seconds = []
        for old, new in islice(edits, times):
            text = (layout / file).read_text("utf-8")
            assert text.count(old) == 1, old
            (layout / file).write_text(text.replace(old, new), "utf-8")
            taken, cells = _published(publisher)
            assert cells == 1, f"{new}: {cells} cells"
            seconds.append(taken)
        publisher.close()
    return seconds


def _published(publisher: Any) -> tuple[float, int]:
    """Seconds until the hall was told to be published, and how many of its cells changed."""
    from hallwright.organizer.events import Event, Published

    told: list[tuple[float, int]] = []
    started = time.perf_counter()

    def note(event: Event) -> None:
        if isinstance(event, Published):
            told.append((time.perf_counter() - started, event.cells))

    publisher.publish(note)
    return told[0]


def renamed_exhibitors() -> Iterator[tuple[str, str]]:
    """Edits of ``exhibitors.yaml``: other names for exhibitors of one shell-scheme booth each, here and there."""
    from hallwright.layout.reading import read_venue

    venue = read_venue(REFERENCE)
    stands = Counter(booth.exhibitor for area in venue.areas for booth in area.booths)
    alone = [b.exhibitor for b in venue.area("main-hall").booths if b.type == "shell" and stands[b.exhibitor] == 1]
    for number, exhibitor in enumerate(alone[::13]):
        start = f"id: {exhibitor}, name: {{en: "
        yield start, f"{start}Edited {number} "


def named_islands() -> Iterator[tuple[str, str]]:
    """Edits of ``main-hall.yaml``: a fascia for island stands that are written one by one."""
    text = (REFERENCE.parent / "main-hall.yaml").read_text("utf-8")
    for number, stand in enumerate(re.findall(r"{kind: island-\d+, id: \w+, number: \w+, ", text)):
        yield stand, f"{stand}fascia: {{en: Edited {number}, zh: 改{number}}}, "


def weigh(manifest: dict[str, Any]) -> None:
    """Print kilobytes over the wire of each area's details, the models and the font."""
    for area in manifest["areas"]:
        sums = {detail: [cell[detail] for cell in area["cells"] if cell[detail]] for detail in ("far", "near")}
        told = ", ".join(
            f"{detail} {sum(f['wire'] for f in files) / 1000:,.0f} kB {sum(f['triangles'] for f in files):,} triangles"
            for detail, files in sums.items()
        )
        print(f"  {area['id']}: {len(area['cells'])} cells, {told}")
    models = sum(model["near"]["wire"] for model in manifest["models"].values())
    print(f"  {len(manifest['models'])} models {models / 1000:,.0f} kB, font {manifest['font']['wire'] / 1000:,.0f} kB")
    print(f"  in all {manifest['files']['wire'] / 1e6:.2f} MB over the wire, bar 20 MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stress = Path(folder) / "stress.yaml"
        subprocess.run([sys.executable, str(ROOT / "scripts" / "make_stress_layout"), "--out", str(stress)], check=True)
        for name, layout in (("reference", REFERENCE), ("1,500 booths", stress)):
            alone, _ = best(layout, 1, options.times)
            seconds, manifest = best(layout, options.workers, options.times)
            ratio = alone / seconds
            print(f"{name}: {seconds:.2f} s, bar {BARS[name]:g} s; in one process {alone:.2f} s ({ratio:.2f} x)")
            weigh(manifest)
    for what, edits, file in (
        ("one booth's name edited", renamed_exhibitors(), "exhibitors.yaml"),
        ("one island stand edited", named_islands(), "main-hall.yaml"),
    ):
        seconds = sorted(edited(edits, file, 9))
        middle = seconds[len(seconds) // 2]
        print(f"{what}, read and published: {seconds[0] * 1000:.0f} ms, median {middle * 1000:.0f} ms, bar 100 ms")


if __name__ == "__main__":
    main()
