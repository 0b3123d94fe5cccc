"""Booths: shell-scheme cells and island stands. Pavilions and stalls have a builder of their own."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from hallwright.geometry.colors import hex_of, mix, readable_on
from hallwright.geometry.mesh import Mesh
from hallwright.geometry.occlusion import bake
from hallwright.geometry.shapes import merge, weld
from hallwright.layout.model import Booth, Side, Text
from hallwright.scene.branding import BRANDED, Dress, dress
from hallwright.scene.furnishing import Furnishing, furnish
from hallwright.scene.graph import Group, Label, Node, Part
from hallwright.scene.materials import GRAPHITE, PAPER
from hallwright.scene.pieces.architectures import structure
from hallwright.scene.pieces.furniture import furniture
from hallwright.scene.pieces.shell_scheme import (
    DESIGNS,
    FASCIA_HIGH,
    FASCIA_LOW,
    INSET,
    SIDES,
    carpet,
    frame,
    picture,
    side_frame,
)
from hallwright.scene.pieces.stand_plans import stand_plan
from hallwright.scene.pieces.stands import Panel
from hallwright.scene.planning import Setting, part, seed_of
from hallwright.scene.pose import Pose


@dataclass(frozen=True, slots=True)
class Stand:
    """A booth and what its building needs to know of the rest of the venue."""

    booth: Booth
    products: tuple[Text, ...]
    ceiling: float


def plan(setting: Setting) -> Iterator[Part]:
    """One part a booth."""
    for booth in setting.area.booths:
        if booth.type in ("shell", "island"):
            exhibitor = setting.exhibitors.get(booth.exhibitor)
            products = exhibitor.products[:2] if exhibitor else ()
            yield part("booths", booth.id, booth.at, Stand(booth, products, setting.area.height))


def make(planned: Part) -> Group:
    """A booth with its walls, carpet, furniture and names."""
    stand = planned.subject
    assert isinstance(stand, Stand)
    pose = Pose(stand.booth.at, stand.booth.facing, stand.booth.id)
    return _island(planned.id, stand, pose) if stand.booth.type == "island" else _shell(planned.id, stand, pose)


def _shell(name: str, stand: Stand, pose: Pose) -> Group:
    booth, worn = stand.booth, dress(stand.booth)
    width, depth = booth.size
    nodes = [
        pose.node("frame", frame(width, depth, booth.height, booth.open)),
        pose.node("carpet", carpet(width, depth, booth.height, booth.open, booth.color, worn.felt)),
        *_furniture(booth, furnish(booth), pose),
    ]
    if "back" not in booth.open:
        nodes.append(
            pose.node(
                "picture", picture(width, depth, booth.height, worn.brand, (worn.look * 3 + worn.seed % 3) % DESIGNS)
            )
        )
    labels = [label for side in SIDES if side in booth.open for label in _fascia(booth, side, pose)]
    if "back" not in booth.open:
        labels.append(_backdrop(stand, worn, pose))
    return Group(name, tuple(nodes), tuple(labels))


def _island(name: str, stand: Stand, pose: Pose) -> Group:
    booth = stand.booth
    layout = stand_plan(booth)
    built = structure(booth.size, booth.height, booth.color, stand.ceiling, layout)
    shaded = bake(
        merge(built.near), occluders=[p for p in built.far if p.material != "glow"], reach=2.6, strength=0.6, rays=9
    )
    mesh = Mesh(f"stand/{_digest(stand)}", tuple(weld(p) for p in shaded), tuple(merge(built.far)))
    names = (_name_panel(booth, panel, index, pose) for index, panel in enumerate(built.panels))
    labels = (*names, _floor_number(booth, pose))
    return Group(name, (pose.node("stand", mesh), *_furniture(booth, layout.furniture, pose)), labels)


def _floor_number(booth: Booth, pose: Pose) -> Label:
    """The number of an island stand, on the floor at its front corner, read on the way in."""
    at = (booth.size[0] / 2 - 0.95, 0.022, booth.size[1] / 2 - 0.55)
    return pose.label(
        "number",
        at,
        (1.3, 0.6),
        zh=booth.number,
        en="",
        foreground=readable_on(booth.color),
        background=booth.color,
        px_per_m=90.0,
        style="floor",
        pitch=math.pi / 2,
    )


def _digest(stand: Stand) -> str:
    return blake2b(repr(stand).encode(), digest_size=8).hexdigest()


def _name_panel(booth: Booth, panel: Panel, index: int, pose: Pose) -> Label:
    """The exhibitor's name on the stand; the number beside it on the largest panels."""
    wide, tall = panel.size
    return pose.label(
        f"name-{index}",
        panel.at,
        (wide, tall),
        panel.yaw,
        zh=booth.fascia.zh,
        en=booth.fascia.en,
        foreground=readable_on(booth.color),
        background=booth.color,
        px_per_m=min(90.0, 420 / wide),
        style="banner",
        far=index == 0,
    )


