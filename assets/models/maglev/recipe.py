"""The nose car of a maglev train on a piece of its guideway, 26 m long; the nose looks to -X, visitors board from +Z.

The car wraps the guideway: magnets on C-shaped frames hang below the stator packs and pull themselves up to them,
others beside the guide rails keep it in the middle. At rest it stands on its skids with its doors open.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from hallwright.catalogue.rig import Motion, Part, Rig, Track, flicker, slide
from hallwright.geometry.fittings import studs
from hallwright.geometry.lofting import bars, fan, limb, panels, sheet, spline
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.piping import pipe
from hallwright.geometry.shapes import bevel_box, box, cylinder, extrude, merge, tint, transform

WHITE, BLUE, GOLD, DARK, NIGHT = "#F3F5F7", "#1B6FB8", "#D9A441", "#20262C", "#101920"
STEEL, IRON, COPPER, CONCRETE, PIER = "#AEB6BB", "#59636B", "#C07A45", "#C6C9C8", "#B3B7B6"
LINING, SEAT, SEAM, CARPET, LAMP, YELLOW = "#FBFCFC", "#2D5F8F", "#F2B84B", "#59636E", "#F4FAFF", "#E8B90F"
COCKPIT = "#39434B"

TIP, REAR = -7.6, 12.4
"""Where the car begins and ends at rest, metres along X."""
LOW, TALL = 1.45, 3.05
"""Underside and height of the body; the deck of the guideway is at DECK."""
DECK, LIFT, GLIDE = 1.35, 0.08, -5.0
DOOR, WINDOW = (0.5, 1.7), (2.42, 3.25)
CAB_PANE, CAB_END = (2.75, 3.45), TIP + 7.05
"""Heights of the panes beside the driver, and where the saloon begins."""
WINDOWS = [(2.25 + 1.66 * k, 3.55 + 1.66 * k) for k in range(6)]
Points = NDArray[np.float64]

_KNOTS = [(1.6, 1.43), (1.675, 1.47), (1.695, 1.6), (1.7, 2.0), (1.69, 2.4), (1.655, 2.9), (1.58, 3.35)]
_KNOTS += [(1.45, 3.75), (1.22, 4.1), (0.86, 4.34), (0.45, 4.46), (0.0, 4.5)]
SECTION = np.asarray(spline(_KNOTS, 240))
_ROOF = [
    (0, 1.66),
    (0.25, 1.88),
    (0.7, 2.1),
    (1.4, 2.36),
    (2.2, 2.65),
    (3.2, 3.0),
    (4.2, 3.35),
    (5.2, 3.69),
    (6.2, 3.99),
]
ROOF = np.asarray(spline([*_ROOF, (7.2, 4.22), (8.4, 4.4), (9.6, 4.48), (11, 4.5), (30, 4.5)], 300))
NOSE = np.array([0, 0.02, 0.06, 0.12, 0.2, 0.3, 0.42, 0.56, 0.72, 0.9, 1.1, *np.arange(1.35, 8.0, 0.3)])
"""Half widths and heights of a section, roof heights by metres from the tip, and where the nose has edges."""


def _share(y: float) -> float:
    """The share of the section's line at which a full section has this height."""
    return float(np.interp(y, SECTION[:, 1], np.linspace(0, 1, len(SECTION))))


def _bare(x: Points, share: Points, side: int) -> Points:
    """Points on the body; the nose is broad and low in front, and narrows upwards."""
    s = np.maximum(np.asarray(x, np.float64) - TIP, 0.0)
    line = np.linspace(0, 1, len(SECTION))
    z, y = np.interp(share, line, SECTION[:, 0]), (np.interp(share, line, SECTION[:, 1]) - LOW) / TALL
    u = np.clip(s / (2.4 + 5.6 * np.clip(y, 0, 1)), 0, 1)
    wide = (1 - (1 - u) ** 2.3) ** (1 / 2.3)
    low = LOW + 0.12 * np.clip(1 - s / 0.7, 0, 1) ** 2
    top = np.interp(s, ROOF[:, 0], ROOF[:, 1])
    return np.stack([np.broadcast_to(x, np.shape(share)), low + (top - low) * y, side * z * wide], -1)


def skin(x: Points, share: Points, side: int, out: float = 0.0) -> Points:
    """Points on the body: ``x`` along it, ``share`` from its lower edge (0) to the roof's middle (1), both of one
    shape; ``out`` metres proud."""
    points = _bare(x, share, side)
    if not out:
        return points
    step = 0.004
    along = _bare(x + step, share, side) - _bare(x - step, share, side)
    up = _bare(x, np.minimum(share + step, 1), side) - _bare(x, np.maximum(share - step, 0), side)
    normal = np.cross(along, up) * side
    normal[..., 2] = np.where(share >= 1, 0.0, normal[..., 2])
    normal /= np.maximum(np.linalg.norm(normal, axis=-1, keepdims=True), 1e-9)
    moved: Points = points + out * normal
    return moved


def patch(
    xs: Sequence[float] | Points,
    low: Callable[[Points], Points] | float,
    high: Callable[[Points], Points] | float,
    side: int,
    material: str,
    color: str,
    *,
    out: float = 0.0,
    rows: int = 5,
) -> Primitive:
    """A piece of the body's skin between two shares of its section, which may change along it."""
    x = np.asarray(xs, np.float64)
    between = _columns()
    x = np.unique(np.concatenate([x, between[(between > x.min()) & (between < x.max())]]))
    if callable(low) or callable(high):
        a, b = (limit(x) if callable(limit) else np.full(len(x), limit) for limit in (low, high))
        share = a + (b - a) * np.linspace(0, 1, rows)[:, None]
    else:
        own = _shares()
        lines = np.unique([low, *own[(own > low) & (own < high)], high])
        share = np.broadcast_to(lines[:, None], (len(lines), len(x)))
    points = skin(np.broadcast_to(x, share.shape), share, side, out)
    return sheet(points if side > 0 else points[:, ::-1], material, color)


