"""Rigs: what the makers make, what is refused, and what the shelf keeps of them."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from hallwright.catalogue.measuring import measure
from hallwright.catalogue.pantry import Pantry
from hallwright.catalogue.plain import MOST, plain_form
from hallwright.catalogue.recipe import Dish, cook
from hallwright.catalogue.rig import (
    LARGEST_STEP,
    Motion,
    Part,
    Rig,
    Track,
    appear,
    flicker,
    grow,
    posed,
    pulse,
    slide,
    spin,
    swing,
)
from hallwright.catalogue.rig_faults import rig_faults
from hallwright.geometry.gearing import around
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.pieces import pieces, seen
from hallwright.geometry.shapes import bounds, box, lathe, merge, sphere, triangle_count, tube

CRATE = {"body": Part([box((1, 1, 1), (0, 0.5, 0))]), "lid": Part([box((1, 0.1, 1), (0, 1.05, 0))], "body")}


def moving(*tracks: Track, name: str = "run", loop: bool = False) -> Rig:
    return Rig(CRATE, (Motion(name, tracks, loop),))


def at(track: Track, second: float) -> np.ndarray:
    values = np.asarray(track.values)
    return np.array([np.interp(second, track.times, column) for column in values.T])


def test_a_spin_turns_all_the_way_in_safe_steps() -> None:
    track = spin("lid", (0, 2, 0), -3, 6.0)
    assert track.values[-1] == pytest.approx((0, -6 * math.pi, 0))
    assert np.linalg.norm(np.diff(track.values, axis=0), axis=1).max() <= LARGEST_STEP + 1e-9
    assert spin("lid", (0, 1, 0), 1, 2.0, start=1.0).times[:2] == (0.0, 1.0)
    assert not list(rig_faults(moving(track)))


def test_smooth_moves_ease_and_hold() -> None:
    track = slide("lid", [(1, (0, 0, 0)), (3, (0, 2, 0)), (4, (0, 2, 0))])
    assert track.times[0] == 0
    assert track.times[-1] == 4
    assert at(track, 0.5) == pytest.approx((0, 0, 0))
    assert at(track, 2.0) == pytest.approx((0, 1, 0))
    assert at(track, 1.25)[1] < 0.25 * 0.5
    assert at(track, 3.5) == pytest.approx((0, 2, 0))
    turned = swing("lid", (1, 0, 0), [(0, 0), (2, 3 * math.pi)])
    assert not list(rig_faults(moving(turned))), "wide swings are cut into safe steps"


def test_hidden_things_come_and_go() -> None:
    flame = appear("lid", 1, 3, fade=0.5)
    assert [at(flame, second)[0] for second in (0, 1, 1.5, 2.5, 3)] == pytest.approx([0, 0, 1, 1, 0])
    assert at(appear("lid", 1), 9)[0] == 1
    lamp = flicker("lid", 4, [(1, 2), (3, 3.5)])
    assert dict(zip(lamp.times, (value[0] for value in lamp.values), strict=True)) == {
        0: 0, 1: 1, 2: 0, 3: 1, 3.5: 0, 4: 0,
    }
    assert lamp.easing == "step"
    beat = pulse("lid", 4, 2, low=0.5)
    assert [at(beat, second)[1] for second in (0, 1, 2, 3, 4)] == pytest.approx([0.5, 1, 0.5, 1, 0.5])
    assert not list(rig_faults(moving(flame))) + list(rig_faults(moving(lamp))) + list(rig_faults(moving(beat)))
    assert Motion("run", (flame, beat)).duration == 4


@pytest.mark.parametrize(
    ("rig", "said"),
    [
        (Rig({"a": Part([box((1, 1, 1))], hidden=True)}), "no part has triangles at rest"),
        (Rig({**CRATE, "Lid!": CRATE["lid"]}), "part 'Lid!': must be called by small letters"),
        (Rig({**CRATE, "lid": replace(CRATE["lid"], parent="bodi")}), "hangs from 'bodi', which is no part"),
        (Rig({**CRATE, "body": replace(CRATE["body"], parent="lid")}), "hangs from itself"),
        (Rig({**CRATE, "lid": replace(CRATE["lid"], pivot=(0, math.nan, 0))}), "its pivot must be three numbers"),
        (Rig({**CRATE, "lid": replace(CRATE["lid"], hidden=True)}, skin=True), "hidden, which a skin cannot do"),
        (Rig({f"p{k}": CRATE["body"] for k in range(65)}), "65 parts, more than 64"),
        (moving(), "has no tracks"),
        (moving(spin("lid", (0, 1, 0), 1, 1), name="explode"), "not 'explode'"),
        (moving(spin("led", (0, 1, 0), 1, 1)), "rotation of 'led': there is no such part"),
        (moving(*[spin("lid", (0, 1, 0), 1, 1)] * 2), "2 tracks for the rotation of 'lid'"),
        (moving(Track("lid", "rotation", (0, 1), [(0, 0, 0), (0, 3, 0)])), "turns 172° between two keys"),
        (moving(Track("lid", "translation", (0, 1, 1), [(0, 0, 0)] * 3)), "times must ascend from 0"),
        (moving(Track("lid", "translation", (1, 2), [(0, 0, 0)] * 2)), "times must ascend from 0"),
        (moving(Track("lid", "translation", (0, 1), [(0, 0)] * 2)), "three numbers for each"),
        (moving(Track("lid", "scale", (0, 1), [(1, 1, 1), (-1, 1, 1)])), "factors must not be negative"),
        (moving(Track("lid", "weights", (0, 1), [(0, 0, 0)] * 2)), "must be one of translation"),  # type: ignore[arg-type]
        (Rig(CRATE, (Motion("run", (spin("lid", (0, 1, 0), 1, 1),)),) * 2), "two motions 'run'"),
    ],
)
def test_a_rig_that_cannot_work_is_refused(rig: Rig, said: str) -> None:
    assert said in "\n".join(rig_faults(rig))


def test_the_pantry_keeps_a_rig_as_it_is(tmp_path: Path) -> None:
    parts = {
        **CRATE,
        "flame": Part([box((0.1, 0.1, 0.1), (0, 2, 0), "glow", "#ffaa00")], "lid", (0, 2, 0), (0, 1, 0), hidden=True),
        "bare": Part((), "lid", cut=True, shades=False),
    }
    motions = (Motion("run", (appear("flame", 1, 2),)), Motion("idle", (grow("body", [(0, 1), (1, 1.1)]),), loop=True))
    rig = Rig(parts, motions)
    pantry = Pantry(tmp_path)
    pantry.keep("crate", "1", Dish(rig, (box((1, 1, 1)),), measure(posed(rig))))
    kept = pantry.find("crate", "1")
    assert kept is not None
    assert list(kept.rig.parts) == list(parts)
    for name, part in parts.items():
        again = kept.rig.parts[name]
        assert [again.parent, *again.pivot, *again.apart] == [part.parent, *part.pivot, *part.apart]
        assert (again.cut, again.hidden, again.shades) == (part.cut, part.hidden, part.shades)
        assert len(again.primitives) == len(part.primitives)
    for before, after in zip(motions, kept.rig.motions, strict=True):
        assert (before.name, before.loop, before.duration) == (after.name, after.loop, after.duration)
        for ours, theirs in zip(before.tracks, after.tracks, strict=True):
            assert (ours.part, ours.path, ours.easing) == (theirs.part, theirs.path, theirs.easing)
            assert np.array_equal(ours.times, theirs.times)
            assert np.array_equal(ours.values, theirs.values)
    assert triangle_count(kept.far) == 12
    assert kept.measures == measure(posed(rig))


SHADING = """\
from hallwright.catalogue.rig import Part, Rig
from hallwright.geometry.shapes import box


