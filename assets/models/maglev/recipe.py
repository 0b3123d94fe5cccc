"""A maglev train's nose car and the start of its second car on an elevated guideway, 26 m; the nose looks to -X."""

from __future__ import annotations

import math

import numpy as np

from hallwright.catalogue.rig import Part, Rig
from hallwright.geometry.lofting import bars, panels, sheet
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, lathe, transform

WHITE, BLUE, DARK, STEEL, CONCRETE = "#F2F4F6", "#1B6FB8", "#20262C", "#AEB6BB", "#C2C5C4"
FLOOR, WIDE, TALL = 1.55, 1.85, 3.35
"""Height of the car's underside, its half width and its height in metres."""

# Place from the tip, in metres: how far the sides, the roof and the underside have opened, as shares of the full body.
_NOSE = np.array(
    [
        [0.0, 0.02, 0.135, 0.105],
        [0.12, 0.20, 0.18, 0.055],
        [0.5, 0.40, 0.235, 0.02],
        [1.4, 0.62, 0.33, 0.0],
        [2.8, 0.80, 0.475, 0.0],
        [4.6, 0.925, 0.68, 0.0],
        [6.4, 0.985, 0.87, 0.0],
        [8.2, 1.0, 0.97, 0.0],
        [9.8, 1.0, 1.0, 0.0],
        [11.5, 1.0, 1.0, 0.0],
    ]
)

_PLACES = np.array(
    [0, 0.05, 0.12, 0.25, 0.5, 0.8, 1.1, 1.4, 1.85, 2.3, 2.8, 3.4, 4.0, 4.6, 5.2, 5.8, 6.4, 7.3, 8.2, 9.0, 9.8]
)
"""Where the nose has its rings; what is painted on it has its edges there too, and so lies close."""


def build() -> Rig:
    """Named parts."""
    return Rig(
        {
            "guideway": Part(_guideway()),
            "body": Part([*_body(-13.0, 6.2, True), *_body(6.6, 12.9, False), _gangway()]),
            "windows": Part(_windows()),
            "livery": Part(_livery()),
            "skirts": Part(_skirts()),
            "lamps": Part(_lamps()),
        }
    )


def far() -> list[Primitive]:
    """The shell in a few rings, the guideway as beams."""
    places = [0.0, 0.5, 2.8, 6.4, 9.8, 25.9]
    shell = sheet(_rings(places, 10)[:, ::-1], "matte", WHITE, wrap=True)
    band = [
        panels(
            [
                [
                    (s * 0 + x, 3.35, s * 1.88),
                    (x + s * 15, 3.35, s * 1.88),
                    (x + s * 15, 4.0, s * 1.8),
                    (x, 4.0, s * 1.8),
                ]
            ],
            "matte",
            [DARK],
        )
        for s, x in ((1, -3.0), (-1, 12.0))
    ]
    piers = [box((1.0, 0.6, 1.6), (x, 0, 0), "matte", CONCRETE, base=True, skip="-y") for x in (-9, 0, 9)]
    return [
        shell,
        *band,
        box((26.0, 0.85, 2.3), (0, 0.45, 0), "matte", CONCRETE, base=True),
        *piers,
        box((22.0, 0.7, 3.5), (1.9, 0.9, 0), "matte", DARK, base=True),
    ]


def _shares(places: np.ndarray) -> np.ndarray:
    """(n, 3) shares of width, roof and underside at places measured from the tip."""
    return np.stack([np.interp(places, _NOSE[:, 0], _NOSE[:, k]) for k in (1, 2, 3)], -1)


def _section(count: int) -> np.ndarray:
    """(count, 2) half widths and heights of a full section, anticlockwise seen from the front, widest low down."""
    turn = np.linspace(0, 2 * math.pi, count, endpoint=False)
    c, s = np.cos(turn), np.sin(turn)
    power = np.where(s > 0, 0.62, 0.32)
    z = np.sign(c) * np.abs(c) ** power
    y = np.sign(s) * np.abs(s) ** np.where(s > 0, 0.72, 0.4)
    lean = 1.0 - 0.12 * np.clip(y, 0, 1) ** 1.5
    return np.stack([z * lean, (y + 1) / 2], -1)