def build() -> Rig:
    """Named parts; all of the car hangs from ``car``."""
    pane = [_glass(side) for side in (1, -1)]
    parts = {
        "guideway": Part(_guideway()),
        "stator-front": Part(_stator(1), apart=(0, 0, 0.9)),
        "stator-back": Part(_stator(-1), apart=(0, 0, -0.9)),
        "stair": Part(_stair(), apart=(0, 0, 2.6)),
        "car": Part(_floor(), apart=(0, 0.7, 0)),
        "cabin": Part([*_cabin(), *_cab()], "car", apart=(0, 0.4, 0)),
        "seats": Part(_seats(), "car", apart=(0, 0.9, 0)),
        "shell-front": Part([*_shell(1), *_livery(1)], "car", apart=(0, 2.5, 0.8), cut=True),
        "shell-back": Part([*_shell(-1), *_livery(-1), *_cut_edge()], "car", apart=(0, 2.5, -0.8), shades=False),
        "lining-front": Part(_lining(1), "shell-front", cut=True),
        "lining-back": Part(_lining(-1), "shell-back", shades=False),
        "glass-front": Part([pane[0]], "shell-front", apart=(0, 0, 0.6), cut=True),
        "glass-back": Part([pane[1]], "shell-back", apart=(0, 0, -0.6)),
        "door-left": Part(_door(-1), "shell-front", apart=(-0.3, 0, 0.7), cut=True),
        "door-right": Part(_door(1), "shell-front", apart=(0.3, 0, 0.7), cut=True),
        "skirt-front": Part(_skirt(1), "car", apart=(0, -0.7, 1.9), cut=True),
        "skirt-back": Part(_skirt(-1), "car", apart=(0, -0.7, -1.9)),
        "frames": Part(_frames(), "car", apart=(0, -0.7, 0)),
        "lift-magnets": Part(_lift_magnets(), "frames", apart=(0, -0.35, 0)),
        "guide-front": Part(_guide_magnets(1), "frames", apart=(0, 0, 0.8)),
        "guide-back": Part(_guide_magnets(-1), "frames", apart=(0, 0, -0.8)),
        "bellows": Part(_bellows(), "car", apart=(1.0, 0, 0)),
        "headlights": Part(_headlights(), "car", pivot=(TIP + 0.7, 1.9, 0), hidden=True),
        "beams": Part(_beams(), "car", pivot=(TIP + 0.7, 1.9, 0), hidden=True),
        "field": Part(_field(), "car", pivot=(2, 0.9, 0), hidden=True),
        "wave": Part(_wave(), pivot=(0, 1.0, 0), hidden=True),
    }
    doors = Motion("doors", tuple(_doors([(0.0, 0), (2.2, 1), (4.0, 1), (6.2, 0)])))
    return Rig(parts, (_run(), doors))


def far() -> list[Primitive]:
    """The body in a few rings with its dark band and wave, the covers, the guideway as beams."""
    xs = TIP + np.array([0, 0.06, 0.3, 0.9, 2.0, 3.6, 5.4, 7.4, 9.6, 20.0])
    parts = []
    for side in (1, -1):
        columns, shares = np.meshgrid(xs, [0, 0.06, 0.2, 0.4, _share(WINDOW[0]), _share(WINDOW[1]), 0.72, 0.85, 1.0])
        points = skin(columns, shares, side)
        parts.append(sheet(points if side > 0 else points[:, ::-1], "matte", WHITE))
        bands = [(0.25, REAR, _share(WINDOW[0]), _share(WINDOW[1]), NIGHT), (TIP + 3.6, REAR, 0.16, 0.27, BLUE)]
        bands.append((TIP + 3.0, TIP + 5.6, 0.72, 1.0, NIGHT))
        for x0, x1, low, high, color in bands:
            at, share = np.meshgrid(np.linspace(x0, x1, 7), np.linspace(low, high, 4))
            band = skin(at, share, side, 0.05)
            parts.append(sheet(band if side > 0 else band[:, ::-1], "matte", color))
    return [
        *parts,
        box((17.6, 0.9, 3.38), (3.6, 0.57, 0), "matte", WHITE, base=True),
        box((17.0, 0.12, 3.4), (3.9, 0.8, 0), "matte", BLUE, base=True),
        box((0.3, 2.4, 1.6), (REAR + 0.12, 1.6, 0), "matte", DARK, base=True),
        box((26.0, 0.25, 2.8), (0, 1.1, 0), "matte", CONCRETE, base=True),
        box((26.0, 0.7, 1.2), (0, 0.42, 0), "matte", PIER, base=True),
        *[box((1.2, 0.42, 2.0), (x, 0, 0), "matte", PIER, base=True, skip="-y") for x in (-9.6, 0, 9.6)],
        box((1.7, 0.1, 0.55), (1.1, 1.5, 2.06), "matte", STEEL, base=True),
    ]


