"""What lights an area: the environment the viewer is told, by the area's kind and the time of day."""

from __future__ import annotations

from hallwright.layout.model import Area
from hallwright.scene.graph import Environment

_HALL = Environment("hall", 1.0, "#E6EBEE", 70.0, 300.0, None)
_DAY = Environment("day", 1.0, "#D7E5EE", 120.0, 620.0, (-0.46, 0.72, 0.52))
_DUSK = Environment("dusk", 0.85, "#8288A8", 110.0, 560.0, (-0.86, 0.18, -0.48))


TIMES: dict[str, Environment] = {"day": _DAY, "dusk": _DUSK}
"""What visitors may choose under an open sky."""


def environment_of(area: Area) -> Environment:
    """Sky, exposure, fog and sun of an area. ``sun`` points from the ground to the sun (scene frame)."""
    if area.kind == "hall":
        return _HALL
    return _DUSK if area.time == "dusk" else _DAY
