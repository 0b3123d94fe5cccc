"""Sheets of places: one booth of every kind, every zone from its gateway, every area from its spawn points."""

from __future__ import annotations

import math
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from contact_sheet import ROOT, Paper, Shot, compose, take

from hallwright.catalogue.shelf import Shelf
from hallwright.config import resources
from hallwright.layout.model import Area, Booth, Point, Venue, Zone
from hallwright.layout.reading import read_venue
from hallwright.scene.compiling import compile_scene
from hallwright.scene.graph import Walkable

# Of each kind of booth, how many: dressing varies by exhibitor.
EXAMPLES = 3
ASIDES = tuple(math.radians(turn) for turn in (28, -28, 12, -12, 118, -118, 152, -152))
EYES = 1.65
ROOM = 3.0  # metres free around who looks into a zone
Grounds = dict[str, Walkable]


def sheets_of_places(paper: Paper, booths: bool, zones: bool, only: Sequence[str] | None) -> int:
    """Serve the reference venue and walk it with a camera; ``only`` pictures whose caption holds one of these.

    1 when a picture failed."""
    venue, failed = read_venue(resources().reference_layout), 0
    scene = compile_scene(venue, Shelf(resources().models, None, resources().dishes))
    grounds = {area.id: area.walkable for area in scene.areas}
    with _served() as url, tempfile.TemporaryDirectory() as folder:
        for name, shots in (
            ("booths", booths_of(venue, grounds) if booths else []),
            ("zones", zones_of(venue, grounds) if zones else []),
        ):
            kept = [shot for shot in shots if not only or any(text in shot["caption"] for text in only)]
            plan = [{**shot, "name": str(Path(folder) / f"{name}-{number}.png")} for number, shot in enumerate(kept)]
            if plan:
                failed |= take(plan, Path(folder), url)
                compose([(Path(shot["name"]), shot["caption"]) for shot in plan], paper, name)
    return failed


def booths_of(venue: Venue, grounds: Grounds) -> list[Shot]:
    """Booths of each kind and openness, seen from in front and a little aside; outdoors the last one again at dusk."""
    found: dict[tuple[str, int], list[tuple[Area, Booth]]] = {}
    for area in venue.areas:
        for booth in area.booths:
            found.setdefault((booth.kind, len(booth.open)), []).append((area, booth))
    shots = []
    for (kind, sides), booths in sorted(found.items()):
        chosen = booths[:: max(1, len(booths) // EXAMPLES)][:EXAMPLES]
        shots += [
            _booth(area, booth, grounds[area.id], f"{kind}, {sides} open: {booth.number}") for area, booth in chosen
        ]
        area, booth = chosen[-1]
        if area.kind != "hall":
            shots.append(_booth(area, booth, grounds[area.id], f"{kind}, dusk: {booth.number}", "dusk"))
    return shots


def _booth(area: Area, booth: Booth, ground: Walkable, caption: str, sky: str | None = None) -> Shot:
    away = 0.75 * max(booth.size) + 3.4
    spots = [_from(booth.at, booth.facing + aside, away) for aside in ASIDES[: 8 if len(booth.open) == 4 else 4]]
    at = next((spot for spot in spots if _sees(area, ground, spot, booth)), spots[0])
    look = (booth.at[0] - at[0], booth.at[1] - at[1])
    return _shot(area, at, math.atan2(*look), caption, height=1.9, sky=sky)


def _sees(area: Area, ground: Walkable, at: Point, booth: Booth) -> bool:
    """Whether nothing stands between a spot and the edge of a booth, and no other booth is on the way."""
    way = np.subtract(booth.at, at)
    gap = float(np.hypot(*way)) - max(booth.size) * 0.55
    spots = [at + way / np.hypot(*way) * step for step in np.arange(0, gap, ground.step)]
    others = [other for other in area.booths if other is not booth]
    return all(_free(ground, *spot) and not any(_within(other, *spot) for other in others) for spot in spots)


def _within(booth: Booth, x: float, y: float) -> bool:
    return math.hypot(x - booth.at[0], y - booth.at[1]) < max(booth.size) * 0.6 + 0.4


def _free(ground: Walkable, x: float, y: float) -> bool:
    row, column = int(y / ground.step), int(x / ground.step)
    rows, columns = ground.free.shape
    return 0 <= row < rows and 0 <= column < columns and bool(ground.free[row, column])


def zones_of(venue: Venue, grounds: Grounds) -> list[Shot]:
    """Areas from their spawn points, zones from their gateways; outdoors by day and dusk."""
    shots = []
    for area in venue.areas:
        skies: Sequence[str | None] = (None,) if area.kind == "hall" else ("day", "dusk")
        for sky in skies:
            said = f", {sky}" if sky else ""
            for spawn in area.spawns:
                shots.append(_shot(area, spawn.at, spawn.facing, f"{area.id}: {spawn.id}{said}", sky=sky))
            for zone in area.zones:
                at, facing = _before(zone, grounds[area.id])
                shots.append(_shot(area, at, facing, f"{area.id}: zone {zone.letter} {zone.name.en}{said}", sky=sky))
            middle = (area.size[0] / 2, area.size[1] * 0.04)
            above = {"height": 14.0 if area.kind == "hall" else 32.0, "pitch": -14.0 if area.kind == "hall" else -20.0}
            shots.append(_shot(area, middle, 0.0, f"{area.id}: from above{said}", sky=sky, **above))
    return shots


def _before(zone: Zone, ground: Walkable) -> tuple[Point, float]:
    """Some steps before a zone's gateway, looking in; without one, at its edge where there is room, looking across."""
    if zone.gateway is not None:
        return _from(zone.gateway, zone.gateway_facing, 9.0), zone.gateway_facing + math.pi
    xs, ys = zip(*zone.polygon, strict=True)
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    edge = [(min(xs) + share * (max(xs) - min(xs)), min(ys) + 2.0) for share in (0.02, 0.98, 0.25, 0.75, 0.5)]
    ways = [(x + (px - x) * share, y + (py - y) * share) for share in (1.0, 0.8, 0.6) for px, py in edge]
    spot = next((way for way in ways if _roomy(ground, way)), (x, y))
    return spot, math.atan2(x - spot[0], y - spot[1])


def _roomy(ground: Walkable, at: Point) -> bool:
    around = [_from(at, bearing, reach) for bearing in np.arange(0, 2 * math.pi, 0.5) for reach in (ROOM / 2, ROOM)]
    return all(_free(ground, *spot) for spot in [at, *around])


def _from(at: Point, bearing: float, metres: float) -> Point:
    return at[0] + math.sin(bearing) * metres, at[1] + math.cos(bearing) * metres


def _shot(area: Area, at: Point, facing: float, caption: str, **more: Any) -> Shot:
    place = {"area": area.id, "at": list(at), "facing": math.degrees(facing), "height": EYES, **more}
    return {"caption": caption, "place": {key: value for key, value in place.items() if value is not None}}


@contextmanager
def _served() -> Iterator[str]:
    """The address of a server of the reference venue on a free port."""
    with tempfile.TemporaryDirectory() as data:
        command = [sys.executable, "-m", "hallwright", "serve", "--port", "0"]
        environment = {**os.environ, "HALLWRIGHT_DATA": data, "PYTHONUNBUFFERED": "1"}
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment) as server:
            try:
                yield _address(server)
            finally:
                server.terminate()


def _address(server: subprocess.Popen[str]) -> str:
    for line in server.stdout or ():
        found = re.search(r"http://[^\s/]+", line)
        if found:
            return found.group()
    raise SystemExit("the server ended before it told its address")
