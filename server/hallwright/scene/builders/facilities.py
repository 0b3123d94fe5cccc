"""Service points: registration, information, cafés, toilets, first aid, cloakrooms, lounges and the like."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shapes import box, transform
from hallwright.layout.model import Facility
from hallwright.scene.graph import Group, Label, Node, Part
from hallwright.scene.kits import kit
from hallwright.scene.pieces import services
from hallwright.scene.pieces.furniture import furniture
from hallwright.scene.planning import Setting, part
from hallwright.scene.pose import Pose

Make = Callable[[float, float], list[Primitive]]
_MAKE: dict[str, Make] = {
    "registration": services.registration,
    "information": services.information,
    "cafe": services.cafe,
    "toilets": services.toilets,
    "first-aid": services.first_aid,
    "cloakroom": services.cloakroom,
    "lounge": services.lounge,
    "meeting": services.meeting,
    "charging": services.charging,
    "service": services.service,
}
# Where the name goes: (height of its middle, depth as a share of the footprint, metres before that, its height).
_SIGN: dict[str, tuple[float, float, float, float]] = {
    "registration": (3.0, -0.5, 0.36, 0.56),
    "information": (3.05, 0.0, 0.0, 0.5),
    "cafe": (2.8, -0.5, 0.28, 0.56),
    "toilets": (2.7, 0.5, 0.06, 0.7),
    "first-aid": (2.7, 0.5, 0.06, 0.7),
    "cloakroom": (2.6, -0.5, 0.26, 0.56),
    "lounge": (2.6, -0.5, 0.44, 0.56),
    "meeting": (2.84, 0.5, 0.07, 0.44),
    "charging": (2.0, -0.5, 0.24, 0.56),
    "service": (2.7, 0.5, 0.06, 0.7),
}

_WALLED = frozenset({"registration", "cafe", "cloakroom", "charging", "meeting"})


def plan(setting: Setting) -> Iterator[Part]:
    """One part a service point."""
    for facility in setting.area.facilities:
        yield part("facilities", facility.id, facility.at, facility)


def make(planned: Part) -> Group:
    """Its building, its furniture, its name with a pictogram."""
    facility = planned.subject
    assert isinstance(facility, Facility)
    pose = Pose(facility.at, facility.facing, facility.id)
    nodes: list[Node] = [pose.node(facility.kind, body_of(facility))]
    color = services.TINTS[facility.kind]
    for index, item in enumerate(services.seating(facility.kind, *facility.size)):
        nodes.append(
            pose.node(f"{item.kind}-{index}", furniture(item.kind, color, item.seed), item.x, 0.012, item.z, item.yaw)
        )
    return Group(planned.id, tuple(nodes), tuple(_labels(facility, pose)))


def body_of(facility: Facility) -> Mesh:
    """The shared mesh of a kind of service point in its size."""
    width, depth = facility.size
    color = services.TINTS[facility.kind]
    make_near = _MAKE[facility.kind]
    solid = facility.kind in ("toilets", "first-aid", "service", "meeting")
    deep = depth if solid else 0.5
    return kit(
        f"facility/{facility.kind}/{width:g}x{depth:g}",
        lambda: make_near(width, depth),
        lambda: (
            services.block_far(width, depth, 3.2, color) if solid else _open_far(facility.kind, width, depth, color)
        ),
        reach=2.0 if deep else 1.0,
        strength=0.7,
    )


def _open_far(kind: str, width: float, depth: float, color: str) -> list[Primitive]:
    """The back wall and the counter of an open service point; the ring of an information desk."""
    if kind == "information":
        side = min(width, depth) * 0.8
        return [
            box((side, 1.1, side), (0, 0, 0), "satin", "#F4F5F3", base=True, skip="-y"),
            box((side * 0.7, 0.6, side * 0.7), (0, 2.75, 0), "satin", color, base=True),
        ]
    wide = width if kind != "lounge" else width * 0.3
    wall = services.block_far(wide, 0.2, 3.2, color)
    pieces = [transform(piece, (0, 0, -depth / 2 + 0.12)) for piece in wall]
    if kind != "lounge":
        pieces.append(box((width * 0.7, 1.1, 0.6), (0, 0, depth * 0.1), "satin", "#F4F5F3", base=True, skip="-y"))
    return pieces


def _labels(facility: Facility, pose: Pose) -> Iterator[Label]:
    kind, (width, depth) = facility.kind, facility.size
    middle, share, out, tall = _SIGN[kind]
    wide = min(width * (0.28 if kind == "lounge" else 0.6), 5.0)
    more = {
        "zh": facility.name.zh,
        "en": facility.name.en,
        "foreground": "#FFFFFF",
        "background": services.TINTS[kind],
        "px_per_m": 72.0,
        "style": "sign",
        "icon": kind,
    }
    turns = (0.0, math.pi / 2, math.pi, -math.pi / 2)
    faces = [(yaw, min(width, depth) * 0.31) for yaw in turns] if kind == "information" else [(0.0, 0.0)]
    for index, (yaw, radius) in enumerate(faces):
        at = (math.sin(yaw) * radius, middle, math.cos(yaw) * radius) if radius else (0.0, middle, share * depth + out)
        yield pose.label(f"name-{index}", at, (radius * 1.1 if radius else wide, tall), yaw, far=index == 0, **more)
    if kind in _WALLED:
        yield pose.label("name-back", (0.0, middle, -depth / 2 - 0.03), (wide, tall), math.pi, **more)
