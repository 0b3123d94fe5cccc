"""Service points in their own frame: front +Z, the footprint's middle at the origin. Each returns its fixed
shapes; furniture that many places share is placed by ``SEATING``."""

from __future__ import annotations

import math

from hallwright.geometry.colors import Color, mix
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shadows import skirt
from hallwright.geometry.shapes import bevel_box, box, cylinder, grid, lathe, quad, transform
from hallwright.scene.furnishing import Furnishing
from hallwright.scene.materials import BLACK, EXIT_GREEN, GRAPHITE, LAMINATE, OAK, PAPER, STEEL, WALNUT, WARM
from hallwright.scene.pieces.flats import gradient, rect

Shape = list[Primitive]
TINTS: dict[str, str] = {
    "registration": "#1F6FB2",
    "information": "#1F6FB2",
    "cafe": "#7A563A",
    "toilets": "#3C566B",
    "first-aid": "#1B8A56",
    "cloakroom": "#4A5560",
    "lounge": "#2F5D62",
    "meeting": "#2F5D62",
    "charging": "#2E7D4F",
    "service": "#5B646B",
}
"""The colour of each kind of service point's sign."""


def desk(width: float, z: float, color: Color, modules: int) -> Shape:
    """A long counter of modules, white with a coloured band, a screen on each."""
    pieces: Shape = []
    step = width / modules
    for i in range(modules):
        x = -width / 2 + (i + 0.5) * step
        pieces += [
            bevel_box((step - 0.06, 1.02, 0.6), (x, 0.05, z), "satin", PAPER, bevel=0.02, base=True),
            rect(x - step / 2 + 0.12, 0.2, step - 0.24, 0.62, z + 0.303, "satin", color),
            box((0.5, 0.32, 0.03), (x + 0.2, 1.16, z - 0.12), "matte", BLACK, base=True),
            quad(
                [
                    (x + 0.42, 1.19, z - 0.137),
                    (x - 0.02, 1.19, z - 0.137),
                    (x - 0.02, 1.45, z - 0.137),
                    (x + 0.42, 1.45, z - 0.137),
                ],
                "glow",
                mix(color, PAPER, 0.55),
            ),
        ]
    top = bevel_box((width + 0.1, 0.05, 0.74), (0, 1.07, z), "timber", OAK, bevel=0.012, base=True)
    return [
        *pieces,
        top,
        box((width - 0.2, 0.06, 0.5), (0, 0, z), "matte", GRAPHITE, base=True, skip="-y +y"),
        skirt(width, 0.6, (0, z), reach=0.35, dark=0.5),
    ]


def back_wall(width: float, high: float, z: float, color: Color) -> Shape:
    """A wall with a coloured crown that takes the sign."""
    return [
        bevel_box((width, high, 0.18), (0, 0, z), "satin", LAMINATE, bevel=0.03, base=True),
        box((width + 0.02, 0.7, 0.24), (0, high - 0.75, z), "satin", color, base=True),
        skirt(width, 0.18, (0, z), reach=0.4, dark=0.4),
    ]


def registration(width: float, depth: float) -> Shape:
    """Desks before a wall, under a lit canopy."""
    color = TINTS["registration"]
    modules = max(2, round(width / 1.7))
    z = -depth / 2 + 0.12
    canopy = bevel_box((width, 0.16, depth * 0.8), (0, 3.0, -depth * 0.1), "satin", PAPER, bevel=0.04, base=True)
    line = quad(
        [
            (-width * 0.46, 2.99, depth * 0.1),
            (width * 0.46, 2.99, depth * 0.1),
            (width * 0.46, 2.99, depth * 0.18),
            (-width * 0.46, 2.99, depth * 0.18),
        ][::-1],
        "glow",
        WARM,
    )
    return [*back_wall(width, 3.4, z, color), *desk(width * 0.94, depth * 0.12, color, modules), canopy, line]


