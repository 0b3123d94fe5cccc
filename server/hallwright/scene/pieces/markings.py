"""Paint on the ground: lanes, runway keys and figures, pads, crossings. Plan frame; pieces are convex."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from hallwright.geometry.polygons import PointsLike, ribbon
from hallwright.geometry.trimming import Convex, Flat, quads_of
from hallwright.scene.pieces.ground import bar, ring

Path = NDArray[np.float64]
LINE = 0.14

# Which of seven bars a figure has: top, upper left, upper right, middle, lower left, lower right, bottom.
_FIGURES = {
    "0": "1110111",
    "1": "0010010",
    "2": "1011101",
    "3": "1011011",
    "4": "0111010",
    "5": "1101011",
    "6": "1101111",
    "7": "1010010",
    "8": "1111111",
    "9": "1111011",
}


def edge_lines(
    path: PointsLike, width: float, inset: float, *, closed: bool = False, line: float = LINE
) -> list[Convex]:
    """Solid lines ``inset`` metres inside both edges of a road."""
    left, right = ribbon(path, width - 2 * inset, closed)
    return [quad for edge in (left, right) for quad in quads_of(edge, line)]


def dashes(
    path: PointsLike, length: float, gap: float, *, closed: bool = False, width: float = LINE
) -> Iterator[Convex]:
    """Dashes along the middle of a path."""
    for at, along in _steps(path, length + gap, closed):
        yield bar(at, along, length, width)


def arrows(path: PointsLike, every: float, offset: float, *, closed: bool = False) -> Iterator[Convex]:
    """Arrows in a lane ``offset`` metres to the right of a path's middle, pointing along it."""
    for at, along in _steps(path, every, closed):
        side = (along[1], -along[0])
        middle = (at[0] + side[0] * offset, at[1] + side[1] * offset)
        yield bar(middle, along, 2.4, 0.2)
        tip = (middle[0] + along[0] * 2.1, middle[1] + along[1] * 2.1)
        foot = (middle[0] + along[0] * 1.0, middle[1] + along[1] * 1.0)
        yield [
            (foot[0] + side[0] * 0.5, foot[1] + side[1] * 0.5),
            tip,
            (foot[0] - side[0] * 0.5, foot[1] - side[1] * 0.5),
        ]


def crossing(at: Flat, along: Flat, width: float, depth: float = 3.0) -> list[Convex]:
    """Zebra bars across a road ``width`` wide; ``along`` is the road's direction."""
    count = int(width / 1.0)
    side = (-along[1], along[0])
    places = [(k - (count - 1) / 2) * 1.0 for k in range(count)]
    return [bar((at[0] + side[0] * s, at[1] + side[1] * s), along, depth, 0.5) for s in places]


def runway(path: Sequence[Flat], width: float) -> list[Convex]:
    """Piano keys, figures, touchdown bars and a dashed middle on a straight runway."""
    a, b = np.asarray(path[0]), np.asarray(path[-1])
    length = float(np.linalg.norm(b - a))
    along = (b - a) / max(length, 1e-9)
    degrees = math.degrees(math.atan2(float(along[0]), float(along[1]))) % 360
    marks = list(dashes(np.array([a + along * 40, b - along * 40]), 12.0, 9.0, width=0.45))
    marks += edge_lines([tuple(a), tuple(b)], width, 0.9, line=0.45)
    for end, ahead, heading in ((a, along, degrees), (b, -along, (degrees + 180) % 360)):
        marks += _threshold(end, ahead, width, f"{round(heading / 10) % 36 or 36:02}")
    return marks


def pads(polygon: PointsLike, step: tuple[float, float] = (13.0, 12.0), radius: float = 2.0) -> list[Convex]:
    """Landing pads in rows over a field's bounding box: a circle with an H in it."""
    low, high = np.min(np.asarray(polygon), axis=0), np.max(np.asarray(polygon), axis=0)
    marks: list[Convex] = []
    for y in np.arange(low[1] + 6, high[1] - 4, step[1]):
        for x in np.arange(low[0] + 6, high[0] - 4, step[0]):
            at = (float(x), float(y))
            marks += ring(at, radius, 0.16, 20)
            marks += [bar((at[0] + s * 0.55, at[1]), (0, 1), 1.7, 0.2) for s in (-1, 1)]
            marks.append(bar(at, (1, 0), 0.9, 0.2))
    return marks


def _threshold(end: Path, ahead: Path, width: float, figures: str) -> Iterator[Convex]:
    side = np.array([-ahead[1], ahead[0]])
    along: Flat = (float(ahead[0]), float(ahead[1]))
    for key in range(-6, 6):
        at = end + ahead * 9 + side * (key + 0.5) * width / 14
        yield bar((float(at[0]), float(at[1])), along, 12.0, width / 26)
    for place, figure in enumerate(figures):
        yield from _figure(figure, end + ahead * 25 + side * (1.9 - 3.8 * place), ahead, side)
    for shift in (-1, 1):
        at = end + ahead * 50 + side * shift * width * 0.22
        yield bar((float(at[0]), float(at[1])), along, 16.0, 2.2)


def _figure(figure: str, at: Path, ahead: Path, side: Path) -> Iterator[Convex]:
    """A block figure 7 m tall that reads for one who comes from behind it."""
    wide, tall, thick = 2.6, 7.0, 0.55
    up: Flat = (float(ahead[0]), float(ahead[1]))
    across: Flat = (float(side[0]), float(side[1]))
    bars = (
        (0, 1, across, wide),
        (0.5, 0.5, up, tall / 2),
        (-0.5, 0.5, up, tall / 2),
        (0, 0, across, wide),
        (0.5, -0.5, up, tall / 2),
        (-0.5, -0.5, up, tall / 2),
        (0, -1, across, wide),
    )
    for has, (x, y, way, length) in zip(_FIGURES[figure], bars, strict=True):
        if has == "1":
            middle = at + side * x * (wide - thick) + ahead * y * (tall - thick) / 2
            yield bar((float(middle[0]), float(middle[1])), way, length, thick)


def _steps(path: PointsLike, every: float, closed: bool) -> Iterator[tuple[Flat, Flat]]:
    """Points and unit directions every so many metres along a path."""
    points = np.asarray(path, np.float64)
    if closed:
        points = np.vstack([points, points[:1]])
    along = np.diff(points, axis=0)
    lengths = np.linalg.norm(along, axis=1)
    marks = np.concatenate([[0.0], np.cumsum(lengths)])
    for distance in np.arange(every / 2, marks[-1] - every / 4, every):
        leg = min(int(np.searchsorted(marks, distance, side="right")) - 1, len(along) - 1)
        way = along[leg] / max(float(lengths[leg]), 1e-9)
        at = points[leg] + way * (distance - marks[leg])
        yield (float(at[0]), float(at[1])), (float(way[0]), float(way[1]))
