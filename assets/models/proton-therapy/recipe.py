"""Proton therapy: a superconducting cyclotron opened for a look inside, its beam line, and a gantry about a couch.

Left the cyclotron, its upper half lifted and a sector of both halves cut away to the front; behind it the beam line,
which climbs to the axis of the gantry; right the gantry, which turns about an axis along Z, and the couch before it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from hallwright.catalogue.rig import Motion, Part, Rig, Track, flicker, grow, slide, swing
from hallwright.geometry.cabling import cable, flange, turned
from hallwright.geometry.fittings import studs
from hallwright.geometry.gearing import around, ring_points
from hallwright.geometry.lofting import bars, limb, loft, panels, spline, torus
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.piping import pipe, rounded
from hallwright.geometry.polygons import circle, triangulate
from hallwright.geometry.shapes import bevel_box, box, cylinder, extrude, lathe, painted, sphere, sweep, tint, transform
from hallwright.geometry.turning import band, turn

WHITE, PALE, STEEL, IRON, DARK = "#F1F3F4", "#DCE3E7", "#B7BEC3", "#6B747B", "#2A3037"
ORANGE, BLUE, COPPER, SKIN, CLOTH = "#D9622B", "#2F78B5", "#C98A5E", "#E3B592", "#9CC4DE"
BEAM, GOLDEN, RIM = "#7FE3FF", "#FFC46B", "#8FD8FF"
Points = NDArray[np.float64]

CENTRE, MIDDLE, RAISED = (-3.0, 0.0, 0.35), 1.30, 0.8
"""Where the cyclotron stands, the height of its beam, and how far the upper half is lifted at rest."""
AWAY = math.radians(50)
"""Half the sector that is cut away to the front."""
AXIS, GANTRY, TARGET = 2.65, 1.9, 0.40
"""Height and place of the gantry's axis, and where along Z it aims."""
ROUTE = [
    (-2.22, MIDDLE, -0.3),
    (-2.22, MIDDLE, -2.85),
    (-0.75, MIDDLE, -2.85),
    (0.6, AXIS, -2.85),
    (GANTRY, AXIS, -2.85),
    (GANTRY, AXIS, -2.0),
]
BEND, PIPE = 0.55, 0.06
TIMES = ((6.4, 12.0), (15.6, 18.2), (22.8, 25.0))
"""Seconds in which there is beam."""
LENGTH = 29.0


def build() -> Rig:
    """Named parts; see the module."""
    upper = "yoke-upper"
    parts = {
        "floor": Part(_floor()),
        "yoke-lower": Part(_at_centre(_yoke(lower=True))),
        upper: Part(_at_centre(_yoke(lower=False)), apart=(0, 0.9, 0), cut=True),
        "coil-lower": Part(_at_centre(_coil(lower=True)), apart=(0, 0.45, 0)),
        "coil-upper": Part(_at_centre(_coil(lower=False)), upper, apart=(0, -0.4, 0), cut=True),
        "coolers": Part(_at_centre(_coolers()), upper, apart=(0, 0.45, 0), cut=True),
        "dees": Part(_at_centre(_dees()), apart=(0, 0.62, 0)),
        "deflector": Part(_at_centre(_deflector()), apart=(0.25, 0.7, 0.2)),
        "lift": Part(_at_centre(_columns()), apart=(0, 0, 0)),
        "pipe": Part(_pipe(), apart=(0, 0.0, 0)),
        "quadrupoles": Part(_quadrupoles(), apart=(0, 0.85, 0)),
        "bending-magnets": Part(_bending_magnets(), apart=(0, 0.85, -0.4)),
        "stands": Part(_stands()),
        "cradle": Part([*_cradle(), *_bearing()]),
        "gantry": Part(_frame(), pivot=(GANTRY, AXIS, 0)),
        "cladding": Part(_cladding(), "gantry", apart=(0, 0, 1.5), cut=True),
        "bore": Part(_bore(), "gantry", apart=(0, 0, 0.8), cut=True),
        "arm": Part(_arm(), "gantry", apart=(0, 0.35, 0)),
        "nozzle": Part(_nozzle(), "gantry", apart=(0, 0.0, 0.5)),
        "counterweight": Part(_counterweight(), "gantry", apart=(0, 0, -0.5)),
        "couch": Part(_couch(), apart=(0, 0, 0.9)),
        "patient": Part(_patient(), "couch", apart=(0, 0.35, 0)),
        "console": Part([*_console(), *_beacon()]),
        "cabinets": Part(_cabinets()),
        "beacon": Part([_beacon_light()], pivot=(-1.35, 1.5, 1.9), hidden=True),
        "spiral": Part([_spiral()], pivot=(CENTRE[0], MIDDLE, CENTRE[2]), hidden=True),
        "bragg-peak": Part(_target(), pivot=(GANTRY, AXIS, TARGET), hidden=True),
        "ray": Part(_ray(), "gantry", pivot=(GANTRY, AXIS + 0.28, TARGET), hidden=True),
    }
    for k in range(BEADS):
        bead = sphere(0.032, _orbit(0.0)[0].tolist(), "glow", "#FFFFFF", segments=8, rings=6)
        parts[f"bunch-{k + 1}"] = Part([bead], pivot=tuple(_orbit(0.0)[0].tolist()), hidden=True)
    for k, (line, parent) in enumerate(_beam_pieces()):
        middle = tuple(line.mean(axis=0).tolist())
        lit = limb(line, PIPE + 0.014, "glow", BEAM, segments=8, caps=False)
        parts[f"beam-{k + 1}"] = Part([lit], parent, pivot=middle, hidden=True)
    return Rig(parts, (_run(), Motion("gantry", (_turning([(0, 0), (8, 2.4), (16, 0)]),))))