def information(width: float, depth: float) -> Shape:
    """A round desk with a lit ring on a mast above it."""
    color, radius = TINTS["information"], min(width, depth) * 0.42
    body = lathe([(radius, 0.05), (radius, 1.05), (radius - 0.5, 1.05), (radius - 0.5, 0.05)], 24, "satin", PAPER)
    band = lathe([(radius + 0.012, 0.25), (radius + 0.012, 0.8)], 24, "satin", color)
    top = lathe([(radius + 0.08, 1.05), (radius + 0.08, 1.1), (radius - 0.5, 1.1)], 24, "timber", OAK)
    crown = lathe(
        [
            (radius * 0.7, 2.75),
            (radius * 0.7, 3.35),
            (radius * 0.66, 3.35),
            (radius * 0.66, 2.75),
            (radius * 0.7, 2.75),
        ],
        24,
        "satin",
        color,
    )
    glow = lathe([(radius * 0.705, 2.7), (radius * 0.705, 2.76)], 24, "glow", PAPER)
    mast = box((0.12, 3.2, 0.12), (0, 0, 0), "metal", STEEL, base=True)
    arms = [
        box((radius * 1.36, 0.05, 0.05), (0, 3.05, 0), "metal", STEEL),
        box((0.05, 0.05, radius * 1.36), (0, 3.05, 0), "metal", STEEL),
    ]
    return [body, band, top, crown, glow, mast, *arms, skirt(radius * 1.7, radius * 1.7, reach=0.5, dark=0.45)]


def cafe(width: float, depth: float) -> Shape:
    """A bar with a menu wall at the back, timber floor, pendant lamps, low planters around the tables."""
    color, bar = TINTS["cafe"], min(width * 0.62, 8.0)
    z = -depth / 2 + 0.15
    floor = grid((-width / 2, 0.012, depth / 2), (width, 0, 0), (0, 0, -depth), 8, 5, "timber", "#CDAA80")
    menu = [gradient(x - 0.55, 1.75, 1.1, 0.72, z + 0.105, "glow", "#2A1E16", "#3A2A1E") for x in _spread(bar * 0.8, 4)]
    lines = [
        rect(x - 0.42, 2.3 - 0.13 * i, 0.6 - 0.12 * (i % 2), 0.04, z + 0.11, "glow", "#F2E3C8")
        for x in _spread(bar * 0.8, 4)
        for i in range(4)
    ]
    counter = [
        bevel_box((bar, 1.06, 0.75), (0, 0.012, z + 2.0), "timber", WALNUT, bevel=0.02, base=True),
        bevel_box((bar + 0.12, 0.05, 0.9), (0, 1.07, z + 2.0), "satin", PAPER, bevel=0.012, base=True),
        box((bar * 0.34, 0.34, 0.5), (-bar * 0.24, 1.12, z + 2.0), "glass", None, base=True, skip="-y"),
        box((bar * 0.32, 0.03, 0.44), (-bar * 0.24, 1.2, z + 2.0), "timber", OAK, base=True),
        *(
            cylinder(
                0.07,
                0.06,
                (-bar * 0.38 + 0.2 * i, 1.23, z + 2.0),
                "matte",
                ("#D9A760", "#8A5A33", "#E7C99A")[i % 3],
                segments=8,
                base=True,
            )
            for i in range(int(bar * 0.3 / 0.2))
        ),
        bevel_box((0.8, 0.55, 0.5), (bar * 0.26, 1.12, z + 1.9), "metal", STEEL, bevel=0.04, base=True),
        skirt(bar, 0.75, (0, z + 2.0), reach=0.35, dark=0.45, lift=0.02),
    ]
    lamps = [piece for x in _spread(bar * 0.8, 5) for piece in _pendant(x, z + 2.0, color)]
    return [floor, *back_wall(bar + 1.2, 3.2, z, color), *menu, *lines, *counter, *lamps, *_planters(width, depth)]


def _pendant(x: float, z: float, color: Color) -> Shape:
    return [
        cylinder(0.2, 0.22, (x, 2.3, z), "satin", color, segments=10, base=True, top_radius=0.05, caps=False),
        cylinder(0.13, 0.02, (x, 2.31, z), "glow", WARM, segments=8),
        box((0.015, 0.9, 0.015), (x, 2.5, z), "matte", BLACK, base=True),
    ]


