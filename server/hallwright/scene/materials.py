"""The few surfaces that everything is made of.

Colour lives in the vertices: opaque materials are white, so that parts of one material merge into one
draw whatever their colours, and ``far_of`` may swap a material for a plainer one without repainting.
The viewer adds fine grain (concrete, carpet, timber, asphalt, grass, water) by these names.
"""

from __future__ import annotations

from hallwright.scene.graph import Material

WHITE = (1.0, 1.0, 1.0, 1.0)

_ALL = (
    # Matte paint, laminate, plastic, fabric, rubber, leaves: most things.
    Material("matte", WHITE, roughness=0.82),
    # White laminate, lacquer, ceramic, porcelain: catches the light strips softly.
    Material("satin", WHITE, roughness=0.38),
    # Brushed aluminium, steel, copper, gold: the colour says which.
    Material("metal", WHITE, metallic=1.0, roughness=0.34),
    # Automotive paint.
    Material("paint", WHITE, metallic=0.15, roughness=0.22),
    Material("timber", WHITE, roughness=0.62),
    Material("fabric", WHITE, roughness=0.95, double_sided=True),
    Material("concrete", WHITE, roughness=0.36),
    Material("carpet", WHITE, roughness=1.0),
    Material("asphalt", WHITE, roughness=0.92),
    Material("paving", WHITE, roughness=0.8),
    Material("grass", WHITE, roughness=1.0),
    Material("foliage", WHITE, roughness=0.9, double_sided=True),
    Material("water", (0.20, 0.34, 0.36, 0.86), roughness=0.06, alpha="blend"),
    Material("glass", (0.78, 0.88, 0.90, 0.26), roughness=0.05, alpha="blend", double_sided=True),
    # Lamps, light strips, screens without text, hot steel: shown in their own colour, unlit.
    Material("glow", WHITE, roughness=1.0, unlit=True),
    # Contact shadows: black, the vertices' alpha says how dark.
    Material("shadow", (0.02, 0.025, 0.03, 1.0), roughness=1.0, alpha="blend", unlit=True),
    # Pools of lamp light on floors: the vertices' colour and alpha say how warm and how strong.
    Material("light", WHITE, roughness=1.0, alpha="blend", unlit=True),
    # What lamps outdoors light in the evening; not shown by day.
    Material("lamplight", WHITE, roughness=1.0, alpha="blend", unlit=True),
    # Panels of text, drawn in the cell's atlas; ``screens`` shine by themselves.
    Material("signs", WHITE, roughness=0.7, atlas=True),
    Material("screens", WHITE, roughness=1.0, unlit=True, atlas=True),
)

MATERIALS: dict[str, Material] = {material.name: material for material in _ALL}
"""Every material by name."""

_PLAIN = {"satin", "metal", "paint", "timber", "fabric", "carpet", "foliage", "asphalt", "paving", "grass"}


def far_of(material: str) -> str:
    """The material that stands for this one in the far detail, where fewer draws matter more."""
    return "matte" if material in _PLAIN else material


# Colours that recur. Base 80 %: white, graphite, daylight.
PAPER = "#F4F5F3"
LAMINATE = "#EDEFEE"
SHADE = "#C9CED0"
ALUMINIUM = "#C6CBCE"
STEEL = "#8C959B"
GRAPHITE = "#343A40"
BLACK = "#1B1E21"
CONCRETE = "#B9BCBA"
OAK = "#C29B6C"
WALNUT = "#7A563A"
LEAF = "#4F8A45"
WARM = "#FFE2B8"
DAYLIGHT = "#F3F8FF"
SCREEN = "#14304A"
LIVE = "#FFB000"
ROUTE = LIVE
EXIT_GREEN = "#0C8A4D"
FIRE_RED = "#C8261C"
SAFETY_YELLOW = "#E8B90F"
