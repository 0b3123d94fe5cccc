"""Kits: meshes that many nodes share, made once a process, their occlusion baked, with a plain far form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.colors import Rgb, linear
from hallwright.geometry.mesh import FloatArray, Mesh, Primitive
from hallwright.geometry.occlusion import bake
from hallwright.geometry.shapes import merge, weld

_meshes: dict[str, Mesh] = {}
_dyeable: dict[str, tuple[tuple[_Dyeable, ...], tuple[_Dyeable, ...]]] = {}

Make = Callable[[], Sequence[Primitive]]
MakeIn = Callable[[Rgb], Sequence[Primitive]]
_NONE: Rgb = (0.0, 0.0, 0.0)
_FULL: Rgb = (1.0, 1.0, 1.0)


def kit(
    key: str,
    near: Make,
    far: Make | None = None,
    *,
    occluders: Make | None = None,
    reach: float = 1.6,
    strength: float = 0.85,
    ground: float | None = 0.0,
    rays: int = 12,
) -> Mesh:
    """The shared mesh named ``key``, made on first use.

    ``near`` and ``far`` make its primitives (no ``far``: not seen from afar); ``occluders`` a plainer
    shape to shade by; see ``geometry.occlusion.bake`` for the rest.
    """
    mesh = _meshes.get(key)
    if mesh is None:
        pieces: Sequence[Primitive] = merge(near())
        if strength:
            blocks = occluders() if occluders else None
            pieces = bake(pieces, occluders=blocks, reach=reach, strength=strength, ground=ground, rays=rays)
        plain = tuple(merge(far())) if far else ()
        mesh = _meshes[key] = Mesh(key, tuple(weld(piece) for piece in pieces), plain)
    return mesh


def colored_kit(
    key: str,
    color: str,
    near: MakeIn,
    far: MakeIn | None = None,
    *,
    occluders: Make | None = None,
    reach: float = 1.6,
    strength: float = 0.85,
) -> Mesh:
    """A kit in a colour. ``near`` and ``far`` take linear RGB and may only mix it with other colours: then
    every vertex is ``base + slope · colour``, and a second colour costs next to nothing."""
    name = f"{key}/{color}"
    mesh = _meshes.get(name)
    if mesh is None:
        if key not in _dyeable:
            blocks = occluders() if occluders else None
            bare, full = (
                bake(merge(near(c)), occluders=blocks, reach=reach, strength=strength) for c in (_NONE, _FULL)
            )
            plain = _dye_parts(far(_NONE), far(_FULL)) if far else ()
            _dyeable[key] = _dye_parts(bare, full), plain
        shade = np.array(linear(color), np.float32)
        shown, plain_form = (tuple(part.dyed(shade) for part in parts) for parts in _dyeable[key])
        mesh = _meshes[name] = Mesh(name, shown, plain_form)
    return mesh


@dataclass(frozen=True, slots=True, eq=False)
class _Dyeable:
    """A primitive without colour (its colours are the base) and how much of a colour each vertex takes (n, 3)."""

    primitive: Primitive
    slope: NDArray[np.float32] | None

    def dyed(self, rgb: FloatArray) -> Primitive:
        """The primitive in a colour."""
        if self.slope is None or self.primitive.colors is None:
            return self.primitive
        colors = self.primitive.colors.copy()
        colors[:, :3] += self.slope * rgb
        return replace(self.primitive, colors=np.clip(colors, 0, 1))


def _dye_parts(bare: Sequence[Primitive], full: Sequence[Primitive]) -> tuple[_Dyeable, ...]:
    return tuple(_dyeable_of(a, b) for a, b in zip(merge(bare), merge(full), strict=True))


def _dyeable_of(bare: Primitive, full: Primitive) -> _Dyeable:
    """Weld on the fully coloured form joined with the bare one, so that only vertices alike in both become one."""
    if bare.colors is None or full.colors is None:
        return _Dyeable(weld(bare), None)
    slope = full.colors[:, :3] - bare.colors[:, :3]
    if not np.any(slope):
        return _Dyeable(weld(bare), None)
    marked = weld(replace(bare, uvs=np.concatenate([slope, np.zeros((len(slope), 1), np.float32)], axis=1)))
    assert marked.uvs is not None
    return _Dyeable(replace(marked, uvs=None), marked.uvs[:, :3])