def _planters(width: float, depth: float) -> Shape:
    """Low planters with shrubs at the sides, open to the front."""
    pieces: Shape = []
    for side in (-1, 1):
        x, long = side * (width / 2 - 0.2), depth * 0.6
        pieces += [
            box((0.36, 0.5, long), (x, 0.012, depth * 0.14), "timber", WALNUT, base=True, skip="-y"),
            skirt(0.36, long, (x, depth * 0.14), reach=0.25, dark=0.4, lift=0.02),
        ]
        count = max(2, round(long / 0.5))
        for i in range(count):
            bush = lathe(
                [(0.0, 0.42), (0.24, 0.5), (0.27, 0.68), (0.16, 0.86), (0, 0.92)],
                7,
                "foliage",
                mix("#3F7A3C", "#7FAE55", (i * 0.37) % 1),
                crease=80,
            )
            pieces.append(transform(bush, (x, 0, depth * 0.14 - long / 2 + (i + 0.5) * long / count), i * 1.3))
    return pieces


def closed_room(width: float, depth: float, color: Color, high: float = 3.2) -> Shape:
    """A block with a clad front: what a visitor may not walk through."""
    front = depth / 2
    body = bevel_box((width, high, depth), (0, 0, 0), "satin", LAMINATE, bevel=0.05, base=True)
    crown = box((width + 0.06, 0.9, depth + 0.06), (0, high - 0.95, 0), "satin", color, base=True)
    slats = [
        box(
            (0.09, high - 1.0, 0.06),
            (-width / 2 + 0.1 + 0.2 * i, 0.02, front + 0.02),
            "timber",
            OAK,
            base=True,
            skip="-z -y",
        )
        for i in range(int((width - 0.1) / 0.2) + 1)
    ]
    return [body, crown, *slats, skirt(width, depth, reach=0.6, dark=0.5)]


def _doorway(x: float, front: float, color: Color) -> Shape:
    """A dark recessed doorway with a light frame."""
    return [
        box((1.3, 2.3, 0.16), (x, 0.01, front + 0.04), "satin", color, base=True, skip="-z -y"),
        rect(x - 0.5, 0.01, 1.0, 2.15, front + 0.125, "matte", "#3A4248"),
        gradient(x - 0.5, 0.012, 1.0, 1.2, front + 0.13, "matte", "#59636A", "#3A4248"),
    ]


def toilets(width: float, depth: float) -> Shape:
    """A clad block with two doorways."""
    color = TINTS["toilets"]
    return [
        *closed_room(width, depth, color),
        *_doorway(-width * 0.28, depth / 2, PAPER),
        *_doorway(width * 0.28, depth / 2, PAPER),
    ]


def first_aid(width: float, depth: float) -> Shape:
    """A white room with a green cross."""
    front = depth / 2 + 0.06
    cross = [
        rect(width * 0.26 - a / 2, 1.35 - b / 2, a, b, front + 0.06, "glow", EXIT_GREEN)
        for a, b in ((0.9, 0.3), (0.3, 0.9))
    ]
    plate = rect(width * 0.26 - 0.65, 0.7, 1.3, 1.3, front + 0.05, "satin", PAPER)
    return [*closed_room(width, depth, TINTS["first-aid"]), *_doorway(-width * 0.2, depth / 2, PAPER), plate, *cross]


def cloakroom(width: float, depth: float) -> Shape:
    """A counter before rails of coats."""
    color = TINTS["cloakroom"]
    coats: Shape = []
    shades = ("#2E3B4A", "#6B4A3A", "#8A8F94", "#38546B", "#4B4F45", "#74323A")
    for row, z in enumerate((-depth * 0.14, -depth * 0.32)):
        coats.append(box((width * 0.8, 0.04, 0.04), (0, 1.7, z), "metal", STEEL))
        count = int(width * 0.8 / 0.24)
        coats += [
            box(
                (0.14, 0.85 + 0.1 * ((i * 7) % 3), 0.42),
                (-width * 0.4 + (i + 0.5) * 0.24, 0.75 - 0.1 * ((i * 7) % 3), z),
                "matte",
                shades[(i * 5 + row) % 6],
                base=True,
            )
            for i in range(count)
            if (i * 11 + row) % 5
        ]
    return [
        *back_wall(width, 3.0, -depth / 2 + 0.12, color),
        *coats,
        *desk(width * 0.92, depth * 0.3, color, max(2, round(width / 1.8))),
    ]


