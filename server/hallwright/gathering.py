"""What the live side must know of where people gather: lines at exhibits, and the ground around booths and exhibits."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from hallwright.live.queues.line import QueuePlan
from hallwright.presence.crowding import REACH
from hallwright.presence.plan import SpotPlan, ZonePlan
from hallwright.presence.zones import holds

Json = Mapping[str, Any]
Point = tuple[float, float]


def queue_plans(document: Json) -> tuple[QueuePlan, ...]:
    """The lines at the exhibits of a manifest, each at a placement and looked after by the staff of its booth."""
    queues = {exhibit["id"]: exhibit["queue"] for exhibit in document.get("exhibits", ()) if "queue" in exhibit}
    return tuple(
        QueuePlan(placement["id"], area["id"], _booth(area, placement), queue["at_once"], queue["minutes"] * 60.0)
        for area in document["areas"]
        for placement in area.get("placements", ())
        if (queue := queues.get(placement["exhibit"]))
    )


def spot_plans(document: Json) -> tuple[SpotPlan, ...]:
    """The booths, and the exhibits that stand in none, with the ground around them."""
    return tuple(spot for area in document["areas"] for spot in _spots(area, document.get("models", {})))


def zone_plans(area: Json, models: Json) -> tuple[ZonePlan, ...]:
    """The zones of an area; nobody walks where exhibits and stages stand."""
    stands = [(placement["at"], _taken(placement, models)) for placement in _standing(area, "placements")]
    stands += [(stage["at"], math.prod(stage["size"])) for stage in _standing(area, "stages")]
    return tuple(_zone(zone, stands) for zone in area["zones"])


def _standing(area: Json, things: str) -> list[Json]:
    """Those of the things of an area that say where they stand."""
    return [each for each in area.get(things, ()) if "at" in each]


def _zone(zone: Json, stands: Sequence[tuple[Point, float]]) -> ZonePlan:
    polygon = tuple((float(x), float(y)) for x, y in zone["polygon"])
    taken = sum(size for at, size in stands if holds(polygon, at))
    return ZonePlan(zone["id"], polygon, zone.get("area_m2", 0.0) - taken)


def _spots(area: Json, models: Json) -> Iterator[SpotPlan]:
    placements = [(each, _booth(area, each)) for each in _standing(area, "placements")]
    for booth in _standing(area, "booths"):
        taken = sum(_taken(each, models) for each, inside in placements if inside == booth["id"])
        ground = _spot(booth["id"], area, booth["at"], _turned(booth["size"], booth["facing"]), taken)
        yield ground
        yield from (replace(ground, id=each["id"]) for each, inside in placements if inside == booth["id"])
    for placement, inside in placements:
        if inside is None:
            side = 2 * placement["radius"]
            yield _spot(placement["id"], area, placement["at"], (side, side), _taken(placement, models))


def _spot(id: str, area: Json, at: Point, size: Point, taken: float) -> SpotPlan:
    """The box of so many metres around a point, and what one can reach around it, within the area."""
    (x, y), (width, depth), (wide, deep) = at, size, area["size"]
    west, east = max(0.0, x - width / 2 - REACH), min(wide, x + width / 2 + REACH)
    south, north = max(0.0, y - depth / 2 - REACH), min(deep, y + depth / 2 + REACH)
    return SpotPlan(id, area["id"], (west, south, east, north), (east - west) * (north - south) - taken)


def _booth(area: Json, placement: Json) -> str | None:
    """The booth in which a placement stands."""
    return next((booth["id"] for booth in _standing(area, "booths") if _within(placement["at"], booth)), None)


def _within(at: Point, booth: Json) -> bool:
    across, along = at[0] - booth["at"][0], at[1] - booth["at"][1]
    sine, cosine = math.sin(booth["facing"]), math.cos(booth["facing"])
    right, front = across * cosine - along * sine, across * sine + along * cosine
    return bool(abs(right) <= booth["size"][0] / 2 and abs(front) <= booth["size"][1] / 2)


def _turned(size: Point, facing: float) -> Point:
    """The box around a rectangle that is turned."""
    sine, cosine = abs(math.sin(facing)), abs(math.cos(facing))
    return size[0] * cosine + size[1] * sine, size[0] * sine + size[1] * cosine


def _taken(placement: Json, models: Json) -> float:
    """Square metres that an exhibit stands on; none where a manifest of an older version does not say."""
    footprint = models.get(placement["model"], {}).get("footprint")
    return math.prod(footprint) * placement["scale"] ** 2 if footprint else 0.0
