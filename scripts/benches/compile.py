"""What compiling costs: the reference venue and 1,500 booths from nothing, whole process; one booth edited.

    scripts/bench compile [--times 3] [--workers 2]

Prints the best of several runs, beside the same work in one process, and the bytes of each detail. Bars on two
processors: reference venue 3 s, 1,500 booths 6 s, one booth edited 100 ms (reading included); 20 MB in all.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
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


def edited(times: int) -> float:
    """Seconds from a saved file to the published hall with one other fascia, in a process that stays."""
    from hallwright.build.pipeline import Builder
    from hallwright.layout.reading import Reader

    with tempfile.TemporaryDirectory() as folder:
        layout = Path(folder) / "wmc"
        subprocess.run(["cp", "-r", str(REFERENCE.parent), str(layout)], check=True)
        hall = layout / "main-hall.yaml"
        text = hall.read_text("utf-8")
        reader, seconds = Reader(), []
        with Builder(Path(folder) / "out", 2, share=True) as builder:
            builder.build(_venue(reader, layout))
            for number in range(times):
                hall.write_text(f"{text}# {number}\n", "utf-8")
                started = time.perf_counter()
                builder.build(_renamed(_venue(reader, layout), f"Edited {number}"))
                seconds.append(time.perf_counter() - started)
    return min(seconds)


def _venue(reader: Any, layout: Path) -> Any:
    reading = reader.check(layout / "venue.yaml")
    assert reading.venue is not None, reading.problems
    return reading.venue


def _renamed(venue: Any, name: str) -> Any:
    """The venue with another name on its hundredth booth; the layout's booths are rows, so its file cannot say it."""
    hall, *others = venue.areas
    booth = replace(hall.booths[100], fascia=replace(hall.booths[100].fascia, en=name))
    booths = (*hall.booths[:100], booth, *hall.booths[101:])
    return replace(venue, areas=(replace(hall, booths=booths), *others))


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
    print(f"one booth edited, read and published: {edited(10) * 1000:.0f} ms, bar 100 ms")


if __name__ == "__main__":
    main()