def _rings(places: list[float] | np.ndarray, count: int) -> np.ndarray:
    """(places, count, 3) rings of the train, x from -13 at the tip."""
    at = np.asarray(places, float)
    share = _shares(at)
    section = _section(count)
    z = share[:, :1] * WIDE * section[None, :, 0]
    low, high = FLOOR + share[:, 2:] * TALL, FLOOR + share[:, 1:2] * TALL
    y = low + (high - low) * section[None, :, 1]
    x = np.broadcast_to((at - 13.0)[:, None], z.shape)
    return np.stack([x, y, z], -1)


def _body(start: float, end: float, nose: bool) -> list[Primitive]:
    if nose:
        places = np.concatenate([_PLACES, [13.5, 16.0, end + 13.0]])
    else:
        places = np.array([start, (start + end) / 2, end]) + 13.0
    rings = _rings(places, 40)
    parts = [sheet(rings[:, ::-1], "paint", WHITE, wrap=True)]
    for ring, flip in ((rings[-1], False), (rings[0], True)):
        if not (flip and nose):
            middle = ring.mean(axis=0)
            order = ring if flip else ring[::-1]
            parts.append(panels([[middle, order[k], order[(k + 1) % 40], middle] for k in range(40)], "satin", [DARK]))
    return parts


def _gangway() -> Primitive:
    ring = _rings([18.0], 24)[0]
    middle = ring.mean(axis=0)
    small = middle + (ring - middle) * 0.9
    rings = np.stack([small + (6.15 - small[:, :1]) * [1, 0, 0], small + (6.65 - small[:, :1]) * [1, 0, 0]])
    return sheet(rings[:, ::-1], "matte", DARK, wrap=True)


def _side(x0: float, x1: float, low: float, high: float, side: int, *, out: float = 0.014) -> np.ndarray:
    """A patch (2+, n, 3) on the flank between two heights (shares of the section), just proud of the skin."""
    fine = _section(720)
    half = fine[fine[:, 0] > 0]
    half = half[np.argsort(half[:, 1])]
    heights = np.linspace(low, high, 5)
    z = np.interp(heights, half[:, 1], half[:, 0])
    inside = _PLACES[(x0 + 0.02 < _PLACES - 13.0) & (x1 - 0.02 > _PLACES - 13.0)] - 13.0
    xs = np.concatenate([[x0], inside, [x1]])
    rows = []
    for h, w in zip(heights, z, strict=True):
        share = _shares(xs + 13.0)
        lower, upper = FLOOR + share[:, 2] * TALL, FLOOR + share[:, 1] * TALL
        rows.append(np.stack([xs, lower + (upper - lower) * h, side * (share[:, 0] * WIDE * w + out)], -1))
    grid = np.array(rows)
    return grid if side > 0 else grid[:, ::-1]


def _windows() -> list[Primitive]:
    """Side windows, doors, and the long windscreen on the nose's back."""
    parts = []
    for side in (1, -1):
        for k in range(5):
            parts.append(sheet(_side(-2.4 + 1.62 * k, -1.05 + 1.62 * k, 0.56, 0.79, side), "satin", "#16222C"))
        for k in range(3):
            parts.append(sheet(_side(7.5 + 1.72 * k, 8.9 + 1.72 * k, 0.56, 0.79, side), "satin", "#16222C"))
        parts.append(sheet(_side(-4.5, -3.3, 0.06, 0.83, side, out=0.008), "paint", "#DDE2E6"))
        parts.append(sheet(_side(-4.16, -3.64, 0.52, 0.77, side, out=0.014), "satin", "#16222C"))
        parts.append(sheet(_side(-7.6, -5.4, 0.60, 0.80, side), "satin", "#16222C"))
    return [*parts, _windscreen()]


def _windscreen() -> Primitive:
    """A dark shield over the cab, following the nose."""
    xs = _PLACES[(_PLACES > 3.3) & (_PLACES < 6.5)] - 13.0
    share = _shares(xs + 13.0)
    section = _section(720)
    rows = []
    for turn in np.linspace(0.27, 0.73, 13):
        point = section[int(turn * 360) % 720]
        wide = share[:, 0] * WIDE * point[0] * np.interp(np.linspace(0, 1, len(xs)), [0, 0.5, 1], [0.72, 0.95, 0.9])
        up = FLOOR + share[:, 2] * TALL + (share[:, 1] - share[:, 2]) * TALL * point[1]
        rows.append(np.stack([xs, up + 0.05, wide], -1))
    return sheet(np.array(rows), "satin", "#0F1921")


