"""The golden chandelier of a dilution refrigerator in its frame: six plates from room temperature down to the chip.

Its shields are leaves of a third of a turn; at rest they are parked one inside the other behind the chandelier.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from hallwright.catalogue.rig import Motion, Part, Rig, Track, appear, flicker, slide, swing
from hallwright.geometry.cabling import turned
from hallwright.geometry.fittings import bolt_circle, studs
from hallwright.geometry.gearing import around
from hallwright.geometry.lofting import bars, circle_path, coil, limb, spline, torus
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.piping import pipe
from hallwright.geometry.shapes import bevel_box, box, cylinder, lathe, merge, transform

GOLD, DEEP_GOLD, COPPER, STEEL = "#F9CF78", "#E3AE4E", "#E2966C", "#CBD2D6"
DULL, GRAPHITE, BLACK, BLUE = "#9BA4A9", "#2A2F35", "#15181B", "#2F6FA6"
PLATES = (
    ("flange", 3.58, 1.10, 0.065),
    ("fifty-kelvin", 3.04, 0.95, 0.05),
    ("four-kelvin", 2.50, 0.86, 0.05),
    ("still", 2.04, 0.76, 0.045),
    ("cold-plate", 1.66, 0.64, 0.04),
    ("mixing-plate", 1.26, 0.56, 0.04),
)
"""Name, height of the underside, radius, thickness of each plate, from warm to cold."""
RAISED = (2.35, 1.85, 1.4, 1.0, 0.65, 0.3)
"""Metres that each plate rises when all is taken apart."""
COLD = ("#FF8A3C", "#FFC24A", "#FFF0C4", "#B5E8FF", "#62BDFF", "#7D8BFF")
"""What lights up when a plate has reached its temperature, warm to cold."""
SHIELDS = (
    ("vacuum-can", 1.075, 3.57, 0.32, STEEL, DULL),
    ("fifty-kelvin-shield", 0.925, 3.03, 0.42, "#DDE2E5", DULL),
    ("four-kelvin-shield", 0.835, 2.49, 0.50, COPPER, DEEP_GOLD),
    ("still-shield", 0.735, 2.03, 0.57, GOLD, DEEP_GOLD),
)
"""Name, radius, top, bottom, colours of wall and trim of each shield, from outside in."""
THIRD = 2 * math.pi / 3
CLUSTERS, LINES = 6, 12
RUN = 28.0


def build() -> Rig:
    """Named parts, from the outside in."""
    parts = {"frame": Part(_frame()), "crown": Part(_crown(), apart=(0, RAISED[0], 0))}
    for place, (name, low, *_) in enumerate(PLATES):
        rise = (0, RAISED[place], 0)
        parts[name] = Part([*_plate(place), *_inside(place)], apart=rise)
        if place:
            parts[f"{name}-lines"] = Part(_lines(place), parent=name)
        parts[f"{name}-cold"] = Part(_cold(place), name, (0, low, 0), hidden=True)
    parts["processor"] = Part(_processor())
    parts["qubits"] = Part(_qubits(), "processor", (0, 0.86, 0.07), hidden=True)
    parts["pulses"] = Part([_beads(0.43)], "processor", (0, 3.5, 0), hidden=True)
    parts["pump-lamp"] = Part([_lamp()], pivot=(0, 0.125, 0), hidden=True)
    for shield in range(len(SHIELDS)):
        parts |= _shield(shield)
    return Rig(parts, (_run(),))


def far() -> list[Primitive]:
    """Plates, a core, the parked can and the frame."""
    plates = [cylinder(r, t, (0, y, 0), "matte", "#D9A94F", segments=18, base=True) for _, y, r, t in PLATES[1:]]
    plates.append(cylinder(1.1, 0.065, (0, 3.58, 0), "matte", DULL, segments=20, base=True))
    core = lathe([(0.16, 0.72), (0.24, 1.0), (0.24, 1.3), (0.34, 1.7), (0.42, 2.5), (0.5, 3.5)], 12, "matte", "#B98239")
    posts = [
        box((0.1, 4.0, 0.1), (x, 0, z), "matte", GRAPHITE, base=True) for x in (-1.22, 1.22) for z in (-1.22, 1.22)
    ]
    top = [box((2.5, 0.12, 0.1), (0, 4.0, z), "matte", GRAPHITE) for z in (-1.22, 1.22)]
    top += [box((0.1, 0.12, 2.5), (x, 4.0, 0), "matte", GRAPHITE) for x in (-1.22, 1.22)]
    back = lathe(
        [(0.9, 0.4), (1.09, 0.5), (1.09, 3.57), (1.05, 3.57), (1.05, 0.5), (0.9, 0.44)],
        8, "matte", "#AEB6BB", start=math.pi - THIRD / 2, angle=THIRD,
    )  # fmt: skip
    head = cylinder(0.14, 0.6, (-0.34, 3.7, 0.3), "matte", DULL, segments=8, base=True)
    foot = cylinder(1.15, 0.12, (0, 0, 0), "matte", GRAPHITE, segments=18, base=True)
    pot = cylinder(0.26, 0.6, (0.32, 3.88, -0.25), "matte", DULL, segments=10, base=True)
    return [*plates, core, *posts, *top, back, head, pot, foot]


# How it works: shut in, opened again for the show, then cold from the top down.


def _run() -> Motion:
    tracks: list[Track] = []
    for place, (name, *_) in enumerate(SHIELDS):
        shut, opened = 0.2 + 1.1 * (3 - place), 7.0 + 1.1 * place
        for side, turn in (("left", 1), ("right", -1)):
            keys = [(0, 0), (shut, 0), (shut + 1.5, turn * THIRD), (opened, turn * THIRD), (opened + 1.5, 0), (RUN, 0)]
            tracks.append(swing(f"{name}-{side}", (0, 1, 0), keys))
    for place, (name, *_) in enumerate(PLATES):
        tracks.append(appear(f"{name}-cold", 12.2 + 1.4 * place, 27.4 - 0.2 * (5 - place), fade=0.7))
    tracks.append(appear("qubits", 21.0, 27.4, fade=0.8))
    tracks.append(flicker("pump-lamp", RUN, [(5.2 + 0.3 * beat, 5.35 + 0.3 * beat) for beat in range(6)]))
    tracks.append(appear("pulses", 21.8, 26.2, fade=0.1))
    falls = [
        (21.8 + 1.1 * beat + late, (0, fall, 0))
        for beat in range(4)
        for late, fall in ((0, 0), (1.0, -2.2), (1.098, -2.2))
    ]
    tracks.append(slide("pulses", [(0, (0, 0, 0)), *falls, (26.3, (0, 0, 0))], smooth=False))
    return Motion("run", tracks)


# The frame and what sits on top of it.


def _frame() -> list[Primitive]:
    parts = [
        cylinder(1.12, 0.1, (0, 0, 0), "satin", BLACK, segments=56, base=True, top_radius=1.08),
        transform(torus(1.0, 0.02, "glow", "#BFE6FF", segments=56, sides=5), (0, 0.103, 0)),
    ]
    for x in (-1.22, 1.22):
        for z in (-1.22, 1.22):
            parts.append(bevel_box((0.11, 4.0, 0.11), (x, 0.02, z), "satin", GRAPHITE, bevel=0.012, base=True))
            parts.append(bevel_box((0.2, 0.03, 0.2), (x * 0.96, 0, z * 0.96), "metal", DULL, bevel=0.006, base=True))
            parts.append(box((0.03, 3.5, 0.006), (x, 0.3, z + 0.059), "glow", "#9AD8FF", base=True))
            inward = np.sign([x, z])
            spots = [(x - inward[0] * 0.12 * side, 0.03, z - inward[1] * 0.12 * (1 - side)) for side in (0, 1)]
            parts.append(studs(spots, (0, 1, 0), 0.016, 0.016))
    for side in (-1.22, 1.22):
        parts.append(bevel_box((2.33, 0.1, 0.1), (0, 0.08, side), "satin", GRAPHITE, bevel=0.012))
        parts.append(bevel_box((0.1, 0.1, 2.33), (side, 0.08, 0), "satin", GRAPHITE, bevel=0.012))
    return parts


def _crown() -> list[Primitive]:
    """Beams, hangers, the cooler's head, pumping lines and the boxes that talk to the chip."""
    parts: list[Primitive] = []
    for side in (-1.22, 1.22):
        parts.append(bevel_box((2.55, 0.13, 0.11), (0, 4.09, side), "satin", GRAPHITE, bevel=0.012))
        parts.append(bevel_box((0.11, 0.13, 2.33), (side, 4.09, 0), "satin", GRAPHITE, bevel=0.012))
    for x in (-0.78, 0.78):
        parts.append(bevel_box((0.1, 0.12, 2.33), (x, 4.08, 0), "satin", GRAPHITE, bevel=0.012))
        for z in (-0.55, 0.55):
            parts.append(cylinder(0.022, 0.42, (x, 3.63, z), "metal", STEEL, segments=10, base=True))
            parts.append(lathe([(0.06, 3.648), (0.06, 3.70), (0.04, 3.74), (0.0, 3.74)], 16, "metal", DULL))
            parts[-1] = transform(parts[-1], (x, 0, z))
    # Where the hoses and pumping lines leave for the compressor and the pumps.
    for x, wide, tall in ((-0.9, 0.36, 0.22), (0.22, 0.52, 0.34)):
        parts.append(bevel_box((wide, tall, 0.18), (x, 4.155, -1.17), "satin", "#E9ECEE", bevel=0.02, base=True))
    return [*parts, *_cooler(), *_pumping(), *_boxes()]