def build():
    can = Part([box((0.9, 0.9, 0.9), (0, 1, 0), "matte", "#ffffff")], {how})
    return Rig({{"core": Part([box((0.5, 0.5, 0.5), (0, 1, 0), "matte", "#ffffff")]), "can": can}})
"""


@pytest.mark.parametrize(("how", "dark"), [("cut=False", True), ("cut=True", False), ("shades=False", False)])
def test_covers_that_open_leave_no_shade_inside(tmp_path: Path, how: str, dark: bool) -> None:
    path = tmp_path / "crate" / "recipe.py"
    path.parent.mkdir()
    path.write_text(SHADING.format(how=how))
    (core,) = cook(path).rig.parts["core"].primitives
    assert core.colors is not None
    assert (float(core.colors[:, :3].mean()) < 0.7) == dark


def outline_of(parts: list[Primitive], axis: int, low: np.ndarray, step: float) -> set[tuple[int, int]]:
    """The squares that the triangles cover, seen along an axis."""
    shares = np.array([(u, v) for u in np.linspace(0, 1, 12) for v in np.linspace(0, 1, 12) if u + v <= 1.001])
    found: set[tuple[int, int]] = set()
    for part in parts:
        a, b, c = (part.positions[part.indices[:, corner]] for corner in range(3))
        points = a[:, None] + (b - a)[:, None] * shares[None, :, :1] + (c - a)[:, None] * shares[None, :, 1:]
        flat = np.delete(points.reshape(-1, 3), axis, 1) - np.delete(low, axis)
        squares = np.unique(np.floor(flat / step).astype(int) @ [1000, 1])
        found |= {(int(square // 1000), int(square % 1000)) for square in squares}
    return found


def press() -> list[Primitive]:
    """A machine of hundreds of pieces: a base, a ring, columns, rods, bolts, and a core that nobody sees."""
    studs = around([box((0.05, 0.05, 0.05), (0, 0.52, 1.9)), box((0.05, 0.05, 0.05), (0, 3.02, 1.2))], 150)
    return [
        lathe([(2, 0), (2, 0.5), (1.8, 0.5), (0, 0.5)], 96, "matte", "#404a52"),
        lathe([(1.3, 2.6), (1.3, 3.0), (0.7, 3.0), (0.7, 2.6), (1.3, 2.6)], 96, "metal", "#c0c8cc"),
        *around([lathe([(0.12, 0.5), (0.12, 2.7)], 48, "metal", "#e0e0e0")], 6),
        *around([tube([(0, 0.5, 1.1), (0, 2.7, 1.1)], 0.09, "satin", "#aa3322", segments=32)], 4),
        sphere(0.5, (0, 1.2, 0), "glow", "#ffaa00", segments=64, rings=48),
        box((0.2, 0.1, 0.2), (0, 0.25, 0), "matte", "#ffffff"),
        *studs,
    ]


def test_a_plain_form_keeps_the_outline() -> None:
    near = press()
    far = plain_form(near)
    assert triangle_count(near) > 3 * MOST
    assert 0.5 * MOST < triangle_count(far) <= MOST
    assert {part.material for part in far} == {"matte", "glow"}
    low, high = bounds(near)
    step = float((high - low).max()) / 48
    for axis in range(3):
        ours, theirs = (outline_of(parts, axis, low, step) for parts in (near, far))
        assert len(ours & theirs) / len(ours | theirs) > 0.85
    glow = next(part for part in far if part.material == "glow")
    assert glow.colors is not None
    assert glow.colors[:, 0].min() > 0.9, "colours are where they were"


def test_pieces_are_told_apart_and_by_what_is_seen() -> None:
    shell, core = sphere(1.0, segments=32, rings=16), box((0.2, 0.2, 0.2))
    both = merge([shell, core])
    assert sorted(len(piece.indices) for piece in pieces(both[0])) == [12, len(shell.indices)]
    outside, inside = seen([shell, core])
    assert outside > 1000
    assert inside < 0.01 * outside


def test_what_is_plain_already_stays() -> None:
    ball = sphere(1.0, (0, 1, 0), "glow", "#ffaa00")
    (far,) = plain_form([ball, box((0.01, 0.01, 0.01), (0, 3, 0), "glow")])
    assert far.material == "glow"
    assert len(far.indices) == len(ball.indices), "the crumb goes, the ball stays"
