"""Plain forms by simplification: what is seen of a model from afar when nobody has drawn it.

Few triangles, matte but for what glows and what is glass, each in the colours that are where it is. Pieces too small
to be part of the outline go first, since collapsing edges cannot take a piece away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hallwright.geometry.mending import creased, pieces_over, recoloured, reduced
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.transforms import bounds, merge, painted, weld

MOST = 2_000
# Seen as themselves from afar; all else is matte.
OWN = ("glow", "glass")
# Pieces smaller than this share of the whole are not seen from afar.
LEAST_PIECE = 0.06


def plain_form(parts: Sequence[Primitive], most: int = MOST) -> list[Primitive]:
    """At most ``most`` triangles in the outline of ``parts``; their light and colours are in the vertices."""
    low, high = bounds(parts)
    least = LEAST_PIECE * float((high - low).max())
    kinds = merge(painted(part, part.material if part.material in OWN else "matte") for part in parts)
    large = [slim for kind in kinds for slim in pieces_over(kind, least)]
    total = sum(len(part.indices) for part in large)
    room = most - 12 * len(large)
    return [plain(part, 12 + room * len(part.indices) // max(1, total)) for part in large]


def plain(part: Primitive, most: int) -> Primitive:
    """One primitive with at most ``most`` triangles, each in the colours that are where it is."""
    if len(part.indices) <= most:
        return replace(part, uvs=None)
    return weld(recoloured(creased(reduced(part, most)), part))