def _cooler() -> list[Primitive]:
    """The pulse tube's head: motor, valve and the two hoses to the compressor."""
    x, z = -0.34, 0.3
    parts = [
        transform(lathe(_flanged(0.15, 3.648, 3.95), 28, "metal", STEEL), (x, 0, z)),
        bevel_box((0.3, 0.2, 0.24), (x, 3.96, z), "satin", "#E9ECEE", bevel=0.03, base=True),
        cylinder(0.075, 0.22, (x, 4.16, z), "satin", BLUE, segments=20, base=True),
        transform(bolt_circle(0.19, 10, 3.68, 0.013, 0.014), (x, 0, z)),
    ]
    for place, color in enumerate((BLACK, "#3B4248")):
        path = [
            (x - 0.15, 4.02 + 0.08 * place, z),
            (x - 0.5, 4.02 + 0.08 * place, z),
            (x - 0.62, 4.26, -0.5),
            (-0.95, 4.26, -1.1),
        ]
        parts.append(pipe(path, 0.026, "satin", color, bend=0.16, segments=8))
    return parts


def _pumping() -> list[Primitive]:
    """The wide line that pumps the still, with its bellows, and the thin line that brings the mixture back."""
    x, z = 0.32, -0.25
    ribs = [(0.125 + 0.022 * (k % 2), 3.72 + 0.021 * k) for k in range(14)]
    line = [(x, 4.0, z), (x, 4.32, z), (x, 4.32, -1.05)]
    return [
        transform(lathe(_flanged(0.13, 3.648, 3.72), 28, "metal", STEEL), (x, 0, z)),
        transform(lathe(ribs, 28, "metal", STEEL, crease=20), (x, 0, z)),
        pipe(line, 0.125, "metal", STEEL, bend=0.2, segments=20, steps=7),
        turned(lathe(_flanged(0.13, -0.03, 0.03), 24, "metal", DULL), (x, 4.32, -0.75), (0, 0, 1)),
        pipe([(0.1, 3.65, -0.45), (0.1, 4.2, -0.45), (0.1, 4.2, -1.1)], 0.02, "metal", COPPER, bend=0.1),
    ]


