"""The shapes everything is made of. Metres, Y up, front along +Z, triangles counter-clockwise from outside.

Every function returns a Primitive of one material; ``color`` (``#rrggbb`` or linear RGB) becomes
vertex colours. ``merge`` joins many into one a material; see also ``sweeping`` and ``transforms``.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.colors import Color
from hallwright.geometry.mesh import FloatArray, IndexArray, Primitive
from hallwright.geometry.sweeping import extrude, lathe, sweep, tube
from hallwright.geometry.transforms import bounds, merge, painted, rotation, tint, transform, triangle_count, weld

__all__ = [
    "bevel_box",
    "bounds",
    "box",
    "cone",
    "cylinder",
    "disc",
    "extrude",
    "grid",
    "lathe",
    "merge",
    "painted",
    "quad",
    "rotation",
    "sphere",
    "sweep",
    "tint",
    "transform",
    "triangle_count",
    "tube",
    "weld",
]

Size = Sequence[float]
ORIGIN = (0.0, 0.0, 0.0)

# A box's faces: outward normal, then four corners (signs), counter-clockwise from outside.
_FACES: dict[str, tuple[tuple[int, int, int], tuple[tuple[int, int, int], ...]]] = {
    "+x": ((1, 0, 0), ((1, -1, 1), (1, -1, -1), (1, 1, -1), (1, 1, 1))),
    "-x": ((-1, 0, 0), ((-1, -1, -1), (-1, -1, 1), (-1, 1, 1), (-1, 1, -1))),
    "+y": ((0, 1, 0), ((-1, 1, 1), (1, 1, 1), (1, 1, -1), (-1, 1, -1))),
    "-y": ((0, -1, 0), ((-1, -1, -1), (1, -1, -1), (1, -1, 1), (-1, -1, 1))),
    "+z": ((0, 0, 1), ((-1, -1, 1), (1, -1, 1), (1, 1, 1), (-1, 1, 1))),
    "-z": ((0, 0, -1), ((1, -1, -1), (-1, -1, -1), (-1, 1, -1), (1, 1, -1))),
}


def box(
    size: Size,
    center: Size = ORIGIN,
    material: str = "matte",
    color: Color | None = None,
    *,
    skip: str = "",
    base: bool = False,
) -> Primitive:
    """A box ``size`` (x, y, z) metres about ``center``; ``base=True`` puts the centre of its underside there.

    ``skip`` names faces to leave out, as in ``"-y -z"``.
    """
    corners, normals, triangles = _faces(skip)
    low = size[1] / 2 if base else 0.0
    half = np.array([size[0] / 2, size[1] / 2, size[2] / 2], np.float32)
    middle = np.array([center[0], center[1] + low, center[2]], np.float32)
    return _colored(Primitive(material, corners * half + middle, normals, triangles), color)


@lru_cache(maxsize=64)
def _faces(skip: str) -> tuple[FloatArray, FloatArray, IndexArray]:
    """Corners (signs), normals and triangles of a box without the faces named in ``skip``."""
    left_out = skip.split()
    faces = [face for name, face in _FACES.items() if name not in left_out]
    corners = np.array([face[1] for face in faces], np.float32).reshape(-1, 3)
    normals = np.repeat(np.array([face[0] for face in faces], np.float32), 4, axis=0)
    return corners, normals, _quads(len(faces))


def bevel_box(
    size: Size,
    center: Size = ORIGIN,
    material: str = "matte",
    color: Color | None = None,
    *,
    bevel: float = 0.02,
    base: bool = False,
) -> Primitive:
    """A box with chamfered edges (44 triangles): its edges catch the light as real ones do."""
    signs, out, normals, triangles = _bevel_template()
    half = np.asarray(size, np.float32) / 2
    inner = half - min(bevel, float(half.min()) * 0.9)
    middle = np.asarray(center, np.float32) + ((0, half[1], 0) if base else ORIGIN)
    positions = np.where(out, half, inner) * signs + middle
    return _colored(Primitive(material, positions.astype(np.float32), normals, triangles), color)


def cylinder(
    radius: float,
    height: float,
    center: Size = ORIGIN,
    material: str = "matte",
    color: Color | None = None,
    *,
    segments: int = 16,
    base: bool = False,
    top_radius: float | None = None,
    caps: bool = True,
) -> Primitive:
    """An upright cylinder about ``center`` (``base=True``: standing on it); ``top_radius`` makes it taper."""
    top = radius if top_radius is None else top_radius
    low, high = (0.0, height) if base else (-height / 2, height / 2)
    profile = [(radius, low), (top, high)]
    if caps:
        profile = [(0.0, low), *profile, (0.0, high)]
    return transform(lathe(profile, segments, material, color), center)


def cone(
    radius: float,
    height: float,
    center: Size = ORIGIN,
    material: str = "matte",
    color: Color | None = None,
    *,
    segments: int = 16,
    base: bool = False,
) -> Primitive:
    """An upright cone, its point up."""
    return cylinder(radius, height, center, material, color, segments=segments, base=base, top_radius=0.0)


def sphere(
    radius: float | Size,
    center: Size = ORIGIN,
    material: str = "matte",
    color: Color | None = None,
    *,
    segments: int = 16,
    rings: int = 8,
) -> Primitive:
    """A ball, or an ellipsoid when ``radius`` is (x, y, z)."""
    angles = np.linspace(-math.pi / 2, math.pi / 2, rings + 1)
    profile = [(abs(float(math.cos(a))) if 0 < i < rings else 0.0, math.sin(a)) for i, a in enumerate(angles)]
    return transform(lathe(profile, segments, material, color, crease=60), center, scale=radius)


def disc(
    radius: float,
    center: Size = ORIGIN,
    material: str = "matte",
    color: Color | None = None,
    *,
    segments: int = 24,
    inner: float = 0.0,
) -> Primitive:
    """A flat round plate that looks up; ``inner`` leaves a hole."""
    return transform(lathe([(radius, 0.0), (inner, 0.0)], segments, material, color), center)


def quad(
    corners: Sequence[Size],
    material: str = "matte",
    color: Color | None = None,
    *,
    uvs: bool = False,
) -> Primitive:
    """Four corners, counter-clockwise from the front, lower left first; ``uvs`` spans the unit square."""
    positions = np.array(corners, np.float32)
    normals = np.empty((4, 3), np.float32)
    normals[:] = _normal(
        [corners[1][i] - corners[0][i] for i in range(3)], [corners[2][i] - corners[0][i] for i in range(3)]
    )
    texture = np.array([[0, 1], [1, 1], [1, 0], [0, 0]], np.float32) if uvs else None
    return _colored(Primitive(material, positions, normals, _quads(1), None, texture), color)


def _normal(a: Sequence[float], b: Sequence[float]) -> tuple[float, float, float]:
    """The unit vector along ``a × b``. In plain numbers: numpy costs more than the sum for one vector."""
    x, y, z = a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    length = math.sqrt(x * x + y * y + z * z) or 1.0
    return x / length, y / length, z / length


def grid(
    corner: Size,
    along: Size,
    across: Size,
    columns: int,
    rows: int,
    material: str = "matte",
    color: Color | None = None,
) -> Primitive:
    """A parallelogram from ``corner`` spanned by ``along`` and ``across``, cut into columns × rows.

    It looks along ``along × across``. Cut surfaces can carry gradients of light in their vertices.
    """
    shares, triangles = _unit_grid(columns, rows)
    span = np.array([along, across], np.float32)
    normals = np.empty((len(shares), 3), np.float32)
    normals[:] = _normal(along, across)
    positions = shares @ span + np.asarray(corner, np.float32)
    return _colored(Primitive(material, positions, normals, triangles), color)


@lru_cache(maxsize=256)
def _unit_grid(columns: int, rows: int) -> tuple[FloatArray, IndexArray]:
    """Shares (u, v) of every point of a grid, and its triangles."""
    u, v = np.meshgrid(np.linspace(0, 1, columns + 1), np.linspace(0, 1, rows + 1))
    return np.stack([u, v], axis=2).reshape(-1, 2).astype(np.float32), lattice(columns, rows)


def lattice(columns: int, rows: int) -> IndexArray:
    """Triangles (2·columns·rows, 3) over (rows+1) × (columns+1) points laid out row by row."""
    step = columns + 1
    start = np.arange(rows, dtype=np.uint32)[:, None] * step + np.arange(columns, dtype=np.uint32)
    pattern = np.array([0, 1, step + 1, 0, step + 1, step], np.uint32)
    triangles: IndexArray = (start.reshape(-1, 1) + pattern).astype(np.uint32).reshape(-1, 3)
    return triangles


@lru_cache(maxsize=64)
def _quads(count: int) -> IndexArray:
    pattern: IndexArray = np.array([[0, 1, 2], [0, 2, 3]], np.uint32)
    triangles: IndexArray = (np.arange(count, dtype=np.uint32)[:, None, None] * 4 + pattern).reshape(-1, 3)
    return triangles


def _colored(primitive: Primitive, color: Color | None) -> Primitive:
    return primitive if color is None else tint(primitive, color)


@lru_cache(maxsize=1)
def _bevel_template() -> tuple[FloatArray, NDArray[np.bool_], FloatArray, IndexArray]:
    """Signs (n, 3) and which axis each vertex is pushed out along (n, 3), normals and triangles of a bevel box."""
    faces: list[list[_Corner]] = []
    for axis in range(3):
        faces += [_bevel_side(axis, sign) for sign in (-1, 1)]
        faces += [_bevel_edge(axis, sb, sc) for sb in (-1, 1) for sc in (-1, 1)]
    faces += [[((x, y, z), axis) for axis in range(3)] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)]
    signs: list[tuple[int, ...]] = []
    out: list[NDArray[np.bool_]] = []
    normals: list[NDArray[np.float64]] = []
    triangles: list[tuple[int, int, int]] = []
    for face in faces:
        points = [np.array(sign) * np.where(np.arange(3) == axis, 1.0, 0.9) for sign, axis in face]
        normal = np.cross(points[1] - points[0], points[2] - points[0])
        if np.dot(normal, np.mean(points, axis=0)) < 0:
            face, normal = face[::-1], -normal
        triangles += [(len(signs), len(signs) + i, len(signs) + i + 1) for i in range(1, len(face) - 1)]
        normals += [normal / np.linalg.norm(normal)] * len(face)
        signs += [sign for sign, _ in face]
        out += [np.arange(3) == axis for _, axis in face]
    return np.array(signs, np.float32), np.array(out), np.array(normals, np.float32), np.array(triangles, np.uint32)


_Corner = tuple[tuple[int, ...], int]


def _signs(axis: int, values: tuple[int, int, int]) -> tuple[int, ...]:
    """Signs in x, y, z order, given for ``axis`` and the two axes after it."""
    sign = [0, 0, 0]
    sign[axis], sign[(axis + 1) % 3], sign[(axis + 2) % 3] = values
    return tuple(sign)


def _bevel_side(axis: int, sign: int) -> list[_Corner]:
    return [(_signs(axis, (sign, sb, sc)), axis) for sb, sc in ((-1, -1), (1, -1), (1, 1), (-1, 1))]


def _bevel_edge(axis: int, sb: int, sc: int) -> list[_Corner]:
    low, high = _signs(axis, (-1, sb, sc)), _signs(axis, (1, sb, sc))
    b, c = (axis + 1) % 3, (axis + 2) % 3
    return [(low, b), (high, b), (high, c), (low, c)]
