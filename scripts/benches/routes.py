"""What routes cost, how short they are, and what surveying a venue takes.

    scripts/bench routes [--samples 30] [--every 1] [--through]

Routes from every entrance to every ``--every``-th booth, with hints, by processor time. Then ``--samples`` ways an
area against the exact optimum (tests/wayfinding/exact.py) over the ground that routes keep to; with ``--through``, for
minutes, also over all free ground, through other people's stands. Bars: all reached, 10 ms a route, 1.05 of the
optimum.
"""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT / "server"), str(ROOT)]

import numpy as np  # noqa: E402
from tests.wayfinding.conftest import surveyed  # noqa: E402
from tests.wayfinding.exact import Exact  # noqa: E402
from tests.wayfinding.test_bars import booths, entrances  # noqa: E402

from hallwright.errors import RouteRefused  # noqa: E402
from hallwright.wayfinding.approaching import end_at_stand  # noqa: E402
from hallwright.wayfinding.guide import Guide, Wish  # noqa: E402
from hallwright.wayfinding.network import Layer, Network  # noqa: E402
from hallwright.wayfinding.packing import pack  # noqa: E402
from hallwright.wayfinding.searching import Searcher  # noqa: E402

SLOW = 6000  # vertices: of more, the optimum takes minutes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samples", type=int, default=30)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--through", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        stress = Path(name) / "venue.yaml"
        subprocess.run([ROOT / "scripts" / "make_stress_layout", "--out", str(stress)], check=True, capture_output=True)
        for label, layout in (("reference venue", ROOT / "layouts" / "wmc" / "venue.yaml"), ("1,500 booths", stress)):
            print(label)
            measure(layout, given.samples, given.every, given.through)


def measure(layout: Path, samples: int, every: int, through: bool) -> None:
    """Prints what one venue costs."""
    took, (_, network) = timed(lambda: surveyed(layout))
    again, _ = timed(lambda: surveyed(layout))
    print(f"  survey, reading included: {took:.2f} s, {again:.2f} s when nothing moved")
    content = pack(network)
    opening, guide = timed(lambda: Guide.of(content))
    print(f"  file {len(content) / 1e6:.1f} MB, opened in {opening * 1e3:.0f} ms")
    for step_free in (False, True):
        every_route(guide, step_free, every)
    several_stops(guide)
    for rolling, how in enumerate(("on foot", "without steps")):
        for area in network.areas:
            shortness(area.id, how, area.layers[rolling], samples, through and not rolling)


def timed(work):  # type: ignore[no-untyped-def]
    """(s of processor time, what it gave)."""
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def every_route(guide: Guide, step_free: bool, every: int) -> None:
    network: Network = guide.network
    ids = [f"{network.areas[place.area].id}/{place.id}" for place in network.places]
    times, lost = [], 0
    gc.collect()  # what the survey left is none of a route's work
    gc.freeze()
    for start in entrances(network):
        for booth in booths(network)[::every]:
            try:
                took, _ = timed(partial(guide.guided, Wish(ids[start], (ids[booth],), step_free)))
                times.append(took * 1e3)
            except RouteRefused:
                lost += 1
    low, high = np.median(times), np.quantile(times, 0.99)
    kind = f"{len(times)} routes {'without steps' if step_free else 'on foot'}, {lost} lost"
    print(f"  {kind}: median {low:.2f} ms, 99% {high:.2f} ms, most {max(times):.2f} ms")


def several_stops(guide: Guide) -> None:
    ids = [guide.network.places[number].id for number in booths(guide.network)]
    for count in (5, 9, 12):
        chosen = tuple(ids[index * len(ids) // count] for index in range(count))
        marks: list[float] = [time.process_time()]
        wish = Wish(guide.network.places[entrances(guide.network)[0]].id, chosen, optimise=True)
        guide.guided(wish, partial(mark, marks))
        marks.append(time.process_time())
        longest = max(b - a for a, b in zip(marks, marks[1:], strict=False))
        total = (marks[-1] - marks[0]) * 1e3
        print(f"  {count} stops in order: {total:.0f} ms, at most {longest * 1e3:.1f} ms in one piece")


def mark(marks: list[float]) -> None:
    marks.append(time.process_time())


def shortness(area: str, how: str, layer: Layer, samples: int, compare: bool) -> None:
    """Prints how long ways are, as shares of the optimum."""
    chance, step, searcher = np.random.default_rng(1), layer.ground.step, Searcher(layer)
    public, through = Exact(layer.ground.open, step), Exact(layer.ground.free, step)
    ratios, others = [], []
    for a, b in chance.integers(len(layer.stands.points), size=(samples, 2)).tolist():
        start, end = end_at_stand(layer, a), end_at_stand(layer, b)
        way, least = searcher.way([start], [end]), public.length(start.point, end.point)
        if way and least > 0:
            ratios.append(way.length / least)
            others += [way.length / through.length(start.point, end.point)] if compare and len(through) < SLOW else []
    print(f"  {area} {how}: {np.mean(ratios):.4f} of the optimum, {max(ratios):.4f} at most", end="")
    print(f"; of ways through stands {np.mean(others):.3f}, {max(others):.3f} at most" if others else "")


if __name__ == "__main__":
    main()
