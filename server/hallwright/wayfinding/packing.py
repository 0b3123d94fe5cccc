"""A network as bytes and back: arrays as numpy writes them, all else as JSON, in one archive."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallwright.layout.model import Text
from hallwright.wayfinding.grounds import made
from hallwright.wayfinding.linking import Links
from hallwright.wayfinding.network import Area, Crossing, Layer, Network, Place, Stands, Street

Arrays = Mapping[str, NDArray[Any]]
LAYERS = ("foot", "rolling")


def pack(network: Network) -> bytes:
    """The bytes of a network."""
    arrays: dict[str, Any] = {
        f"{number}/{name}/{key}": array
        for number, area in enumerate(network.areas)
        for name, layer in zip(LAYERS, area.layers, strict=True)
        for key, array in _arrays(layer)
    }
    about = {
        "areas": [
            {
                "id": area.id, "name": asdict(area.name), "size": area.size, "first": area.first,
                "portals": area.portals, "portal_ids": area.portal_ids, "step": area.layers[0].ground.step,
                "streets": [asdict(street) for street in area.streets],
                "crossings": [asdict(crossing) for crossing in area.crossings],
            }
            for area in network.areas
        ],
        "places": [asdict(place) for place in network.places],
    }
    text = json.dumps(about, ensure_ascii=False).encode("utf-8")
    file = io.BytesIO()
    np.savez(file, allow_pickle=False, about=np.frombuffer(text, np.uint8), **arrays)
    return file.getvalue()


def unpack(content: bytes) -> Network:
    """The network that was packed; raises ValueError or KeyError for other bytes."""
    with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
        about = json.loads(arrays["about"].tobytes().decode("utf-8"))
        areas = tuple(_area(number, entry, arrays) for number, entry in enumerate(about["areas"]))
    return Network(areas, tuple(_place(entry) for entry in about["places"]))


def _arrays(layer: Layer) -> Iterator[tuple[str, NDArray[Any]]]:
    ground, links, stands = layer.ground, layer.links, layer.stands
    yield "shape", np.array(ground.free.shape)
    yield "free", np.packbits(ground.free)
    yield "open", np.packbits(ground.open)
    yield "pockets", ground.pockets
    yield "nodes", layer.nodes
    yield "quadrants", layer.quadrants
    yield from (("link_starts", links.starts), ("link_ends", links.ends), ("link_lengths", links.lengths))
    yield "landmarks", layer.landmarks
    yield from (("stand_points", stands.points), ("stand_places", stands.places), ("stand_starts", stands.starts))
    yield from (("stand_nodes", stands.nodes), ("stand_lengths", stands.lengths))
    yield from (("gates", layer.gates), ("reach", layer.reach), ("parents", layer.parents), ("table", layer.table))


def _layer(step: float, prefix: str, arrays: Arrays) -> Layer:
    def get(key: str) -> NDArray[Any]:
        return arrays[f"{prefix}/{key}"]

    rows, columns = get("shape").tolist()
    free, public = (
        np.unpackbits(get(key), count=rows * columns).view(np.bool_).reshape(rows, columns) for key in ("free", "open")
    )
    links = Links(get("link_starts"), get("link_ends"), get("link_lengths"))
    stands = Stands(*(get(f"stand_{key}") for key in ("points", "places", "starts", "nodes", "lengths")))
    return Layer(
        made(step, free, public, get("pockets")), get("nodes"), get("quadrants"), links, get("landmarks"), stands,
        get("gates"), get("reach"), get("parents"), get("table"),
    )


def _area(number: int, entry: Mapping[str, Any], arrays: Arrays) -> Area:
    foot, rolling = (_layer(entry["step"], f"{number}/{name}", arrays) for name in LAYERS)
    streets = tuple(Street(Text(**each["name"]), _line(each["path"]), each["width"]) for each in entry["streets"])
    crossings = tuple(
        Crossing(each["kind"], Text(**each["name"]) if each["name"] else None, _line(each["outline"]))
        for each in entry["crossings"]
    )
    portals = tuple((area, portal) for area, portal in entry["portals"])
    (width, depth), names = entry["size"], tuple(entry["portal_ids"])
    return Area(
        entry["id"], Text(**entry["name"]), (width, depth), entry["first"], portals, names, streets, crossings,
        (foot, rolling),
    )


def _line(points: list[list[float]]) -> tuple[tuple[float, float], ...]:
    return tuple((float(x), float(y)) for x, y in points)


def _place(entry: Mapping[str, Any]) -> Place:
    (x, y), (width, depth) = entry["at"], entry["size"]
    return Place(
        entry["id"], entry["family"], entry["kind"], entry["area"], Text(**entry["name"]), (x, y), (width, depth),
        entry["facing"], tuple(entry["also"]),
    )
