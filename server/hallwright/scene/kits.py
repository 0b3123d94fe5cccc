"""Kits: meshes that many nodes share, made once a process, their occlusion baked, with a plain far form."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hallwright.geometry.mesh import Mesh, Primitive
from hallwright.geometry.occlusion import bake
from hallwright.geometry.shapes import merge, weld

_meshes: dict[str, Mesh] = {}

Make = Callable[[], Sequence[Primitive]]


def kit(
    key: str,
    near: Make,
    far: Make | None = None,
    *,
    occluders: Make | None = None,
    reach: float = 1.6,
    strength: float = 0.85,
    ground: float | None = 0.0,
    rays: int = 16,
) -> Mesh:
    """The shared mesh named ``key``, made on first use.

    ``near`` and ``far`` make its primitives (no ``far``: not seen from afar); ``occluders`` a plainer
    shape to shade by; see ``geometry.occlusion.bake`` for the rest.
    """
    mesh = _meshes.get(key)
    if mesh is None:
        pieces = near()
        blocks = occluders() if occluders else None
        shaded = bake(pieces, occluders=blocks, reach=reach, strength=strength, ground=ground, rays=rays)
        plain = tuple(merge(far())) if far else ()
        mesh = _meshes[key] = Mesh(key, tuple(weld(piece) for piece in merge(shaded)), plain)
    return mesh