def _run() -> Motion:
    """Doors close, it lifts off, glides to the end of its track and back, sets down, doors open."""
    at, up, gone = (0.0, 0.0, 0.0), (0.0, LIFT, 0.0), (GLIDE, LIFT, 0.0)
    keys = [(2.4, at), (4.2, up), (4.8, up), (11.0, gone), (12.4, gone), (18.8, up), (19.4, up), (21.2, at), (24.0, at)]
    return Motion(
        "run",
        (
            *_doors([(0.0, 0), (2.2, 1), (21.6, 1), (23.8, 0)]),
            slide("car", keys),
            flicker("headlights", 24, [(2.6, 21.4)]),
            flicker("beams", 24, [(2.8, 21.2)]),
            flicker("field", 24, [(2.5, 21.0)]),
            flicker("wave", 24, [(4.8, 18.8)]),
            Track("wave", "translation", *_running(4.8, 11.6, 18.8)),
        ),
    )


def _doors(keys: Sequence[tuple[float, int]]) -> list[Track]:
    """Both leaves, open (0) at rest and closed (1): together first, then in, flush with the side."""
    tracks = []
    for name, way in (("door-left", 1), ("door-right", -1)):
        moves: list[tuple[float, tuple[float, float, float]]] = []
        for (start, shut), (end, goal) in zip(keys[:-1], keys[1:], strict=True):
            a, b, m = (0.0, 0.0, 0.0), (way * 0.61, 0.0, -0.045), (way * 0.61, 0.0, 0.0)
            turn = start + (end - start) * (0.75 if goal else 0.25)
            moves += [(start, b if shut else a), *([(turn, m)] if shut != goal else []), (end, b if goal else a)]
        tracks.append(slide(name, moves))
    return tracks


def _running(start: float, back: float, end: float) -> tuple[list[float], list[tuple[float, float, float]]]:
    """The travelling field: one pole pitch again and again, forwards until ``back``, then the other way."""
    times, places = [0.0], [0.0]
    for k in range(int((end - start) / 0.6)):
        at = start + 0.6 * k
        way = -1.2 if at < back else 1.2
        times += [at + 0.001, at + 0.6]
        places += [0.0, way]
    return [*times, 24.0], [(place, 0.0, 0.0) for place in [*places, 0.0]]


# --- the body ---


def _columns() -> Points:
    """Places along the car where its skin has edges."""
    edges = [*DOOR, *[x for pair in WINDOWS for x in pair], REAR]
    return np.array(sorted([TIP + s for s in NOSE] + edges + [0.2]))


def _shares() -> Points:
    """Shares of the section where the skin has edges: closer where it is bent."""
    fixed = [_share(y) for y in (1.56, 3.72, *WINDOW)]
    return np.array(sorted([*np.linspace(0, 0.12, 5), *np.linspace(0.18, 0.5, 6), *np.linspace(0.54, 1, 16), *fixed]))


def _without(part: Primitive, holes: Sequence[tuple[tuple[float, float], tuple[float, float]]]) -> Primitive:
    """A skin without the triangles whose middle lies in holes, (x, x) by (y, y)."""
    middle = part.positions[part.indices].mean(axis=1)
    kept = np.ones(len(middle), bool)
    for (x0, x1), (y0, y1) in holes:
        kept &= ~((middle[:, 0] > x0) & (middle[:, 0] < x1) & (middle[:, 1] > y0) & (middle[:, 1] < y1))
    used, place = np.unique(part.indices[kept], return_inverse=True)
    colors = None if part.colors is None else part.colors[used]
    index = place.reshape(-1, 3).astype(np.uint32)
    return Primitive(part.material, part.positions[used], part.normals[used], index, colors)


def _openings(side: int) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    panes = [(pair, WINDOW) for pair in WINDOWS]
    return [*panes, (DOOR, (1.56, 3.72))] if side > 0 else panes


def _shell(side: int) -> list[Primitive]:
    """Half of the outer skin with its openings, the windscreen, frames of windows, seams of panels."""
    columns, shares = np.meshgrid(_columns(), _shares())
    points = skin(columns, shares, side)
    whole = sheet(points if side > 0 else points[:, ::-1], "paint", WHITE)
    visor_x = TIP + np.linspace(2.75, 5.7, 13)
    visor = patch(visor_x, _visor, 1.0, side, "paint", NIGHT, out=0.02, rows=12)
    cab = patch([TIP + 5.75, TIP + 6.9], *(_share(y) for y in CAB_PANE), side, "paint", NIGHT, out=0.01)
    parts = [_without(whole, _openings(side)), visor, cab]
    for x in (3.0, 5.4, 7.8, 10.2):
        parts.append(patch([x, x + 1.2], 0.9, 0.96, side, "matte", "#7C868D", out=0.004))
    for x in (0.32, 2.0, 7.06, REAR - 0.25):
        parts.append(patch([x, x + 0.018], _share(1.5), 1.0, side, "matte", "#8B949A", out=0.003, rows=14))
    if side < 0:
        parts += [
            patch([x, x + 0.02], _share(1.56), _share(3.72), side, "matte", DARK, out=0.004, rows=8)
            for x in (*DOOR, 1.09)
        ]
    lamp = patch(TIP + np.linspace(0.28, 1.5, 7), 0.34, _lamp_top, side, "satin", NIGHT, out=0.012, rows=4)
    return [*parts, lamp]


def _visor(x: Points) -> Points:
    """The lower edge of the windscreen: a shield with round corners."""
    u = np.clip((x - TIP - 2.75) / 2.95, 0, 1)
    return 1 - 0.36 * np.sqrt(np.clip(1 - (2 * u - 1) ** 4, 0, 1)) * (0.75 + 0.25 * u) - 0.02