def lounge(width: float, depth: float) -> Shape:
    """A carpeted place with slatted screens and lamps."""
    carpet = grid(
        (-width / 2, 0.012, depth / 2),
        (width, 0, 0),
        (0, 0, -depth),
        8,
        5,
        "carpet",
        mix(TINTS["lounge"], "#C9CFCB", 0.6),
    )
    border = grid((-width / 2, 0.011, depth / 2 + 0.15), (width, 0, 0), (0, 0, -0.3), 1, 1, "carpet", TINTS["lounge"])
    screens = [
        box((0.06, 2.2, 0.12), (x, 0.012, -depth / 2 + 0.12), "timber", OAK, base=True, skip="-y")
        for x in _spread(width * 0.96, int(width / 0.3))
    ]
    rail = box((width * 0.98, 0.1, 0.14), (0, 2.2, -depth / 2 + 0.12), "timber", OAK, base=True)
    lamps = [piece for x in (-width * 0.3, 0.0, width * 0.3) for piece in _floor_lamp(x, -depth * 0.3)]
    return [carpet, border, *screens, rail, *back_wall(width * 0.3, 3.0, -depth / 2 + 0.3, TINTS["lounge"]), *lamps]


def _floor_lamp(x: float, z: float) -> Shape:
    return [
        cylinder(0.03, 1.5, (x, 0.012, z), "metal", BLACK, segments=6, base=True, caps=False),
        cylinder(0.18, 0.03, (x, 0.012, z), "metal", BLACK, segments=10, base=True),
        cylinder(0.24, 0.34, (x, 1.45, z), "glow", "#FFEBCB", segments=12, base=True, top_radius=0.17),
    ]


def charging(width: float, depth: float) -> Shape:
    """A high bench with sockets and a lit edge."""
    color = TINTS["charging"]
    return [
        bevel_box((width * 0.8, 0.07, 0.6), (0, 1.0, 0), "timber", OAK, bevel=0.015, base=True),
        *(
            box((0.08, 1.0, 0.5), (x, 0, 0), "satin", PAPER, base=True, skip="-y +y")
            for x in (-width * 0.36, width * 0.36)
        ),
        *back_wall(width * 0.7, 2.4, -depth / 2 + 0.1, color),
        skirt(width * 0.8, 0.6, reach=0.4, dark=0.35),
    ]


def meeting(width: float, depth: float) -> Shape:
    """Rooms in a row behind glass: a table, a screen, light, and their name over the front."""
    count = max(1, round(width / 5))
    wide = width / count
    front, color = depth / 2, TINTS["meeting"]
    pieces: Shape = [
        *back_wall(width, 3.0, -depth / 2 + 0.1, color),
        grid((-width / 2, 0.012, front), (width, 0, 0), (0, 0, -depth), 6, 4, "carpet", mix(color, "#C9CFCB", 0.55)),
        box((width, 0.1, depth), (0, 2.6, 0), "satin", PAPER, base=True),
        box((width + 0.04, 0.56, 0.12), (0, 2.56, front), "satin", color, base=True),
        skirt(width, depth, reach=0.3, dark=0.35),
    ]
    for i in range(count + 1):
        pieces.append(box((0.08, 2.6, depth), (-width / 2 + i * wide, 0, 0), "satin", LAMINATE, base=True))
    for middle in _spread(width, count):
        pieces += _meeting_room(middle, wide, depth)
    return pieces


