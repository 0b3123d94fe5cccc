"""Exhibits that a layout gives to an island stand stand in its middle, once."""

from __future__ import annotations

from hallwright.layout.model import Placement
from hallwright.scene.builders import turntables
from hallwright.scene.compiling import realise
from hallwright.scene.planning import Setting
from hallwright.scene.walkable import STEP, walkable_of
from tests.scene.sample import SOUTH, booth, hall, island, venue

STAND = island("big", (25.0, 40.0), 12.0, exhibits=("gadget",))
PLACED = Placement("there", "gadget", (25.0, 40.0), SOUTH, 1.0, 0.2, (2.0, 2.0), "big")


def planned(*booths: object, **more: object) -> list:  # type: ignore[type-arg]
    area = hall(booths=booths, **more)
    return list(turntables.plan(Setting(venue(area), area, None)))


def test_the_exhibit_stands_on_a_turntable_in_the_middle() -> None:
    (part,) = planned(STAND)
    group = realise(part)
    (hero,) = group.heroes
    assert (hero.id, hero.exhibit, hero.model) == ("big-gadget", "gadget", "gadget")
    x, y, z = hero.translation
    assert (round(x, 2), y) == (25.0, turntables.HEIGHT) and abs(z + 40.0) < 1
    assert [node.owner for node in group.nodes] == ["big"]


def test_a_placement_in_the_stand_takes_its_place() -> None:
    assert planned(STAND, placements=(PLACED,)) == []


def test_shell_booths_have_no_room_for_one() -> None:
    assert planned(booth("small", (10.0, 40.0), exhibits=("gadget",))) == []


def test_nobody_walks_through_it() -> None:
    free = walkable_of(hall(booths=(STAND,))).free
    assert not free[int(39.6 / STEP), int(25.0 / STEP)]