def far() -> list[Primitive]:
    """Yoke, beam line as a bar, the ring with its bore, slab and cabinets."""
    x, _, z = CENTRE
    below = [(0.0, 0.42), (1.35, 0.42), (1.35, 1.29), (0.0, 1.29)]
    lower = [transform(part, (x, 0, z)) for part in _sector(below, "matte", PALE, ORANGE, 16)]
    upper = [transform(part, (0, 2 * MIDDLE + RAISED, 0), scale=(1, -1, 1)) for part in lower]
    face = [(0.3, 2.46), (0.7, 2.4), (0.75, 2.2), (0.75, 1.5), (0.66, 1.3), (-0.35, 1.15), (-0.36, 0.0)]
    ring = turn(face, "matte", WHITE, segments=28, crease=50)
    back = turn([(-2.2, 0.0), (-2.2, 0.9), (-2.0, 0.92), (-2.0, 0.3)], "matte", WHITE, segments=12)
    rear = turn([(0.6, 1.2), (0.3, 2.0), (0.3, 2.44)], "matte", WHITE, segments=28)
    stripe = turn([(0.77, 2.16), (0.77, 2.02)], "matte", BLUE, segments=28)
    struts = [
        _about(
            bars(
                [[(-2, 0.8 * math.cos(a), 0.8 * math.sin(a)), (0.3, 2.2 * math.cos(a), 2.2 * math.sin(a))]],
                0.07,
                "matte",
                BLUE,
                sides=3,
            )
        )
        for a in np.linspace(0, math.tau, 12, endpoint=False)
    ]
    halves = [painted(part, "matte") for part in (*lower, *upper)]
    return [
        *halves,
        _about(_inside_out(ring)),
        *[_about(part) for part in (back, rear, stripe)],
        *struts,
        limb(np.asarray(ROUTE), 0.22, "matte", BLUE, segments=5),
        limb(_arm_line()[::3], 0.24, "matte", ORANGE, segments=5),
        box((0.5, 0.45, 0.45), (GANTRY, AXIS + 0.8, TARGET), "matte", WHITE),
        box((0.55, 0.1, 2.4), (GANTRY, AXIS - 0.2, 0.75), "matte", BLUE),
        limb([(GANTRY, 0.12, 2.35), (GANTRY, 1.4, 2.5), (GANTRY, AXIS - 0.25, 1.7)], 0.2, "matte", WHITE, segments=6),
        box((3.6, 0.5, 0.8), (GANTRY, 0.12, 0.46), "matte", DARK, base=True),
        box((1.9, 1.7, 0.5), (-3.5, 0.12, -2.7), "matte", PALE, base=True),
        box((0.9, 1.3, 0.4), (4.15, 0.12, 2.2), "matte", PALE, base=True),
        box((9.2, 0.12, 6.3), (0, 0, 0), "matte", "#D9DDDE", base=True, skip="-y"),
        *[
            cylinder(
                0.09, 2.7, (x + 1.5 * math.sin(a), 0.12, z + 1.5 * math.cos(a)), "matte", STEEL, segments=6, base=True
            )
            for a in COLUMNS
        ],
    ]


def _run() -> Motion:
    """The yoke closes, bunches spiral outwards, the beam comes on piece by piece, three times from three sides."""
    up, down = (0.0, 0.0, 0.0), (0.0, -RAISED, 0.0)
    tracks = [
        slide("yoke-upper", [(0.0, up), (3.0, down), (26.0, down), (LENGTH, up)]),
        flicker("beacon", LENGTH, list(TIMES)),
        grow("spiral", [(3.4, 0.0), (6.2, 1.0), (25.0, 1.0), (25.4, 0.0)]),
        Track("spiral", "rotation", *_spinning(3.4, 25.4)),
        _turning([(0, 0), (12.2, 0), (15.4, 1.75), (18.4, 1.75), (22.6, -1.2), (25.2, -1.2), (28.6, 0)]),
        flicker("ray", LENGTH, [(on + 3.2 if k == 0 else on + 0.2, off) for k, (on, off) in enumerate(TIMES)]),
    ]
    target: list[tuple[float, float | Sequence[float]]] = [(0.0, 0.0)]
    for k, (on, off) in enumerate(TIMES):
        start = on + 3.2 if k == 0 else on + 0.2
        target += [(start, 0.0), (start + 0.6, 0.8 + 0.2 * k), (off, 1.0 + 0.2 * k), (off + 0.3, 0.0)]
    tracks.append(grow("bragg-peak", target))
    for k in range(len(_beam_pieces())):
        spans = [(on + (0.38 * k if n == 0 else 0.02 * k), off) for n, (on, off) in enumerate(TIMES)]
        tracks.append(flicker(f"beam-{k + 1}", LENGTH, spans))
    for k in range(BEADS):
        tracks += _bunch(k)
    return Motion("run", tracks)


def _turning(keys: Sequence[tuple[float, float]]) -> Track:
    return swing("gantry", (0, 0, 1), keys)


def _spinning(start: float, end: float) -> tuple[list[float], list[tuple[float, float, float]]]:
    """A turn in 1.6 seconds, anticlockwise from above, in whole turns."""
    turns = round((end - start) / 1.6)
    steps = np.linspace(0, 1, turns * 4 + 1)
    times = [0.0, *(start + steps * (end - start)).tolist()]
    return times, [(0.0, 0.0, 0.0), *[(0.0, math.tau * turns * float(step), 0.0) for step in steps]]


# --- the cyclotron ---

BEADS, TURNS = 5, 5


def _orbit(share: float) -> tuple[Points, float]:
    """Where a bunch is on its way outwards (share 0 to 1), and its angle."""
    angle = math.tau * TURNS * share + math.pi / 2 * 1.0
    r = 0.08 + 0.69 * share**0.6
    return np.array([CENTRE[0] + r * math.sin(angle), MIDDLE, CENTRE[2] + r * math.cos(angle)]), angle