def _boxes() -> list[Primitive]:
    """Feedthrough plates full of connectors on the flange, and the room-temperature electronics on the beams."""
    parts: list[Primitive] = []
    for cluster in range(CLUSTERS):
        places = _places(cluster, 0.78, 3.68)
        plate = transform(
            bevel_box((0.24, 0.03, 0.36), (0, 3.665, 0.72), "metal", DULL, bevel=0.005), yaw=_heading(cluster)
        )
        parts += [plate, studs(places, (0, 1, 0), 0.017, 0.05, "metal", GOLD, sides=6)]
    for x in (0.88, -0.4):
        parts.append(bevel_box((0.56, 0.2, 0.3), (x - 0.2, 4.16, 0.98), "satin", "#E9ECEE", bevel=0.015, base=True))
        spots = [(x - 0.42 + 0.055 * k, 4.29 - 0.07 * row, 1.13) for k in range(9) for row in (0, 1)]
        parts.append(studs(spots, (0, 0, 1), 0.014, 0.03, "metal", GOLD, sides=6))
        lights = [box((0.012, 0.012, 0.004), (x - 0.42 + 0.055 * k, 4.335, 1.131), "glow", "#4FE38A") for k in range(9)]
        parts += lights
        for k in range(0, 9, 2):
            start, end = (x - 0.42 + 0.055 * k, 4.22, 1.16), (0.25 * math.copysign(1, x) + 0.03 * k, 3.7, 0.75)
            bow = spline([start, (start[0], 4.1, 1.26), (start[0], 3.96, 1.05), (end[0], 3.92, 0.85), end], 12)
            parts.append(limb(bow, 0.009, "matte", (BLUE, BLACK)[k // 2 % 2], segments=5, caps=False))
    return parts


def _flanged(radius: float, low: float, high: float) -> list[tuple[float, float]]:
    """Profile of a tube with a collar at both ends."""
    rim, lip = radius * 1.42, min(0.03, (high - low) * 0.4)
    return [
        (0.0, low), (rim, low), (rim, low + lip), (radius, low + lip), (radius, high - lip), (rim, high - lip),
        (rim, high), (0.0, high),
    ]  # fmt: skip


# Plates and what hangs between them.


def _plate(place: int) -> list[Primitive]:
    """A bevelled disc with rings of bolts and of dark holes."""
    _, low, radius, thick = PLATES[place]
    edge, high = 0.008, low + thick
    steps = (0.0, 0.3, 0.6, 0.85)
    profile = [(radius * s, low) for s in steps] + [(radius - edge, low), (radius, low + edge)]
    profile += [(radius, high - edge), (radius - edge, high)] + [(radius * s, high) for s in reversed(steps)]
    color = STEEL if place == 0 else GOLD
    parts = [
        lathe(profile, 64, "metal", color),
        bolt_circle(radius - 0.035, 36, high, 0.0115, 0.014, color=DULL if place == 0 else STEEL),
        bolt_circle(radius - 0.035, 36, low, 0.0115, -0.014, color=DULL if place == 0 else STEEL),
    ]
    holes = circle_path(radius - 0.1, 48, y=high + 0.0005)
    parts.append(studs(holes, (0, 1, 0), 0.008, 0.001, "matte", BLACK, sides=6))
    for cluster in range(CLUSTERS if place else 0):
        seat = bevel_box((0.2, 0.016, 0.26), (0, high + 0.008, radius * 0.64), "metal", DEEP_GOLD, bevel=0.004)
        parts.append(transform(seat, yaw=_heading(cluster)))
    return parts


def _inside(place: int) -> list[Primitive]:
    """What belongs to a plate: the rods it hangs from and its vessels."""
    vessels = ((), _first_stage(), _second_stage(), _still(), _exchangers(), _mixing())[place]
    return [*(_rods(place) if place else ()), *vessels]


def _rods(place: int) -> list[Primitive]:
    """Slender supports up to the plate above: steel where it is warm, gold where it is cold."""
    (_, upper, _, _), (_, low, radius, thick) = PLATES[place - 1], PLATES[place]
    foot, color = low + thick, (STEEL if place < 4 else GOLD)
    rod = [
        (0.017, foot), (0.017, upper),
    ]  # fmt: skip
    collar = [(0.036, 0.0), (0.036, 0.028), (0.026, 0.034), (0.026, 0.06), (0.017, 0.07)]
    one = [
        lathe(rod, 10, "metal", color),
        lathe([(r, foot + y) for r, y in collar], 12, "metal", DEEP_GOLD),
        lathe([(r, upper - y) for r, y in reversed(collar)], 12, "metal", DEEP_GOLD),
    ]
    return around([transform(part, (0, 0, radius - 0.1)) for part in one], 6, start=math.radians(30))


def _heading(cluster: int) -> float:
    """Where a cluster of lines runs down: between the rods."""
    return 2 * math.pi * cluster / CLUSTERS


def _places(cluster: int, radius: float, y: float) -> np.ndarray:
    """(lines, 3): two columns of lines, side by side along the radius."""
    flat = np.array([(side * 0.045, y, radius - 0.17 + 0.042 * row) for row in range(LINES // 2) for side in (-1, 1)])
    cos, sin = math.cos(_heading(cluster)), math.sin(_heading(cluster))
    turn = np.array([[cos, 0, -sin], [0, 1, 0], [sin, 0, cos]])
    return np.asarray(flat @ turn)


def _lines(place: int) -> list[Primitive]:
    """Semi-rigid coaxial lines from the plate above, each with the bend that takes up its shrinking, and an
    attenuator where it is tied to the plate."""
    (_, upper, wide, _), (_, low, radius, thick) = PLATES[place - 1], PLATES[place]
    foot, start, end = low + thick + 0.016, wide * 0.64, radius * 0.64
    parts: list[Primitive] = []
    for line in range(LINES):
        side, row = (-1, 1)[line % 2], line // 2
        out = -0.1 + 0.042 * row
        bow = _wave(foot, upper, end + out, start + out, side)
        color = (GOLD, COPPER, GOLD, STEEL)[(row + place + line % 2) % 4]
        parts.append(limb(bow, 0.009, "metal", color, segments=4, caps=False))
        seat = (side * 0.045, foot, end + out)
        block = box((0.028, 0.075, 0.028), seat, "metal", (COPPER, STEEL)[row % 2], base=True, skip="-y")
        top = (side * 0.045, upper - 0.03, start + out)
        nut = cylinder(0.014, 0.03, top, "metal", STEEL, segments=5, base=True, caps=False)
        parts += [block, nut]
    return around(parts, CLUSTERS)


def _wave(low: float, high: float, near: float, far_out: float, side: int) -> np.ndarray:
    """A line between plates whose middle swings out sideways."""
    span, x = high - low, side * 0.045
    knots = [
        (x, low, near),
        (x, low + span * 0.26, near),
        (x + side * span * 0.2, low + span * 0.46, near + (far_out - near) * 0.35),
        (x, low + span * 0.66, far_out),
        (x, high, far_out),
    ]
    return np.asarray(spline(knots, 10))


def _first_stage() -> list[Primitive]:
    """The pulse tube's first stage: two wide tubes, a copper block, and braids to the plate."""
    low, high = 3.09, 3.58
    tubes = [
        cylinder(r, high - low - 0.08, (x, low + 0.08, 0.3), "metal", STEEL, segments=20, base=True)
        for x, r in ((-0.42, 0.06), (-0.26, 0.045))
    ]
    block = bevel_box((0.38, 0.08, 0.24), (-0.34, low, 0.3), "metal", COPPER, bevel=0.012, base=True)
    braids = [
        limb(
            spline([(x, low + 0.07, 0.42), (x, low + 0.16, 0.47), (x, low + 0.02, 0.52)], 9),
            0.016,
            "metal",
            COPPER,
            segments=6,
        )
        for x in np.linspace(-0.48, -0.2, 6)
    ]
    return [*tubes, block, *braids, _trunk(low, high)]


def _trunk(low: float, high: float) -> Primitive:
    """A length of the line that pumps the still, ribbed so that it carries little heat."""
    count = max(8, int((high - low) / 0.016)) // 2 * 2
    ribs = [(0.1 + 0.012 * (k % 2), low + (high - low) * k / count) for k in range(count + 1)]
    return transform(lathe(ribs, 24, "metal", STEEL, crease=15), (0.32, 0, -0.25))


def _second_stage() -> list[Primitive]:
    """The second stage of the cooler, and the amplifiers that lift the chip's whisper."""
    low, high = 2.55, 3.04
    tubes = [cylinder(r, high - low - 0.1, (x, low + 0.1, 0.3), "metal", STEEL, segments=16, base=True)
             for x, r in ((-0.41, 0.04), (-0.28, 0.03))]  # fmt: skip
    block = cylinder(0.14, 0.1, (-0.34, low, 0.3), "metal", COPPER, segments=28, base=True)
    amplifiers = [
        transform(
            bevel_box((0.07, 0.045, 0.12), (0, low + 0.024, 0.3 + 0.001 * k), "metal", GOLD, bevel=0.006),
            yaw=0.32 + 0.28 * k,
        )
        for k in range(8)
    ]
    winding = limb(coil(0.14, low + 0.1, high - 0.04, 8, 96), 0.0085, "metal", COPPER, segments=5)
    return [*tubes, block, *amplifiers, transform(winding, (0.32, 0, 0.1)), _trunk(low, high)]


def _still() -> list[Primitive]:
    """The still: the pot from which the light isotope is pumped."""
    low = 2.085
    pot = [(0.0, low), (0.2, low), (0.2, low + 0.025), (0.17, low + 0.03), (0.17, low + 0.19), (0.2, low + 0.195)]
    pot += [(0.2, low + 0.22), (0.14, low + 0.25), (0.11, low + 0.27), (0.0, low + 0.27)]
    body = lathe(pot, 36, "metal", GOLD)
    heads = bolt_circle(0.187, 16, low + 0.22, 0.01, 0.012)
    riser = transform(lathe([(0.1, low + 0.26), (0.1, 2.5)], 24, "metal", STEEL), (0, 0, 0))
    winding = limb(coil(0.24, low + 0.03, low + 0.36, 5, 75), 0.008, "metal", COPPER, segments=5)
    return [*(transform(part, (0.32, 0, -0.25)) for part in (body, heads, riser)), winding]


def _exchangers() -> list[Primitive]:
    """The coiled heat exchanger, where what returns is cooled by what leaves."""
    low, high = 1.70, 2.04
    drum = lathe([(0.1, low), (0.1, low + 0.02), (0.085, low + 0.03), (0.085, high)], 24, "metal", DEEP_GOLD)
    windings = [limb(coil(r, low + 0.05, high - 0.05, 5.5, 82), 0.0125, "metal", c, segments=6)
                for r, c in ((0.13, STEEL), (0.175, COPPER), (0.22, STEEL))]  # fmt: skip
    return [drum, *windings]


def _mixing() -> list[Primitive]:
    """Step exchangers and the mixing chamber, the coldest place of the machine."""
    low = 1.30
    profile = [
        (0.0, low),
        (0.17, low),
        (0.17, low + 0.02),
        (0.14, low + 0.026),
        (0.14, low + 0.11),
        (0.17, low + 0.116),
    ]
    profile += [(0.17, low + 0.14), (0.08, low + 0.15), (0.08, low + 0.17)]
    for k in range(4):
        y = low + 0.17 + 0.042 * k
        profile += [(0.15, y), (0.15, y + 0.026), (0.08, y + 0.026), (0.08, y + 0.042)]
    chamber = lathe([*profile, (0.0, low + 0.34)], 36, "metal", GOLD)
    circulators = [
        transform(
            bevel_box((0.075, 0.1, 0.05), (0, low + 0.05, 0.235), "metal", DULL, bevel=0.006),
            yaw=0.26 + k * math.pi / 6,
        )
        for k in range(12)
    ]
    return [chamber, bolt_circle(0.157, 16, low + 0.14, 0.009, 0.01), *circulators]


# The processor below the coldest plate.


def _processor() -> list[Primitive]:
    """Copper arms, a magnetic shield cut open, and the chip in its frame of connectors."""
    arms = [[(x, 0.66, z), (x, 1.255, z)] for x in (-0.2, 0.2) for z in (-0.2, 0.2)]
    decks = [(0.0, 0.0), (0.27, 0.0), (0.275, 0.005), (0.275, 0.02), (0.27, 0.025), (0.0, 0.025)]
    parts = [bars(arms, 0.016, "metal", GOLD, sides=10)]
    for y in (0.655, 1.12):
        parts += [
            transform(lathe(decks, 40, "metal", GOLD), (0, y, 0)),
            transform(bolt_circle(0.25, 20, 0.025, 0.009, 0.01), (0, y, 0)),
        ]
    can = [(0.235, 0.69), (0.24, 0.695), (0.24, 1.11), (0.232, 1.11), (0.232, 0.695)]
    parts.append(lathe(can, 30, "metal", "#B9B3A4", start=math.radians(80), angle=math.radians(200)))
    board = bevel_box((0.3, 0.3, 0.016), (0, 0.87, 0.0), "metal", COPPER, bevel=0.004)
    bezel = [bevel_box(size, (x, y, 0.018), "metal", GOLD, bevel=0.005) for size, x, y in (
        ((0.3, 0.05, 0.022), 0, 0.995), ((0.3, 0.05, 0.022), 0, 0.745),
        ((0.05, 0.2, 0.022), -0.125, 0.87), ((0.05, 0.2, 0.022), 0.125, 0.87))]  # fmt: skip
    substrate = box((0.2, 0.2, 0.006), (0, 0.87, 0.012), "satin", "#18222C")
    parts += [board, *bezel, substrate, *_crosses("metal", "#C8D2DA", 0.016, 0.004)]
    ends = [(0.042 * k - 0.126, 0.995, 0.028) for k in range(7)]
    parts.append(studs([*ends, *[(x, 0.745, z) for x, _, z in ends]], (0, 0, 1), 0.011, 0.022, "metal", STEEL))
    for k, (x, y, z) in enumerate(ends):
        path = spline(
            [
                (x, y, z + 0.02),
                (x, y + 0.02, z + 0.06),
                (x * 1.1, y + 0.09, 0.13),
                (x * 1.2, 1.12, 0.15),
                (x * 1.25, 1.26, 0.17),
            ],
            12,
        )
        parts.append(limb(path, 0.0065, "metal", (GOLD, COPPER)[k % 2], segments=5, caps=False))
    return parts


def _crosses(material: str, color: str, z: float, deep: float) -> list[Primitive]:
    """Nine qubits, each a cross, and the resonators between them."""
    at = [(x, 0.87 + y) for x in (-0.06, 0, 0.06) for y in (-0.06, 0, 0.06)]
    parts = [
        box(size, (x, y, z), material, color) for x, y in at for size in ((0.036, 0.009, deep), (0.009, 0.036, deep))
    ]
    parts += [
        box((0.02, 0.003, deep), (x, 0.87 + y, z), material, color) for x in (-0.03, 0.03) for y in (-0.06, 0, 0.06)
    ]
    return parts + [
        box((0.003, 0.02, deep), (x, 0.87 + y, z), material, color) for x in (-0.06, 0, 0.06) for y in (-0.03, 0.03)
    ]


def _qubits() -> list[Primitive]:
    """What shines when the chip is at work."""
    ring = torus(0.285, 0.01, "glow", "#7FE3FF", segments=48, sides=5)
    rims = [transform(ring, (0, y, 0)) for y in (0.667, 1.132)]
    return [*_crosses("glow", "#8CF0FF", 0.0215, 0.004), *rims]


def _cold(place: int) -> list[Primitive]:
    """A ring of light about a plate, and the glow around it, above and below."""
    _, low, radius, thick = PLATES[place]
    ring = torus(radius + 0.006, 0.019, "glow", COLD[place], segments=48, sides=5)
    around_it = lathe([(radius + 0.17, 0.0), (radius, 0.0), (radius - 0.3, 0.0)], 40, "light", COLD[place])
    assert around_it.colors is not None
    distance = np.hypot(around_it.positions[:, 0], around_it.positions[:, 2])
    around_it.colors[:, 3] = np.where(np.abs(distance - radius) < 0.05, 0.5, 0.0)
    under = transform(around_it, (0, low - 0.02, 0), scale=(1, -1, 1))
    return [transform(ring, (0, low + thick / 2, 0)), transform(around_it, (0, low + thick + 0.02, 0)), under]


def _beads(radius: float) -> Primitive:
    """Signals on their way: a bead on each cluster of lines."""
    spots = circle_path(radius, CLUSTERS, y=3.5)
    turn = math.pi / 2
    spots = spots @ np.array([[math.cos(turn), 0, -math.sin(turn)], [0, 1, 0], [math.sin(turn), 0, math.cos(turn)]])
    return merge(
        limb(
            [p + (0, y, 0) for y in (-0.09, -0.03, 0.03, 0.09)],
            [0.004, 0.018, 0.018, 0.004],
            "glow",
            "#CFF6FF",
            segments=8,
        )
        for p in spots
    )[0]


def _lamp() -> Primitive:
    """A ring in the foot that blinks while air is pumped out."""
    return transform(torus(1.0, 0.03, "glow", "#FFB000", segments=56, sides=5), (0, 0.104, 0))


# Shields.


def _shield(place: int) -> dict[str, Part]:
    """Three leaves of a can: one stays, two turn about the machine to close it."""
    name, radius, top, bottom, wall, trim = SHIELDS[place]
    away = (0, 0, -0.75 - 0.75 * (len(SHIELDS) - place))
    leaves = [
        _leaf(radius - 0.018 * leaf, top, bottom + 0.018 * leaf, wall, trim, bolted=place == 0) for leaf in range(3)
    ]
    return {
        name: Part(leaves[0], apart=away, cut=True),
        f"{name}-left": Part(leaves[1], name, cut=True),
        f"{name}-right": Part(leaves[2], name, cut=True),
    }


def _leaf(radius: float, top: float, bottom: float, wall: str, trim: str, bolted: bool) -> list[Primitive]:
    """A third of a can behind the machine: wall, rounded floor, bands, edge ribs."""
    thin, soft = 0.006, 0.09
    bend = [
        (radius - soft * (1 - math.sin(a)), bottom + soft * (1 - math.cos(a))) for a in np.linspace(0, math.pi / 2, 5)
    ]
    rows = [(radius, y) for y in np.linspace(bottom + soft, top, 5)[1:]]
    outer: list[Sequence[float]] = [(0.02, bottom), (radius * 0.5, bottom), *bend, *rows]
    inner = [(max(0.02, r - thin), max(y, bottom + thin)) for r, y in reversed(outer)]
    start = math.pi - THIRD / 2
    parts = [lathe([*outer, *inner], 16, "metal", wall, start=start, angle=THIRD)]
    for y, tall in ((top - 0.05, 0.05), (bottom + 0.45 * (top - bottom), 0.03), (bottom + 0.14, 0.03)):
        band = [
            (radius - thin - 0.001, y),
            (radius + 0.004, y),
            (radius + 0.004, y + tall),
            (radius - thin - 0.001, y + tall),
        ]
        parts.append(lathe([*band, band[0]], 16, "metal", trim, start=start, angle=THIRD))
    for side in (-1, 1):
        rib = box((0.016, top - bottom - soft, 0.009), (0, bottom + soft, radius - 0.0025), "metal", trim, base=True)
        parts.append(transform(rib, yaw=math.pi + side * (THIRD / 2 - 0.008)))
    if bolted:
        turn = np.linspace(start + 0.06, start + THIRD - 0.06, 14)
        out = np.stack([np.sin(turn), np.zeros(14), np.cos(turn)], -1)
        parts.append(studs(out * (radius + 0.004) + (0, top - 0.025, 0), out, 0.012, 0.006))
    return parts
