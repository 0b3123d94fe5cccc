"""A two-stage launcher with four boosters on its launch table, cut open in front, 13.6 m tall: it counts down and fires
while the table holds it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from hallwright.catalogue.rig import Motion, Part, Rig, Track, flicker, grow, slide, swing
from hallwright.geometry.cabling import cable
from hallwright.geometry.cutaways import (
    WHOLE,
    Profile,
    Sector,
    cut_edge,
    flanks,
    opened,
    part_turned,
    rear,
    ring_plate,
    shell,
)
from hallwright.geometry.fittings import ladder, railing, studs
from hallwright.geometry.gearing import around
from hallwright.geometry.glowing import faded, graded, halo
from hallwright.geometry.lattices import truss
from hallwright.geometry.lofting import bars, circle_path, limb, sheet, spline, torus
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.piping import pipe
from hallwright.geometry.shapes import bevel_box, box, cylinder, extrude, lathe, sphere, transform

WHITE, GREY, BLUE, DARK, RED, RUST = "#F3F5F6", "#9AA3AA", "#1F5FA8", "#22272C", "#C4262E", "#B5482A"
STEEL, COPPER, PRIMER, GREEN, YELLOW = "#B4BCC2", "#E0AA80", "#EEF2E6", "#7FA08C", "#E8B90F"
LOX, FUEL, GOLD = "#6FB7EA", "#E79A2C", "#F2C25A"
BODY, SEGMENTS, GAP = 0.78, 48, math.radians(42)
BOOSTER, AWAY = 0.4, 1.2
OPEN = 0
"""The booster that is cut open: front right."""
RUN, ZERO, OFF = 27.0, 11.5, 19.5
"""Seconds of the whole show, of ignition's full thrust (T-0), and of shutting down."""
DIGITS = {
    0: "abcdef",
    1: "bc",
    2: "abged",
    3: "abgcd",
    4: "fgbc",
    5: "afgcd",
    6: "afgcde",
    7: "abc",
    8: "abcdefg",
    9: "abcdfg",
}


def build() -> Rig:
    """Named parts, from the floor up. All that flies hangs from ``first-stage``."""
    parts = {"stand": Part(_stand()), "tower": Part(_tower(), apart=(0, 0, -1.2))}
    for name, height, _ in ARMS:
        parts[name] = Part(_arm(height), "tower", (0.3, height, -1.5))
    for side in (-1, 1):
        parts[f"clamp-{'right' if side > 0 else 'left'}"] = Part(_clamp(side), "stand", (side * 1.3, 1.75, 0))
    parts |= {
        "first-stage": Part(_skin(FIRST, [rear()]) + _first_marks(), apart=(0, 1.7, 0)),
        "first-stage-front": Part(
            _skin(FIRST, flanks(GAP), edge=RED) + _bands(FIRST_BANDS, flanks(GAP)), "first-stage", cut=True
        ),
        "tanks": Part(_tanks(), "first-stage", apart=(0, 0, 2.3)),
        "kerosene": Part(_filling(2.62, 4.4, FUEL), "tanks", (0, 2.62, 0)),
        "oxygen": Part(_filling(5.14, 7.55, LOX), "tanks", (0, 5.14, 0)),
        "engines": Part(_engines(), "first-stage", apart=(0, -1.4, 0)),
        "interstage": Part(_interstage(), "first-stage", apart=(0, 0.9, 0)),
        "upper-engine": Part(_upper_engine(), "interstage", apart=(0, 1.0, 0)),
        "second-stage": Part(_skin(SECOND, [rear()]) + _second_marks(), "interstage", apart=(0, 1.6, 0)),
        "second-stage-front": Part(
            _skin(SECOND, flanks(GAP), edge=RED) + _bands(SECOND_BANDS, flanks(GAP)), "second-stage", cut=True
        ),
        "upper-tanks": Part(_upper_tanks(), "second-stage", apart=(0, 0, 1.9)),
        "payload": Part(_payload(), "second-stage", apart=(0, 0.9, 0)),
        "fairing-left": Part(_fairing(-1), "second-stage", apart=(-1.5, 1.3, 0), cut=True),
        "fairing-right": Part(_fairing(1), "second-stage", apart=(1.5, 1.3, 0), cut=True),
    }
    for place in range(4):
        parts |= _booster(place)
    return Rig({**parts, **_fire(), **_clock()}, (_run(),))


def far() -> list[Primitive]:
    """The same silhouette in plain turned shapes."""
    boosters = [
        transform(lathe([(0.1, 1.7), (0.4, 2.0), (0.4, 5.6), (0.0, 6.9)], 8, "matte", WHITE), _at(place, AWAY))
        for place in range(4)
    ]
    mast = truss((0, 0.3, -1.9), (0, 11.9, -1.9), 0.8, "matte", RUST, radius=0.06, bay=1.66)
    return [
        lathe([(0.3, 1.2), (BODY, 2.0), (BODY, 5.2)], 14, "matte", WHITE),
        lathe([(BODY, 5.2), (BODY, 5.6)], 14, "matte", BLUE),
        lathe([(BODY, 5.6), (BODY, 8.1)], 14, "matte", WHITE),
        lathe([(BODY, 8.1), (BODY, 8.9)], 14, "matte", DARK),
        lathe([(BODY, 8.9), (0.94, 10.5), (0.94, 11.6), (0.5, 12.9), (0.0, 13.4)], 14, "matte", WHITE),
        *boosters,
        *mast,
        box((4.7, 0.3, 4.7), (0, 0, 0), "matte", "#5C656C", base=True),
        lathe([(1.2, 0.3), (1.2, 1.9)], 12, "matte", RUST),
    ]


