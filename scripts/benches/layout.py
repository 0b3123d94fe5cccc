"""What reading a layout costs, against the YAML library's own C loader on the same bytes.

    scripts/bench layout [--times 7]

Prints the best of several runs. Bars: the reference venue 100 ms cold and 40 ms after one file changed,
1,500 booths 600 ms.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "server"))

import yaml  # noqa: E402

from hallwright.layout.reading import Reader  # noqa: E402


def best(times: int, work: Callable[[], object]) -> float:
    """The shortest of several runs in milliseconds."""
    shortest = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest * 1000


def loaded(files: list[Path]) -> None:
    for file in files:
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)


def changed(reader: Reader, venue: Path, file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"#\n")
    reader.check(venue)


def copied(folder: Path, into: Path) -> Path:
    for file in folder.glob("*.yaml"):
        (into / file.name).write_bytes(file.read_bytes())
    return into / "venue.yaml"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=7)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stress = folder / "stress" / "venue.yaml"
        stress.parent.mkdir()
        subprocess.run([ROOT / "scripts" / "make_stress_layout", "--out", str(stress)], check=True, capture_output=True)
        measure("reference venue", copied(ROOT / "layouts" / "wmc", folder), times)
        measure("1,500 booths", stress, times)


def measure(label: str, venue: Path, times: int) -> None:
    """Prints what reading one layout costs."""
    files = sorted(venue.parent.glob("*.yaml"))
    baseline = best(times, lambda: loaded(files))
    cold = best(times, lambda: Reader().check(venue))
    reader = Reader()
    reader.check(venue)
    print(f"{label}: yaml alone {baseline:.1f} ms")
    print(f"  read, checked, expanded {cold:.1f} ms ({cold / baseline:.2f} of yaml alone)")
    for file in files:
        print(f"  {file.name} changed {best(times, lambda file=file: changed(reader, venue, file)):.1f} ms")
    print(f"  nothing changed {best(times, lambda: reader.check(venue)):.1f} ms")


if __name__ == "__main__":
    main()