def _lamp_top(x: Points) -> Points:
    return 0.36 + 0.2 * np.clip((1.55 - (x - TIP)) / 1.2, 0, 1)


def _livery(side: int) -> list[Primitive]:
    """A blue wave that rises from the nose, with a gold line under it, and a dark band between the windows."""
    xs = np.concatenate([TIP + np.linspace(0.9, 8.0, 18), np.linspace(0.5, REAR, 14)])
    xs = np.unique(np.concatenate([xs, DOOR]))
    wave = patch(xs, _wave_low, _wave_high, side, "paint", BLUE, out=0.006, rows=4)
    line = patch(
        xs, lambda x: _wave_low(x) - 0.035, lambda x: _wave_low(x) - 0.018, side, "paint", GOLD, out=0.006, rows=2
    )
    holes = _openings(side)
    edges = [x for pair in WINDOWS for x in pair]
    piers = list(zip([edges[0] - 0.16, *edges[1::2]], [*edges[0::2], edges[-1] + 0.16], strict=True))
    glass = [patch(pier, _share(WINDOW[0]), _share(WINDOW[1]), side, "paint", NIGHT, out=0.004) for pier in piers]
    return [_without(wave, holes[-1:] if side > 0 else []), _without(line, holes[-1:] if side > 0 else []), *glass]


def _wave_low(x: Points) -> Points:
    s = x - TIP
    return 0.1 + 0.12 * np.clip((s - 1) / 6, 0, 1) ** 1.5 + 0.02 * np.sin(s * 0.7)


def _wave_high(x: Points) -> Points:
    s = x - TIP
    return _wave_low(x) + 0.01 + 0.1 * np.clip((s - 0.9) / 3, 0, 1) * (1 - 0.35 * np.clip((s - 8) / 12, 0, 1))


def _glass(side: int) -> Primitive:
    panes = [
        patch(pair, _share(WINDOW[0]), _share(WINDOW[1]), side, "glass", "#FFFFFF", out=-0.012, rows=4)
        for pair in WINDOWS
    ]
    return merge(panes)[0]


def _within(points: Points) -> Points:
    """From the outer skin to the inner one, a hand's breadth within."""
    return np.stack([points[..., 0], 1.5 + (points[..., 1] - 1.5) * 0.955, points[..., 2] * 0.945], -1)


def _lining(side: int) -> list[Primitive]:
    """The inner skin, with openings for windows, and in the cab for the windscreen and the side panes."""
    columns, shares = np.meshgrid(_columns()[_columns() > CAB_END - 0.01], _shares())
    points = _within(skin(columns, shares, side))
    saloon = _without(sheet(points[:, ::-1] if side > 0 else points, "satin", LINING), _openings(side))
    sill, head = (_share(y) for y in CAB_PANE)
    front, pane, behind = TIP + np.linspace(2.75, 5.7, 14), TIP + np.array([5.75, 6.9]), CAB_END
    cab = [
        _inner([TIP + 2.35, front[0]], 0.0, _visor(front[:1]), side, COCKPIT),
        _inner([TIP + 2.35, front[0]], _visor(front[:1]), 1.0, side, COCKPIT),
        _inner(front, 0.0, _visor(front), side, COCKPIT),
        _inner([front[-1], pane[0]], 0.0, 1.0, side),
        _inner(pane, 0.0, sill, side),
        _inner(pane, head, 1.0, side),
        _inner([pane[1], behind], 0.0, 1.0, side),
    ]
    rim = skin(front, _visor(front), side)
    frame = np.stack([_within(rim), rim])
    edges = [
        skin(pane, np.full(2, sill), side),
        skin(pane, np.full(2, head), side)[::-1],
        skin(pane[[1, 1]], np.array([sill, head]), side),
        skin(pane[[0, 0]], np.array([head, sill]), side),
    ]
    frames = [frame, *[np.stack([_within(edge), edge]) for edge in edges]]
    return [saloon, *cab, *[sheet(f if side > 0 else f[:, ::-1], "satin", NIGHT) for f in frames]]


def _inner(
    xs: Sequence[float] | Points, low: Points | float, high: Points | float, side: int, color: str = LINING
) -> Primitive:
    """A piece of the inner skin between two shares of its section, which may change along it."""
    x = np.asarray(xs, np.float64)
    low, high = np.broadcast_to(low, x.shape), np.broadcast_to(high, x.shape)
    share = low + (high - low) * np.linspace(0, 1, 13)[:, None]
    points = _within(skin(np.broadcast_to(x, share.shape), share, side))
    return sheet(points[:, ::-1] if side > 0 else points, "satin", color)


def _cut_edge() -> list[Primitive]:
    """What is seen along the roof's middle where the front half is taken off."""
    x = _columns()[_columns() > TIP + 2.2]
    top = skin(x, np.ones(len(x)), -1)
    low = np.stack([x, 1.5 + (top[:, 1] - 1.5) * 0.955, top[:, 2]], -1)
    return [sheet(np.stack([low, top]) + (0, 0, 0.002), "paint", "#C8402A")]


