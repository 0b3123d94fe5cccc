"""A heavy-duty gas turbine, opened towards the front: compressor, can burners and turbine on one shaft, 10 m long.

The axis runs along X, air comes in at -X. Angles about it: 0 is up, a quarter turn to the front (+Z). Rows of rotor
and stator are parts of their own, so that they slide apart along the shaft.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from hallwright.catalogue.rig import Motion, Part, Rig, Track, appear, flicker, spin
from hallwright.geometry.blading import Blade, blade, cooling_holes
from hallwright.geometry.colors import linear
from hallwright.geometry.fittings import studs
from hallwright.geometry.gearing import around, dots, ring_points
from hallwright.geometry.lofting import bars, limb, loft, panels, shaded
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.piping import pipe
from hallwright.geometry.shapes import bevel_box, box, cylinder, extrude, lathe, sphere, transform
from hallwright.geometry.turning import Outline, band, cut_face, turn

STEEL, BRIGHT, DARK, IRON = "#AEB6BB", "#D9DFE2", "#343C44", "#6E777E"
CASE, RIB, INSIDE, CUT = "#DCE3E7", "#C3CCD2", "#8B9499", "#C8402A"
CERAMIC, NICKEL, BRONZE, LINER, HOLE = "#D9CBAE", "#B79F82", "#A98B66", "#B98F68", "#17120E"
FLOORING, BLUE, YELLOW, LIGHT = "#4C5963", "#2E6DA4", "#E8B90F", "#8FD3FF"
AXIS = 2.05
OPEN, SHUT, SPLIT = math.radians(8), math.radians(132), math.radians(270)
"""The casing is open from OPEN over the front to SHUT; its lower and upper pieces meet at SPLIT, behind."""
END = OPEN + math.tau
STAGES, PITCH, FIRST = 12, 0.285, -3.72
CANS, LEAN, HEAD = 12, math.radians(28), (0.14, 1.47, 0.0)

VANES = (
    (1.66, 0.80, 1.04, 32, 0.17, CERAMIC),
    (2.18, 0.80, 1.14, 32, 0.18, NICKEL),
    (2.74, 0.79, 1.26, 34, 0.19, STEEL),
    (3.34, 0.77, 1.42, 36, 0.20, STEEL),
)
BUCKETS = (
    (1.91, 0.80, 1.06, 40, 0.15, CERAMIC),
    (2.46, 0.80, 1.17, 36, 0.16, NICKEL),
    (3.04, 0.79, 1.31, 36, 0.17, BRONZE),
    (3.64, 0.76, 1.49, 32, 0.19, STEEL),
)
"""Rows of the turbine: place, root and tip radius, blades to the turn, chord, colour."""

COLD = ((-4.3, 1.5), (-4.0, 1.38), (-3.7, 1.31), (-2.0, 1.16), (-0.5, 1.06))
CASING: Outline = (*COLD, (0.32, 1.62), (1.22, 1.62), (1.5, 1.12), (2.05, 1.16), (2.6, 1.27), (3.2, 1.42), (3.85, 1.6))
"""(place, radius) of the casing's inner wall; it is THICK."""
THICK = 0.09
BANDS = (-4.22, -3.3, -2.3, -1.3, -0.52, 1.5, 2.32, 3.0, 3.78)


def build() -> Rig:
    """Named parts; see the module."""
    parts: dict[str, Part] = {
        "skid": Part([*_skid(), *_panel()]),
        "casing-lower": Part([*_laid(_casing(SHUT, SPLIT)), *_supports()], apart=(0, 0, -3.3)),
        "casing-upper": Part(_laid(_casing(SPLIT, END)), apart=(0, 2.3, 0), cut=True),
        "inlet": Part(_laid(_inlet()), apart=(-3.0, 0, 0)),
        "rotor": Part(_laid(_shaft()), pivot=(0, AXIS, 0)),
        "exhaust": Part(_laid(_exhaust()), apart=(2.9, 0, 0)),
    }
    parts |= dict(_compressor()) | dict(_stators()) | dict(_rotors()) | dict(_cans())
    hot = _laid(_buckets(0, "glow", "#C8481A", 1.35))
    parts |= {
        "flames": Part(_laid(_flames()), pivot=(0.6, AXIS, 0), hidden=True),
        "hot-vanes": Part(_laid(_hot_vanes()), pivot=(1.66, AXIS, 0), hidden=True),
        "hot-blades": Part(hot, parent="rotor", pivot=(1.91, AXIS, 0), hidden=True, apart=(0.42, 0, 0)),
        "hot-gas": Part(_laid(_hot_gas()), pivot=(4.2, AXIS, 0), hidden=True),
        "plinth": Part(_plinth()),
        "blade": Part(_large_blade(), pivot=PLACE, apart=(0, 0.5, 0.6)),
        "lamp": Part([sphere(0.034, (-4.33, 1.0, 1.55), "glow", "#6BE08A", segments=8, rings=5)], hidden=True),
    }
    return Rig(parts, (Motion("idle", (spin("rotor", (1, 0, 0), 1, 14),), loop=True), _run()))


