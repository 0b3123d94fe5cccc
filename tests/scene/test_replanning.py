"""Planning again: what is taken over, and that the result is what planning anew gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hallwright.layout.model import Area, Exhibitor, Text
from hallwright.scene import planning
from hallwright.scene.compiling import PASSES, compile_scene
from hallwright.scene.planning import Setting, part
from hallwright.scene.replanning import Memory
from tests.scene.sample import hall, text, venue


def parts(memory: Memory | None, area: Area, **changes: object) -> list[tuple[str, str, object]]:
    scene = compile_scene(replace(venue(area), **changes), None, memory).areas[0]  # type: ignore[arg-type]
    return [(each.id, each.key, each.subject) for each in scene.parts]


def moved(area: Area) -> Area:
    first, *others = area.booths
    return replace(area, booths=(replace(first, at=(first.at[0] + 0.5, first.at[1])), *others))


EDITS = {
    "booth moved": moved,
    "booth gone": lambda area: replace(area, booths=area.booths[1:]),
    "zone coloured": lambda area: replace(area, zones=tuple(replace(each, color="#123456") for each in area.zones)),
    "column moved": lambda area: replace(area, columns=tuple(replace(each, at=(7.0, 7.0)) for each in area.columns)),
    "ceiling lowered": lambda area: replace(area, height=area.height - 2),
    "cells smaller": lambda area: replace(area, cell=10.0),
    "larger": lambda area: replace(area, size=(area.size[0] + 5, area.size[1] + 5)),
    "sign": lambda area: replace(area, signs=tuple(replace(each, text=text("Other")) for each in area.signs)),
    "dark": lambda area: replace(area, lights=()),
    "no aisles": lambda area: replace(area, aisles=()),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_planning_again_gives_what_planning_anew_gives(edit: object, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, area = Memory(), hall()
    edited = edit(area)  # type: ignore[operator]
    assert edited != area
    again = [parts(memory, each) for each in (area, edited, area)]
    monkeypatch.setattr(planning, "_last", {})
    assert again == [parts(None, each) for each in (area, edited, area)]


def test_walkable_ground_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    memory, area = Memory(), hall()
    free = [
        compile_scene(venue(each), None, kept).areas[0].walkable.free.tobytes()
        for kept in (memory, None) for each in (area, moved(area), replace(area, portals=()))
    ]  # fmt: skip
    assert free[:3] == free[3:]
    assert free[0] != free[1]


def test_only_passes_that_read_what_changed_are_done_again() -> None:
    memory, area = Memory(), hall()
    done: list[str] = []

    def plan(name: str) -> object:
        def work(setting: Setting) -> tuple[int, ...]:
            done.append(name)
            return tuple(len(getattr(setting.area, each)) for each in (name, "zones"))

        return work

    for step in (area, area, moved(area), replace(area, zones=())):
        for name in ("booths", "signs"):
            memory.recall(name, Setting(venue(step), step, None), plan(name))  # type: ignore[arg-type]
        done.append("|")
    assert " ".join(done) == "booths signs | | booths | booths signs |"
    assert "booths" in PASSES


def test_what_a_pass_reads_of_the_venue_counts() -> None:
    memory, area = Memory(), hall()
    booth = replace(area.booths[0], exhibitor="huaxin")
    area = replace(area, booths=(booth, *area.booths[1:]))
    before, after = (
        parts(memory, area, exhibitors=(Exhibitor("huaxin", Text("H", "华"), products=(Text(what, what),)),))
        for what in ("Presses", "Lathes")
    )
    assert [a[0] for a, b in zip(before, after, strict=True) if a != b] == [booth.id]


def test_a_pass_that_failed_is_tried_again() -> None:
    memory, area = Memory(), hall()
    setting = Setting(venue(area), area, None)

    def fail(_: Setting) -> None:
        raise KeyError("no model")

    with pytest.raises(KeyError):
        memory.recall("booths", setting, fail)
    assert memory.recall("booths", setting, lambda read: read.area.id) == area.id


def test_parts_are_kept_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "_last", {})
    monkeypatch.setattr(planning, "KEPT_PARTS", 10)
    first = part("booths", "a", (1.0, 2.0), ("subject",))
    assert part("booths", "a", (1.0, 2.0), ("subject",)) is first
    assert part("booths", "a", (1.5, 2.0), ("subject",)).key != first.key
    assert part("booths", "a", (1.0, 2.0), ("other",)).key != first.key
    for number in range(40):
        part("booths", f"b{number}", (1.0, 2.0), ("subject",))
    assert len(planning._last) <= 10
    assert part("booths", "a", (1.0, 2.0), ("subject",)) == first