def _door(way: int) -> list[Primitive]:
    """One leaf, slid open at rest: a skin of its own, a window, a dark rubber edge and its inner side."""
    x0 = DOOR[0] if way < 0 else sum(DOOR) / 2
    xs = np.array([x0, x0 + 0.12, x0 + 0.48, x0 + 0.6])
    shares = np.array(sorted([*np.linspace(_share(1.57), _share(3.7), 9), _share(2.3), _share(3.4)]))
    columns, rows = np.meshgrid(xs, shares)
    hole = [((xs[1], xs[2]), (2.3, 3.4))]
    outer, inner = skin(columns, rows, 1, 0.0), skin(columns, rows, 1, -0.045)
    parts = [_without(sheet(outer, "paint", WHITE), hole), _without(sheet(inner[:, ::-1], "satin", LINING), hole)]
    parts.append(patch(xs[1:3], _share(2.3), _share(3.4), 1, "glass", "#FFFFFF", out=-0.02, rows=4))
    for x in (xs[0], xs[-1]):
        edge = skin(np.full(9, x), np.linspace(_share(1.57), _share(3.7), 9), 1, -0.02)
        parts.append(limb(edge, 0.022, "matte", DARK, segments=5))
    parts.append(patch([x0, x0 + 0.6], _wave_low, _wave_high, 1, "paint", BLUE, out=0.006, rows=4))
    return [transform(part, (way * 0.61, 0, 0.045)) for part in parts]


def _floor() -> list[Primitive]:
    """The floor with its edge, the underside, landing skids and end wall."""
    x = _columns()
    low = [skin(x, np.zeros(len(x)), side) for side in (1, -1)]
    ring = skin(np.full(40, REAR), np.linspace(0, 1, 40), 1)
    full = np.concatenate([ring, skin(np.full(39, REAR), np.linspace(1, 0, 40)[1:], -1)])
    skids = [
        bevel_box((1.4, 0.1, 0.26), (k, DECK + 0.003, s * 0.98), "matte", DARK, bevel=0.02, base=True)
        for k in np.arange(-3.6, 12, 2.6)
        for s in (-1, 1)
    ]
    plate = box((11.9, 0.14, 3.0), (6.35, 1.48, 0), "satin", STEEL, base=True)
    return [
        sheet(np.stack(low), "matte", DARK),
        fan(full[::-1], "satin", "#D4D9DC"),
        *skids,
        plate,
        box((5.4, 0.1, 2.7), (-2.4, 1.5, 0), "satin", STEEL, base=True),
    ]


def _bellows() -> list[Primitive]:
    frames = []
    for k in range(5):
        wide, size = (0.0, 1.0) if k % 2 else (0.02, 0.94)
        frames.append(
            bevel_box(
                (0.05, 2.3 * size, 1.5 * size), (REAR + 0.05 + 0.055 * k, 2.75, 0), "matte", DARK, bevel=0.02 + wide
            )
        )
    return frames


# --- what one boards ---


def _cabin() -> list[Primitive]:
    """Carpet, luggage racks with reading lights, light strips, tables, partitions and a screen."""
    parts = [
        box((11.7, 0.012, 3.0), (6.4, 1.622, 0), "carpet", CARPET),
        box((9.6, 0.006, 0.62), (7.2, 1.632, 0), "carpet", "#3C4650"),
    ]
    for s in (-1, 1):
        parts += [
            bevel_box((9.9, 0.07, 0.42), (7.2, 3.52, s * 1.16), "satin", "#D9DFE3", bevel=0.03),
            box((9.7, 0.012, 0.05), (7.2, 3.478, s * 1.06), "glow", "#FFE9C6"),
            box((9.9, 0.02, 0.14), (7.2, 4.2, s * 0.42), "glow", LAMP),
            bevel_box((9.9, 0.05, 0.06), (7.2, 2.36, s * 1.52), "timber", "#B98F62", bevel=0.015),
            bevel_box((9.9, 0.22, 0.1), (7.2, 1.64, s * 1.5), "satin", "#7E8990", bevel=0.03, base=True),
        ]
        parts += [_table(TABLE, s * 0.97)]
    parts += [bevel_box((0.06, 0.44, 0.8), (12.06, 3.5, 0), "satin", NIGHT, bevel=0.015), *_digits(12.02, 3.5)]
    parts += [*_partition(2.05, 0.42), *_partition(12.1, 0.42)]
    return [
        *parts,
        pipe([(0.42, 1.7, 1.42), (0.42, 3.2, 1.36)], 0.018, "metal", GOLD),
        pipe([(1.78, 1.7, 1.42), (1.78, 3.2, 1.36)], 0.018, "metal", GOLD),
    ]


def _partition(x: float, gap: float, color: str = LINING) -> list[Primitive]:
    """A wall across the car that leaves ``gap`` metres free on each side of its middle."""
    parts = []
    top, least = (0.995, gap + 0.02) if gap else (0.9995, 0.0)
    for side in (1, -1):
        rim = skin(np.full(24, x), np.linspace(_share(1.64), top, 24), side) * (1, 1, 0.945)
        rim = rim[np.abs(rim[:, 2]) > least] - (0, 0.06, 0)
        inner = rim * (1, 1, 0) + (0, 0, side * gap)
        for at, turn in ((-0.02, -side), (0.02, side)):
            wall = np.stack([inner, rim], 1) + (at, 0, 0)
            parts.append(sheet(wall if turn < 0 else wall[:, ::-1], "satin", color))
        edge = np.stack([inner - (0.02, 0, 0), inner + (0.02, 0, 0)], 1)
        parts.append(sheet(edge if side < 0 else edge[:, ::-1], "timber", "#B98F62"))
    return parts


