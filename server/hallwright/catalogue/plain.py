"""Plain forms by simplification: what is seen of a model from afar when nobody has drawn it.

Few triangles, matte but for what glows and what is glass, each in the colours that are where it is. Collapsing edges
cannot take a piece away, and a machine has thousands: those of which little is seen go first, and the others share
the triangles by how much of them is seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from hallwright.geometry.mending import creased, recoloured, reduced
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.pieces import pieces, seen
from hallwright.geometry.transforms import merge, painted, weld

MOST = 2_000
# Seen as themselves from afar; all else is matte.
OWN = ("glow", "glass")
# A piece is worth at least this many triangles, or none; and none when it is less than this share of what is seen.
LEAST = 12
LEAST_SEEN = 0.002


def plain_form(parts: Sequence[Primitive], most: int = MOST) -> list[Primitive]:
    """At most ``most`` triangles in the outline of ``parts``; their light and colours are in the vertices."""
    kinds = merge(painted(part, part.material if part.material in OWN else "matte") for part in parts)
    found = [piece for kind in kinds for piece in pieces(kind)]
    sight = seen(found)
    ranked = np.argsort(-sight, kind="stable")[: most // (2 * LEAST)].tolist()
    best = [place for place in ranked if sight[place] > LEAST_SEEN * sight.sum()]
    room = _shared([len(found[place].indices) for place in best], np.sqrt(sight[best]), most)
    slim = merge(_fewer(found[place], count) for place, count in zip(best, room, strict=True))
    return [weld(recoloured(creased(part), _of(kinds, part.material))) for part in slim]


def plain(part: Primitive, most: int) -> Primitive:
    """One primitive with at most ``most`` triangles, each in the colours that are where it is."""
    if len(part.indices) <= most:
        return replace(part, uvs=None)
    return weld(recoloured(creased(reduced(part, most)), part))


def _shared(counts: Sequence[int], weights: np.ndarray, most: int) -> list[int]:
    """How many of its triangles each piece may keep: by weight, none more than it has, ``most`` in all."""
    room = np.zeros(len(counts))
    open_ = np.ones(len(counts), bool)
    own = np.asarray(counts, float)
    while open_.any():
        left = most - room[~open_].sum() - LEAST * open_.sum()
        room[open_] = LEAST + max(0.0, left) * weights[open_] / weights[open_].sum()
        full = open_ & (room >= own)
        if not full.any():
            break
        room[full] = own[full]
        open_ &= ~full
    return [int(value) for value in room]


def _fewer(piece: Primitive, most: int) -> Primitive:
    return piece if len(piece.indices) <= most else reduced(piece, most)


def _of(kinds: Sequence[Primitive], material: str) -> Primitive:
    return next(kind for kind in kinds if kind.material == material)
