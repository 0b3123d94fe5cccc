"""Panels in space: a quad for each face of a label, its corners on the atlas."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.colors import mix
from hallwright.geometry.mesh import IndexArray, Primitive
from hallwright.scene.graph import Label

Floats = NDArray[np.float64]
Rectangle = tuple[float, float, float, float]
_CORNERS = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], np.float64) / 2
# How much of a panel's ink its plain form shows.
INK = 0.2


def panels(labels: Sequence[Label], rectangles: Sequence[Rectangle], material: str) -> Primitive:
    """The quads of labels, each on its rectangle of an atlas, in the order of ``quad_owners``."""
    faces = _faces(labels)
    positions, normals = _corners(labels, faces)
    left, top, right, bottom = np.array(rectangles, np.float64).T[:, [label for label, _ in faces]]
    uvs = np.stack([left, bottom, right, bottom, right, top, left, top], axis=1).reshape(-1, 2)
    return Primitive(material, positions, normals, _quads(len(faces)), None, uvs.astype(np.float32))


def plain_panels(labels: Sequence[Label], material: str) -> Primitive:
    """The quads of labels without text, in the colour they have from afar."""
    faces = _faces(labels)
    positions, normals = _corners(labels, faces)
    tones = [(*mix(label.background, label.foreground, INK), 1.0) for label in labels]
    colors = np.repeat(np.array(tones, np.float32)[[label for label, _ in faces]], 4, axis=0)
    return Primitive(material, positions, normals, _quads(len(faces)), colors)


def quad_owners(labels: Sequence[Label]) -> tuple[str, ...]:
    """Whom each quad of ``panels`` belongs to."""
    return tuple(labels[label].owner for label, _ in _faces(labels))


def _faces(labels: Sequence[Label]) -> list[tuple[int, bool]]:
    """(label's number, whether it is the back) of every quad."""
    return [
        (number, back)
        for number, label in enumerate(labels)
        for back in ((False, True) if label.double_sided else (False,))
    ]


def _corners(labels: Sequence[Label], faces: list[tuple[int, bool]]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """(positions, normals) (4 n, 3): each panel tipped up by its pitch, then turned by its yaw."""
    shown = [labels[number] for number, _ in faces]
    side = np.array([-1.0 if back else 1.0 for _, back in faces])[:, None]
    size = np.array([(label.width, label.height) for label in shown])[:, None, :]
    pitch, yaw = np.array([(label.pitch, label.yaw) for label in shown]).T[:, :, None]
    flat = _CORNERS * size
    x, rise = flat[:, :, 0] * side, flat[:, :, 1]
    positions = _turned(x, rise * np.cos(pitch), -rise * np.sin(pitch), yaw)
    positions += np.array([label.translation for label in shown])[:, None, :]
    nothing = np.zeros((len(faces), 4))
    normals = _turned(nothing, side * np.sin(pitch) + nothing, side * np.cos(pitch) + nothing, yaw)
    return positions.reshape(-1, 3).astype(np.float32), normals.reshape(-1, 3).astype(np.float32)


def _turned(x: Floats, y: Floats, z: Floats, yaw: Floats) -> Floats:
    sin, cos = np.sin(yaw), np.cos(yaw)
    return np.stack([cos * x + sin * z, y, cos * z - sin * x], axis=-1)


def _quads(count: int) -> IndexArray:
    starts = 4 * np.arange(count, dtype=np.uint32)[:, None, None]
    return (starts + np.array([[0, 1, 2], [0, 2, 3]], np.uint32)).reshape(-1, 3)