def _furniture(booth: Booth, items: Sequence[Furnishing], pose: Pose) -> Iterator[Node]:
    for index, item in enumerate(items):
        own = booth.type == "shell" and item.kind in BRANDED
        color = dress(booth).brand if own else booth.color
        mesh = furniture(item.kind, _tone(item.kind, color, item.seed), item.seed)
        yield pose.node(f"{item.kind}-{index}", mesh, item.x, 0.014, item.z, item.yaw)


def _tone(kind: str, color: str, seed: int) -> str:
    """Seats vary between the zone's colour, white and graphite; the rest carries the colour as it is."""
    if kind in ("chair", "stool"):
        return (color, PAPER, GRAPHITE)[seed % 3]
    return hex_of(mix(color, GRAPHITE, 0.3)) if kind == "sofa" else color


def _fascia(booth: Booth, side: Side, pose: Pose) -> Iterator[Label]:
    """The name board over an open side, the booth's number in the zone's colour beside it."""
    length, (x, z), yaw = side_frame(side, *booth.size)
    low, high = booth.height - FASCIA_LOW + 0.02, booth.height - FASCIA_HIGH - 0.02
    tall, out = high - low, 0.019
    block = 0.62
    wide = length - 2 * INSET - 0.1 - block
    for name, middle, span, text, ink, paper in (
        ("fascia", -block / 2, wide, booth.fascia, GRAPHITE, PAPER),
        ("number", wide / 2, block, Text(booth.number, booth.number), readable_on(booth.color), booth.color),
    ):
        at = _before(side, x, z, middle, out)
        yield pose.label(
            f"{name}-{side}",
            (at[0], (low + high) / 2, at[1]),
            (span, tall),
            yaw + math.pi,
            zh=text.zh,
            en=text.en if text.en != text.zh else "",
            foreground=ink,
            background=paper,
            px_per_m=120.0,
            style="fascia" if name == "fascia" else "number",
        )


def _before(side: Side, x: float, z: float, along: float, out: float) -> tuple[float, float]:
    """The point ``along`` to the right (as one reads it from outside) and ``out`` before the middle of a side."""
    return {
        "front": (x + along, z + out),
        "back": (x - along, z - out),
        "left": (x + out, z - along),
        "right": (x - out, z + along),
    }[side]


def _backdrop(stand: Stand, worn: Dress, pose: Pose) -> Label:
    """What the booth shows, printed on its back wall, above all furniture."""
    booth, seed = stand.booth, seed_of(stand.booth.id)
    text = stand.products[seed % len(stand.products)] if stand.products else booth.fascia
    wide = min(booth.size[0] * 0.6, 2.0)
    z = -booth.size[1] / 2 + INSET + 0.034
    return pose.label(
        "backdrop",
        (0.0, booth.height - 0.3, z),
        (wide, 0.3),
        zh=text.zh,
        en=text.en,
        foreground=readable_on(worn.brand),
        background=worn.brand,
        px_per_m=90.0,
        style="banner",
    )
