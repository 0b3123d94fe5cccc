"""Where a model's screens are: parts named ``screen``, or ``screen-…``, on which viewers draw what is live."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hallwright.catalogue.rig import Part
from hallwright.geometry.mesh import Primitive

LIT = "glow"
_NAME = re.compile(r"screen(-[a-z0-9-]+)?")
_FLAT = 0.06  # metres that a screen may bulge


@dataclass(frozen=True, slots=True)
class Screen:
    """A flat rectangle of the model frame: its middle (m), ``size`` (width, height), and which way it looks: +Z, tipped
    up by ``pitch``, then turned about +Y by ``yaw`` (radians)."""

    part: str
    at: tuple[float, float, float]
    size: tuple[float, float]
    yaw: float
    pitch: float


def screens_of(parts: Mapping[str, Part]) -> Iterator[Screen]:
    """The screens among a model's parts, in their order; what is lit of a part where anything is, else all of it."""
    for name, part in parts.items():
        if _NAME.fullmatch(name):
            lit = [piece for piece in part.primitives if piece.material == LIT]
            screen = _fitted(name, lit or part.primitives)
            if screen:
                yield screen


def _fitted(name: str, pieces: Sequence[Primitive]) -> Screen | None:
    """The rectangle around a flat thing; None for what has no side that it looks to, or is not flat."""
    if not pieces:
        return None
    normal = sum((_facing(piece) for piece in pieces), np.zeros(3))
    length = float(np.linalg.norm(normal))
    if length < 1e-6:
        return None
    out = normal / length
    right = np.cross((0.0, 1.0, 0.0), out)
    if np.linalg.norm(right) < 1e-3:
        return None  # it looks at the ceiling
    right /= np.linalg.norm(right)
    axes = np.stack([right, np.cross(out, right), out])
    spans = np.concatenate([piece.positions for piece in pieces]).astype(np.float64) @ axes.T
    low, high = spans.min(axis=0), spans.max(axis=0)
    if high[2] - low[2] > max(_FLAT, 0.25 * float(min(high[:2] - low[:2]))):
        return None
    middle = axes.T @ np.array([(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, high[2]])
    x, y, z = (round(float(value), 4) for value in middle)
    width, height = (round(float(value), 4) for value in (high - low)[:2])
    yaw, pitch = math.atan2(out[0], out[2]), math.asin(max(-1.0, min(1.0, float(out[1]))))
    return Screen(name, (x, y, z), (width, height), round(yaw, 5), round(pitch, 5))


def _facing(piece: Primitive) -> NDArray[np.float64]:
    """The sum of a piece's triangles' areas, each along its normal; boxes, which look everywhere, count by their front:
    only triangles that look forward of the vertical plane through X are taken."""
    a, b, c = (piece.positions[piece.indices[:, k]].astype(np.float64) for k in range(3))
    vectors = np.cross(b - a, c - a) / 2
    return np.asarray(vectors[vectors[:, 2] > 0].sum(axis=0))