def _livery() -> list[Primitive]:
    """A blue wave along each flank that sweeps down into the nose, and a thin gold line under it."""
    parts = []
    for side in (1, -1):
        parts.append(sheet(_side(-11.9, 6.2, 0.30, 0.42, side, out=0.014), "paint", BLUE))
        parts.append(sheet(_side(-11.15, 6.2, 0.25, 0.275, side, out=0.014), "paint", "#D9A441"))
        parts.append(sheet(_side(6.6, 12.9, 0.30, 0.42, side, out=0.014), "paint", BLUE))
        parts.append(sheet(_side(6.6, 12.9, 0.25, 0.275, side, out=0.014), "paint", "#D9A441"))
    return parts


def _skirts() -> list[Primitive]:
    """The bogies that wrap the guideway from below: what holds a maglev down and lifts it up."""
    parts = []
    for side in (1, -1):
        for k in range(8):
            x = -8.6 + 2.75 * k
            parts.append(bevel_box((2.6, 0.95, 0.3), (x, 0.72, side * 1.62), "satin", DARK, bevel=0.06, base=True))
            parts.append(bevel_box((2.5, 0.2, 0.75), (x, 0.6, side * 1.3), "satin", "#39424A", bevel=0.04, base=True))
            parts.append(box((2.2, 0.05, 0.02), (x, 1.2, side * 1.775), "metal", STEEL))
    return parts


def _lamps() -> list[Primitive]:
    parts = []
    for side in (1, -1):
        parts.append(sheet(_side(-12.5, -11.9, 0.44, 0.6, side, out=0.02), "glow", "#F4FAFF"))
        parts.append(sheet(_side(-12.45, -12.0, 0.30, 0.36, side, out=0.022), "glow", "#FF5A3C"))
    return parts


def _guideway() -> list[Primitive]:
    """A concrete beam whose top slab overhangs, steel rails beneath its edges, on short piers."""
    outline = [
        (-0.55, 0.45),
        (0.55, 0.45),
        (0.75, 0.95),
        (1.2, 1.08),
        (1.4, 1.1),
        (1.4, 1.42),
        (-1.4, 1.42),
        (-1.4, 1.1),
        (-1.2, 1.08),
        (-0.75, 0.95),
    ]
    ring = np.array(outline)
    rings = np.stack(
        [np.column_stack([np.full(len(ring), x), ring[:, 1], ring[:, 0]]) for x in (-13.0, -4.4, -4.3, 4.3, 4.4, 13.0)]
    )
    flat = [
        panels(
            [[rings[a][k], rings[b][k], rings[b][(k + 1) % 10], rings[a][(k + 1) % 10]] for k in range(10)],
            "concrete",
            [CONCRETE],
        )
        for a, b in ((0, 1), (2, 3), (4, 5))
    ]
    ends = [
        panels(
            [
                [
                    np.array([x, 0.9, 0.0]),
                    *(rings[0][[k, (k + 1) % 10]][::s] * [0, 1, 1] + [x, 0, 0]),
                    np.array([x, 0.9, 0.0]),
                ]
                for k in range(10)
            ],
            "concrete",
            ["#AEB2B1"],
        )
        for x, s in ((-13.0, 1), (13.0, -1))
    ]
    rails = bars([[(-13.0, 1.06, side * 1.32), (13.0, 1.06, side * 1.32)] for side in (1, -1)], 0.07, "metal", STEEL)
    piers = [
        bevel_box((1.0, 0.5, 1.7), (x, 0, 0), "concrete", "#B4B8B6", bevel=0.08, base=True) for x in (-9.0, 0.0, 9.0)
    ]
    stops = [
        transform(lathe([(0.12, 0.0), (0.12, 0.3), (0.0, 0.32)], 10, "satin", "#C8261C"), (12.7, 1.42, z))
        for z in (-0.7, 0.7)
    ]
    return [*flat, *ends, rails, *piers, *stops]