def _bunch(k: int) -> list[Track]:
    """One bunch: round and round, out through the channel; again and again while the machine runs."""
    first = _orbit(0.0)[0]
    way = [_orbit(float(share))[0] for share in np.linspace(0, 1, TURNS * 12 + 1)] + [np.array(ROUTE[0]) + (0, 0, -0.3)]
    times, places, seen = [0.0], [(0.0, 0.0, 0.0)], []
    period, start = 4.2, 3.6 + 0.84 * k
    for lap in range(5 if k < 3 else 4):
        on = start + lap * period
        stamps = on + np.linspace(0, period - 0.1, len(way))
        times += stamps.tolist()
        places += [tuple((point - first).tolist()) for point in way]
        seen.append((on, on + period - 0.1))
    return [Track(f"bunch-{k + 1}", "translation", times, places), flicker(f"bunch-{k + 1}", LENGTH, seen)]


def _spiral() -> Primitive:
    """The way of the bunches as a thin line."""
    points = [_orbit(float(share))[0] for share in np.linspace(0, 1, TURNS * 24)]
    return limb(points, 0.007, "glow", BEAM, segments=4)


def _at_centre(parts: Iterable[Primitive]) -> list[Primitive]:
    return [transform(part, CENTRE) for part in parts]


SECTION = [
    (0.0, 0.42),
    (1.28, 0.42),
    (1.35, 0.49),
    (1.35, 1.292),
    (1.04, 1.292),
    (1.04, 0.8),
    (0.78, 0.8),
    (0.78, 1.12),
    (0.76, 1.14),
    (0.0, 1.14),
]
"""Half a yoke, cut through its axis: (radius, height), the lower one."""


def _sector(
    profile: Sequence[tuple[float, float]], material: str, color: str, face: str, segments: int = 44
) -> list[Primitive]:
    """A turned solid about the upright axis without the sector to the front, its cut faces in a colour of their own."""
    body = lathe(profile, segments, material, color, start=AWAY, angle=math.tau - 2 * AWAY)
    flat, triangles = triangulate(profile)
    parts = [body]
    for angle, first in ((AWAY, True), (math.tau - AWAY, False)):
        points = np.stack([flat[:, 0] * math.sin(angle), flat[:, 1], flat[:, 0] * math.cos(angle)], -1)
        side = np.array([math.cos(angle), 0, -math.sin(angle)]) * (-1 if first else 1)
        index = triangles[:, ::-1] if first else triangles
        a, b, c = (points[index[0, k]] for k in range(3))
        if np.dot(np.cross(b - a, c - a), side) < 0:
            index = index[:, ::-1]
        normals = np.tile(side, (len(points), 1)).astype(np.float32)
        parts.append(
            tint(Primitive("paint", points.astype(np.float32), normals, np.ascontiguousarray(index, np.uint32)), face)
        )
    return parts


def _upside(parts: Iterable[Primitive]) -> list[Primitive]:
    """What is below the beam, above it and lifted."""
    return [transform(part, (0, 2 * MIDDLE + RAISED, 0), scale=(1, -1, 1)) for part in parts]


def _yoke(*, lower: bool) -> list[Primitive]:
    """Half of the iron: return yoke and pole with its spiral hills, bolted, on feet; a blue band round it."""
    parts = _sector(SECTION, "paint", PALE, ORANGE)
    ring = [(1.352, 0.62), (1.362, 0.63), (1.362, 0.75), (1.352, 0.76)]
    parts.append(lathe(ring, 44, "paint", BLUE, start=AWAY, angle=math.tau - 2 * AWAY))
    for angle in (100, 180, 260):
        parts.append(transform(_hill(), (0, 1.14, 0), yaw=math.radians(angle)))
    bolts = [p for p in ring_points(1.19, 20, "y", 0.42) if abs(math.atan2(p[0], p[2])) > AWAY + 0.08]
    parts.append(studs(bolts, (0, -1, 0), 0.045, 0.05, "metal", IRON))
    if not lower:
        return _upside(parts)
    feet = [
        transform(bevel_box((0.34, 0.3, 0.4), (0, 0.12, 1.08), "paint", DARK, bevel=0.03, base=True), yaw=a)
        for a in (0.95, 2.3, -0.95, -2.3)
    ]
    return [*parts, *feet, _hatch(1.28)]


def _hatch(y: float) -> Primitive:
    """Where the beam leaves the iron."""
    return transform(bevel_box((0.34, 0.26, 0.16), (0.78, y, -1.06), "metal", STEEL, bevel=0.02), (0, 0, 0))


def _hill() -> Primitive:
    """A raised sector of the pole, bent like a blade of a fan: it focuses the beam."""
    radii = np.linspace(0.14, 0.74, 9)
    lead = np.radians(-20 - 32 * (radii / 0.74) ** 1.5)
    edge = [(r * math.sin(a), r * math.cos(a)) for r, a in zip(radii, lead, strict=True)]
    back = [(r * math.sin(a + 0.72), r * math.cos(a + 0.72)) for r, a in zip(radii[::-1], lead[::-1], strict=True)]
    return extrude([(x, -z) for x, z in edge + back], 0.075, "metal", IRON, crease=35, bottom=False)


def _coil(*, lower: bool) -> list[Primitive]:
    """A superconducting coil: wound copper and niobium in a steel cryostat, cut open with the yoke."""
    shell = [(0.815, 0.84), (1.005, 0.84), (1.005, 1.24), (0.815, 1.24), (0.815, 0.84)]
    parts = _sector(shell, "metal", STEEL, "#E4E9EC", 36)
    for angle, sign in ((AWAY, -1), (math.tau - AWAY, 1)):
        side = np.array([math.cos(angle), 0, -math.sin(angle)]) * sign * 0.004
        out = np.array([math.sin(angle), 0.0, math.cos(angle)])
        quads = []
        for row in range(4):
            for column in range(3):
                r0, y0 = 0.842 + 0.047 * column, 0.88 + 0.083 * row
                corners = [
                    r0 * out + (0, y0, 0),
                    (r0 + 0.042) * out + (0, y0, 0),
                    (r0 + 0.042) * out + (0, y0 + 0.074, 0),
                    r0 * out + (0, y0 + 0.074, 0),
                ]
                quads.append([point + side for point in (corners if sign > 0 else corners[::-1])])
        parts.append(_facing(panels(quads, "metal", [COPPER]), side))
    return parts if lower else _upside(parts)