def _digits(x: float, y: float) -> list[Primitive]:
    """600 in seven bars each, on the screen at the end of the cabin, read when looking to the rear."""
    bar = {
        "t": (0.13, 0, 0.12),
        "m": (0.0, 0, 0.12),
        "b": (-0.13, 0, 0.12),
        "tl": (0.065, -0.07, 0),
        "tr": (0.065, 0.07, 0),
        "bl": (-0.065, -0.07, 0),
        "br": (-0.065, 0.07, 0),
    }
    parts = []
    six, nought = ("t", "m", "b", "tl", "bl", "br"), ("t", "b", "tl", "tr", "bl", "br")
    for place, lit in ((-0.22, six), (0.0, nought), (0.22, nought)):
        for name in lit:
            up, aside, flat = bar[name]
            size = (0.01, 0.022, 0.12) if flat else (0.01, 0.11, 0.022)
            parts.append(box(size, (x, y + up, place + aside), "glow", "#7FD4FF"))
    return parts


ROWS = [2.95 + 0.94 * k + (0.75 if k > 3 else 0.0) for k in range(9)]
TABLE = (ROWS[3] + ROWS[4]) / 2


def _table(x: float, z: float) -> Primitive:
    top = bevel_box((0.62, 0.035, 0.9), (x, 2.33, z), "timber", "#C9A273", bevel=0.014)
    return merge([tint(top, "#FFFFFF"), box((0.06, 0.68, 0.06), (x, 1.99, z * 1.3), "timber", "#8B949A")])[0]


def _seats() -> list[Primitive]:
    """Two and two; the middle rows face each other across a table."""
    seat = merge(_seat())
    return [
        transform(part, (x, 1.63, z), yaw=math.pi if row < 4 and row == 3 else 0.0)
        for row, x in enumerate(ROWS)
        for z in (-1.2, -0.68, 0.68, 1.2)
        for part in seat
    ]


def _seat() -> list[Primitive]:
    """A seat that looks to -X: one curved shell, a cushion for the head, arm rests and a foot."""
    outer = [(-0.3, 0.36), (-0.28, 0.3), (0.1, 0.27), (0.2, 0.3), (0.26, 0.42), (0.38, 1.1), (0.37, 1.16), (0.32, 1.17)]
    inner = [(0.27, 1.12), (0.15, 0.56), (0.08, 0.46), (0.0, 0.43), (-0.22, 0.46), (-0.28, 0.43)]
    shell = transform(extrude([*outer, *inner], 0.46, "matte", SEAT, crease=50), (0, 0, -0.0))
    shell = transform(shell, (0, 0, -0.23), pitch=math.pi / 2)
    shell = transform(shell, scale=(1, -1, 1)) if shell.positions[:, 1].mean() < 0 else shell
    return [
        shell,
        bevel_box((0.09, 0.2, 0.34), (0.26, 1.03, 0), "matte", "#E9E4DA", bevel=0.04),
        *[bevel_box((0.34, 0.05, 0.055), (-0.02, 0.62, s * 0.25), "satin", DARK, bevel=0.02) for s in (-1, 1)],
        box((0.36, 0.3, 0.1), (0.02, 0.0, 0), "satin", "#59626A", base=True, skip="-y +y"),
    ]


def _cab() -> list[Primitive]:
    """The driver's place: a desk with screens and one seat."""
    desk = [(-0.36, 0.0), (0.3, 0.0), (0.34, 0.5), (0.1, 0.62), (-0.36, 0.5)]
    front = transform(extrude(desk, 1.5, "satin", COCKPIT), (-2.6, 1.6, -0.75), pitch=math.pi / 2)
    seat = [transform(part, (-1.5, 1.83, 0)) for part in _seat()]
    step = bevel_box((1.3, 0.24, 1.5), (-1.4, 1.6, 0), "carpet", CARPET, bevel=0.03, base=True)
    shown = [
        box((0.02, 0.2, 0.34), (0, 0, 0), "glow", "#15405A"),
        box((0.002, 0.03, 0.3), (0.011, 0.075, 0), "glow", "#2E86C1"),
        *[
            box((0.002, 0.03 + 0.022 * k, 0.03), (0.011, -0.09, 0.11 - 0.055 * k), "glow", "#7FD4FF", base=True)
            for k in range(5)
        ],
    ]
    screens = [transform(part, (-2.62, 2.32, z), roll=-0.5) for z in (-0.42, 0, 0.42) for part in shown]
    return [front, step, *seat, *screens, *_partition(-0.35, 0.0), *_partition(TIP + 2.4, 0.0, COCKPIT)]


# --- magnets and frames below ---


def _skirt(side: int) -> list[Primitive]:
    """The smooth covers outside the magnets, rounded in front, with seams between them."""
    line = [(1.5, 0.6), (1.58, 0.57), (1.66, 0.62), (1.7, 0.76), (1.7, 1.1), (1.695, 1.44)]
    section = np.asarray(spline(line, 12))
    xs = np.concatenate(
        [TIP + 1.25 + np.array([0, 0.04, 0.12, 0.26, 0.5, 0.8, 1.2]), np.arange(-4.6, 12.3, 2.1), [REAR]]
    )
    u = np.clip((xs - TIP - 1.25) / 1.2, 0, 1)
    grow = np.sqrt(1 - (1 - u) ** 2.0)[None, :]
    z = 1.44 + (section[:, 0][:, None] - 1.44) * grow
    y = 1.44 + (section[:, 1][:, None] - 1.44) * (0.45 + 0.55 * grow)
    points = np.stack([np.broadcast_to(xs, z.shape), y, side * z], -1)
    cover = sheet(points if side > 0 else points[:, ::-1], "paint", WHITE)
    stripe = [
        [(x0, 0.8, side * 1.704), (x1, 0.8, side * 1.704), (x1, 0.92, side * 1.704), (x0, 0.92, side * 1.704)]
        for x0, x1 in ((-4.9, REAR - 0.02),)
    ]
    seams = [
        [(x, 0.7, side * 1.706), (x + 0.02, 0.7, side * 1.706), (x + 0.02, 1.42, side * 1.702), (x, 1.42, side * 1.702)]
        for x in np.arange(-4.6, 12, 2.1)
    ]
    flat = [corner if side > 0 else corner[::-1] for corner in (*stripe, *seams)]
    return [cover, panels(flat[:1], "paint", [BLUE]), panels(flat[1:], "matte", ["#6F7A81"])]


