"""Measures of a built model, and the limits it must keep before it may stand in a hall."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from hallwright.errors import CatalogueError
from hallwright.geometry.mesh import Mesh, Primitive

LARGEST_NEAR = 120_000
LARGEST_FAR = 2_000
LARGEST_WIRE = 400 * 1024
"""Bytes of the near GLB as it travels."""


@dataclass(frozen=True, slots=True)
class Measures:
    """Metres: ``footprint`` (width, depth), ``height`` above the floor, ``radius`` of the sphere around
    the footprint's centre at half height; ``triangles`` of the near form."""

    footprint: tuple[float, float]
    height: float
    radius: float
    triangles: int


def measure(primitives: Iterable[Primitive]) -> Measures:
    """The measures of a model; its origin is on the floor. Raises CatalogueError when it has no triangles."""
    parts = [part for part in primitives if len(part.indices)]
    if not parts:
        raise CatalogueError("has no triangles")
    points = np.concatenate([part.positions for part in parts])
    low, high = points.min(axis=0), points.max(axis=0)
    centre = (low + high) / 2
    return Measures(
        footprint=(round(float(high[0] - low[0]), 3), round(float(high[2] - low[2]), 3)),
        height=round(float(high[1]), 3),
        radius=round(float(np.sqrt(((points - centre) ** 2).sum(axis=1).max())), 3),
        triangles=sum(len(part.indices) for part in parts),
    )


def faults(meshes: tuple[Mesh, ...], far: tuple[Primitive, ...]) -> Iterator[str]:
    """Why a built model may not be used; nothing when it may."""
    near = [part for mesh in meshes for part in mesh.primitives]
    for name, parts, largest in (("near", near, LARGEST_NEAR), ("far", list(far), LARGEST_FAR)):
        count = sum(len(part.indices) for part in parts)
        if count > largest:
            yield f"the {name} form has {count} triangles, more than {largest}"
    for part in (*near, *far):
        yield from _broken(part)


def _broken(part: Primitive) -> Iterator[str]:
    """Faults of one primitive's arrays."""
    count = len(part.positions)
    if not np.isfinite(part.positions).all():
        yield f"'{part.material}' has a position that is not a number"
    if part.normals.shape != (count, 3) or not np.allclose(np.linalg.norm(part.normals, axis=1), 1.0, atol=1e-3):
        yield f"'{part.material}' has a normal that is not of length 1"
    if len(part.indices) and (part.indices.min() < 0 or part.indices.max() >= count):
        yield f"'{part.material}' has an index beyond its {count} points"
    if part.colors is not None and not (np.isfinite(part.colors).all() and part.colors.shape == (count, 4)):
        yield f"'{part.material}' has colours that are not one RGBA for each point"