def _facing(flat: Primitive, side: Points) -> Primitive:
    """Flat panels that look to one side, turned over where they look the other way."""
    if float(flat.normals[0] @ side.astype(np.float32)) >= 0:
        return flat
    return Primitive(
        flat.material, flat.positions, -flat.normals, np.ascontiguousarray(flat.indices[:, ::-1]), flat.colors
    )


def _dees() -> list[Primitive]:
    """Two hollow copper electrodes, one to the front, one behind, on stems; the source between them."""
    parts = []
    for yaw in (0.0, math.pi):
        turns = np.linspace(-0.66, 0.66, 15)
        outline = [(0.06, 0.0), *[(0.735 * math.sin(t), 0.735 * math.cos(t)) for t in turns[::-1]]]
        plate = extrude([(x, -z) for x, z in outline], 0.014, "metal", COPPER, crease=20)
        rim = lathe([(0.735, -0.075), (0.747, -0.07), (0.747, -0.02)], 14, "metal", COPPER, start=-0.66, angle=1.32)
        parts += [transform(part, (0, y, 0), yaw=yaw) for part, y in ((plate, MIDDLE - 0.085), (rim, MIDDLE))]
        for x, z in ((0.0, 0.46), (0.2, 0.6), (-0.2, 0.6)):
            stem = cylinder(
                0.035,
                0.1 if z > 0.5 else 0.42,
                (x, MIDDLE - (0.185 if z > 0.5 else 0.5), z),
                "metal",
                COPPER,
                segments=12,
                base=True,
            )
            parts.append(transform(stem, yaw=yaw))
    source = lathe([(0.05, 0.86), (0.05, 1.22), (0.03, 1.25), (0.03, 1.285), (0.0, 1.287)], 14, "metal", STEEL)
    return [*parts, source, cylinder(0.026, 0.02, (0, 1.29, 0), "glow", "#BFEFFF", segments=10, base=True)]


def _deflector() -> list[Primitive]:
    """Two bent plates at the edge, which pull the outermost bunches into the channel."""
    start, angle = math.radians(14), math.radians(72)
    parts = []
    for r in (0.768, 0.806):
        strip = [
            (r, MIDDLE - 0.045),
            (r + 0.01, MIDDLE - 0.045),
            (r + 0.01, MIDDLE + 0.045),
            (r, MIDDLE + 0.045),
            (r, MIDDLE - 0.045),
        ]
        parts.append(lathe(strip, 18, "metal", "#E8C15A" if r < 0.78 else STEEL, start=start, angle=angle))
    legs = [
        [(0.79 * math.sin(a), 0.95, 0.79 * math.cos(a)), (0.79 * math.sin(a), 1.25, 0.79 * math.cos(a))]
        for a in (0.3, 0.75)
    ]
    return [*parts, bars(legs, 0.018, "satin", WHITE, sides=8)]


def _coolers() -> list[Primitive]:
    """Cryocoolers on the lid with their helium hoses, and lifting brackets."""
    top, parts = 2 * MIDDLE - 0.42 + RAISED, []
    for x, z in ((0.42, -0.35), (-0.42, -0.35)):
        head = [(0.2, 0), (0.2, 0.05), (0.11, 0.06), (0.11, 0.3), (0.16, 0.31), (0.16, 0.5), (0.12, 0.56), (0.0, 0.56)]
        parts += [
            transform(lathe(head, 20, "metal", STEEL), (x, top, z)),
            cylinder(0.165, 0.06, (x, top + 0.36, z), "paint", BLUE, segments=20, base=True),
        ]
        parts.append(cable((x, top + 0.5, z - 0.12), (x * 0.6, top - 0.3, -1.4), 0.022, "matte", DARK, sag=-0.25))
    return [*parts, bevel_box((0.7, 0.3, 0.14), (0, top - 0.38, -1.4), "satin", WHITE, bevel=0.02)]


COLUMNS = (1.25, 2.55, -1.25, -2.55)


def _columns() -> list[Primitive]:
    """Four screws that lift the upper half."""
    parts = []
    for angle in COLUMNS:
        x, z = 1.5 * math.sin(angle), 1.5 * math.cos(angle)
        parts += [
            cylinder(0.07, 2.7, (x, 0.12, z), "metal", STEEL, segments=14, base=True),
            bevel_box((0.36, 0.16, 0.36), (x, 0.12, z), "paint", DARK, bevel=0.02, base=True),
            cylinder(0.1, 0.12, (x, 2.72, z), "paint", ORANGE, segments=14, base=True),
        ]
    return parts


# --- the beam line ---


def _route() -> Points:
    return rounded(ROUTE, BEND, 8)


def _beam_pieces() -> list[tuple[Points, str | None]]:
    """The beam's way in pieces that light up one after the other, with the part each hangs from."""
    line = _route()
    cuts = np.linspace(0, len(line) - 1, 7).astype(int)
    fixed: list[tuple[Points, str | None]] = [(line[a : b + 1], None) for a, b in zip(cuts[:-1], cuts[1:], strict=True)]
    arm = _arm_line()
    half = len(arm) // 2
    return [*fixed, (arm[: half + 1], "gantry"), (arm[half:], "gantry")]


def _pipe() -> list[Primitive]:
    line = _route()
    parts = [limb(line, PIPE, "metal", STEEL, segments=12)]
    for a, b, shares in _runs():
        parts += [flange((a + (b - a) * share).tolist(), (b - a).tolist(), PIPE, "metal", STEEL) for share in shares]
    pump = [
        cylinder(0.1, 0.34, (x, y - 0.46, z), "metal", STEEL, segments=16, base=True)
        for x, y, z in ((-2.22, MIDDLE, -1.9), (-1.25, MIDDLE, -2.85))
    ]
    return [*parts, *pump]


