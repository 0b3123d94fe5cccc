"""Shade by rule instead of by rays: for the many kinds of things outdoors, made in a millisecond each.

Undersides and feet are darker, and so is what lies deep under a roof. Rays (``geometry.occlusion``) look
better on a single thing seen close, and cost fifty times more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from hallwright.geometry.lofting import shaded
from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.shapes import merge, weld

_UNSHADED = frozenset({"glow", "glass", "shadow", "light", "lamplight", "water"})
_meshes: dict[str, Mesh] = {}

Make = Callable[[], Sequence[Primitive]]


def prop_kit(key: str, near: Make, far: Make | None = None, *, height: float = 1.0) -> Mesh:
    """The shared mesh named ``key``, made on first use and shaded as something ``height`` metres tall."""
    mesh = _meshes.get(key)
    if mesh is None:
        plain = tuple(merge(far())) if far else ()
        mesh = _meshes[key] = Mesh(key, tuple(weld(part) for part in grounded(merge(near()), height)), plain)
    return mesh


def pavilion_kit(key: str, near: Make, far: Make, *, depth: float, eaves: float) -> Mesh:
    """As ``prop_kit``, for something one looks into from +Z."""
    mesh = _meshes.get(key)
    if mesh is None:
        parts = sheltered(grounded(merge(near()), 1.0), depth, eaves)
        mesh = _meshes[key] = Mesh(
            key, tuple(weld(part) for part in parts), tuple(sheltered(merge(far()), depth, eaves))
        )
    return mesh


def grounded(parts: Sequence[Primitive], height: float) -> list[Primitive]:
    """Darker where a surface looks down, and toward the ground."""
    return [part if part.material in _UNSHADED else shaded(part, _ground_light(part, height)) for part in parts]


def sheltered(parts: Sequence[Primitive], depth: float, eaves: float) -> list[Primitive]:
    """Darker the deeper under the roof: everything below ``eaves`` and behind the front at +depth/2."""
    result = []
    for part in parts:
        if part.material in _UNSHADED:
            result.append(part)
            continue
        _, y, z = part.positions.T
        inward = np.clip((depth / 2 - z) / depth, 0, 1)
        below = np.clip((eaves - y) / 0.4, 0, 1)
        outside = (z < -depth / 2 + 0.25) & (part.normals[:, 2] < -0.5)
        light = 1.0 - 0.42 * below * inward**0.7 * np.where(outside, 0.2, 1.0)
        result.append(shaded(part, light.astype(np.float32)))
    return result


def _ground_light(part: Primitive, height: float) -> np.ndarray:
    up = part.normals[:, 1]
    low = np.clip(1.0 - part.positions[:, 1] / max(height, 1e-3), 0, 1)
    light: np.ndarray = 1.0 - 0.34 * np.clip(-up, 0, 1) - 0.26 * low**2 * (1.0 - np.clip(up, 0, 1))
    return light