# The count-down.


def _run() -> Motion:
    """Arms away, lamps from ten to nought, fire, shut down, and all back to where it was."""
    tracks: list[Track] = []
    for name, _, leave in ARMS:
        tracks.append(
            swing(name, (0, 1, 0), [(0, 0), (leave, 0), (leave + 2.5, 1.35), (OFF + 2.5, 1.35), (OFF + 5.5, 0)])
        )
    for side in (-1, 1):
        keys = [(0, 0), (OFF + 1, 0), (OFF + 2, -0.5 * side), (OFF + 4.5, -0.5 * side), (OFF + 6, 0)]
        tracks.append(swing(f"clamp-{'right' if side > 0 else 'left'}", (0, 0, 1), keys))
    tracks += [*_burning(), _shaking(), *_counting()]
    for tank, left in (("kerosene", 0.22), ("oxygen", 0.15)):
        tracks.append(grow(tank, [(ZERO - 3, 1.0), (OFF, (1, left, 1)), (OFF + 1.5, (1, left, 1)), (RUN, 1.0)]))
    return Motion("run", tracks)


def _burning() -> list[Track]:
    """Flames that grow in the last three seconds, flicker at full thrust, and die."""
    tracks = []
    for place, name in enumerate(("flame", "glare", "jets")):
        begin = ZERO - 3 + 0.5 * place
        keys: list[tuple[float, float | Sequence[float]]] = [(0, 0), (begin, 0), (ZERO - 1, 0.35), (ZERO, 1.0)]
        for beat in range(int((OFF - ZERO) / 0.16)):
            wide, long = 1 + 0.05 * math.sin(2.4 * beat + place), 1 + 0.09 * math.sin(4.1 * beat + 2 * place)
            keys.append((ZERO + 0.16 * (beat + 1), (wide, long, wide)))
        tracks.append(grow(name, [*keys, (OFF + 0.9, 0), (RUN, 0)], smooth=False))
    tracks.append(flicker("sparks", RUN, [(ZERO - 3.6 + 0.12 * beat, ZERO - 3.54 + 0.12 * beat) for beat in range(14)]))
    for place, (x, z) in enumerate(STEAM):
        begin, late = ZERO - 2 + 0.25 * place, OFF + 0.25 * place
        tracks.append(grow(f"steam-{place}", [(0, 0), (begin, 0), (begin + 3, 0.8), (late, 1.0), (late + 2.2, 0.0)]))
        out = (0.35 * np.sign(x), 0.25 + 0.2 * (place % 2), 0.3 * np.sign(z))
        tracks.append(
            slide(f"steam-{place}", [(begin, (0, 0, 0)), (late, out), (late + 3, out), (late + 3.1, (0, 0, 0))])
        )
    return tracks


def _shaking() -> Track:
    """The whole rocket trembles on its table while it pushes."""
    draw = np.random.default_rng(7)
    keys: list[tuple[float, Sequence[float]]] = [(0, (0, 0, 0)), (ZERO - 2.5, (0, 0, 0))]
    for at in np.arange(ZERO - 2.4, OFF, 0.06):
        much = 0.004 * min(1.0, (at - ZERO + 3) / 3)
        keys.append((float(at), (draw.uniform(-much, much), draw.uniform(0, much), draw.uniform(-much, much))))
    return slide("first-stage", [*keys, (OFF + 0.5, (0, 0, 0))], smooth=False)


def _counting() -> list[Track]:
    """Seven-segment digits: ten to nought, a second each, nought while it burns."""
    spans: dict[str, list[tuple[float, float]]] = {name: [] for name in _clock()}
    for number in range(11):
        begin, end = ZERO - number, (OFF + 1.5 if number == 0 else ZERO - number + 1)
        tens, ones = divmod(number, 10)
        for key in [f"tens-{bar}" for bar in DIGITS[tens]] * bool(tens) + [f"ones-{bar}" for bar in DIGITS[ones]]:
            spans[key].append((begin, end))
    joined = {name: _joined(sorted(found)) for name, found in spans.items()}
    return [flicker(name, RUN, found) for name, found in joined.items()]