def far() -> list[Primitive]:
    """The casing in a few facets, a disc for each row, cans as drums."""
    spare = [CASING[k] for k in (0, 2, 4, 5, 6, 7, 9, 11)]
    shells = [turn([(x, r + THICK) for x, r in spare], "matte", CASE, start=SHUT, end=END, segments=12)]
    shells.append(turn(spare[::-1], "matte", INSIDE, start=SHUT, end=END, segments=12))
    shells += [
        cut_face(spare, [(x, r + THICK) for x, r in spare], angle, "matte", CUT, last=angle == END)
        for angle in (SHUT, END)
    ]
    rows = [(FIRST + PITCH * k, 1.3 - 0.022 * k, BRIGHT) for k in range(0, STAGES, 3)]
    rows += [(x, tip, color) for x, _, tip, _, _, color in BUCKETS]
    discs = [band((x - 0.05, x + 0.05), (0.4, r), "matte", color, segments=12) for x, r, color in rows]
    shaft = turn(
        [(-4.3, 0.0), (-3.9, 0.34), (-0.4, 0.5), (1.3, 0.66), (1.6, 0.34), (4.8, 0.2)], "matte", STEEL, segments=10
    )
    cans = [_leaned(box((0.4, 1.3, 0.4), (0, 0.2, 0), "matte", LINER), _can_angle(k)) for k in range(CANS)]
    mouth = [(-4.3, 1.4), (-4.64, 1.62), (-4.7, 1.7), (-4.3, 1.6)]
    cone = [turn([(-4.86, 0.0), (-4.6, 0.46), (-3.95, 0.58)], "matte", CASE, segments=12)]
    ends = [turn([(3.88, 1.66), (4.9, 1.8)], "matte", CASE, start=SHUT, end=END, segments=12)]
    ends += [turn([(4.9, 1.74), (3.88, 1.6)], "matte", NICKEL, start=SHUT, end=END, segments=12)]
    ends += [turn([(3.88, 0.7), (4.7, 0.62), (4.92, 0.0)], "matte", RIB, segments=12)]
    x, _, z = PLACE
    legs = [(at, 0.27, s * 0.95) for at in (-4.2, -0.5, 3.78) for s in (-1, 1)]
    return [
        *_laid([*shells, *discs, shaft, *cans, *cone, *ends, turn(mouth, "matte", CASE, segments=18)]),
        box((9.6, 0.27, 3.3), (0.1, 0, 0), "matte", FLOORING, base=True, skip="-y"),
        *[box((0.3, 0.9, 0.3), at, "matte", BLUE, base=True) for at in legs],
        box((0.56, 0.7, 0.56), (x, 0, z), "matte", "#F1F3F4", base=True, skip="-y"),
        box((0.36, 1.1, 0.14), (x, 0.7, z), "matte", CERAMIC, base=True),
    ]


def _run() -> Motion:
    """Cranked, lit, at speed, shut off, run down: whole turns, so that it ends as it began."""
    return Motion(
        "run",
        (
            _spun("rotor", (0, 4, 9, 15, 22), (0.0, 0.35, 1.3, 1.3, 0.0)),
            flicker("lamp", 22, [(0.2, 21.5)]),
            appear("flames", 4.0, 15.0, fade=0.5),
            flicker("hot-vanes", 22, [(7.5, 16.0)]),
            flicker("hot-blades", 22, [(7.0, 16.5)]),
            appear("hot-gas", 6.0, 15.6, fade=1.2),
            spin("blade", (0, 1, 0), 1, 22),
        ),
    )


