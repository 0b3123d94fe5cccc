"""A small park and a small street with one of everything that may stand outdoors."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

from hallwright.layout.model import (
    Area,
    Exhibit,
    Feature,
    FeatureKind,
    Placement,
    Prop,
    PropKind,
    Structure,
    StructureKind,
    Venue,
)
from tests.scene.sample import NORTH, SOUTH, booth, park, text, venue

BENT = ((12.0, 12.0), (70.0, 14.0), (88.0, 40.0), (60.0, 86.0), (20.0, 70.0))
WAY = ((10.0, 10.0), (60.0, 14.0), (80.0, 60.0))


def feature(kind: FeatureKind, **more: Any) -> Feature:
    """A piece of ground over several cells: strips where strips are usual, else a polygon."""
    if kind == "runway":
        return replace(Feature(kind, kind, (), ((5.0, 50.0), (95.0, 50.0)), 20.0, False), **more)
    if kind in ("road", "path"):
        return replace(Feature(kind, kind, (), WAY, 6.0, False), **more)
    return replace(Feature(kind, kind, BENT, (), 0.0, True), **more)


def grounds(**more: Any) -> Area:
    """100 × 100 m with every feature, structure and prop."""
    values: dict[str, Any] = {
        "size": (100.0, 100.0),
        "features": tuple(feature(kind) for kind in get_args(FeatureKind)),
        "structures": tuple(
            Structure(kind, kind, (10.0 + 18 * i, 90.0), (12.0, 4.0), 9.0, SOUTH, "#B3202C", text(kind))
            for i, kind in enumerate(get_args(StructureKind))
        ),
        "props": tuple(
            Prop(kind, (4.0 + 4 * i, 5.0), NORTH, 1.0, "", 17 * i) for i, kind in enumerate(get_args(PropKind))
        ),
        "portals": (),
        **more,
    }
    return park(**values)


def street(**more: Any) -> Area:
    """A street of pavilions and stalls."""
    found = [
        booth(f"p{i}", (10.0 + 14 * i, 20.0), type="pavilion", size=(12.0, 9.0), height=5.0, facing=NORTH)
        for i in range(6)
    ]
    found += [booth(f"s{i}", (6.0 + 5 * i, 40.0), type="stall", height=2.8) for i in range(12)]
    return grounds(id="street", kind="street", ground="paving", booths=tuple(found), **more)


def placement(**more: Any) -> Placement:
    """A rocket on a plinth."""
    values: dict[str, Any] = {
        "id": "show",
        "exhibit": "rocket",
        "at": (25.0, 10.0),
        "facing": SOUTH,
        "scale": 1.0,
        "plinth": 0.4,
        "footprint": (0.0, 0.0),
    }
    return Placement(**{**values, **more})


def showing(*areas: Area) -> Venue:
    """A venue of these areas that has a rocket and a sedan to show."""
    exhibits = tuple(Exhibit(model, text(model), model, text("summary")) for model in ("rocket", "ev-sedan"))
    return replace(venue(*areas), exhibits=exhibits)
