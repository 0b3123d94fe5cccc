"""Hints in words, English and Chinese."""

from __future__ import annotations

import math

from hallwright.layout.model import Text
from hallwright.wayfinding.network import Crossing, Place, Street

KINDS = (
    "start", "slight-left", "left", "sharp-left", "slight-right", "right", "sharp-right", "steps", "ramp", "bridge",
    "portal", "stop", "arrive",
)
_TURNS = {
    "slight-left": Text("Bear left", "向左前方走"),
    "left": Text("Turn left", "左转"),
    "sharp-left": Text("Turn sharp left", "向左后方转"),
    "slight-right": Text("Bear right", "向右前方走"),
    "right": Text("Turn right", "右转"),
    "sharp-right": Text("Turn sharp right", "向右后方转"),
}
_COMPASS = (
    Text("north", "北"), Text("north-east", "东北"), Text("east", "东"), Text("south-east", "东南"),
    Text("south", "南"), Text("south-west", "西南"), Text("west", "西"), Text("north-west", "西北"),
)
_SIDES = {
    "left": Text("on your left", "在您左侧"),
    "right": Text("on your right", "在您右侧"),
    "ahead": Text("straight ahead", "就在正前方"),
    "behind": Text("behind you", "在您身后"),
}
_CROSSED = {
    "steps": Text("Take the steps", "走台阶"),
    "ramp": Text("Take the ramp", "走坡道"),
    "bridge": Text("Cross the bridge", "过桥"),
}


def turn_kind(degrees: float) -> str:
    """The kind of a turn, clockwise positive."""
    side = "right" if degrees > 0 else "left"
    if abs(degrees) < 60:
        return f"slight-{side}"
    return side if abs(degrees) <= 130 else f"sharp-{side}"


def set_off(heading: float, street: Street | None, area: Text | None) -> Text:
    """The way to look at first, and in which area when it is another."""
    compass = _COMPASS[round(heading / (math.pi / 4)) % 8]
    en, zh = f"Head {compass.en}", f"向{compass.zh}走"
    if street:
        en, zh = f"{en} along the {street.name.en}", f"沿{street.name.zh}{zh}"
    if area:
        en, zh = f"In {area.en}, {en[0].lower()}{en[1:]}", f"进入{area.zh}后，{zh}"
    return Text(en, zh)


def turn(kind: str, booth: Place | None, thing: Place | None, street: Street | None) -> Text:
    """A turn, by what stands there and into what it leads."""
    en, zh = _TURNS[kind].en, _TURNS[kind].zh
    where = []
    if booth:
        number = booth.name.en.partition(", ")[0].removeprefix("Booth ")
        en, where = f"{en} at booth {number}", [f"{number}展位"]
    if thing:
        name = _short(thing)
        en = f"{en}, by {name.en}" if booth else f"{en} by {name.en}"
        where.append(name.zh)
    if where:
        zh = f"在{'、'.join(where)}旁{zh}"
    if street:
        en, zh = f"{en}, into the {street.name.en}", f"{zh}，进入{street.name.zh}"
    return Text(en, zh)


def cross(crossing: Crossing) -> Text:
    """Steps, a ramp or a bridge on the way."""
    said = _CROSSED[crossing.kind]
    if not crossing.name:
        return said
    return Text(f"{said.en}: {crossing.name.en}", f"{said.zh}：{crossing.name.zh}")


def go_through(area: Text) -> Text:
    """Through a portal."""
    return Text(f"Go through the gate to {area.en}", f"穿过大门，前往{area.zh}")


def arrive(name: Text | None, side: str, stop: int) -> Text:
    """An arrival; ``stop`` counts stops on the way from 1 and is 0 for the last one."""
    en, zh = (f"Stop {stop}", f"第{stop}站") if stop else ("You have arrived", "您已到达")
    if name:
        en, zh = f"{en}: {name.en}", f"{zh}：{name.zh}"
    if side in _SIDES:
        en, zh = f"{en}, {_SIDES[side].en}", f"{zh}，{_SIDES[side].zh}"
    return Text(en, zh)


def _short(thing: Place) -> Text:
    """A name as one says it in passing: without what follows a comma."""
    en = thing.name.en.partition(", ")[0]
    return Text(f"the {en}" if thing.family in ("exhibit", "stage") else en, thing.name.zh)
