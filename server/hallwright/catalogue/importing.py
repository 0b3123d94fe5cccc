"""Model files that somebody made, as dishes like those of recipes: opened, put upright on the floor, mended,
brought within the budgets of the near and the far form, and shaded by the same occlusion."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hallwright.catalogue.card import Stance
from hallwright.catalogue.measuring import measure
from hallwright.catalogue.opening import complain, opened
from hallwright.catalogue.plain import plain
from hallwright.catalogue.recipe import Dish, shade
from hallwright.catalogue.rig import Part, Rig
from hallwright.catalogue.surfaces import surface
from hallwright.errors import CatalogueError
from hallwright.geometry.mending import creased, reduced, sound
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bounds, merge, weld

Matrix = NDArray[np.float64]

LARGEST_MESH = 200_000
# What others bring is simplified to these.
LARGEST_NEAR, LARGEST_FAR = 20_000, 800
PART = "body"
# Metres: what may stand in a hall, and how exactly a card must say its size.
LEAST_SIDE, LARGEST_SIDE = 0.01, 200.0
NEAR_ENOUGH, SLACK = 0.02, 0.02
# Rows of a rotation that takes the named axis of a file to +Y and keeps the rest right-handed.
_UPRIGHT = {
    "y": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "-y": ((-1, 0, 0), (0, -1, 0), (0, 0, 1)),
    "z": ((1, 0, 0), (0, 0, 1), (0, -1, 0)),
    "-z": ((1, 0, 0), (0, 0, -1), (0, 1, 0)),
    "x": ((0, -1, 0), (1, 0, 0), (0, 0, 1)),
    "-x": ((0, 1, 0), (-1, 0, 0), (0, 0, 1)),
}


def imported(source: Path, stance: Stance, size: tuple[float, float, float] | None = None) -> Dish:
    """The dish of a model file; ``size`` is what its card says (None: not asked). Raises CatalogueError with every
    fault, a line each; a file that is cut off, hostile or too large is one."""
    shown = f"{source.parent.name}/{source.name}"
    scene = opened(source)
    try:
        with np.errstate(all="ignore"):
            pieces = _upright(_pieces(scene, shown, source.suffix in (".glb", ".gltf")), stance)
        complain(shown, _extent_faults(pieces))
        parts = _standing(pieces)
        if parts:
            complain(shown, _size_faults(parts, size))
            return _served(parts)
    except CatalogueError:
        raise
    except Exception as error:
        # Whatever a stranger's file brings about is the file's fault, and no traceback.
        reason = str(error) if type(error) is ValueError else error.__class__.__name__
        complain(shown, [f"cannot be used ({reason[:120]}); save it again in the program that made it"])
    raise CatalogueError(f"{shown}: has no triangles with an area; export meshes, not curves or points.")


def _pieces(scene: Any, shown: str, linear: bool) -> list[Primitive]:
    """Every mesh of the scene where its nodes put it; triangles without an area are left out."""
    meshes = [(scene.geometry[name], matrix) for matrix, name in map(scene.graph.get, scene.graph.nodes_geometry)]
    meshes = [(mesh, matrix) for mesh, matrix in meshes if hasattr(mesh, "faces") and len(mesh.faces)]
    count = sum(len(mesh.faces) for mesh, _ in meshes)
    if count > LARGEST_MESH:
        complain(shown, [f"has {count:,} triangles, more than {LARGEST_MESH:,}; simplify it before it comes here"])
    pieces = [_piece(mesh, np.asarray(matrix, np.float64), linear) for mesh, matrix in meshes]
    if not all(np.isfinite(piece.positions).all() for piece in pieces):
        complain(shown, ["has a position that is not a number; save it again in the program that made it"])
    return pieces


def _piece(mesh: Any, matrix: Matrix, linear: bool) -> Primitive:
    material, colors = surface(mesh, linear)
    faces = np.asarray(mesh.faces, np.int64)
    points = np.asarray(mesh.vertices, np.float64) @ matrix[:3, :3].T + matrix[:3, 3]
    if faces.min() < 0 or faces.max() >= len(points):
        raise ValueError("a triangle has a corner that is not there")
    if np.linalg.det(matrix[:3, :3]) < 0:
        faces = faces[:, ::-1]
    # trimesh works out normals that are asked for; only those of the file are wanted here.
    own = mesh.vertex_normals if "vertex_normals" in mesh._cache else np.zeros_like(points)
    normals = np.asarray(own, np.float64) @ np.linalg.pinv(matrix[:3, :3])
    return Primitive(material, points.astype(np.float32), normals.astype(np.float32), faces.astype(np.uint32), colors)


def _upright(pieces: list[Primitive], stance: Stance) -> list[Primitive]:
    """In metres, what is up in the file up, and its front turned along +Z."""
    angle = math.radians(stance.turn)
    turn = np.array([[math.cos(angle), 0, math.sin(angle)], [0, 1, 0], [-math.sin(angle), 0, math.cos(angle)]])
    rotation = turn @ np.array(_UPRIGHT[stance.up], np.float64)
    return [
        replace(
            piece,
            positions=(piece.positions @ rotation.T * stance.scale).astype(np.float32),
            normals=(piece.normals @ rotation.T).astype(np.float32),
        )
        for piece in pieces
    ]


def _standing(pieces: list[Primitive]) -> list[Primitive]:
    """Sound, one a material, on the floor with the origin below the middle."""
    parts = [weld(part) for part in merge(part for piece in pieces for part in sound(piece))]
    if not parts:
        return []
    low, high = bounds(parts)
    middle = np.array([(low[0] + high[0]) / 2, low[1], (low[2] + high[2]) / 2], np.float32)
    return [replace(part, positions=part.positions - middle) for part in parts]


def _extent_faults(pieces: list[Primitive]) -> list[str]:
    """Whether it is of another unit, or so far out that no measure of it can be trusted."""
    if not pieces:
        return []
    low, high = bounds(pieces)
    width, height, depth = (float(value) for value in high - low)
    if LEAST_SIDE <= max(width, height, depth) <= LARGEST_SIDE:
        return []
    return [
        f"measures [{width:.3g}, {depth:.3g}, {height:.3g}] metres (width, depth, height); "
        "write a 'scale' into model.yaml (0.001 if it is in millimetres)"
    ]


def _size_faults(parts: list[Primitive], size: tuple[float, float, float] | None) -> list[str]:
    low, high = bounds(parts)
    width, height, depth = (float(value) for value in high - low)
    wanted = size or (width, depth, height)
    if all(abs(a - b) <= SLACK + NEAR_ENOUGH * b for a, b in zip((width, depth, height), wanted, strict=True)):
        return []
    return [
        f"measures [{width:.3g}, {depth:.3g}, {height:.3g}] metres (width, depth, height), but model.yaml says "
        f"size: {list(wanted)}; correct the size, or write 'scale', 'turn' or 'up' there"
    ]


def _served(parts: list[Primitive]) -> Dish:
    near = shade(_within(parts, LARGEST_NEAR))
    glass = [part for part in parts if part.material == "glass"]
    solid = merge(replace(part, material="matte") for part in parts if part.material != "glass")
    far = [*_plain(solid, LARGEST_FAR - (80 if glass else 0)), *_plain(glass, 80)]
    return Dish(Rig({PART: Part(tuple(near))}), tuple(shade(far)), measure(near))


def _within(parts: list[Primitive], most: int) -> list[Primitive]:
    """The parts with at most ``most`` triangles in all, each giving in proportion."""
    count = sum(len(part.indices) for part in parts)
    if count <= most:
        return parts
    room = most - len(parts)
    slim = [reduced(part, max(1, room * len(part.indices) // count)) for part in parts]
    return [weld(creased(part)) for part in slim]


def _plain(parts: list[Primitive], most: int) -> list[Primitive]:
    """For afar; ``parts`` is one primitive, or none."""
    return [plain(part, most) for part in parts]
