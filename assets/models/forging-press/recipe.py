"""A four-column die forging press at work: crown, crosshead, dies and a glowing billet, 9.2 m tall."""

from __future__ import annotations

from hallwright.catalogue.rig import Part, Rig
from hallwright.geometry.lofting import bars
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import bevel_box, box, cylinder, lathe, transform

BLUE, DEEP, STEEL, DARK, YELLOW, HOT = "#2F6FA6", "#234F78", "#C3C9CD", "#2B3035", "#F2B705", "#FF7A1E"
COLUMNS = tuple((x, z) for x in (-2.3, 2.3) for z in (-1.25, 1.25))


def build() -> Rig:
    """Named parts, from the floor up."""
    return Rig(
        {
            "base": Part(_base()),
            "columns": Part(_columns()),
            "dies": Part(_dies()),
            "billet": Part(_billet()),
            "crosshead": Part(_crosshead()),
            "crown": Part(_crown()),
            "platforms": Part(_platforms()),
        }
    )


def far() -> list[Primitive]:
    """Blocks, columns and the glow."""
    return [
        box((6.4, 1.3, 4.2), (0, 0, 0), "matte", DEEP, base=True),
        box((6.4, 1.7, 3.9), (0, 6.5, 0), "matte", BLUE, base=True),
        box((5.6, 1.5, 3.1), (0, 3.6, 0), "matte", BLUE, base=True),
        *[cylinder(0.36, 8.4, (x, 0.5, z), "matte", STEEL, segments=8, base=True) for x, z in COLUMNS],
        *[cylinder(0.5, 1.0, (x, 8.2, 0), "matte", STEEL, segments=8, base=True) for x in (-1.4, 0, 1.4)],
        box((2.2, 0.6, 1.5), (0, 1.3, 0), "matte", DARK, base=True),
        box((1.5, 0.34, 0.9), (0, 1.9, 0), "glow", HOT, base=True),
        box((2.4, 0.8, 1.7), (0, 2.8, 0), "matte", DARK, base=True),
    ]


def _block(width: float, height: float, depth: float, y: float, color: str) -> list[Primitive]:
    """A cast beam: a bevelled body with ribs on its long faces and a plate along each edge."""
    body = bevel_box((width, height, depth), (0, y, 0), "paint", color, bevel=0.12, base=True)
    ribs = [
        bevel_box(
            (0.14, height * 0.72, 0.16), (x, y + height / 2, side * (depth / 2 + 0.04)), "paint", color, bevel=0.03
        )
        for side in (-1, 1)
        for x in (-width * 0.32, -width * 0.16, 0, width * 0.16, width * 0.32)
    ]
    lips = [
        bevel_box(
            (width * 0.86, 0.14, 0.2), (0, y + part * height, side * (depth / 2 + 0.05)), "paint", color, bevel=0.03
        )
        for side in (-1, 1)
        for part in (0.12, 0.88)
    ]
    return [body, *ribs, *lips]


def _base() -> list[Primitive]:
    foot = bevel_box((7.2, 0.28, 5.0), (0, 0, 0), "matte", "#565F66", bevel=0.05, base=True)
    table = bevel_box((3.6, 0.2, 2.6), (0, 1.42, 0), "metal", "#8E969B", bevel=0.03, base=True)
    hazard = [
        box((0.3, 0.012, 0.16), (-3.3 + 0.6 * place, 0.286, side * 2.36), "matte", YELLOW)
        for place in range(12)
        for side in (-1, 1)
    ]
    return [foot, *_block(6.4, 1.2, 4.0, 0.25, DEEP), table, *hazard]


def _columns() -> list[Primitive]:
    """Polished columns with nuts above the crown and collars at the base."""
    parts = []
    for x, z in COLUMNS:
        parts += [
            cylinder(0.36, 7.6, (x, 1.2, z), "metal", STEEL, segments=24, base=True, caps=False),
            cylinder(0.52, 0.34, (x, 1.42, z), "metal", "#8E969B", segments=24, base=True, top_radius=0.46),
            cylinder(0.56, 0.5, (x, 8.22, z), "metal", "#8E969B", segments=6, base=True),
            cylinder(0.36, 0.25, (x, 8.72, z), "metal", STEEL, segments=20, base=True, top_radius=0.3),
        ]
    return parts


def _dies() -> list[Primitive]:
    lower = [bevel_box((2.5, 0.36, 1.7), (0, 1.62, 0), "metal", "#5A6167", bevel=0.05, base=True)]
    upper = [
        bevel_box((2.5, 0.5, 1.7), (0, 2.86, 0), "metal", "#5A6167", bevel=0.05, base=True),
        bevel_box((1.9, 0.26, 1.2), (0, 2.62, 0), "metal", "#4A5157", bevel=0.05, base=True),
    ]
    return lower + upper