def _spun(part: str, times: Sequence[float], speeds: Sequence[float]) -> Track:
    """Turns about the axis with a speed, turns a second, that goes straight from key to key; made whole turns."""
    fine = np.linspace(0, times[-1], 1 + round(times[-1] / 0.02))
    speed = np.interp(fine, times, speeds)
    turns = np.concatenate([[0.0], np.cumsum((speed[1:] + speed[:-1]) / 2 * np.diff(fine))])
    turns *= round(turns[-1]) / turns[-1]
    keys = [0]
    for k in range(1, len(fine)):
        if turns[k] - turns[keys[-1]] > 0.24 or fine[k] - fine[keys[-1]] > 0.5 or k == len(fine) - 1:
            keys.append(k)
    return Track(part, "rotation", [float(fine[k]) for k in keys], [(math.tau * float(turns[k]), 0, 0) for k in keys])


def _laid(parts: Sequence[Primitive]) -> list[Primitive]:
    """From an axis through the origin to the machine's."""
    return [transform(part, (0, AXIS, 0)) for part in parts]


def _out(angle: float) -> np.ndarray:
    return np.array([0.0, math.cos(angle), math.sin(angle)])


# --- the casing ---


def _casing(start: float, end: float) -> list[Primitive]:
    """A piece of the shell with red cut edges, ribs, bolted bands and the flange at which both pieces meet."""
    outer = [(x, r + THICK) for x, r in CASING]
    parts = [
        turn(outer, "paint", CASE, start=start, end=end, segments=24),
        turn(CASING[::-1], "metal", INSIDE, start=start, end=end, segments=24),
        cut_face(CASING, outer, start, "paint", CUT, last=False),
        cut_face(CASING, outer, end, "paint", CUT, last=True),
        *[_rib(x, start, end) for x in BANDS],
        *[_bolts(BANDS[k], start, end) for k in (4, 5, 8)],
        *_split_flange(SPLIT + (-0.012 if end == SPLIT else 0.012)),
    ]
    bleeds = [(-2.3, 3.0), (-1.3, 3.5), (-2.3, 4.2), (-1.3, 4.4)] if end == SPLIT else [(-2.3, 5.3), (-1.3, 5.3)]
    if end == END:
        stripe = [(-3.62, 1.4), (-0.62, 1.165)]
        parts.append(turn(stripe, "paint", BLUE, start=math.radians(318), end=math.radians(334), segments=6))
    return [*parts, *[_bleed(x, angle) for x, angle in bleeds]]


def _radius(x: float) -> float:
    """The casing's outer radius."""
    return float(np.interp(x, [place for place, _ in CASING], [radius for _, radius in CASING])) + THICK


def _rib(x: float, start: float, end: float) -> Primitive:
    r = _radius(x)
    return band((x - 0.05, x + 0.05), (r - 0.03, r + 0.08), "paint", RIB, start=start, end=end, segments=20, edge=0.01)


def _bolts(x: float, start: float, end: float) -> Primitive:
    """Bolts along both sides of a rib."""
    ring = [(_radius(x) + 0.03) * _out(angle) for angle in np.arange(start + 0.06, end, 0.18)]
    feet = [at + (x + s * 0.05, 0, 0) for at in ring for s in (-1, 1)]
    return studs(feet, [(-1, 0, 0), (1, 0, 0)] * len(ring), 0.024, 0.03, "metal", IRON, sides=4)


def _split_flange(angle: float) -> list[Primitive]:
    """The long flange behind, on the side of the split where ``angle`` is."""
    out, below = _out(angle), angle < SPLIT
    side = np.array([0.0, -math.sin(angle), math.cos(angle)]) * (-1 if below else 1) * 0.06
    quads, feet = [], []
    for (x0, _), (x1, _) in zip(CASING[:-1], CASING[1:], strict=True):
        a, b = (np.array([x, 0, 0]) + _radius(x) * out for x in (x0, x1))
        c, d = a + out * 0.11, b + out * 0.11
        quads += [(a + side, b + side, d + side, c + side), (c + side, d + side, d, c)]
        feet += [a + (b - a) * share + out * 0.06 + side for share in np.arange(0.1, 1.0, 0.4 / (x1 - x0))]
    flat = panels([quad[::-1] for quad in quads] if below else quads, "paint", [RIB])
    return [flat, studs(feet, side, 0.026, 0.04, "metal", IRON, sides=4)]


