"""Ground is cut by cell without gap or overlap, and stays below feet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import numpy as np
import pytest

from hallwright.geometry.polygons import area_of
from hallwright.geometry.trimming import quads_of, rounded
from hallwright.layout.model import FeatureKind
from hallwright.scene.builders import features
from hallwright.scene.graph import Part
from hallwright.scene.pieces.ground import BASE, LEVELS, PAVED
from hallwright.scene.planning import Setting
from tests.scene.outdoors import BENT, WAY, feature, grounds
from tests.scene.sample import venue

BASIC = {
    "lawn": "grass", "meadow": "grass", "field": "grass", "path": "paving", "road": "asphalt", "runway": "asphalt",
    "plaza": "paving", "deck": "timber", "water": "water", "bed": "matte",
}  # fmt: skip


def planned(kind: FeatureKind) -> list[Part]:
    area = grounds(features=(feature(kind),), structures=(), props=())
    return list(features.plan(Setting(venue(area), area, None)))


def at_level(parts: list[Part], kind: FeatureKind) -> Iterator[tuple[Part, np.ndarray]]:
    """(part, corners (n, 3, 3)) of the triangles that lie at the kind's own level."""
    for one in parts:
        for node in features.make(one).nodes:
            if node.mesh.key.startswith("feature/"):
                for primitive in node.mesh.primitives:
                    corners = primitive.positions[primitive.indices]
                    own = np.abs(corners[:, :, 1] - LEVELS[kind]).max(axis=1) < 1e-4
                    yield one, corners[own]


@pytest.mark.parametrize("kind", get_args(FeatureKind))
def test_pieces_add_up_to_the_whole(kind: FeatureKind) -> None:
    found = 0.0
    for _, corners in at_level(planned(kind), kind):
        across = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
        assert np.all(across[:, 1] > -1e-6), "everything looks up"
        found += float(across[:, 1].sum() / 2)
    if kind in ("road", "path"):
        wanted = sum(area_of(quad) for quad in quads_of(rounded(WAY), 6.0))
    else:
        wanted = 1800.0 if kind == "runway" else abs(area_of(BENT))
    assert found == pytest.approx(wanted, rel=2e-3)


@pytest.mark.parametrize("kind", get_args(FeatureKind))
def test_a_piece_stays_in_its_cell(kind: FeatureKind) -> None:
    for one in planned(kind):
        piece = one.subject
        assert isinstance(piece, features.Piece)
        x0, y0, x1, y1 = piece.rectangle
        for node in features.make(one).nodes:
            if node.mesh.key.startswith("feature/"):
                for primitive in node.mesh.primitives:
                    x, z = primitive.positions[:, 0], -primitive.positions[:, 2]
                    assert x.min() >= x0 - 1e-3
                    assert x.max() <= x1 + 1e-3
                    assert z.min() >= y0 - 1e-3
                    assert z.max() <= y1 + 1e-3
            else:
                assert x0 - 0.01 <= node.translation[0] <= x1 + 0.01
                assert y0 - 0.01 <= -node.translation[2] <= y1 + 0.01


def test_levels_are_apart_and_under_foot() -> None:
    assert max(LEVELS.values()) < 0.0
    assert min(LEVELS.values()) > max(PAVED, *BASE.values())


def test_pieces_are_keyed_by_what_they_hold() -> None:
    first, again = planned("water"), planned("water")
    assert [one.key for one in first] == [one.key for one in again]
    assert len({one.key for one in first}) == len(first)


def test_a_runway_carries_its_figures_and_a_field_its_pads() -> None:
    for kind in ("runway", "field"):
        marks = [
            primitive
            for one in planned(kind)
            for node in features.make(one).nodes
            for primitive in node.mesh.primitives
            if primitive.material == "matte"
        ]
        assert sum(len(mark.indices) for mark in marks) > 60


def test_nothing_grows_through_what_lies_over_it() -> None:
    deck = feature("deck", polygon=((5.0, 5.0), (50.0, 5.0), (50.0, 90.0), (5.0, 90.0)))
    for kind in ("water", "meadow", "bed"):
        area = grounds(features=(feature(kind), deck), structures=(), props=())
        grown = [
            node.translation[0]
            for one in features.plan(Setting(venue(area), area, None))
            for node in features.make(one).nodes
            if one.id.startswith(kind) and not node.mesh.key.startswith("feature/")
        ]
        assert grown
        assert all(x >= 50.0 for x in grown) == (LEVELS["deck"] > LEVELS[kind])
