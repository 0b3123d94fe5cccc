"""Signs of every kind: hanging boards, banners, totems, wall and floor signs, the entrance arch, flags."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from hallwright.geometry.colors import readable_on
from hallwright.geometry.mesh import Primitive
from hallwright.layout.model import Sign
from hallwright.scene.graph import Group, Label, Part
from hallwright.scene.kits import kit
from hallwright.scene.pieces import signage
from hallwright.scene.planning import Setting, part
from hallwright.scene.pose import Pose


@dataclass(frozen=True, slots=True)
class Hung:
    """A sign and the height of the trusses that it may hang from (0: none)."""

    sign: Sign
    trusses: float


def plan(setting: Setting) -> Iterator[Part]:
    """One part a sign."""
    height = setting.area.height
    for sign in setting.area.signs:
        yield part("signs", sign.id, sign.at, Hung(sign, height - 1.6 if height else 0.0))


def make(planned: Part) -> Group:
    """The sign's body, shared by signs of one size and colour, and its faces."""
    hung = planned.subject
    assert isinstance(hung, Hung)
    sign = hung.sign
    pose = Pose(sign.at, sign.facing, sign.id)
    near, far = _BODIES[sign.kind]
    key = f"sign/{sign.kind}/{sign.size[0]:g}x{sign.size[1]:g}@{sign.elevation:g}/{sign.color}/{hung.trusses:g}"
    mesh = kit(key, lambda: near(sign, hung.trusses), lambda: far(sign), reach=1.2, strength=0.6)
    nodes = (pose.node("body", mesh),) if mesh.primitives else ()
    return Group(planned.id, nodes, tuple(_labels(sign, pose)))


Near = Callable[[Sign, float], list[Primitive]]
Far = Callable[[Sign], list[Primitive]]
_BODIES: dict[str, tuple[Near, Far]] = {
    "hanging": (signage.hanging, signage.board_far),
    "banner": (signage.banner, signage.board_far),
    "totem": (signage.totem, signage.totem_far),
    "wall": (signage.wall, signage.board_far),
    "floor": (lambda sign, trusses: [], lambda sign: []),
    "arch": (signage.arch, signage.arch_far),
    "board": (signage.easel, signage.board_far),
    "flag": (signage.flag, signage.flag_far),
}


def _labels(sign: Sign, pose: Pose) -> Iterator[Label]:
    (x, y, z), (wide, tall) = _face(sign)
    paper = sign.color
    more = {
        "zh": sign.text.zh,
        "en": sign.text.en,
        "foreground": readable_on(paper),
        "background": paper,
        "px_per_m": min(96.0, 620.0 / max(wide, tall)),
        "icon": f"arrow-{sign.arrow}" if sign.arrow else "",
        "far": sign.kind in ("hanging", "arch", "banner", "wall", "totem"),
        "style": "banner" if sign.kind in ("hanging", "banner", "arch", "flag") else "sign",
        "emissive": sign.kind == "arch",
    }
    if sign.kind == "floor":
        yield pose.label("front", (x, y, z), (wide, tall), 0.0, **{**more, "style": "floor", "pitch": math.pi / 2})
        return
    yield pose.label("front", (x, y, z), (wide, tall), 0.0, **more)
    if sign.double_sided and sign.kind not in ("wall", "board"):
        yield pose.label("back", (-x, y, -z), (wide, tall), math.pi, **_turned(more, sign.arrow))


def _turned(more: dict[str, object], arrow: str) -> dict[str, object]:
    """On the back of a sign, left is right."""
    other = {"left": "right", "right": "left"}.get(arrow, "")
    return {**more, "icon": f"arrow-{other}" if other else ""}


def _face(sign: Sign) -> tuple[tuple[float, float, float], tuple[float, float]]:
    """(centre, (width, height)) of a sign's front face in its own frame."""
    width, height = sign.size
    middle = sign.elevation + height / 2
    if sign.kind == "totem":
        return (0, sign.elevation + height * 0.72, 0.135), (width * 0.86, height * 0.46)
    if sign.kind == "arch":
        return (0, middle, signage.ARCH_DEPTH / 2 + 0.05), signage.arch_panel(sign)
    if sign.kind == "floor":
        return (0, 0.012, 0), (width, height)
    if sign.kind == "banner":
        return (0, middle + height * 0.08, 0.03), (width * 0.9, height * 0.62)
    if sign.kind == "flag":
        return (width / 2, sign.elevation + height / 2, 0.03), (width * 0.9, height * 0.86)
    if sign.kind == "board":
        return (0, sign.elevation + height * 0.55, 0.2), (width * 0.86, height * 0.7)
    return (0, middle, 0.075), (width * 0.96, height * 0.9)