def _bleed(x: float, angle: float) -> Primitive:
    """A short capped pipe where air is taken off the compressor."""
    stub = lathe([(0.1, 0), (0.1, 0.2), (0.15, 0.2), (0.15, 0.24), (0.0, 0.24)], 16, "paint", RIB)
    return transform(transform(stub, (x, _radius(x) - 0.02, 0)), pitch=angle)


# --- inlet, shaft and exhaust ---


def _inlet() -> list[Primitive]:
    """The bellmouth with its struts, guide vanes, and the nose about the front bearing."""
    mouth = [(-4.3, 1.4), (-4.5, 1.5), (-4.64, 1.62), (-4.7, 1.69), (-4.68, 1.73), (-4.62, 1.72), (-4.5, 1.62)]
    nose = [(-4.86, 0.0), (-4.85, 0.16), (-4.78, 0.32), (-4.62, 0.46), (-4.35, 0.55), (-3.95, 0.58), (-3.95, 0.4)]
    strut = transform(blade(Blade(0.95, (0.3, 0.3), (0, 0), 0.22, 0.0, 2, 14), "paint", RIB), (-4.42, 0.5, 0))
    turns = [_out(angle) for angle in np.linspace(SHUT, END, 34)]
    levers = [(1.63 * out + (-4.2, 0, 0), 1.65 * out + (-4.06, 0, 0)) for out in turns]
    return [
        turn([*mouth, (-4.36, 1.5), (-4.3, 1.44)], "paint", CASE, segments=48),
        band((-4.34, -4.3), (1.45, 1.62), "paint", RIB, segments=48),
        turn(nose, "paint", CASE, segments=36),
        studs(ring_points(1.57, 32, "x", -4.34), (-1, 0, 0), 0.024, 0.025, "metal", IRON, sides=5),
        *around([strut], 6, "x", start=0.26),
        *_row(Blade(0.77, (0.12, 0.14), (-0.25, -0.4), 0.09, 0.04, 2, 6), -4.08, 0.57, 40, "metal", BRIGHT),
        bars(levers, 0.012, "metal", BLUE, sides=5),
    ]


def _shaft() -> list[Primitive]:
    """The shaft; a yellow mark along it shows that it turns."""
    profile = [(-4.3, 0.0), (-4.3, 0.2), (-3.98, 0.2), (-3.9, 0.34), (-0.5, 0.34), (-0.36, 0.62), (-0.2, 0.66)]
    profile += [(1.3, 0.66), (1.5, 0.6), (1.6, 0.34), (3.95, 0.34), (4.05, 0.22), (4.78, 0.2), (4.78, 0.0)]
    return [
        turn(profile, "metal", STEEL),
        *[band((x, x + 0.05), (0.6, 0.69), "metal", BRIGHT, edge=0.006) for x in (0.0, 0.45, 0.9, 1.26)],
        turn([(-0.18, 0.664), (1.26, 0.664)], "paint", YELLOW, start=-0.09, end=0.09, segments=2),
    ]


def _exhaust() -> list[Primitive]:
    """The diffuser: a cone that widens about the rear bearing's housing, held by fairings; open at the front too."""
    inner, outer = [(3.88, 1.6), (4.9, 1.74)], [(3.88, 1.66), (4.9, 1.8)]
    hub = [(3.88, 0.42), (3.88, 0.72), (4.0, 0.74), (4.6, 0.62), (4.88, 0.5), (4.92, 0.3), (4.92, 0.0)]
    strut = transform(blade(Blade(0.97, (0.42, 0.46), (0, 0), 0.26, 0.0, 2, 16), "metal", NICKEL), (4.36, 0.68, 0))
    return [
        turn([*outer, (4.9, 1.74)], "paint", CASE, start=SHUT, end=END, segments=36),
        turn(inner[::-1], "metal", NICKEL, start=SHUT, end=END, segments=36),
        *[cut_face(inner, outer, angle, "paint", CUT, last=angle == END) for angle in (SHUT, END)],
        band((3.86, 3.94), (1.6, 1.78), "paint", RIB, start=SHUT, end=END, segments=36),
        turn(hub, "paint", RIB),
        studs(ring_points(0.4, 14, "x", 4.9), (1, 0, 0), 0.025, 0.04, "metal", IRON),
        *[transform(strut, pitch=k * math.tau / 6 + SHUT + 0.1) for k in range(5)],
    ]


# --- blade rows ---


