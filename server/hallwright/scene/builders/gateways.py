"""Zone gateways: a portal frame in the zone's colour with its letter and name, and the letter on the floor."""

from __future__ import annotations

import math
from collections.abc import Iterator

from hallwright.geometry.colors import mix, readable_on
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import bevel_box, box, quad
from hallwright.layout.model import Zone
from hallwright.scene.graph import Group, Label, Part
from hallwright.scene.kits import kit
from hallwright.scene.materials import PAPER
from hallwright.scene.planning import Setting, part
from hallwright.scene.pose import Pose

HEIGHT, BEAM = 5.4, 1.15
PYLON, THICK = 1.15, 0.55  # width and depth of a pylon


def plan(setting: Setting) -> Iterator[Part]:
    """One part a zone that has a gateway."""
    for zone in setting.area.zones:
        if zone.gateway is not None:
            yield part("gateways", f"gateway-{zone.id}", zone.gateway, zone)


def make(planned: Part) -> Group:
    """The frame, letters on both pylons, the name on both sides of the beam, the letter on the floor."""
    zone = planned.subject
    assert isinstance(zone, Zone) and zone.gateway is not None
    pose = Pose(zone.gateway, zone.gateway_facing, planned.id)
    width = zone.gateway_width
    mesh = kit(
        f"gateway/{width:g}/{zone.color}",
        lambda: _pieces(width, zone.color),
        lambda: _far(width, zone.color),
        reach=2.0,
    )
    return Group(planned.id, (pose.node("frame", mesh),), tuple(_labels(zone, pose)))


def pylon_offset(width: float) -> float:
    """How far a pylon's middle is from the gateway's, so that ``width`` metres stay free between them."""
    return width / 2 + PYLON / 2


def _pieces(width: float, color: str) -> list[Primitive]:
    out = pylon_offset(width)
    deep = mix(color, "#0A141C", 0.45)
    pieces: list[Primitive] = []
    for side in (-1, 1):
        pieces += [
            bevel_box((PYLON, HEIGHT, THICK), (side * out, 0, 0), "satin", color, bevel=0.05, base=True),
            box((PYLON + 0.06, 0.3, THICK + 0.06), (side * out, 0, 0), "matte", deep, base=True, skip="-y"),
            skirt(PYLON, THICK, (side * out, 0), reach=0.5, dark=0.5),
        ]
        x = side * (width / 2 + 0.06)
        for z in (THICK / 2 + 0.006, -THICK / 2 - 0.006):
            a, b = (x - 0.03, x + 0.03) if z > 0 else (x + 0.03, x - 0.03)
            pieces.append(quad([(a, 0.3, z), (b, 0.3, z), (b, HEIGHT - BEAM, z), (a, HEIGHT - BEAM, z)], "glow", PAPER))
    beam = bevel_box(
        (width + 2 * PYLON + 0.5, BEAM, THICK + 0.12), (0, HEIGHT - BEAM, 0), "satin", PAPER, bevel=0.05, base=True
    )
    stripe = box(
        (width + 2 * PYLON + 0.52, 0.14, THICK + 0.14), (0, HEIGHT - BEAM - 0.02, 0), "satin", color, base=True
    )
    light = quad(
        [
            (-width / 2, HEIGHT - BEAM - 0.03, -0.04),
            (width / 2, HEIGHT - BEAM - 0.03, -0.04),
            (width / 2, HEIGHT - BEAM - 0.03, 0.04),
            (-width / 2, HEIGHT - BEAM - 0.03, 0.04),
        ],
        "glow",
        PAPER,
    )
    return [*pieces, beam, stripe, light]


def _far(width: float, color: str) -> list[Primitive]:
    out = pylon_offset(width)
    pylons = [
        box((PYLON, HEIGHT, THICK), (side * out, 0, 0), "satin", color, base=True, skip="-y +y") for side in (-1, 1)
    ]
    return [
        *pylons,
        box((width + 2 * PYLON + 0.5, BEAM, THICK + 0.12), (0, HEIGHT - BEAM, 0), "satin", PAPER, base=True),
    ]


def _labels(zone: Zone, pose: Pose) -> Iterator[Label]:
    width, ink = zone.gateway_width, readable_on(zone.color)
    for name, yaw in (("front", 0.0), ("back", math.pi)):
        face = 1 if yaw == 0 else -1
        yield pose.label(
            f"name-{name}",
            (0, HEIGHT - BEAM / 2 + 0.05, face * (THICK / 2 + 0.07)),
            (width + 2 * PYLON, BEAM - 0.25),
            yaw,
            zh=zone.name.zh,
            en=zone.name.en,
            foreground="#20262B",
            background=PAPER,
            px_per_m=64.0,
            style="banner",
            far=True,
        )
        for side in (-1, 1):
            yield pose.label(
                f"letter-{name}-{side}",
                (side * pylon_offset(width), 3.0, face * (THICK / 2 + 0.01)),
                (0.86, 1.5),
                yaw,
                zh=zone.letter,
                en="",
                foreground=ink,
                background=zone.color,
                px_per_m=72.0,
                style="number",
                far=True,
            )
    yield pose.label(
        "floor",
        (0, 0.012, 2.2),
        (2.0, 2.0),
        0.0,
        zh=zone.letter,
        en="",
        foreground=ink,
        background=zone.color,
        px_per_m=48.0,
        style="floor",
        pitch=math.pi / 2,
    )
