"""Where things may stand: in their area, in their zone, under the ceiling; outlines that make sense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from hallwright.layout import model
from hallwright.layout.expansion import Expanded
from hallwright.layout.model import Point
from hallwright.layout.plane import area as area_of
from hallwright.layout.plane import contains, crossing, distance_to_path, rectangle, shapes_overlap
from hallwright.layout.rules.findings import Findings
from hallwright.layout.scope import Origin

# metres that a family may reach beyond the area's edge; structures and far scenery may stand outside
_SLACK = {
    "zones": 0.05, "walls": 1.0, "columns": 0.5, "doors": 0.5, "aisles": 1.0, "booths": 0.05, "placements": 0.5,
    "stages": 0.5, "signs": 2.0, "boards": 0.5, "facilities": 0.5, "features": 1.0, "spawns": 0.0, "portals": 0.5,
    "lights": 5.0,
}  # fmt: skip
_NAMES = {"facilities": "facility"}
_ZONE_SLACK = 0.3


def inside_area(expanded: Expanded, findings: Findings) -> None:
    """Things that reach out of the area."""
    width, depth = expanded.area.size
    for family, slack in _SLACK.items():
        for thing, origin in things(expanded, family):
            west, south, east, north = -slack, -slack, width + slack, depth + slack
            for x, y in _reach(family, thing):
                if not (west <= x <= east and south <= y <= north):
                    findings.add("area", origin, _outside(family, thing, (x, y), expanded.area), _size_hint(expanded))
                    break


def zones_make_sense(expanded: Expanded, findings: Findings) -> None:
    """Outlines that cross themselves or enclose nothing, zones that overlap, gateways far from their zone."""
    for family in ("zones", "features"):
        for thing, origin in things(expanded, family):
            if thing.polygon:
                _outline(family, thing.polygon, origin, findings)
    seen: list[model.Zone] = []
    for zone, origin in things(expanded, "zones"):
        other = next((each for each in seen if shapes_overlap(zone.polygon, each.polygon)), None)
        if other is not None:
            message = f"zone `{zone.id}` overlaps zone `{other.id}`"
            findings.add("zones", origin, message, "share edges instead", at="polygon", warning=True)
        seen.append(zone)
        if zone.gateway is not None and not contains(zone.polygon, zone.gateway, slack=10.0):
            away = distance_to_path(zone.polygon, zone.gateway, closed=True)
            message = f"the gateway of zone `{zone.id}` stands {away:.0f} m away from it"
            findings.add("gateway", origin, message, "put it at the zone's edge", at="gateway", warning=True)


def booths_in_zones(expanded: Expanded, findings: Findings) -> None:
    """Booths that reach out of their zone, or stand in none."""
    zones = {zone.id: zone for zone in expanded.area.zones}
    for booth, origin in things(expanded, "booths"):
        zone = zones.get(booth.zone)
        if zone is None:
            if zones and not booth.zone:
                message = f"booth `{booth.number}` stands in no zone"
                findings.add("no zone", origin, message, "move it, or write `zone: …`", at="at", warning=True)
            continue
        out = [corner for corner in _reach("booths", booth) if not contains(zone.polygon, corner, _ZONE_SLACK)]
        if out:
            x, y = out[0]
            message = f"booth `{booth.number}` reaches out of its zone `{zone.id}` at [{x:.4g}, {y:.4g}]"
            findings.add("zone", origin, message, _other_zone(booth, expanded.area), at="at")


def under_ceiling(expanded: Expanded, findings: Findings) -> None:
    """Booths and signs that are higher than the hall."""
    height = expanded.area.height
    if height <= 0:
        return
    for booth, origin in things(expanded, "booths"):
        if booth.height > height:
            message = f"booth `{booth.number}` is {booth.height:g} m high, the hall {height:g} m"
            findings.add("ceiling", origin, message, "lower it", at="height")
    for sign, origin in things(expanded, "signs"):
        top = sign.elevation + sign.size[1]
        if top > height:
            message = f"the sign's upper edge would be at {top:g} m, above the ceiling at {height:g} m"
            findings.add("ceiling", origin, message, "lower its `elevation`")


def things(expanded: Expanded, family: str) -> Iterator[tuple[Any, Origin]]:
    """The things of a family with their origins."""
    return zip(getattr(expanded.area, family), expanded.origins[family], strict=True)


def _reach(family: str, thing: Any) -> Sequence[Point]:
    if family in ("booths", "stages", "facilities"):
        return rectangle(thing.at, thing.size, thing.facing)
    if family == "boards":
        return rectangle(thing.at, thing.footprint, thing.facing)
    if family in ("walls", "aisles"):
        return tuple(thing.path)
    if family in ("zones", "features"):
        return tuple(thing.polygon or thing.path)
    return (thing.at,)


def _outside(family: str, thing: Any, point: Point, area: model.Area) -> str:
    what = _NAMES.get(family, family.removesuffix("s"))
    name = getattr(thing, "number", "") or getattr(thing, "id", "")
    name = f" `{name}`" if name else ""
    lies = "lies outside" if point == getattr(thing, "at", None) else "reaches out of"
    return f"{what}{name} {lies} the area: [{point[0]:.4g}, {point[1]:.4g}]"


def _size_hint(expanded: Expanded) -> str:
    width, depth = expanded.area.size
    return f"the area goes from [0, 0] to [{width:g}, {depth:g}]"


def _outline(family: str, polygon: Sequence[Point], origin: Origin, findings: Findings) -> None:
    crossed = crossing(polygon) if len(polygon) <= 400 else None
    if crossed is not None:
        first, second = (f"{edge + 1}" for edge in crossed)
        message = f"the outline crosses itself: side {first} and side {second}"
        findings.add("outline", origin, message, "list the corners in order, walking around", at="polygon")
    elif area_of(polygon) < 0.5:
        hint = "list three corners or more that are not in one line"
        findings.add("outline", origin, "the outline encloses nothing", hint, at="polygon")


def _other_zone(booth: model.Booth, area: model.Area) -> str:
    other = next((zone.id for zone in area.zones if contains(zone.polygon, booth.at)), booth.zone)
    if other != booth.zone:
        return f"its middle lies in `{other}`: move it, or write `zone: {other}`"
    return "move it, or enlarge the zone"