def _runs() -> list[tuple[Points, Points, tuple[float, ...]]]:
    """Straight runs of the route, from corner to corner, with where their flanges are."""
    at = [np.asarray(point) for point in ROUTE]
    shares = ((0.14, 0.75), (0.5,), (0.22, 0.8), (0.28,))
    return [(at[k], at[k + 1], shares[k]) for k in range(4)]


MAGNETS = ((0, 0.3), (0, 0.42), (0, 0.54), (1, 0.56), (2, 0.36), (2, 0.5), (2, 0.64), (3, 0.46))


def _quadrupole() -> list[Primitive]:
    """A focusing magnet about the Y axis: an eight-sided yoke, four poles, four coils."""
    turns = np.linspace(0, math.tau, 8, endpoint=False) + math.pi / 8
    outline = [(0.3 * math.cos(t), 0.3 * math.sin(t)) for t in turns]
    yoke = extrude(outline, 0.2, "paint", BLUE, holes=[circle(0.21, 16)], base=-0.1, crease=20)
    pole = transform(bevel_box((0.09, 0.2, 0.13), (0, 0, 0.15), "paint", BLUE, bevel=0.01), yaw=math.pi / 4)
    coil = transform(bevel_box((0.15, 0.27, 0.07), (0, 0, 0.165), "metal", COPPER, bevel=0.02), yaw=math.pi / 4)
    return [yoke, *around([pole, coil], 4, "y")]


def _quadrupoles() -> list[Primitive]:
    parts = []
    runs = _runs()
    for run, share in MAGNETS:
        a, b, _ = runs[run]
        parts += [turned(part, (a + (b - a) * share).tolist(), (b - a).tolist()) for part in _quadrupole()]
    return parts


def _arc(corner: int) -> Points:
    """The bent piece of the route at a corner, and a little of the straight on both sides."""
    line, at = _route(), np.asarray(ROUTE[corner])
    near = np.linalg.norm(line - at, axis=1)
    place = int(near.argmin())
    return line[max(0, place - 4) : place + 5]


def _dipole(line: Points) -> list[Primitive]:
    """A bending magnet along an arc: iron above and below, racetrack coils at its sides."""
    yoke = [
        (-0.2, 0.09),
        (0.2, 0.09),
        (0.26, 0.13),
        (0.26, 0.27),
        (0.22, 0.31),
        (-0.22, 0.31),
        (-0.26, 0.27),
        (-0.26, 0.13),
    ]
    coil = [(0.12, 0.07), (0.31, 0.07), (0.31, 0.17), (0.12, 0.17)]
    path = line.tolist()
    parts = [sweep(path, [(x, s * y) for x, y in yoke], "paint", ORANGE, crease=50) for s in (1, -1)]
    ends = [line[0] + (line[0] - line[1]) * 0.35, *line, line[-1] + (line[-1] - line[-2]) * 0.35]
    parts += [
        sweep(np.array(ends).tolist(), [(i * x, j * y) for x, y in coil], "metal", COPPER, crease=50)
        for i in (1, -1)
        for j in (1, -1)
    ]
    back = [(-0.27, -0.13), (-0.2, -0.13), (-0.2, 0.13), (-0.27, 0.13)]
    return [*parts, sweep(path, back, "paint", "#B94F20", crease=50)]


def _bending_magnets() -> list[Primitive]:
    return [part for corner in (1, 2, 3, 4) for part in _dipole(_arc(corner))]


def _stands() -> list[Primitive]:
    """Feet of the beam line, and the panel of its monitors."""
    parts = []
    places = [
        (-2.22, MIDDLE, -1.35),
        (-2.1, MIDDLE, -2.7),
        (-0.95, MIDDLE, -2.85),
        (-0.05, 1.95, -2.85),
        (0.62, AXIS, -2.85),
        (1.78, AXIS, -2.72),
    ]
    for x, y, z in places:
        tall = y - 0.33 - 0.12
        parts += [
            bevel_box((0.13, tall, 0.13), (x, 0.12, z), "paint", DARK, bevel=0.015, base=True),
            bevel_box((0.34, 0.03, 0.34), (x, 0.12, z), "metal", STEEL, bevel=0.008, base=True),
            bevel_box((0.36, 0.04, 0.36), (x, 0.12 + tall, z), "metal", STEEL, bevel=0.008, base=True),
        ]
    return parts


# --- the gantry ---


def _about(part: Primitive) -> Primitive:
    """From an axis along X to the gantry's: +X becomes +Z."""
    return transform(part, (GANTRY, AXIS, 0), yaw=-math.pi / 2)


def _frame() -> list[Primitive]:
    """Two rings and the lattice between them; the front one runs on rollers."""
    big = band((0.3, 0.62), (2.12, 2.4), "satin", WHITE, segments=64, edge=0.03)
    track = band((0.42, 0.5), (2.39, 2.42), "metal", STEEL, segments=64)
    small = band((-2.2, -2.0), (0.5, 0.92), "satin", WHITE, segments=40, edge=0.02)
    turns = np.linspace(0, math.tau, 12, endpoint=False) + math.pi / 12
    ends = []
    for k, a in enumerate(turns):
        low = (-2.0, 0.86 * math.cos(a), 0.86 * math.sin(a))
        for b in (a - math.pi / 12, a + math.pi / 12):
            ends.append([low, (0.32, 2.25 * math.cos(b), 2.25 * math.sin(b))])
        b = turns[(k + 1) % 12]
        ends.append([(-0.9, 1.57 * math.cos(a), 1.57 * math.sin(a)), (-0.9, 1.57 * math.cos(b), 1.57 * math.sin(b))])
    bolts = studs(ring_points(0.71, 20, "x", -2.2), (-1, 0, 0), 0.03, 0.03, "metal", IRON)
    return [_about(part) for part in (big, track, small, bars(ends, 0.045, "paint", BLUE, sides=8), bolts)]