FRAMES = [-4.9 + 2.1 * k for k in range(8)]


def _frames() -> list[Primitive]:
    """C-shaped arms that reach round the edges of the guideway and below it."""
    parts = []
    for x in FRAMES:
        for s in (-1, 1):
            for at in (x + 0.25, x + 1.75):
                parts += [
                    bevel_box((0.16, 0.83, 0.1), (at, 0.58, s * 1.585), "paint", BLUE, bevel=0.02, base=True),
                    bevel_box((0.16, 0.1, 0.55), (at, 0.58, s * 1.34), "paint", BLUE, bevel=0.02, base=True),
                ]
            parts.append(bevel_box((1.9, 0.1, 0.1), (x + 1.0, 1.33, s * 1.585), "paint", IRON, bevel=0.015))
            parts.append(cylinder(0.07, 0.1, (x + 1.0, 1.38, s * 1.57), "matte", DARK, segments=10))
    return parts


def _lift_magnets() -> list[Primitive]:
    """Below the stators: iron backs with a pole every 19 cm, copper wound round each."""
    parts = []
    for x in FRAMES:
        for s in (-1, 1):
            parts.append(bevel_box((2.02, 0.06, 0.3), (x + 1.0, 0.69, s * 1.22), "satin", IRON, bevel=0.01, base=True))
            for k in range(10):
                at = x + 0.145 + 0.19 * k
                parts.append(
                    bevel_box((0.145, 0.075, 0.27), (at, 0.752, s * 1.22), "metal", COPPER, bevel=0.025, base=True)
                )
                parts.append(box((0.08, 0.115, 0.22), (at, 0.752, s * 1.22), "metal", STEEL, base=True, skip="-y"))
    return parts


def _guide_magnets(side: int) -> list[Primitive]:
    """Beside the guide rails: long flat coils."""
    parts = []
    for x in FRAMES:
        parts.append(bevel_box((1.9, 0.3, 0.05), (x + 1.0, 1.17, side * 1.5), "satin", IRON, bevel=0.01))
        for k in range(3):
            at = x + 0.4 + 0.6 * k
            parts.append(bevel_box((0.54, 0.24, 0.03), (at, 1.17, side * 1.462), "metal", COPPER, bevel=0.012))
            parts.append(box((0.36, 0.09, 0.034), (at, 1.17, side * 1.46), "metal", STEEL))
    return parts


def _headlights() -> list[Primitive]:
    """Lit: the lamps of the nose and the low line beneath."""
    return [
        patch(TIP + np.linspace(0.34, 1.4, 6), 0.37, lambda x: _lamp_top(x) - 0.025, s, "glow", LAMP, out=0.018, rows=3)
        for s in (1, -1)
    ]


def _beams() -> list[Primitive]:
    """Light before the lamps, thinning out."""
    parts = []
    for s in (-1, 1):
        ends = [(TIP + 0.5, 1.95, s * 0.75), (TIP - 1.2, 1.85, s * 0.85), (TIP - 3.4, 1.72, s * 1.0)]
        cone = limb(ends, [0.1, 0.3, 0.62], "light", "#FFFFFF", segments=14, caps=False)
        share = np.clip((cone.positions[:, 0] - (TIP - 3.4)) / 3.9, 0, 1)
        colors = np.ones((len(share), 4), np.float32)
        colors[:, 3] = 0.34 * share**1.5
        parts.append(Primitive("light", cone.positions, cone.normals, cone.indices, colors))
    return parts


def _field() -> list[Primitive]:
    """A glow in the gaps while it floats."""
    return [
        part
        for s in (-1, 1)
        for part in (
            box((16.6, 0.012, 0.2), (3.5, 0.876, s * 1.22), "glow", "#6FD0FF"),
            box((16.6, 0.2, 0.008), (3.5, 1.17, s * 1.442), "glow", "#6FD0FF"),
        )
    ]


def _wave() -> list[Primitive]:
    """The travelling field of the motor, bright along the edge of the stators."""
    places = np.arange(-11.4, 11.5, 1.2)
    return [box((0.42, 0.05, 0.02), (x, 1.0, s * 1.385), "glow", "#FFB84A") for x in places for s in (-1, 1)]


# --- guideway ---