def _meeting_room(x: float, width: float, depth: float) -> Shape:
    """One of them: glass beside an open door, a table on two panels, a screen on the back wall, a lit line above."""
    front, back, long, deep = depth / 2, -depth / 2 + 0.24, width * 0.52, depth * 0.26
    left, right = x - width / 2 + 0.04, x + width / 2 - 1.0
    glass = quad([(left, 0, front), (right, 0, front), (right, 2.56, front), (left, 2.56, front)], "glass")
    mullions = [
        box((0.06, 2.56, 0.08), (at, 0, front), "metal", GRAPHITE, base=True)
        for at in (left, (left + right) / 2, right)
    ]
    legs = [
        box((0.06, 0.72, deep * 0.8), (x + side * long * 0.4, 0.012, 0), "satin", GRAPHITE, base=True)
        for side in (-1, 1)
    ]
    screen = [
        box((1.7, 0.98, 0.05), (x, 1.1, back), "matte", BLACK, base=True),
        rect(x - 0.81, 1.14, 1.62, 0.9, back + 0.028, "glow", mix(TINTS["meeting"], PAPER, 0.25)),
    ]
    light = box((long, 0.05, 0.12), (x, 2.5, 0), "glow", "#FFF4DF", base=True)
    top = bevel_box((long, 0.05, deep), (x, 0.73, 0), "timber", OAK, bevel=0.012, base=True)
    return [glass, *mullions, *legs, top, *screen, light]


def service(width: float, depth: float) -> Shape:
    """A closed technical room."""
    return [*closed_room(width, depth, TINTS["service"]), *_doorway(0, depth / 2, STEEL)]


def block_far(width: float, depth: float, high: float, color: Color) -> Shape:
    """A white block with a coloured crown."""
    return [
        box((width, high, depth), (0, 0, 0), "satin", LAMINATE, base=True, skip="-y"),
        box((width + 0.04, 0.8, depth + 0.04), (0, high - 0.8, 0), "satin", color, base=True, skip="-y +y"),
    ]


def _spread(width: float, count: int) -> list[float]:
    return [-width / 2 + (i + 0.5) * width / count for i in range(count)]


def seating(kind: str, width: float, depth: float) -> tuple[Furnishing, ...]:
    """The shared furniture of a service point."""
    items: list[Furnishing] = []
    if kind == "cafe":
        for i, x in enumerate(_spread(width * 0.86, max(2, round(width / 2.6)))):
            for j, z in enumerate((depth * 0.08, depth * 0.34)):
                items.append(Furnishing("table", x + 0.3 * (j % 2), z, 0.0, i))
                items += [
                    Furnishing(
                        "chair", x + 0.3 * (j % 2) + 0.62 * math.sin(t), z + 0.62 * math.cos(t), t + math.pi, i + j
                    )
                    for t in (i + j * 0.7, i + j * 0.7 + math.tau / 3, i + j * 0.7 + 2 * math.tau / 3)
                ]
    elif kind == "lounge":
        for i, x in enumerate(_spread(width * 0.9, max(2, round(width / 4)))):
            items += [
                Furnishing("sofa", x, -depth * 0.2, 0.0, i),
                Furnishing("sofa", x, depth * 0.28, math.pi, i),
                Furnishing("table", x, depth * 0.04, 0.0, i),
            ]
            items.append(Furnishing("plant", x + 1.4, -depth * 0.3, 0.0, i))
    elif kind == "meeting":
        items += _chairs_of_meetings(width, depth)
    elif kind in ("registration", "cloakroom"):
        items += [Furnishing("plant", side * (width / 2 - 0.1), depth * 0.36, 0.0, 1) for side in (-1, 1)]
    elif kind == "charging":
        items += [Furnishing("stool", x, 0.55, math.pi, 1) for x in _spread(width * 0.7, max(2, round(width / 1.2)))]
    return tuple(items)


def _chairs_of_meetings(width: float, depth: float) -> list[Furnishing]:
    """Three on each long side of the tables, and a plant in a corner of each room."""
    rooms = _spread(width, max(1, round(width / 5)))
    wide = width / len(rooms)
    sides = ((depth * 0.13 + 0.34, math.pi), (-depth * 0.13 - 0.34, 0.0))
    chairs = [
        Furnishing("chair", x + step, z, turn, i)
        for x in rooms
        for i, step in enumerate(_spread(wide * 0.5, 3))
        for z, turn in sides
    ]
    return [*chairs, *(Furnishing("plant", x - wide / 2 + 0.5, -depth / 2 + 0.6, 0.0, 1) for x in rooms)]
