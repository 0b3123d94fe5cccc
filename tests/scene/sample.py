"""A small venue with one of everything that a hall may hold, made without a layout file."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any, get_args

from hallwright.layout.model import (
    Aisle,
    Area,
    Booth,
    Column,
    Door,
    Exhibit,
    Exhibitor,
    Facility,
    FacilityKind,
    Feature,
    Light,
    Place,
    Portal,
    Sign,
    SignKind,
    Spawn,
    Stage,
    Structure,
    Text,
    Venue,
    Wall,
    Zone,
)

SOUTH, NORTH, EAST, WEST = math.pi, 0.0, math.pi / 2, 3 * math.pi / 2
HERE = Place("sample.yaml", 1, 1)


def text(word: str) -> Text:
    return Text(word, f"{word}·中文")


def booth(name: str, at: tuple[float, float], **more: Any) -> Booth:
    """A shell-scheme booth of 3 × 3 m that looks south, unless ``more`` says otherwise."""
    values: dict[str, Any] = {
        "id": name,
        "number": name.upper(),
        "type": "shell",
        "kind": "shell",
        "at": at,
        "size": (3.0, 3.0),
        "height": 2.5,
        "facing": SOUTH,
        "open": ("front",),
        "zone": "a",
        "fascia": text(name),
        "exhibitor": "maker",
        "exhibits": (),
        "color": "#1F6FB2",
        "furniture": ("counter", "stool", "shelf", "lightbox"),
        "place": HERE,
    }
    return Booth(**{**values, **more})


def island(name: str, at: tuple[float, float], side: float, **more: Any) -> Booth:
    """An island stand, open on all sides."""
    furniture = ("counter", "table", "chair", "sofa", "display", "screen", "plant", "totem")
    return booth(
        name,
        at,
        **{
            "type": "island",
            "size": (side, side),
            "height": 5.0,
            "furniture": furniture,
            "open": ("front", "right", "back", "left"),
            **more,
        },
    )


def hall(**more: Any) -> Area:
    """A hall of 50 × 50 m."""
    square = ((0.2, 0.2), (49.8, 0.2), (49.8, 49.8), (0.2, 49.8), (0.2, 0.2))
    area = Area(
        id="hall",
        kind="hall",
        name=text("hall"),
        size=(50.0, 50.0),
        origin=(0.0, 0.0),
        height=14.0,
        time="day",
        ground="concrete",
        cell=25.0,
        zones=(
            Zone("a", "A", text("zone a"), "#1F6FB2", ((2, 27), (48, 27), (48, 48), (2, 48)), (25.0, 28.0), SOUTH, 6.0),
        ),
        walls=(Wall(square, 14.0, 0.4, "solid"), Wall(((40.0, 3.0), (40.0, 9.0)), 3.0, 0.12, "glass")),
        columns=(Column((12.5, 24.0), 0.8, 14.0), Column((37.5, 24.0), 0.8, 14.0, True)),
        doors=(
            Door("west", "entrance", (0.0, 24.0), 6.0, 3.5, WEST, text("entrance")),
            Door("out", "emergency", (49.8, 10.0), 2.4, 2.4, EAST, text("exit")),
        ),
        aisles=(Aisle("main", ((1.0, 24.0), (49.0, 24.0)), 6.0, "concrete", True, text("aisle")),),
        booths=(
            booth("a1", (6.5, 33.5), open=("front", "right")),
            booth("a2", (9.5, 33.5)),
            booth("a3", (9.5, 36.5), facing=NORTH),
            island("a4", (20.0, 38.0), 9.0),
            island("a5", (32.0, 38.0), 6.0),
        ),
        stages=(Stage("stage", text("stage"), (42.0, 40.0), (8.0, 5.0), 0.8, SOUTH, (6.0, 3.0), 3, 8, "#B3202C"),),
        signs=tuple(
            Sign(
                f"sign-{kind}",
                kind,
                (6.0 + 4 * i, 20.0),
                WEST,
                (2.0, 1.0),
                0.0 if kind in ("totem", "board") else 4.0,
                text(kind),
                "#1F6FB2",
            )
            for i, kind in enumerate(get_args(SignKind))
        ),
        facilities=tuple(
            Facility(f"place-{kind}", kind, (6.0 + 9 * (i % 5), 5.0 + 8 * (i // 5)), (6.0, 4.0), NORTH, text(kind))
            for i, kind in enumerate(get_args(FacilityKind))
        ),
        spawns=(Spawn("start", (3.0, 24.0), EAST, True),),
        lights=(Light("pool", (25.0, 24.0), 12.0, "#FFE2B8", 6.0, 0.8),),
    )
    return replace(area, **more)


def park(**more: Any) -> Area:
    """A lawn of 40 × 40 m with a pond across it and a bridge over the pond."""
    area = Area(
        id="park",
        kind="park",
        name=text("park"),
        size=(40.0, 40.0),
        origin=(0.0, 60.0),
        height=0.0,
        time="dusk",
        ground="grass",
        cell=40.0,
        aisles=(Aisle("path", ((2.0, 2.0), (14.0, 10.0)), 3.0, "paving", False),),
        features=(Feature("pond", "water", ((0, 18), (40, 18), (40, 24), (0, 24)), (), 0.0, True),),
        structures=(Structure("bridge", "bridge", (20.0, 21.0), (4.0, 12.0), 1.0, NORTH, "#8A6B4A"),),
        spawns=(Spawn("lawn", (20.0, 6.0), NORTH, True),),
        portals=(Portal("home", (20.0, 1.0), SOUTH, 4.0, "hall", "none", text("home")),),
    )
    return replace(area, **more)


def venue(*areas: Area) -> Venue:
    """A venue of these areas, or of the hall and the park."""
    makers = (Exhibitor("maker", text("maker"), "CN", (text("product"),)),)
    exhibits = (Exhibit("gadget", text("gadget"), "gadget", text("what it does")),)
    return Venue("sample", text("sample"), text("theme"), True, makers, exhibits, areas or (hall(), park()))