def _cladding() -> list[Primitive]:
    """The white face, its blue line and its lit rim."""
    face = [(0.66, 1.3), (0.73, 1.36), (0.75, 1.5), (0.75, 2.24), (0.72, 2.36), (0.66, 2.44), (0.3, 2.46)]
    outline = [(z, r) for z, r in face[::-1]]
    stripe = turn([(0.753, 2.14), (0.753, 2.06)], "satin", BLUE, segments=64)
    rim = transform(transform(torus(1.31, 0.028, "glow", RIM, segments=64, sides=6), roll=-math.pi / 2), (0.672, 0, 0))
    marks = []
    for k in range(36):
        a, long = k * math.tau / 36, 0.12 if k % 3 == 0 else 0.06
        marks.append(transform(box((0.004, long, 0.014), (0.754, 1.98 - long / 2, 0), "satin", IRON), pitch=a))
    for k in range(8):
        seam = box((0.004, 0.66, 0.008), (0.7525, 1.74, 0), "matte", "#8F9AA1")
        marks.append(transform(seam, pitch=k * math.tau / 8 + math.pi / 8))
    marks.append(turn([(0.6, 1.32), (0.58, 2.12)], "satin", "#C9D1D6", segments=48))
    zero = transform(box((0.006, 0.1, 0.1), (0.754, 2.24, 0), "satin", ORANGE), pitch=0.0)
    return [_about(part) for part in (turn(outline, "satin", WHITE, segments=72), stripe, rim, *marks, zero)]


def _bore() -> list[Primitive]:
    """The lining about the couch, and the wall behind it."""
    tunnel = turn([(0.66, 1.295), (0.5, 1.24), (-0.35, 1.15)], "satin", "#E3EAEE", segments=56)
    wall = turn([(-0.35, 1.15), (-0.36, 0.6), (-0.36, 0.0)], "satin", "#CFDAE1", segments=56)
    ring = transform(transform(torus(0.8, 0.014, "glow", RIM, segments=48, sides=5), roll=-math.pi / 2), (-0.345, 0, 0))
    shell = turn([(-0.38, 0.0), (-0.38, 1.18), (0.5, 1.27), (0.64, 1.32)], "satin", PALE, segments=56)
    return [_about(part) for part in (tunnel, _inside_out(wall), ring, shell)]


def _inside_out(part: Primitive) -> Primitive:
    """The same, seen from its other side, if it looks away from the front."""
    if float(part.normals[:, 0].mean()) > 0:
        return part
    return Primitive(
        part.material, part.positions, -part.normals, np.ascontiguousarray(part.indices[:, ::-1]), part.colors
    )


def _arm_line() -> Points:
    """The beam's way on the gantry: out from its axis, along the frame, and down at the target."""
    out, r1, r2 = math.radians(50), 0.7, 0.5
    points = [(-2.05, 0.0)] + [(-2.05 + r1 * math.sin(a), r1 * (1 - math.cos(a))) for a in np.linspace(0, out, 8)[1:]]
    z, r = points[-1]
    points += [(z + share * math.cos(out), r + share * math.sin(out)) for share in (0.55, 1.05, 1.6)]
    z, r = points[-1]
    mid = (z + r2 * math.sin(out), r - r2 * math.cos(out))
    points += [(mid[0] - r2 * math.sin(h), mid[1] + r2 * math.cos(h)) for h in np.linspace(out, -math.pi / 2, 16)[1:]]
    return np.array([(GANTRY, AXIS + r, z) for z, r in points])


def _arm() -> list[Primitive]:
    """Pipe and magnets that the gantry carries."""
    line = _arm_line()
    parts = [limb(line, PIPE, "metal", STEEL, segments=12), *_dipole(line[1:8]), *_dipole(line[10:])]
    a, b = line[7], line[10]
    for share in (0.26, 0.48, 0.7):
        parts += [turned(part, (a + (b - a) * share).tolist(), (b - a).tolist()) for part in _quadrupole()]
    return parts


def _nozzle() -> list[Primitive]:
    """Where the beam is shaped: scanning magnets in a housing, a snout, an aperture of brass, two imagers."""
    x, z = GANTRY, TARGET
    snout = [(0.0, 0.52), (0.11, 0.52), (0.15, 0.56), (0.17, 0.72), (0.25, 0.86), (0.25, 0.94)]
    parts = [
        bevel_box((0.62, 0.34, 0.5), (x, AXIS + 0.92, z), "satin", WHITE, bevel=0.05, base=True),
        transform(lathe(snout, 28, "satin", PALE), (x, AXIS, z)),
        transform(
            lathe([(0.13, 0.505), (0.14, 0.52), (0.14, 0.56), (0.12, 0.565)], 24, "metal", "#D8B25A"), (x, AXIS, z)
        ),
        transform(torus(0.256, 0.012, "glow", RIM, segments=32, sides=5), (x, AXIS + 0.9, z)),
    ]
    for s in (-1, 1):
        parts.append(bevel_box((0.05, 0.36, 0.42), (x + s * 0.62, AXIS + 0.5, z - 0.28), "satin", DARK, bevel=0.015))
        parts.append(bevel_box((0.1, 0.34, 0.1), (x + s * 0.62, AXIS + 0.76, z - 0.3), "satin", PALE, bevel=0.02))
    return parts


def _counterweight() -> list[Primitive]:
    """Blocks of steel opposite the magnets."""
    parts = []
    for k in range(5):
        angle = math.radians(180 + 17 * (k - 2))
        block = bevel_box((0.62, 0.5, 0.54), (-0.5, 1.6, 0), "paint", ORANGE, bevel=0.04)
        heads = studs(
            [(-0.5 + i * 0.2, 1.35, j * 0.16) for i in (-1, 1) for j in (-1, 1)], (0, -1, 0), 0.035, 0.03, "metal", IRON
        )
        parts += [_about(transform(part, pitch=angle)) for part in (block, heads)]
    return parts


