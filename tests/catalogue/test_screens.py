"""Where screens are found on models, and which way they look."""

from __future__ import annotations

import math

import pytest

from hallwright.catalogue.rig import Part
from hallwright.catalogue.screens import screens_of
from hallwright.geometry.shapes import box, quad, transform

PANE = quad([(-1, 0, 0), (1, 0, 0), (1, 1, 0), (-1, 1, 0)], "glow", "#0B2233")


def test_a_pane_is_found_where_it_is() -> None:
    (screen,) = screens_of({"frame": Part([box((3, 3, 3))]), "screen": Part([transform(PANE, (2, 1, 0.5))])})
    assert (screen.part, screen.at, screen.size) == ("screen", (2.0, 1.5, 0.5), (2.0, 1.0))
    assert (screen.yaw, screen.pitch) == (0.0, 0.0)


@pytest.mark.parametrize(("yaw", "pitch"), [(0.4, 0.0), (-0.7, 0.0), (0.0, -0.3), (0.5, -0.3), (-0.2, 0.25)])
def test_it_looks_the_way_it_was_turned(yaw: float, pitch: float) -> None:
    turned = transform(transform(PANE, (0, -0.5, 0), pitch=pitch), (0, 2, 0), yaw=yaw)
    (screen,) = screens_of({"screen-1": Part([turned])})
    assert screen.size == pytest.approx((2.0, 1.0), abs=1e-3)
    assert screen.yaw == pytest.approx(yaw, abs=1e-3)
    level = math.cos(screen.pitch)
    out = (math.sin(screen.yaw) * level, math.sin(screen.pitch), math.cos(screen.yaw) * level)
    assert out == pytest.approx(tuple(turned.normals[0]), abs=1e-3)


def test_a_bezel_does_not_count_and_a_box_has_a_front() -> None:
    bezel = box((2.4, 1.4, 0.1), (0, 0.5, -0.06), "matte")
    (screen,) = screens_of({"screen-left": Part([bezel, PANE])})
    assert screen.size == (2.0, 1.0)
    (plain,) = screens_of({"screen": Part([box((2, 1, 0.04), (0, 1, 0), "matte")])})
    assert (plain.size, plain.at) == ((2.0, 1.0), (0.0, 1.0, 0.02))


def test_what_is_no_screen_is_left_alone() -> None:
    parts = {"screens": Part([PANE]), "screening": Part([PANE]), "screen": Part([box((1, 1, 1), (0, 0, 0), "glow")])}
    assert list(screens_of(parts)) == []
    assert list(screens_of({"screen": Part([transform(PANE, pitch=-math.pi / 2)]), "screen-2": Part()})) == []
