"""Triangles as frozen arrays: what builders and the catalogue make and the glTF writer reads.

Metres, right-handed, Y up, front along +Z; colours linear.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
IndexArray = NDArray[np.uint32]
JointArray = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Primitive:
    """Triangles of one material.

    positions (n, 3) float32 metres; normals (n, 3) float32 unit; indices (m, 3) uint32;
    colors (n, 4) float32 linear RGBA in 0..1, multiplied into the base colour (baked
    occlusion, light pools and variation live here), or None for white; uvs (n, 2) or None;
    joints (n,) uint8, the joint of a skin that each point follows, or None.
    """

    material: str
    positions: FloatArray
    normals: FloatArray
    indices: IndexArray
    colors: FloatArray | None = None
    uvs: FloatArray | None = None
    joints: JointArray | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """A shape that nodes share; ``key`` names it and its content within one compile:
    two meshes with one key are the same object. ``far`` is its plain form for the far
    detail: a tuple of primitives (empty: not seen from afar), or None to simplify ``primitives``."""

    key: str
    primitives: tuple[Primitive, ...]
    far: tuple[Primitive, ...] | None = None