def _guideway() -> list[Primitive]:
    """A concrete girder: deck, sloping webs, steel guide rails and slide strips, piers with bearings, buffers."""
    half = [
        (0.0, 0.42),
        (0.5, 0.42),
        (0.56, 0.46),
        (0.74, 0.98),
        (0.98, 1.1),
        (1.37, 1.12),
        (1.37, DECK - 0.02),
        (1.35, DECK),
        (0.0, DECK),
    ]
    outline = [*half[1:-1], *[(-z, y) for z, y in half[1:-1][::-1]]]
    parts = []
    for x0, x1 in ((-13.0, -0.02), (0.02, 13.0)):
        girder = extrude(outline, x1 - x0, "concrete", CONCRETE, crease=20)
        girder = transform(transform(girder, pitch=math.pi / 2), yaw=math.pi / 2)
        low, high = girder.positions.min(axis=0), girder.positions.max(axis=0)
        parts.append(transform(girder, (x0 - float(low[0]), DECK - float(high[1]), 0)))
    for s in (-1, 1):
        parts += [
            bevel_box((25.96, 0.26, 0.03), (0, 1.19, s * 1.392), "metal", STEEL, bevel=0.006),
            box((25.9, 0.008, 0.3), (0, DECK + 0.002, s * 0.98), "metal", "#9AA3A9"),
            bevel_box((25.9, 0.09, 0.12), (0, 0.5, s * 0.62), "satin", IRON, bevel=0.02),
        ]
        parts.append(
            studs([(x, 1.19, s * 1.407) for x in np.arange(-12.7, 12.9, 0.65)], (0, 0, s), 0.022, 0.012, sides=5)
        )
    parts += [box((0.5, 0.004, 2.5), (x, DECK + 0.004, 0), "matte", "#DDE1E3") for x in (-12.4, 12.72)]
    for x in (-9.6, 0.0, 9.6):
        parts += [
            bevel_box((1.5, 0.1, 2.3), (x, 0, 0), "concrete", PIER, bevel=0.03, base=True),
            bevel_box((1.0, 0.27, 1.7), (x, 0.1, 0), "concrete", PIER, bevel=0.05, base=True),
            *[bevel_box((0.4, 0.05, 0.3), (x, 0.37, z), "matte", DARK, bevel=0.01, base=True) for z in (-0.35, 0.35)],
        ]
    for x in (-12.9, 12.9):
        parts += [bevel_box((0.16, 0.36, 1.6), (x, DECK, 0), "paint", YELLOW, bevel=0.03, base=True)]
        parts += [
            box((0.165, 0.37, 0.16), (x, DECK + 0.002, z), "paint", DARK, base=True) for z in (-0.6, -0.2, 0.2, 0.6)
        ]
    return parts


def _stator(side: int) -> list[Primitive]:
    """Laminated iron below the edge of the deck, a slot every 16 cm with a cable of the three phases in it."""
    parts: list[Primitive] = []
    cables: dict[str, list[list[tuple[float, float, float]]]] = {DARK: [], "#C8402A": [], GOLD: []}
    z = side * 1.22
    for k, x in enumerate(np.arange(-12.8, 12.81, 0.16)):
        parts.append(box((0.11, 0.07, 0.3), (float(x), 0.975, z), "metal", "#7C868D", base=True, skip="+y"))
        tone = (DARK, "#C8402A", GOLD)[k % 3]
        cables[tone].append([(x + 0.08, 1.005, z - 0.19), (x + 0.08, 1.005, z + 0.19)])
    for segment in range(10):
        parts.append(
            bevel_box((2.56, 0.075, 0.32), (-11.6 + 2.578 * segment, 1.043, z), "satin", IRON, bevel=0.01, base=True)
        )
    return [*parts, *[bars(ends, 0.026, "matte", tone, sides=5) for tone, ends in cables.items()]]


def _stair() -> list[Primitive]:
    """Steps and a landing with a railing, so that visitors can board."""
    z0, z1, top = 1.79, 2.34, 1.6
    middle, wide = (z0 + z1) / 2, z1 - z0
    parts = [bevel_box((1.7, 0.06, wide), (1.1, top - 0.06, middle), "metal", STEEL, bevel=0.012, base=True)]
    steps = [(1.95 + 0.27 * k + 0.13, top - 0.2 * (k + 1)) for k in range(7)]
    parts += [
        bevel_box((0.29, 0.04, wide - 0.06), (x, y - 0.04, middle), "metal", STEEL, bevel=0.01, base=True)
        for x, y in steps
    ]
    parts += [box((0.03, 0.006, wide - 0.08), (x - 0.11 + 0.22, y + 0.004, middle), "paint", YELLOW) for x, y in steps]
    parts += [box((1.66, 0.006, 0.05), (1.1, top + 0.004, z0 + 0.05), "paint", YELLOW)]
    rails = []
    for z in (z0 + 0.02, z1 - 0.02):
        beam = [(1.92, top - 0.1, z), (3.95, 0.04, z)]
        parts.append(limb(np.linspace(beam[0], beam[1], 2), 0.045, "paint", DARK, segments=6))
    posts = [(0.28, top), (1.1, top), (1.92, top), (2.9, top - 0.74), (3.84, 0.12)]
    rails += [[(x, y, z1 - 0.02), (x, y + 0.95, z1 - 0.02)] for x, y in posts]
    parts.append(
        pipe(
            [
                (0.28, top + 0.95, z0 + 0.06),
                (0.28, top + 0.95, z1 - 0.02),
                (1.92, top + 0.95, z1 - 0.02),
                (3.84, 1.07, z1 - 0.02),
                (3.84, 0.4, z1 - 0.02),
            ],
            0.022,
            "metal",
            STEEL,
            bend=0.06,
        )
    )
    parts.append(
        pipe(
            [(0.28, top + 0.5, z1 - 0.02), (1.92, top + 0.5, z1 - 0.02), (3.84, 0.62, z1 - 0.02)], 0.014, "metal", STEEL
        )
    )
    legs = [(x, z) for x in (0.34, 1.86) for z in (z0 + 0.05, z1 - 0.05)]
    parts += [bevel_box((0.07, top - 0.06, 0.07), (x, 0, z), "paint", DARK, bevel=0.01, base=True) for x, z in legs]
    parts.append(bars(rails, 0.018, "metal", STEEL, sides=6))
    return parts
