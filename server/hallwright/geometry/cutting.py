"""Overlapping polygons to triangles that do not overlap. Shapely's door: slow to import, so import it late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from hallwright.geometry.polygons import PointsLike, triangulate


def topmost(
    rectangle: tuple[float, float, float, float], polygons: Sequence[PointsLike], patch: float
) -> Iterator[tuple[int, NDArray[np.float64]]]:
    """For each polygon that is topmost (last) somewhere in ``rectangle``: (its index, triangles (n, 3, 2)).

    No triangle reaches over a multiple of ``patch`` metres, so that vertices can carry gradients.
    """
    rest = shapely.box(*rectangle)
    patches = _patches(rectangle, patch)
    for index in range(len(polygons) - 1, -1, -1):
        shape = shapely.make_valid(shapely.Polygon(polygons[index]))
        mine, rest = rest.intersection(shape), rest.difference(shape)
        found = [_triangles(piece) for square in patches for piece in _solids(mine.intersection(square))]
        if found:
            yield index, np.concatenate(found)


def _patches(rectangle: tuple[float, float, float, float], patch: float) -> list[shapely.Polygon]:
    x0, y0, x1, y1 = rectangle
    columns = range(int(x0 // patch), int(-(-x1 // patch)))
    rows = range(int(y0 // patch), int(-(-y1 // patch)))
    return [shapely.box(i * patch, j * patch, (i + 1) * patch, (j + 1) * patch) for i in columns for j in rows]


def _solids(shape: shapely.Geometry) -> Iterator[shapely.Polygon]:
    for piece in shapely.get_parts(shape):
        if isinstance(piece, shapely.Polygon) and piece.area > 1e-6:
            yield piece


def _triangles(piece: shapely.Polygon) -> NDArray[np.float64]:
    holes = [np.asarray(ring.coords) for ring in piece.interiors]
    points, triangles = triangulate(np.asarray(piece.exterior.coords), holes)
    return points[triangles]