def _billet() -> list[Primitive]:
    """Hot steel: brightest at its heart, a light of its own on the die below."""
    heart = bevel_box((1.6, 0.34, 0.9), (0, 1.99, 0), "glow", "#FFB347", bevel=0.12, base=True)
    skin = bevel_box((1.74, 0.2, 1.04), (0, 2.0, 0), "glow", HOT, bevel=0.08, base=True)
    scale = [
        box((0.2, 0.02, 0.14), (x, 2.335, z), "glow", "#D9480F") for x, z in ((-0.5, 0.2), (0.1, -0.25), (0.55, 0.12))
    ]
    bed = bevel_box((2.1, 0.02, 1.36), (0, 1.975, 0), "glow", "#A8330C", bevel=0.008, base=True)
    return [heart, skin, *scale, bed]


def _crosshead() -> list[Primitive]:
    sleeves = [cylinder(0.54, 1.9, (x, 3.3, z), "paint", BLUE, segments=24, base=True) for x, z in COLUMNS]
    bushes = [
        cylinder(0.47, 0.12, (x, y, z), "metal", "#B98B4E", segments=20, base=True)
        for x, z in COLUMNS
        for y in (3.2, 5.18)
    ]
    stripe = [box((5.0, 0.16, 0.012), (0, 3.52, side * 1.61), "matte", YELLOW) for side in (-1, 1)]
    return [*_block(5.6, 1.5, 3.1, 3.36, BLUE), *sleeves, *bushes, *stripe]


def _crown() -> list[Primitive]:
    """The fixed beam with five main cylinders above and their bright rams below."""
    rams, heads = [], []
    for x, z in ((-1.5, 0.0), (0.0, 0.0), (1.5, 0.0), (-0.75, 0.95), (0.75, 0.95), (-0.75, -0.95), (0.75, -0.95)):
        rams.append(cylinder(0.3, 1.75, (x, 4.8, z), "metal", "#E3E7EA", segments=20, base=True, caps=False))
        heads.append(
            lathe([(0.46, 8.2), (0.46, 8.85), (0.38, 9.05), (0.2, 9.1), (0.2, 9.2), (0.0, 9.2)], 20, "metal", STEEL)
        )
        heads[-1] = transform(heads[-1], (x * 0.94, 0, z))
    pipes = bars(
        [[(-1.5, 8.95, z), (1.5, 8.95, z)] for z in (-0.4, 0.4)]
        + [[(x, 8.95, -1.3), (x, 8.95, 1.3)] for x in (-0.4, 0.4)],
        0.07,
        "paint",
        "#B3202C",
        sides=8,
    )
    name = bevel_box((3.2, 0.62, 0.06), (0, 7.35, 2.08), "satin", "#F2F4F5", bevel=0.02)
    mark = [box((0.5, 0.1, 0.02), (x, 7.35, 2.115), "matte", DEEP) for x in (-1.0, -0.35, 0.3, 0.95)]
    return [*_block(6.4, 1.75, 3.9, 6.48, BLUE), *rams, *heads, pipes, name, *mark]


def _platforms() -> list[Primitive]:
    """A gallery on each side at mid height with rails, a stair up to it, and the operator's desk."""
    parts: list[Primitive] = []
    for side in (-1, 1):
        parts.append(box((0.75, 0.06, 3.6), (side * 3.25, 5.9, 0), "matte", "#7C858B"))
        rails = [[(side * 3.6, y, -1.8), (side * 3.6, y, 1.8)] for y in (6.4, 6.9)]
        posts = [[(side * 3.6, 5.9, z), (side * 3.6, 6.9, z)] for z in (-1.8, -0.9, 0, 0.9, 1.8)]
        struts = [[(side * 2.9, 5.0, z), (side * 3.5, 5.88, z)] for z in (-1.5, 1.5)]
        parts.append(bars(rails + posts + struts, 0.03, "paint", YELLOW))
    ladder = [[(3.42, 0.3, z), (3.42, 5.9, z)] for z in (1.05, 1.45)]
    ladder += [[(3.42, y / 10, 1.05), (3.42, y / 10, 1.45)] for y in range(6, 60, 4)]
    desk = [
        bevel_box((0.9, 1.0, 0.5), (-2.6, 0.28, 2.2), "satin", "#E9ECEE", bevel=0.04, base=True),
        transform(bevel_box((0.8, 0.5, 0.06), (0, 0, 0), "satin", DARK, bevel=0.01), (-2.6, 1.46, 2.18), pitch=-0.5),
        transform(box((0.7, 0.4, 0.01), (0, 0, 0.034), "glow", "#3FA7D6"), (-2.6, 1.46, 2.18), pitch=-0.5),
    ]
    return [*parts, bars(ladder, 0.026, "paint", YELLOW), *desk]