def _foil(shape: Blade, material: str, color: str) -> Primitive:
    """A blade without the face at its root, which nobody sees."""
    whole = blade(shape, material, color)
    kept = whole.indices[whole.positions[whole.indices, 1].max(axis=1) > 1e-4]
    used, place = np.unique(kept, return_inverse=True)
    index = place.reshape(-1, 3).astype(np.uint32)
    assert whole.colors is not None
    return Primitive(material, whole.positions[used], whole.normals[used], index, whole.colors[used])


def _row(
    shape: Blade,
    x: float,
    root: float,
    count: int,
    material: str,
    color: str,
    *,
    start: float = 0.0,
    end: float = math.tau,
    holes: Sequence[float] = (),
) -> list[Primitive]:
    """Blades about the axis at ``x``, roots at a radius, as many of ``count`` to the turn as have room."""
    parts = [_foil(shape, material, color)]
    if holes:
        parts.append(cooling_holes(shape, holes, 6, 0.009, HOLE, sides=3))
    share = (end - start) / math.tau
    return around(
        [transform(part, (x, root, 0)) for part in parts], round(count * share), "x", start=start, angle=end - start
    )


def _compressor() -> Iterator[tuple[str, Part]]:
    for k in range(STAGES):
        x, share, slip = FIRST + PITCH * k, k / (STAGES - 1), -0.2 * (STAGES - k)
        hub, tip = 0.62 + 0.22 * share, _radius(x) - THICK - 0.02
        moving = Blade(tip - hub, (0.17 - 0.07 * share, 0.15 - 0.06 * share), (0.55, 0.98), 0.11, 0.07, 2, 6)
        row = _row(moving, x, hub - 0.01, 32 + 2 * (k // 2), "metal", BRIGHT)
        disc = [
            band((x - 0.075, x + 0.075), (0.345, hub), "metal", STEEL, segments=26, edge=0.006),
            band((x + 0.075, x + 0.19), (0.5, hub - 0.05), "metal", IRON, segments=14),
        ]
        yield f"compressor-rotor-{k + 1}", Part(_laid([*row, *disc]), parent="rotor", apart=(slip, 0, 0))
        still = Blade(tip - hub, (0.12 - 0.05 * share, 0.12 - 0.05 * share), (-0.5, -0.7), 0.1, 0.08, 2, 6)
        vanes = _row(still, x + 0.142, hub, 42, "metal", INSIDE, start=SHUT + 0.02, end=END - 0.02)
        parts = _laid([*vanes, _hoop(x + 0.142, 0.06, tip, tip + 0.01, IRON)])
        yield f"compressor-stator-{k + 1}", Part(parts, apart=(slip + 0.1, 0, 0))


def _stators() -> Iterator[tuple[str, Part]]:
    """The turbine's vanes, in bands that the casing holds; the first row is cooled through holes."""
    for k, (x, root, tip, count, chord, color) in enumerate(VANES):
        shape = Blade(tip - root, (chord * 1.1, chord * 1.25), (-0.7, -0.6), 0.2, 0.16, 2, 12)
        holes = (0.06, 0.4) if k == 0 else ()
        vanes = _row(shape, x, root, count, "metal", color, start=SHUT + 0.06, end=END, holes=holes)
        hoops = [_hoop(x, chord * 0.6, tip, tip + 0.03, color), _hoop(x, chord * 0.55, root - 0.05, root, color)]
        yield f"turbine-stator-{k + 1}", Part(_laid([*vanes, *hoops]), apart=(0.64 * k + 0.1, 0, 0))


def _rotors() -> Iterator[tuple[str, Part]]:
    for k, (x, root, _, count, _, color) in enumerate(BUCKETS):
        disc = [
            band((x - 0.1, x + 0.1), (0.345, root - 0.06), "metal", STEEL, edge=0.006),
            band((x - 0.085, x + 0.085), (root - 0.07, root), "metal", BRIGHT, segments=count, edge=0.004),
            studs(ring_points(root - 0.035, count, "x", x - 0.085), (-1, 0, 0), 0.02, 0.012, "metal", IRON, sides=4),
        ]
        parts = _laid([*_buckets(k, "metal", color), *disc])
        yield f"turbine-rotor-{k + 1}", Part(parts, parent="rotor", apart=(0.64 * k + 0.42, 0, 0))


def _hoop(x: float, half: float, inner: float, outer: float, color: str) -> Primitive:
    """A band of stator vanes, open where the casing is."""
    return band((x - half, x + half), (inner, outer), "metal", color, start=SHUT, end=END, segments=22)


def _buckets(k: int, material: str, color: str, thicker: float = 1.0) -> list[Primitive]:
    """A row of blades of the turbine's rotor; the first two are cooled through holes."""
    x, root, tip, count, chord, _ = BUCKETS[k]
    shape = Blade(
        tip - root,
        (chord, chord * 0.85),
        (0.35, 0.95),
        0.19 * thicker,
        0.17,
        3 if thicker == 1.0 else 2,
        10 if thicker == 1.0 else 6,
    )
    holes = ((0.05, 0.4), (0.06,))[k] if k < 2 and thicker == 1.0 else ()
    return _row(shape, x, root - 0.005, count, material, color, holes=holes)


# --- burners ---


def _can_angle(k: int) -> float:
    return math.radians(16 + 30 * k)


def _leaned(part: Primitive, angle: float) -> Primitive:
    """From a can's own frame, flow along +Y from its head, -X outwards, to its place in the ring."""
    return transform(transform(transform(part, roll=-math.pi / 2 - LEAN), HEAD), pitch=angle)


def _cans() -> Iterator[tuple[str, Part]]:
    for k in range(CANS):
        angle = _can_angle(k)
        shown = OPEN < angle < SHUT
        shape = [*_can_head(), *(_liner_cut() if shown else [lathe(LINING, 16, "metal", LINER)])]
        parts = [*[_leaned(part, angle) for part in shape], transform(_transition(), pitch=angle)]
        yield f"burner-{k + 1}", Part(_laid(parts), apart=tuple((0.85 * _out(angle)).tolist()))


LINING = ((0.2, 0.0), (0.21, 0.06), (0.21, 0.7), (0.19, 0.86), (0.17, 0.95))


def _can_head() -> list[Primitive]:
    """End cover with its bolts, gas lines and igniter."""
    cover = [(0.0, -0.46), (0.2, -0.46), (0.27, -0.44), (0.29, -0.42), (0.29, -0.36), (0.235, -0.36), (0.235, -0.02)]
    line = [(-0.05, -0.46, 0.08), (-0.05, -0.6, 0.08), (-0.26, -0.62, 0.08), (-0.3, -0.42, 0.1)]
    return [
        lathe([*cover, (0.0, -0.02)], 18, "metal", STEEL),
        studs(ring_points(0.262, 12, "y", -0.44), (0, -1, 0), 0.016, 0.02, "metal", IRON, sides=4),
        lathe([(0.1, -0.52), (0.12, -0.5), (0.12, -0.455)], 14, "metal", STEEL),
        cylinder(0.035, 0.16, (0.08, -0.54, 0), "satin", CUT, segments=8),
        *[pipe([(x, y, s * z) for x, y, z in line], 0.022, "metal", BRIGHT, segments=5, steps=2) for s in (1, -1)],
    ]


def _liner_cut() -> list[Primitive]:
    """A liner that is open outwards, with its mixing holes and the nozzles inside."""
    start, angle = math.radians(-35), math.radians(250)
    turns = start + angle * (np.arange(14) + 0.5) / 14
    spots = [(0.211 * math.sin(t), y, 0.211 * math.cos(t)) for y in (0.26, 0.4, 0.54) for t in turns]
    nozzle = lathe([(0.0, -0.02), (0.055, -0.02), (0.055, 0.06), (0.03, 0.08), (0.0, 0.08)], 10, "metal", BRIGHT)
    hoop = [(0.211, 0.0), (0.225, 0.01), (0.225, 0.03), (0.211, 0.04)]
    hoops = [lathe([(r, y + at) for r, y in hoop], 20, "metal", BRONZE, start=start, angle=angle) for at in (0.1, 0.64)]
    return [
        lathe(LINING, 24, "metal", LINER, start=start, angle=angle),
        lathe([(r - 0.012, y) for r, y in LINING[::-1]], 24, "metal", "#5E4A3A", start=start, angle=angle),
        *hoops,
        *around([transform(nozzle, (0, 0, 0.11))], 5, "y"),
        dots(spots, [(x, 0, z) for x, _, z in spots], 0.018, "matte", HOLE, lift=0.002),
    ]


def _transition() -> Primitive:
    """From the round end of a can to its share of the ring before the first vanes; the can is on top."""
    turns = np.linspace(0, math.tau, 24, endpoint=False)
    c, s = np.cos(turns), np.sin(turns)
    end = np.array([HEAD[0] + 0.94 * math.cos(LEAN), HEAD[1] - 0.94 * math.sin(LEAN), 0.0])
    first = end + 0.175 * np.stack([c * math.sin(LEAN), c, s], -1)
    grow = 1 / np.maximum(np.abs(c), np.abs(s))
    radius, swing = 0.92 + 0.115 * np.clip(c * grow, -1, 1), 0.235 * np.clip(s * grow, -1, 1)
    last = np.stack([np.full(24, 1.52), radius * np.cos(swing), radius * np.sin(swing)], -1)
    share = np.linspace(0, 1, 6)[:, None, None]
    bent = share * share * (3 - 2 * share)
    rings = first + (last - first) * np.concatenate([share, bent, bent], axis=2)
    return loft(rings[:, ::-1], "metal", NICKEL, caps=False)


def _flames() -> list[Primitive]:
    """A flame in every can that is shown: blue at the nozzles, yellow within, red where it thins out."""
    heights = [0.08, 0.16, 0.3, 0.45, 0.62, 0.78, 0.92]
    tones = np.array([linear(t) for t in ("#5FA8F0", "#FFD27A", "#FFE08A", "#FFB347", "#FF8A2A", "#E5561A", "#B53A10")])
    body = lathe(list(zip((0.06, 0.13, 0.165, 0.16, 0.12, 0.075, 0.02), heights, strict=True)), 12, "glow")
    rgb = np.stack([np.interp(body.positions[:, 1], heights, tones[:, k]) for k in range(3)], -1)
    tip = lathe([(0.012, 0.08), (0.045, 0.16), (0.03, 0.3), (0.0, 0.4)], 5, "glow", "#8CC9FF")
    tips = around([transform(tip, (0, 0, 0.125))], 5, "y")
    angles = [angle for angle in map(_can_angle, range(CANS)) if OPEN < angle < SHUT]
    return [_leaned(part, angle) for angle in angles for part in (shaded(body, rgb), *tips)]


def _hot_vanes() -> list[Primitive]:
    """The first vanes once more, a little thicker, in the colour of heat."""
    x, root, tip, count, chord, _ = VANES[0]
    shape = Blade(tip - root - 0.02, (chord * 1.1, chord * 1.25), (-0.7, -0.6), 0.27, 0.16, 2, 6)
    row = _row(shape, x, root + 0.01, count, "glow", "#FF7A1E", start=SHUT + 0.06, end=END)
    return [*row, turn([(1.545, 0.79), (1.545, 1.05)], "glow", "#FF7A1E", start=SHUT, end=END, segments=28)]


def _hot_gas() -> list[Primitive]:
    """Streaks that leave the last row."""
    streaks = []
    for k in range(22):
        r, x = 0.95 + 0.42 * ((k * 0.618) % 1), 3.86 + 0.2 * ((k * 0.382) % 1)
        path = [(x, r, 0), (x + 0.35, r * 1.02, 0), (x + 0.75, r * 1.05, 0)]
        streak = limb(path, [0.004, 0.016, 0.002], "glow", "#FFB36B", segments=4)
        streaks.append(transform(streak, pitch=k * math.tau / 22))
    return streaks


# --- what it stands on, and the blade beside it ---


def _supports() -> list[Primitive]:
    """Legs under the casing; the rear ones are thin plates that give way as it grows hot."""
    parts = []
    for x, r, wide in ((-4.2, 1.5, 0.3), (-0.5, 1.2, 0.3), (3.78, 1.66, 0.08)):
        for z in (-0.95, 0.95):
            top = AXIS - math.sqrt(r * r - z * z)
            feet = [(x + i * (wide / 2 + 0.06), 0.335, z + j * 0.2) for i in (-1, 1) for j in (-1, 1)]
            parts += [
                bevel_box((wide, top - 0.3, 0.34), (x, 0.31, z), "paint", BLUE, bevel=0.02, base=True),
                bevel_box((wide + 0.2, 0.05, 0.5), (x, 0.285, z), "metal", STEEL, bevel=0.01, base=True),
                studs(feet, (0, 1, 0), 0.022, 0.03, "metal", IRON),
            ]
    return parts


def _skid() -> list[Primitive]:
    """A frame of girders with plates on it, a low light along the front, lube oil pipes behind."""
    girders = [((9.6, 0.22, 0.14), (0.1, 0.02, z)) for z in (-1.55, 0, 1.55)]
    girders += [((0.14, 0.2, 3.0), (x, 0.02, 0)) for x in (-4.6, 4.8)]
    plates = [((2.34, 0.03, 3.2), (x, 0.245, 0)) for x in (-3.5, -1.1, 1.3, 3.7)]
    oil = [(-4.0, 0.42, -1.4), (-0.6, 0.42, -1.4), (-0.6, 0.42, -1.2), (3.4, 0.42, -1.2), (3.4, 0.42, -0.3)]
    return [
        *[bevel_box(size, at, "paint", FLOORING, bevel=0.015, base=True) for size, at in girders],
        *[bevel_box(size, at, "metal", "#9AA4AA", bevel=0.006, base=True) for size, at in plates],
        box((9.4, 0.018, 0.02), (0.1, 0.13, 1.63), "glow", LIGHT),
        box((9.6, 0.02, 3.3), (0.1, 0, 0), "matte", DARK, base=True, skip="-y"),
        pipe(oil, 0.05, "metal", STEEL, segments=8),
        pipe([(x, y + 0.14, z) for x, y, z in oil], 0.035, "paint", YELLOW, segments=8),
    ]


def _panel() -> list[Primitive]:
    """A local panel with a lamp, beside the plinth."""
    return [
        bevel_box((0.06, 0.62, 0.06), (-4.33, 0.27, 1.45), "paint", DARK, bevel=0.01, base=True),
        bevel_box((0.3, 0.36, 0.12), (-4.33, 0.86, 1.47), "paint", RIB, bevel=0.02, base=True),
        box((0.2, 0.1, 0.01), (-4.33, 1.12, 1.535), "glow", "#1F5B82"),
        sphere(0.03, (-4.33, 1.0, 1.54), "satin", "#3E5A48", segments=10, rings=6),
    ]


PLACE = (-4.72, 0.98, 1.62)
LARGE = Blade(0.86, (0.46, 0.36), (0.3, 0.72), 0.22, 0.17, 12, 28)


def _plinth() -> list[Primitive]:
    x, _, z = PLACE
    return [
        bevel_box((0.56, 0.62, 0.56), (x, 0, z), "satin", "#F1F3F4", bevel=0.02, base=True),
        bevel_box((0.6, 0.05, 0.6), (x, 0.62, z), "metal", STEEL, bevel=0.012, base=True),
        box((0.5, 0.012, 0.012), (x, 0.6, z + 0.285), "glow", LIGHT),
        cylinder(0.06, 0.1, (x, 0.67, z), "metal", IRON, segments=16, base=True),
        cylinder(0.2, 0.02, (x, 0.67, z), "metal", IRON, segments=24, base=True),
    ]


def _large_blade() -> list[Primitive]:
    """One turbine blade, larger than life: fir-tree root, platform, foil with its rows of holes and slots."""
    x, y, z = PLACE
    widths, heights = (0.035, 0.05, 0.035, 0.07, 0.05, 0.09, 0.07, 0.1), (0, 0.02, 0.045, 0.07, 0.1, 0.13, 0.165, 0.19)
    tree = list(zip(widths, heights, strict=True))
    outline = [*tree, *[(-w, h) for w, h in tree[::-1]]]
    root = transform(extrude(outline, 0.36, "metal", BRIGHT, crease=20), (0, -0.18, 0))
    over = [(k * 0.05 - 0.02, 0.86, k * 0.05 * 0.9 - 0.03) for k in range(-1, 3)]
    shapes = [
        blade(LARGE, "metal", CERAMIC),
        cooling_holes(LARGE, (0.02, 0.06, 0.12, 0.24, 0.38, 0.55, 0.72), 24, 0.0055, HOLE, sides=7),
        cooling_holes(LARGE, (0.93,), 30, 0.006, HOLE, sides=4),
        dots(over, [(0, 1, 0)] * 4, 0.008, "matte", HOLE, lift=0.002),
        bevel_box((0.46, 0.045, 0.36), (0, -0.035, 0), "metal", CERAMIC, bevel=0.014, base=True),
        transform(transform(root, pitch=math.pi / 2, yaw=math.pi / 2), (0, -0.225, 0)),
    ]
    return [transform(part, (x, y, z)) for part in shapes]
