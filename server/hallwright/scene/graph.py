"""The scene as frozen values, between the venue and its files.

Frame of an area's scene: metres, right-handed, Y up, X east, Z **south**
(Z = -y of the plan), origin at the area's south-west corner. A mesh's front
looks along +Z, as glTF asks of an asset, so a thing with bearing b (clockwise
from north) is turned by the yaw ``pi - b`` about +Y. Colours are linear RGB.
Nothing here knows glTF; nothing here changes after it is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.mesh import Mesh

Vector = tuple[float, float, float]
Quaternion = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Material:
    """A physical surface. Few, named; see ``scene/materials.py``.

    ``base_color`` linear RGBA; ``alpha`` 'opaque' or 'blend'; ``emissive`` linear RGB;
    ``atlas`` True when the base colour comes from the cell's sign atlas; ``unlit`` True when it is shown
    in its own colour whatever the light (KHR_materials_unlit).
    """

    name: str
    base_color: tuple[float, float, float, float]
    metallic: float = 0.0
    roughness: float = 0.9
    emissive: Vector = (0.0, 0.0, 0.0)
    alpha: Literal["opaque", "blend"] = "opaque"
    double_sided: bool = False
    atlas: bool = False
    unlit: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A mesh placed in an area. ``owner`` is the id of the booth, exhibit, sign … it belongs to
    (what a click on it means). Nodes of one mesh in one cell become one instanced node."""

    name: str
    mesh: Mesh
    translation: Vector
    yaw: float = 0.0
    scale: Vector = (1.0, 1.0, 1.0)
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A flat text panel: a fascia, a banner, a sign. It becomes a quad in the cell's sign mesh and a
    rectangle in the cell's atlas. ``translation`` is the quad's centre, its face looks along +Z before
    ``yaw``; ``pitch`` (radians) is applied before ``yaw`` and tips the face up: pi/2 lays it on the floor,
    its top to the north. Width and height in metres; ``px_per_m`` the resolution wanted near. Lines are
    drawn from the top, zh first and large, en below at 60 %. ``far`` says that it shows in the far detail
    too."""

    name: str
    translation: Vector
    yaw: float
    width: float
    height: float
    zh: str
    en: str
    foreground: str
    background: str
    px_per_m: float = 64.0
    style: Literal["fascia", "banner", "sign", "number", "screen", "floor"] = "sign"
    icon: str = ""
    pitch: float = 0.0
    double_sided: bool = False
    far: bool = False
    owner: str = ""
    emissive: bool = False


@dataclass(frozen=True, slots=True)
class Hero:
    """A model of the catalogue placed in an area; it has GLBs of its own, shared by all its
    placements, and its far form stands in the far detail of its cell."""

    id: str
    exhibit: str
    model: str
    translation: Vector
    yaw: float
    scale: float
    radius: float


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the scene that is planned but not made: one thing of the layout (a booth, a sign,
    a square of floor) and the builder that makes it. Cheap, picklable, and all that an incremental
    build compares: equal ``key`` means equal content. ``anchor`` (x, z) decides the cell."""

    id: str
    key: str
    anchor: tuple[float, float]
    builder: str
    subject: object


@dataclass(frozen=True, slots=True)
class Group:
    """A part, made: what one thing of the layout brings to the scene."""

    id: str
    nodes: tuple[Node, ...] = ()
    labels: tuple[Label, ...] = ()
    heroes: tuple[Hero, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Walkable:
    """Where feet may go: ``free`` (rows, columns) bool, row 0 at the south edge, each square
    ``step`` metres wide; already shrunk by a visitor's radius."""

    step: float
    free: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Environment:
    """What lights an area in the viewer: 'hall', 'day' or 'dusk', exposure, and fog in metres."""

    sky: Literal["hall", "day", "dusk"]
    exposure: float
    fog_color: str
    fog_near: float
    fog_far: float
    sun: Vector | None


@dataclass(frozen=True, slots=True, eq=False)
class AreaScene:
    """The scene of one area: its parts, planned; ``scene.compiling.realise(part)`` makes a Group of each,
    in whichever process needs it."""

    id: str
    size: tuple[float, float]
    height: float
    cell: float
    parts: tuple[Part, ...]
    walkable: Walkable
    environment: Environment


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The scene of a venue; ``materials`` by name."""

    venue: str
    materials: dict[str, Material]
    areas: tuple[AreaScene, ...]