def _cradle() -> list[Primitive]:
    """Rollers under the front ring, on a base frame with yellow edges."""
    parts = [bevel_box((3.6, 0.16, 0.9), (GANTRY, 0.12, 0.46), "paint", DARK, bevel=0.03, base=True)]
    for s in (-1, 1):
        x, y = GANTRY + s * 2.63 * math.sin(0.56), AXIS - 2.63 * math.cos(0.56)
        roller = transform(cylinder(0.21, 0.3, (0, 0, 0), "metal", STEEL, segments=24), (x, y, 0.46), pitch=math.pi / 2)
        parts += [roller, bevel_box((3.6, 0.02, 0.06), (GANTRY, 0.28, 0.46 + s * 0.4), "paint", "#E8B90F", bevel=0.005)]
        for z in (0.24, 0.68):
            parts.append(bevel_box((0.5, y - 0.02, 0.07), (x, 0.2, z), "paint", BLUE, bevel=0.02, base=True))
        motor = transform(cylinder(0.11, 0.34, (0, 0, 0), "paint", PALE, segments=16), (x, y, 0.9), pitch=math.pi / 2)
        parts.append(motor)
    return parts


def _bearing() -> list[Primitive]:
    """What carries the gantry behind: a bearing on a frame with its legs apart, the beam passes through it."""
    ring = [_about(band((-2.46, -2.24), (0.3, 0.56), "satin", PALE, segments=36, edge=0.02))]
    legs = [[(GANTRY + s * 0.42, AXIS - 0.3, -2.35), (GANTRY + s * 0.85, 0.2, -2.35)] for s in (-1, 1)]
    cross = [[(GANTRY - 0.68, 1.1, -2.35), (GANTRY + 0.68, 1.1, -2.35)]]
    foot = bevel_box((2.1, 0.1, 0.5), (GANTRY, 0.12, -2.35), "paint", DARK, bevel=0.02, base=True)
    return [*ring, bars(legs, 0.11, "paint", BLUE, sides=8), bars(cross, 0.07, "paint", BLUE, sides=8), foot]


# --- couch, patient, console ---


def _couch() -> list[Primitive]:
    """A carbon top on a jointed arm."""
    x, low = GANTRY, AXIS - 0.2
    side = [(0.0, 0.0), (0.26, 0.01), (0.29, 0.04), (0.27, 0.06), (0.0, 0.05)]
    outline = [(a, b) for a, b in side] + [(-a, b) for a, b in side[-2:0:-1]]
    top = sweep([(x, low, -0.5), (x, low, 2.0)], outline, "satin", DARK, crease=60)
    arm = [(x, 0.5, 2.35), (x + 0.02, 0.95, 2.55), (x, 1.4, 2.5)]
    fore = [(x, 1.45, 2.5), (x, 1.95, 2.35), (x, 2.3, 2.02), (x, low - 0.06, 1.7)]
    return [
        top,
        bevel_box((0.5, 0.05, 2.3), (x, low + 0.06, 0.7), "fabric", BLUE, bevel=0.02, base=True),
        bevel_box((0.44, 0.1, 0.5), (x, low - 0.1, 1.65), "satin", WHITE, bevel=0.03, base=True),
        cylinder(0.46, 0.1, (x, 0.12, 2.35), "satin", DARK, segments=32, base=True),
        cylinder(0.36, 0.3, (x, 0.22, 2.35), "satin", WHITE, segments=32, base=True),
        limb(spline(arm, 10), np.linspace(0.25, 0.19, 10).tolist(), "satin", WHITE, segments=18),
        limb(spline(fore, 14), np.linspace(0.18, 0.13, 14).tolist(), "satin", WHITE, segments=18),
        transform(cylinder(0.24, 0.52, (0, 0, 0), "satin", ORANGE, segments=24), (x, 1.42, 2.5), roll=math.pi / 2),
        transform(cylinder(0.2, 0.54, (0, 0, 0), "satin", PALE, segments=24), (x, 1.42, 2.5), roll=math.pi / 2),
    ]


def _patient() -> list[Primitive]:
    """A dummy on its back, head inwards; a marker shows where it is treated."""
    x, y = GANTRY, AXIS - 0.02
    trunk = spline(
        [
            (0.98, 0.1, 0.155),
            (0.78, 0.11, 0.17),
            (0.5, 0.105, 0.16),
            (0.25, 0.115, 0.19),
            (0.12, 0.09, 0.17),
            (0.05, 0.05, 0.08),
        ],
        14,
    )
    turns = np.linspace(0, math.tau, 16, endpoint=False)
    rings = np.array([[(x + wide * math.cos(t), y + tall * math.sin(t), z) for t in turns] for z, tall, wide in trunk])
    parts = [loft(rings[::-1], "fabric", CLOTH)]
    parts.append(sphere((0.085, 0.1, 0.115), (x, y + 0.015, -0.11), "satin", SKIN, segments=16, rings=10))
    parts.append(limb([(x, y - 0.01, 0.06), (x, y, -0.03)], 0.05, "satin", SKIN, segments=10))
    for s in (-1, 1):
        leg = [(x + s * 0.085, y - 0.01, 0.92), (x + s * 0.1, y + 0.0, 1.3), (x + s * 0.09, y - 0.03, 1.72)]
        arm = [(x + s * 0.2, y + 0.02, 0.17), (x + s * 0.235, y - 0.03, 0.45), (x + s * 0.2, y - 0.03, 0.72)]
        parts += [
            limb(spline(leg, 8), np.linspace(0.09, 0.05, 8).tolist(), "fabric", CLOTH, segments=10),
            sphere((0.045, 0.1, 0.05), (x + s * 0.09, y + 0.02, 1.76), "satin", SKIN, segments=10, rings=6),
            limb(spline(arm, 7), np.linspace(0.055, 0.035, 7).tolist(), "satin", SKIN, segments=8),
        ]
    parts.append(sphere((0.155, 0.1, 0.15), (x, y - 0.005, 0.9), "fabric", CLOTH, segments=14, rings=8))
    marker = torus(0.05, 0.005, "satin", ORANGE, segments=20, sides=4)
    return [*parts, transform(marker, (x, y + 0.117, TARGET))]