def _joined(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Spans that touch become one."""
    found: list[tuple[float, float]] = []
    for begin, end in spans:
        if found and abs(found[-1][1] - begin) < 1e-6:
            found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    return found


def _clock() -> dict[str, Part]:
    """The segments of the count-down board, all dark at rest."""
    w, h, t = 0.2, 0.21, 0.045
    spots = {
        "a": (0, 2 * h),
        "g": (0, h),
        "d": (0, 0),
        "f": (-w / 2, 1.5 * h),
        "b": (w / 2, 1.5 * h),
        "e": (-w / 2, h / 2),
        "c": (w / 2, h / 2),
    }
    parts = {}
    for digit, x in (("tens", -0.22), ("ones", 0.2)):
        for bar in "bc" if digit == "tens" else "abcdefg":
            dx, dy = spots[bar]
            size = (w - 0.03, t, 0.012) if bar in "agd" else (t, h - 0.03, 0.012)
            at = (CLOCK[0] + x + dx, CLOCK[1] + dy, CLOCK[2] + 0.066)
            parts[f"{digit}-{bar}"] = Part([box(size, at, "glow", "#FFB000")], "stand", at, hidden=True)
    return parts


CLOCK = (-1.55, 1.62, 2.06)
STEAM = ((1.75, 0.5), (-1.75, 0.5), (1.8, -0.6), (-1.8, -0.6))
ARMS = (("arm-low", 7.72, 1.5), ("arm-middle", 9.5, 3.0), ("arm-high", 11.2, 4.5))
"""Name, height, and when it leaves, of each arm of the tower."""


def _fire() -> dict[str, Part]:
    """Exhaust under the engines, sheets along the deflector, sparks and steam; none of it there at rest."""
    nozzles = [(_at(place, 0.36, quarter=0.0), 0.19, 1.15) for place in range(4)]
    nozzles += [(_at(place, AWAY), 0.25, 1.27) for place in range(4)]
    flames: list[Primitive] = []
    glare: list[Primitive] = []
    for (x, _, z), wide, top in nozzles:
        for list_, part in zip((flames, glare), _plume(wide, top), strict=True):
            list_.append(transform(part, (x, 0, z)))
    sheets = [part for side in (-1, 1) for z in (-0.95, -0.32, 0.32, 0.95) for part in _tongue(side, z)]
    spray = [((0, 1.2, 0), (0.5 * math.cos(a), 1.02, 0.5 * math.sin(a))) for a in np.linspace(0, 6, 11)]
    steam = {f"steam-{k}": Part(_cloud(k), "stand", (x, 0.5, z), hidden=True) for k, (x, z) in enumerate(STEAM)}
    return {
        "flame": Part(flames, "first-stage", (0, 1.3, 0), hidden=True),
        "glare": Part(glare, "first-stage", (0, 1.3, 0), hidden=True),
        "jets": Part(
            [*sheets, transform(halo(0, 2.3, "#FF9A3C", 0.8), (0, 0.335, 0))], "stand", (0, 0.4, 0), hidden=True
        ),
        "sparks": Part([bars(spray, 0.008, "glow", "#FFF3C4")], "stand", (0, 1.2, 0), hidden=True),
        **steam,
    }


def _plume(wide: float, top: float) -> tuple[Primitive, Primitive]:
    """The fire of one engine, with the bright knots where its waves meet, and its glare."""
    knots = [
        (0.0, 0.42),
        (wide * 1.5, 0.5),
        (wide * 0.95, top - 0.5),
        (wide * 1.1, top - 0.3),
        (wide * 0.75, top - 0.14),
    ]
    core = lathe([*knots, (wide * 0.92, top + 0.05), (0.0, top + 0.05)], 16, "glow", crease=80)
    cone = lathe([(wide * 3.0, 0.34), (wide * 1.7, top - 0.5), (wide, top)], 18, "light", "#FF8A2B")
    share = (top - core.positions[:, 1]) / (top - 0.42)
    return (
        graded(core, share, ("#FFF6DC", "#FFE08A", "#FFC04A", "#FF8A2B")),
        faded(cone, 0.8 * np.clip((cone.positions[:, 1] - 0.34) / (top - 0.34), 0, 1) ** 1.3),
    )


def _tongue(side: int, z: float) -> list[Primitive]:
    """Fire that the deflector turns aside, and the light around it."""
    path = [
        (side * x, y, z * wide)
        for x, y, wide in ((0.12, 1.0, 0.9), (0.55, 0.68, 1.0), (1.1, 0.6, 1.1), (1.7, 0.68, 1.25), (2.3, 0.86, 1.4))
    ]
    radii = np.array([0.1, 0.19, 0.25, 0.27, 0.27, 0.25, 0.22, 0.17, 0.1, 0.01]) * (1.0 if abs(z) < 0.5 else 0.8)
    fire = limb(spline(path, 10), radii.tolist(), "glow", segments=12, squash=0.85)
    glare = limb(spline(path, 10), (radii * 1.7).tolist(), "light", "#FF7A1E", segments=12)
    along = np.abs(fire.positions[:, 0]) / 2.3
    return [
        graded(fire, along, ("#FFF0C0", "#FFD468", "#FFA93A", "#F2641E", "#B23A12")),
        faded(glare, 0.4 * np.clip(1.05 - np.abs(glare.positions[:, 0]) / 2.3, 0, 1)),
    ]


def _cloud(place: int) -> list[Primitive]:
    """A puff of steam: balls that lean on each other."""
    (x, z), draw = STEAM[place], np.random.default_rng(100 + place)
    balls = []
    for radius in (0.42, 0.36, 0.33, 0.3, 0.26, 0.24, 0.22, 0.2):
        at = (x + draw.uniform(-0.35, 0.35), 0.55 + draw.uniform(-0.1, 0.5), z + draw.uniform(-0.5, 0.5))
        balls.append(sphere(radius, at, "matte", "#F7F8F9", segments=16, rings=9))
    return balls


# Skins with their windows.

Band = tuple[float, float, str]
"""From, to, colour."""
FIRST_BANDS: tuple[Band, ...] = ((5.2, 5.62, BLUE), *((y, y + 0.05, GREY) for y in (3.1, 4.6, 6.2, 7.86)))
SECOND_BANDS: tuple[Band, ...] = ((8.9, 8.98, DARK), (9.75, 9.8, GREY), (10.26, 10.34, BLUE))
BOOSTER_BANDS: tuple[Band, ...] = ((2.9, 2.96, GREY), (4.2, 4.26, GREY), (5.16, 5.5, BLUE))
FIRST: Profile = [(0.66, 1.95), (BODY, 2.3), (BODY, 3.6), (BODY, 5.0), (BODY, 6.4), (BODY, 8.06)]
SECOND: Profile = [(BODY, 8.9), (BODY, 9.4), (BODY, 9.9), (BODY, 10.34)]


def _at(place: int, radius: float, y: float = 0.0, quarter: float = 0.5) -> tuple[float, float, float]:
    """Where the four boosters (or engines) stand."""
    angle = math.pi / 2 * (place + quarter)
    return (radius * math.sin(angle), y, radius * math.cos(angle))


def _skin(
    profile: Profile, sectors: Sequence[Sector], segments: int = SEGMENTS, edge: str | None = None
) -> list[Primitive]:
    """Painted outside, primed inside; red where it was cut."""
    outside, inside = ("paint", WHITE), ("matte", PRIMER)
    return [
        part for each in sectors for part in shell(profile, 0.022, each, outside, inside, segments=segments, edge=edge)
    ]


def _bands(bands: Sequence[Band], sectors: Sequence[Sector], radius: float = BODY) -> list[Primitive]:
    """Painted bands that stand a little proud of the body."""
    return [
        part_turned(ring_plate(radius - 0.004, radius + 0.008, low, high)[:4], each, "paint", color, segments=SEGMENTS)
        for low, high, color in bands
        for each in sectors
    ]


def _marks(low: float, high: float) -> list[Primitive]:
    """The black and white roll pattern by which cameras see a rocket turn."""
    quarters = []
    for start in (math.pi / 2, math.pi):
        turn = np.linspace(start, start + math.pi / 4, 8)
        ring = np.stack([np.sin(turn), np.zeros(8), np.cos(turn)], -1) * BODY * 1.011
        quarters.append(sheet([ring + (0, low, 0), ring + (0, high, 0)], "paint", DARK))
    return quarters


def _first_marks() -> list[Primitive]:
    parts = [*_marks(6.5, 7.5), *_bands(FIRST_BANDS, [rear()])]
    tunnel = [
        bevel_box((0.09, 5.4, 0.13), (side * (BODY + 0.03), 5.1, -0.1), "paint", GREY, bevel=0.03) for side in (-1, 1)
    ]
    fin = extrude([(0.0, 0.0), (0.8, -0.15), (0.8, 0.3), (0.0, 1.4)], 0.05, "paint", BLUE, base=-0.025)
    upright = transform(fin, pitch=math.pi / 2)
    fins = [
        transform(upright, _at(k, BODY - 0.03, 2.05, quarter=0.0), yaw=math.pi / 2 * k - math.pi / 2) for k in (1, 2, 3)
    ]
    return [*parts, *tunnel, *fins, *_stringers(BODY - 0.03, 4.62, 5.02, 20), *_stringers(BODY - 0.03, 2.05, 2.5, 20)]


def _second_marks() -> list[Primitive]:
    return [*_marks(9.0, 9.6), *_bands(SECOND_BANDS, [rear()]), *_stringers(BODY - 0.03, 8.95, 9.2, 16)]


def _stringers(radius: float, low: float, high: float, count: int) -> list[Primitive]:
    """Ribs inside the back half of a skin."""
    turns = np.linspace(math.pi / 2 + 0.1, 1.5 * math.pi - 0.1, count)
    ends = [[(radius * math.sin(a), y, radius * math.cos(a)) for y in (low, high)] for a in turns]
    rings = [part_turned(ring_plate(radius - 0.04, radius, y, y + 0.014), rear(), "matte", GREEN) for y in (low, high)]
    return [bars(ends, 0.014, "matte", GREEN), *rings]


# What is inside.


def _vessel(
    low: float, high: float, radius: float, color: str, gap: float = 0.62, dome: float = 0.26
) -> list[Primitive]:
    """A tank with domed ends, opened in front, with the rings that keep its filling from sloshing."""
    bend = np.linspace(0.12, math.pi / 2, 6)
    bottom = [(radius * math.sin(a), low + dome * (1 - math.cos(a))) for a in bend]
    top = [(r, high + low - y) for r, y in reversed(bottom)]
    outer = [*bottom, *top]
    parts = shell(outer, 0.014, opened(gap), ("metal", color), ("satin", "#E4E8E6"), segments=SEGMENTS, edge=RED)
    for y in np.arange(low + dome + 0.12, high - dome, 0.3):
        ring = ring_plate(radius - 0.08, radius - 0.016, y, y + 0.012)
        parts.append(part_turned(ring, opened(gap), "satin", "#C5CCC9", segments=30))
    return parts


def _filling(low: float, high: float, color: str, radius: float = 0.655) -> list[Primitive]:
    """A full tank's propellant, which shrinks towards its floor."""
    bend = np.linspace(0.0, math.pi / 2, 6)
    profile = [(radius * math.sin(a), low + 0.24 * (1 - math.cos(a))) for a in bend]
    return [lathe([*profile, (radius, high - 0.26), (radius * 0.6, high - 0.26), (0, high - 0.26)], 36, "satin", color)]


def _tanks() -> list[Primitive]:
    """Kerosene below, liquid oxygen above, and gas bottles between them."""
    feed = [
        pipe(
            [(x, 5.1, 0.52), (x, 4.9, 0.6), (x, 4.66, 0.715), (x, 2.6, 0.715), (x * 0.8, 2.4, 0.5)],
            0.035,
            "metal",
            STEEL,
        )
        for x in (-0.24, 0.24)
    ]
    outlets = [cylinder(0.09, 0.16, (0, y, 0), "metal", STEEL, segments=14) for y in (2.56, 5.08)]
    bottles = [
        sphere(0.12, (0.3 * math.sin(a), 4.81, 0.3 * math.cos(a)), "satin", "#30363B", segments=16, rings=10)
        for a in np.arange(5) * 2 * math.pi / 5
    ]
    belts = [
        transform(
            torus(0.122, 0.006, "metal", STEEL, segments=20, sides=4), (0.3 * math.sin(a), 4.81, 0.3 * math.cos(a))
        )
        for a in np.arange(5) * 2 * math.pi / 5
    ]
    return [
        *_vessel(2.55, 4.55, 0.7, "#CBD3D2"),
        *_vessel(5.07, 7.7, 0.7, "#DCE2E4"),
        *feed,
        *outlets,
        *bottles,
        *belts,
    ]


def _engines() -> list[Primitive]:
    """Four engines on their thrust frame."""
    frame = [bars([(_at(k, 0.1, 2.28, 0.0), _at(k, 0.66, 2.28, 0.0)) for k in range(4)], 0.05, "satin", GREEN, sides=6)]
    frame += [
        transform(torus(0.6, 0.04, "satin", GREEN, segments=36, sides=6), (0, 2.28, 0)),
        cylinder(0.16, 0.14, (0, 2.24, 0), "metal", STEEL, segments=20),
    ]
    frame.append(lathe([(0.0, 1.9), (0.64, 1.9), (0.64, 1.93), (0.0, 1.93)][::1], 36, "satin", "#C9CED2"))
    engines = around([transform(part, (0, 0, 0.36)) for part in _engine(0.19, 1.15, 0.62)], 4)
    links = around([pipe([(0, 2.24, 0.06), (0, 2.12, 0.14), (0.0, 2.08, 0.26)], 0.03, "metal", STEEL)], 4)
    return [*frame, *engines, *links]


def _engine(wide: float, low: float, tall: float, upper: str = STEEL) -> list[Primitive]:
    """One engine: a bell of cooling tubes, its chamber, and the turbopump beside it."""
    share = np.linspace(0, 1, 9)
    throat = wide * 0.32
    radii = throat + (wide - throat) * np.sqrt(1 - share)
    turn = np.linspace(0, 2 * math.pi, 90, endpoint=False)
    wavy = 1 + 0.02 * np.cos(30 * turn)
    heights = low + tall * 0.72 * share
    rings = np.stack(
        [
            np.outer(radii, wavy * np.sin(turn)),
            np.repeat(heights[:, None], 90, 1),
            np.outer(radii, wavy * np.cos(turn)),
        ],
        -1,
    )
    bell = sheet(rings, "metal", COPPER, wrap=True)
    inner = lathe([(r - 0.012, y) for r, y in zip(radii[::-1], heights[::-1], strict=True)], 24, "matte", "#3B2C25")
    hoops = [
        lathe([(r - 0.01, y), (r + 0.012, y), (r + 0.012, y + 0.02), (r - 0.01, y + 0.02)], 28, "metal", upper)
        for r, y in ((wide, low), (radii[3], heights[3]))
    ]
    top = low + tall * 0.72
    chamber = lathe(
        [
            (throat, top),
            (throat * 1.5, top + tall * 0.1),
            (throat * 1.5, top + tall * 0.22),
            (throat * 0.9, top + tall * 0.28),
            (0, top + tall * 0.28),
        ],
        20,
        "metal",
        upper,
    )
    x, y = wide * 0.95, top + tall * 0.12
    pump = [
        cylinder(wide * 0.3, tall * 0.3, (x, y, 0), "metal", STEEL, segments=16),
        transform(torus(wide * 0.3, wide * 0.13, "metal", "#8C959B", segments=18, sides=7), (x, y - tall * 0.1, 0)),
        pipe(
            [(x, y + tall * 0.15, 0), (x, y + tall * 0.24, 0), (0.02, y + tall * 0.24, 0)],
            wide * 0.12,
            "metal",
            STEEL,
            segments=7,
            steps=3,
        ),
        pipe(
            [(x, y - tall * 0.1, wide * 0.4), (x * 0.7, y - tall * 0.22, wide * 0.75), (0, heights[3], radii[3])],
            wide * 0.07,
            "metal",
            COPPER,
            segments=6,
            steps=3,
        ),
    ]
    return [bell, inner, *hoops, chamber, *pump]


def _interstage() -> list[Primitive]:
    """The open lattice between the stages: the upper engine can light before they part."""
    ends = [
        [
            (BODY - 0.03) * np.array([math.sin(a), 0, math.cos(a)]) + (0, 8.12, 0),
            (BODY - 0.03) * np.array([math.sin(a + t), 0, math.cos(a + t)]) + (0, 8.84, 0),
        ]
        for a in np.linspace(0, 2 * math.pi, 16, endpoint=False)
        for t in (0.2, -0.2)
    ]
    rings = [
        lathe(
            [(0.7, y), (BODY + 0.006, y), (BODY + 0.006, y + 0.07), (0.7, y + 0.07), (0.7, y)], SEGMENTS, "paint", DARK
        )
        for y in (8.07, 8.82)
    ]
    heads = [studs(circle_path(BODY + 0.006, 48, y=y), circle_path(1.0, 48), 0.011, 0.008) for y in (8.105, 8.855)]
    return [bars(ends, 0.024, "metal", "#4A5157", sides=6), *rings, *heads]


def _upper_engine() -> list[Primitive]:
    extension = lathe([(0.36, 8.14), (0.31, 8.3), (0.25, 8.45)], 36, "satin", "#3A3F44")
    inner = lathe([(0.24, 8.45), (0.3, 8.3), (0.35, 8.14)], 36, "matte", "#5B4436")
    struts = bars(
        [
            ((0.5 * math.sin(a), 9.0, 0.5 * math.cos(a)), (0.05 * math.sin(a), 8.86, 0.05 * math.cos(a)))
            for a in np.arange(6) * math.pi / 3
        ],
        0.014,
        "satin",
        GREEN,
        sides=6,
    )
    return [extension, inner, *_engine(0.24, 8.43, 0.52), struts]


def _upper_tanks() -> list[Primitive]:
    """One tank with a wall in its middle: shorter and lighter than two."""
    wall = lathe([(0.0, 9.62), (0.35, 9.58), (0.6, 9.46), (0.685, 9.36)][::-1], 36, "metal", "#D6DCDD")
    below = lathe([(0.0, 9.09), (0.4, 9.13), (0.66, 9.3), (0.66, 9.36), (0.0, 9.36)], 32, "satin", FUEL)
    above = lathe([(0.66, 9.5), (0.66, 9.95), (0.3, 9.95), (0.0, 9.95)], 32, "satin", LOX)
    bottles = [
        sphere(0.09, (0.5 * math.sin(a), 10.2, 0.5 * math.cos(a)), "satin", "#30363B", segments=14, rings=9)
        for a in np.arange(6) * math.pi / 3
    ]
    return [*_vessel(9.04, 10.14, 0.7, "#DCE2E4", dome=0.2), wall, below, above, *bottles]


def _payload() -> list[Primitive]:
    """A satellite on its adapter: gold foil, folded wings, a dish."""
    cone = lathe([(0.6, 10.36), (0.34, 10.8), (0.34, 10.86), (0.0, 10.86)], 32, "satin", "#3A4046")
    body = bevel_box((0.66, 1.0, 0.66), (0, 10.88, 0), "metal", GOLD, bevel=0.03, base=True)
    foil = [
        bevel_box((0.28, 0.28, 0.012), (x, 11.12 + y, 0.334), "metal", c, bevel=0.004)
        for x in (-0.16, 0.16)
        for y, c in ((0, "#E8B145"), (0.32, GOLD), (0.6, "#D9A03C"))
    ]
    wings = [
        bevel_box((0.03, 0.86, 0.5), (side * (0.36 + 0.04 * k), 11.36, 0), "satin", "#1C2B55", bevel=0.006)
        for side in (-1, 1)
        for k in range(3)
    ]
    grid = [
        bars(
            [[(s * 0.4585, y, -0.25), (s * 0.4585, y, 0.25)] for s in (-1, 1) for y in np.arange(11.0, 11.75, 0.12)],
            0.004,
            "metal",
            "#C9D3DA",
        )
    ]
    dish = transform(
        lathe(
            [(0.0, 0.0), (0.14, 0.03), (0.24, 0.1), (0.245, 0.1), (0.14, 0.045), (0.0, 0.02)][::1],
            28,
            "satin",
            "#F2F4F5",
        ),
        (0, 11.92, 0.05),
        pitch=0.35,
    )
    mast = [
        cylinder(0.03, 0.12, (0, 11.88, 0), "metal", STEEL, segments=10, base=True),
        limb([(0, 11.98, 0.08), (0.0, 12.16, 0.15)], 0.012, "metal", STEEL, segments=6),
    ]
    horns = [
        cylinder(0.05, 0.16, (x, 11.96, -0.2), "metal", "#8C959B", segments=14, top_radius=0.08) for x in (-0.2, 0.2)
    ]
    return [cone, body, *foil, *wings, *grid, dish, *mast, *horns]


def _fairing(side: int) -> list[Primitive]:
    """One half of the nose: a shell that falls away once there is no air. Its front is left out."""
    ogive = spline([(0.94, 11.5), (0.88, 12.1), (0.68, 12.75), (0.36, 13.2), (0.012, 13.4)], 15)
    profile = [(BODY, 10.36), (0.94, 10.68), (0.94, 11.1), *[(float(r), float(y)) for r, y in ogive]]
    gap, seam = math.radians(52), 0.012
    half = (gap if side > 0 else math.pi + seam, math.pi - gap - seam)
    parts = shell(profile, 0.03, half, ("paint", WHITE), ("matte", PRIMER), segments=56)
    parts += _bands([(10.8, 11.0, BLUE), (11.16, 11.22, RED)], [half], 0.94)
    inset = [(r - 0.015, y) for r, y in profile]
    return [*parts, cut_edge(inset, side * gap, 0.02, RED), cut_edge(inset, math.pi - side * 0.02, 0.02, GREY)]


# Boosters.


BOOSTER_SKIN: Profile = [
    (0.34, 1.9), (BOOSTER, 2.15), (BOOSTER, 3.4), (BOOSTER, 5.5), (0.36, 5.95), (0.2, 6.6), (0.024, 6.95)
]  # fmt: skip


def _booster(place: int) -> dict[str, Part]:
    """A booster; the open one shows its tanks, and in the cutaway loses its front."""
    name, (x, _, z) = f"booster-{place + 1}", _at(place, AWAY)
    sectors, gap = ([rear()], math.radians(48)) if place == OPEN else ([WHOLE], 0.0)
    parts = [*_skin(BOOSTER_SKIN, sectors, 32), *_bands(BOOSTER_BANDS, sectors, BOOSTER), *_engine(0.25, 1.27, 0.72)]
    parts.append(lathe([(0.0, 1.88), (0.34, 1.88), (0.34, 1.91), (0.0, 1.91)], 24, "satin", "#C9CED2"))
    parts += _booster_tanks() if place == OPEN else []
    inwards = np.array([x, 0, z]) / AWAY
    ends = [
        (inwards * (BODY - 0.03) + (0, y, 0), inwards * (AWAY - BOOSTER + 0.03) + (0, y - 0.08, 0)) for y in (5.75, 2.6)
    ]
    struts = [limb(pair, 0.045, "metal", STEEL, segments=8) for pair in ends]
    away = (1.5 * math.copysign(1, x), 0, 1.5 * math.copysign(1, z))
    whole = {name: Part([*(transform(part, (x, 0, z)) for part in parts), *struts], "first-stage", apart=away)}
    if place != OPEN:
        return whole
    cover = [*_skin(BOOSTER_SKIN, flanks(gap), 32, RED), *_bands(BOOSTER_BANDS, flanks(gap), BOOSTER)]
    return whole | {f"{name}-front": Part([transform(part, (x, 0, z)) for part in cover], name, cut=True)}


def _booster_tanks() -> list[Primitive]:
    inside: list[Primitive] = []
    for low, high, color in ((2.25, 3.55, FUEL), (3.85, 5.45, LOX)):
        inside += [*_vessel(low, high, 0.35, "#DCE2E4", 0.7, 0.15), *_filling(low + 0.04, high, color, 0.325)]
    feed = [(0.1, 3.9, 0.28), (0.1, 3.7, 0.345), (0.1, 2.3, 0.345), (0.06, 2.1, 0.2)]
    return [
        *inside,
        pipe(feed, 0.024, "metal", STEEL),
        sphere(0.17, (0, 5.75, 0), "satin", "#30363B", segments=16, rings=10),
    ]


# The ground.


def _stand() -> list[Primitive]:
    """The deck, the table over its flame deflector, railings, steps, the count-down board."""
    parts = [
        bevel_box((4.7, 0.3, 4.7), (0, 0, 0), "matte", "#6B747A", bevel=0.03, base=True),
        box((2.5, 0.012, 4.4), (0, 0.3, 0), "matte", "#454C52", base=True, skip="-y"),
        sheet(
            [
                [
                    (-1.0, 0.33, z),
                    (-0.55, 0.42, z),
                    (-0.2, 0.66, z),
                    (0, 0.86, z),
                    (0.2, 0.66, z),
                    (0.55, 0.42, z),
                    (1.0, 0.33, z),
                ]
                for z in (1.0, -1.0)
            ],
            "metal",
            "#7E878D",
        ),
    ]
    parts += [
        box((0.3, 0.01, 0.12), (-2.1 + 0.3 * k, 0.3, side * 2.26), "matte", (YELLOW, DARK)[k % 2], base=True, skip="-y")
        for k in range(15)
        for side in (-1, 1)
    ]
    ring = [(1.02, 1.72), (1.2, 1.72), (1.2, 1.9), (1.02, 1.9), (1.02, 1.72)]
    parts += [
        lathe(ring, 40, "paint", RUST),
        transform(torus(1.26, 0.035, "paint", "#2F7DB3", segments=40, sides=8), (0, 1.8, 0)),
    ]
    parts += around([pipe([(0, 1.8, 1.26), (0, 1.62, 1.26), (0, 1.5, 1.1)], 0.025, "paint", "#2F7DB3", segments=6)], 12)
    parts += [pipe([(1.26, 1.8, 0.1), (1.7, 1.8, 0.1), (1.7, 0.3, 0.1)], 0.05, "paint", "#2F7DB3", segments=10)]
    for k in range(4):
        (hx, _, hz), (fx, _, fz) = _at(k, 1.1), _at(k, 1.95)
        parts += [
            limb([(fx, 0.3, fz), (hx, 1.76, hz)], 0.095, "paint", RUST, segments=10),
            bevel_box((0.46, 0.1, 0.46), (fx, 0.3, fz), "metal", STEEL, bevel=0.015, base=True),
        ]
        parts.append(
            studs([(fx + a * 0.18, 0.4, fz + b * 0.18) for a in (-1, 1) for b in (-1, 1)], (0, 1, 0), 0.03, 0.03)
        )
        parts += [
            limb([(fx + a, 0.32, fz + b), (hx, 1.74, hz)], 0.045, "paint", RUST, segments=6)
            for a, b in ((0.3 * np.sign(fx), -0.5 * np.sign(fz)), (-0.5 * np.sign(fx), 0.3 * np.sign(fz)))
        ]
    parts += [
        railing(
            [(0.5, 0.3, 2.3), (2.3, 0.3, 2.3), (2.3, 0.3, -2.3), (-2.3, 0.3, -2.3), (-2.3, 0.3, 2.3), (-0.5, 0.3, 2.3)],
            0.9,
            "paint",
            YELLOW,
            spacing=0.9,
        )
    ]
    x, y, z = CLOCK
    board = [
        bevel_box((1.2, 0.86, 0.12), (x, y - 0.22, z), "satin", DARK, bevel=0.02, base=True),
        box((1.08, 0.7, 0.004), (x, y + 0.21, z + 0.0615), "satin", "#11161B"),
    ]
    return [
        *parts,
        *board,
        *(cylinder(0.035, y - 0.5, (x + s * 0.45, 0.3, z), "metal", STEEL, segments=8, base=True) for s in (-1, 1)),
    ]


def _clamp(side: int) -> list[Primitive]:
    """An arm that holds the rocket down until its engines push."""
    arm = extrude(
        [(0.0, 0.0), (0.34, 0.05), (0.34, 0.2), (0.12, 0.5), (-0.12, 0.56), (-0.12, 0.42), (0.0, 0.34)],
        0.16,
        "paint",
        YELLOW,
        base=-0.08,
    )
    upright = transform(arm, pitch=math.pi / 2)
    facing = transform(upright, (1.0, 1.8, 0)) if side > 0 else transform(upright, (-1.0, 1.8, 0), yaw=math.pi)
    return [
        facing,
        transform(
            cylinder(0.07, 0.24, (0, 0, 0), "metal", STEEL, segments=16), (side * 1.3, 1.9, 0), pitch=math.pi / 2
        ),
    ]


def _tower() -> list[Primitive]:
    """The service tower behind the rocket, with floors, railings and a ladder to each."""
    parts = [*truss((0, 0.3, -1.9), (0, 11.9, -1.9), 0.8, "paint", RUST, radius=0.055, bay=1.16)]
    for y in (2.7, 5.1, 7.45, 9.23, 10.93):
        parts.append(bevel_box((1.0, 0.05, 1.0), (0, y, -1.9), "satin", "#8A9298", bevel=0.008))
        parts.append(
            railing(
                [(-0.48, y, -1.42), (-0.48, y, -2.38), (0.48, y, -2.38), (0.48, y, -1.42)],
                0.62,
                "paint",
                YELLOW,
                spacing=0.6,
                radius=0.014,
                toe=0.06,
            )
        )
    parts += [ladder((-0.2, low, -2.2), 2.35, width=0.26, radius=0.012, step=0.2) for low in (0.3, 2.7, 5.1, 7.45, 9.2)]
    parts += [
        cable((x, 0.4, -1.46), (x, 11.0, -1.46), 0.02, "matte", c, sag=0.0, count=3)
        for x, c in ((0.18, DARK), (0.24, "#2F7DB3"), (-0.24, DARK))
    ]
    top = [
        limb([(0, 11.9, -1.9), (0, 13.55, -1.9)], [0.035, 0.01], "metal", STEEL, segments=8),
        box((0.09, 0.09, 0.09), (0, 12.0, -1.9), "glow", "#FF5A3C", base=True),
    ]
    return [*parts, *top]


def _arm(height: float) -> list[Primitive]:
    """A bridge from the tower to the rocket, with the hoses that fill and feed it until it leaves."""
    reach = 0.98 if height > 10.5 else 0.82
    floor = bevel_box(
        (0.34, 0.05, 1.48 - reach), (0, height - 0.2, -(1.48 + reach) / 2), "satin", "#D9DDE0", bevel=0.01
    )
    sides = [
        piece
        for x in (-0.17, 0.17)
        for piece in truss(
            (x, height + 0.02, -1.48), (x, height + 0.02, -reach - 0.04), 0.03, "paint", RUST, radius=0.012, bay=0.16
        )
    ]
    rails = railing(
        [(0.16, height - 0.18, -1.46), (0.16, height - 0.18, -reach - 0.02)],
        0.42,
        "paint",
        YELLOW,
        spacing=0.3,
        radius=0.011,
        toe=0.04,
    )
    hose = [
        cable((x, height + 0.1, -1.42), (x, height - 0.04, -reach + 0.02), 0.022, "matte", c, sag=0.14)
        for x, c in ((-0.05, DARK), (0.04, "#2F7DB3"), (0.1, GREY))
    ]
    return [
        floor,
        *sides,
        rails,
        transform(rails, (-0.32, 0, 0)),
        *hose,
        bevel_box((0.3, 0.26, 0.04), (0, height - 0.05, -reach + 0.0), "metal", STEEL, bevel=0.01),
    ]
