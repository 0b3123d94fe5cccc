"""Survey a venue: the network of its ways. Takes seconds at first, in the compiler's process; what did not change since
is not linked again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from hallwright.layout import model
from hallwright.layout.model import Point
from hallwright.scene.frame import within
from hallwright.scene.walkable import outline_of
from hallwright.wayfinding.grounds import BARE, PLAIN, STRICT, Ground, Sizes, ground_of
from hallwright.wayfinding.linking import Links, link, seen_from
from hallwright.wayfinding.measuring import gate_lengths, landmark_lengths, parts_of
from hallwright.wayfinding.network import Area, Crossing, Floats, Layer, Network, Place, Stands, Street
from hallwright.wayfinding.places import Spot, spots_of
from hallwright.wayfinding.sight import Points, corners, is_free, nearest_free

NEEDED = frozenset({"booth", "exhibit", "facility", "stage", "portal", "spawn"})
TRIES = 8  # squares looked at when a place has no ground at its sides
Sights = tuple[Points, np.ndarray[Any, np.dtype[np.int8]], Links, Floats]


def survey(venue: model.Venue, sizes: Sizes) -> Network:
    """The network of a venue; ``sizes``: width and depth of placements, by id."""
    places: list[Place] = []
    areas = []
    for index, area in enumerate(venue.areas):
        spots = tuple(spots_of(venue, index, sizes))
        layers = (_layer(area, sizes, spots, False), _layer(area, sizes, spots, True))
        areas.append(_area(venue, area, layers, len(places)))
        places += [spot.place for spot in spots]
    return Network(tuple(areas), tuple(places))


def sizes_of(venue: model.Venue, manifest: Mapping[str, Any]) -> dict[str, tuple[float, float]]:
    """Width and depth of every placement: what its layout says, else what the manifest says of its model."""
    models = {exhibit.id: exhibit.model for exhibit in venue.exhibits}
    sizes = {}
    for placement in (placement for area in venue.areas for placement in area.placements):
        width, depth = placement.footprint
        if not (width and depth):
            width, depth = manifest["models"][models[placement.exhibit]]["footprint"]
        sizes[placement.id] = (width * placement.scale, depth * placement.scale)
    return sizes


def _area(venue: model.Venue, area: model.Area, layers: tuple[Layer, Layer], first: int) -> Area:
    ids = [each.id for each in venue.areas]
    portals = tuple(
        (ids.index(portal.to_area), [other.id for other in venue.area(portal.to_area).portals].index(portal.to_portal))
        for portal in area.portals
    )
    streets = tuple(Street(aisle.name, aisle.path, aisle.width) for aisle in area.aisles if aisle.name)
    names = tuple(portal.id for portal in area.portals)
    return Area(area.id, area.name, area.size, first, portals, names, streets, tuple(_crossings(area)), layers)


def _crossings(area: model.Area) -> list[Crossing]:
    found = [
        Crossing(feature.kind, feature.name, outline_of(feature))
        for feature in area.features
        if feature.kind in ("steps", "ramp")
    ]
    for thing in area.structures:
        if thing.kind == "bridge":
            x, z = thing.size[0] / 2, thing.size[1] / 2
            outline = tuple(within(thing.at, thing.facing, a, b) for a, b in ((-x, -z), (x, -z), (x, z), (-x, z)))
            found.append(Crossing("bridge", thing.name, outline))
    return found


def _layer(area: model.Area, sizes: Sizes, spots: Sequence[Spot], rolling: bool) -> Layer:
    """The layer on the strictest public ground that leads to every place; when none does, on the one that leads to
    the most."""
    best: tuple[int, Layer] | None = None
    for how in (STRICT, PLAIN, BARE):
        layer = _layer_on(ground_of(area, sizes, rolling, how), area, spots)
        reached = set(layer.stands.places.tolist())
        missed = sum(spot.place.family in NEEDED for place, spot in enumerate(spots) if place not in reached)
        if best is None or missed < best[0]:
            best = (missed, layer)
        if not missed:
            break
    assert best is not None  # one at least was tried
    return best[1]


def _layer_on(ground: Ground, area: model.Area, spots: Sequence[Spot]) -> Layer:
    arrivals = (*(portal.at for portal in area.portals), *(spawn.at for spawn in area.spawns))
    nodes, quadrants, links, landmarks = _sights(ground, arrivals)
    stands = _stands(ground, arrivals, spots)
    gates = _gates(stands, spots)
    reach, parents, table = gate_lengths(links, stands, gates)
    return Layer(ground, nodes, quadrants, links, landmarks, stands, gates, reach, parents, table)


@lru_cache(maxsize=16)
def _sights(ground: Ground, arrivals: tuple[Point, ...]) -> Sights:
    """The corners of a ground that hang together with most of the arrivals, linked. Kept: most edits of a layout move
    nothing."""
    nodes, quadrants = corners(ground.open, ground.step)
    links = link(ground.open, ground.step, nodes, quadrants)
    parts = parts_of(links)
    votes = np.zeros(int(parts.max()) + 1 if len(parts) else 0)
    votes += np.bincount(parts, minlength=len(votes)) / (len(parts) + 1)
    for at in arrivals:
        for stand in nearest_free(ground.open, ground.step, at, 2.0):
            seen = seen_from(ground.open, ground.step, stand, nodes, quadrants)
            votes[np.unique(parts[seen])] += 1
    if not len(votes):
        return nodes, quadrants, links, landmark_lengths(links)
    kept = parts == np.argmax(votes)
    links = _only(links, kept)
    return nodes[kept], quadrants[kept], links, landmark_lengths(links)


def _only(links: Links, kept: np.ndarray[Any, np.dtype[np.bool_]]) -> Links:
    """The links of these nodes, which link to each other only."""
    number = np.cumsum(kept) - 1
    counts = np.diff(links.starts)
    lines = np.repeat(kept, counts)
    starts = np.concatenate([[0], np.cumsum(counts[kept])])
    return Links(starts.astype(np.int32), number[links.ends[lines]].astype(np.int32), links.lengths[lines])


def _stands(ground: Ground, arrivals: tuple[Point, ...], spots: Sequence[Spot]) -> Stands:
    """For each side of each place the first of its points that is open ground and sees the network."""
    points, places, seen = [], [], []
    for place, spot in enumerate(spots):
        found = [stand for side in spot.sides if (stand := _stand(ground, arrivals, side))]
        if not found and (stand := _stand_near(ground, arrivals, spot.place.at, spot.reach)):
            found = [stand]
        for at, sight in found:
            points.append(at)
            places.append(place)
            seen.append(sight)
    nodes = _sights(ground, arrivals)[0]
    starts = np.concatenate([[0], np.cumsum([len(sight) for sight in seen])]).astype(np.int32)
    ends = np.concatenate([*seen, np.zeros(0, np.intp)]).astype(np.int32)
    spread = np.array(points).reshape(-1, 2)
    lengths = np.hypot(*(nodes[ends] - np.repeat(spread, np.diff(starts), axis=0)).T).astype(np.float32)
    return Stands(spread, np.array(places, np.int32), starts, ends, lengths)


@lru_cache(maxsize=16384)
def _stand(
    ground: Ground, arrivals: tuple[Point, ...], tries: tuple[Point, ...]
) -> tuple[Point, np.ndarray[Any, np.dtype[np.intp]]] | None:
    """The first of some points that is open ground and sees the network, and the nodes it sees."""
    nodes, quadrants, *_ = _sights(ground, arrivals)
    points = np.array(tries).reshape(-1, 2)
    for number in np.flatnonzero(is_free(ground.open, ground.step, points)):
        seen = seen_from(ground.open, ground.step, points[number], nodes, quadrants)
        if len(seen) or not len(nodes):
            return tries[number], seen
    return None


@lru_cache(maxsize=1024)
def _stand_near(
    ground: Ground, arrivals: tuple[Point, ...], at: Point, reach: float
) -> tuple[Point, np.ndarray[Any, np.dtype[np.intp]]] | None:
    near = nearest_free(ground.open, ground.step, at, reach, TRIES)
    return _stand(ground, arrivals, tuple((float(x), float(y)) for x, y in near))


def _gates(stands: Stands, spots: Sequence[Spot]) -> np.ndarray[Any, np.dtype[np.int32]]:
    """The stand of each portal, in the layout's order; -1 for one that cannot be reached."""
    portals = [place for place, spot in enumerate(spots) if spot.place.family == "portal"]
    found = [np.flatnonzero(stands.places == place) for place in portals]
    return np.array([stand[0] if len(stand) else -1 for stand in found], np.int32)