def _target() -> list[Primitive]:
    """The glow where the beam ends."""
    return [
        sphere(0.09, (GANTRY, AXIS + 0.06, TARGET), "glow", "#FF9A4A", segments=14, rings=8),
        sphere(0.13, (GANTRY, AXIS + 0.06, TARGET), "light", "#FFD9A0", segments=14, rings=8),
    ]


def _ray() -> list[Primitive]:
    """The beam in the open, from the nozzle to the target."""
    return [cylinder(0.018, 0.44, (GANTRY, AXIS + 0.08, TARGET), "glow", GOLDEN, segments=8, base=True)]


def _console() -> list[Primitive]:
    """A desk whose screen shows how deep protons reach: little on the way, most at the end."""
    x, z = 4.15, 2.3
    parts = [
        bevel_box((0.9, 0.06, 0.5), (x, 0.86, z), "satin", WHITE, bevel=0.02, base=True),
        bevel_box((0.8, 0.76, 0.1), (x, 0.12, z - 0.16), "satin", PALE, bevel=0.02, base=True),
        bevel_box((0.84, 0.5, 0.04), (x, 0.98, z - 0.14), "satin", DARK, bevel=0.012, base=True),
        box((0.78, 0.44, 0.006), (x, 1.23, z - 0.117), "glow", "#0F2B40"),
        bevel_box((0.4, 0.02, 0.16), (x - 0.05, 0.92, z + 0.1), "satin", DARK, bevel=0.006, base=True),
    ]
    for k in range(22):
        depth = k / 21
        dose = 0.27 + 0.18 * depth + 0.75 * math.exp(-(((depth - 0.8) / 0.07) ** 2))
        tall = 0.36 * dose * (1.0 if depth < 0.88 else 0.03)
        parts.append(
            box(
                (0.022, tall, 0.004),
                (x - 0.345 + 0.032 * k, 1.05, z - 0.112),
                "glow",
                GOLDEN if depth > 0.7 else BEAM,
                base=True,
            )
        )
    return parts


def _beacon() -> list[Primitive]:
    """A lamp that says when there is beam, on a post with a stop button, and a rail between visitors and machine."""
    x, z = -1.35, 1.9
    rail = [(-4.5, 0.12, 2.3), (-4.5, 1.05, 2.3), (-1.35, 1.05, 2.3), (-1.35, 0.12, 2.3)]
    low = [(-4.5, 0.6, 2.3), (-1.35, 0.6, 2.3)]
    posts = [[(at, 0.12, 2.3), (at, 1.05, 2.3)] for at in (-3.45, -2.4)]
    return [
        bevel_box((0.08, 1.3, 0.08), (x, 0.12, z), "paint", DARK, bevel=0.01, base=True),
        cylinder(0.07, 0.14, (x, 1.43, z), "satin", "#5A2A26", segments=16, base=True),
        cylinder(0.075, 0.03, (x, 1.4, z), "metal", STEEL, segments=16, base=True),
        bevel_box((0.16, 0.2, 0.06), (x, 1.02, z + 0.06), "paint", "#E8B90F", bevel=0.01),
        transform(
            cylinder(0.045, 0.04, (0, 0, 0), "satin", "#C8261C", segments=16), (x, 1.02, z + 0.11), pitch=math.pi / 2
        ),
        pipe(rail, 0.024, "metal", STEEL, bend=0.12),
        pipe(low, 0.014, "metal", STEEL),
        bars(posts, 0.02, "metal", STEEL, sides=8),
    ]


def _beacon_light() -> Primitive:
    return cylinder(0.078, 0.13, (-1.35, 1.435, 1.9), "glow", "#FF3B2A", segments=16, base=True)


def _cabinets() -> list[Primitive]:
    """Power and helium behind the cyclotron, with a cable bridge."""
    parts = []
    for k, tone in enumerate((PALE, PALE, WHITE)):
        x = -4.1 + 0.62 * k
        parts += [
            bevel_box((0.58, 1.7, 0.5), (x, 0.12, -2.7), "satin", tone, bevel=0.02, base=True),
            box((0.44, 0.5, 0.01), (x, 1.32, -2.448), "satin", DARK),
            box((0.36, 0.02, 0.012), (x, 1.5, -2.442), "glow", "#6BE08A" if k else BEAM),
            *[box((0.44, 0.012, 0.012), (x, 0.35 + 0.05 * row, -2.447), "satin", IRON) for row in range(8)],
        ]
    tray = [(-3.5, 1.86, -2.7), (-3.5, 2.0, -2.7), (-3.5, 2.0, -1.6)]
    return [
        *parts,
        pipe(tray, 0.06, "metal", STEEL, bend=0.12),
        cable((-3.3, 1.82, -2.7), (-3.1, 0.9, -1.05), 0.03, sag=0.3),
    ]


def _floor() -> list[Primitive]:
    slab = bevel_box((9.2, 0.12, 6.3), (0, 0, 0), "satin", "#D9DDDE", bevel=0.03, base=True)
    line = box((9.0, 0.012, 0.05), (0, 0.122, 3.08), "glow", "#7CC7F2")
    ring = transform(lathe([(1.78, 0.0), (1.7, 0.0)], 56, "matte", "#E8B90F"), (CENTRE[0], 0.125, CENTRE[2]))
    return [slab, line, ring]
