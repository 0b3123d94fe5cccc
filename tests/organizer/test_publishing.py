"""The resident publisher: what it tells, what it counts, and how it leaves the process."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from hallwright.config import resources
from hallwright.organizer import stamp
from hallwright.organizer.events import Broken, Event, Failed, Published
from hallwright.organizer.publishing import Publisher


@pytest.fixture
def layout(tmp_path: Path) -> Path:
    path = tmp_path / "layout" / "venue.yaml"
    path.parent.mkdir()
    path.write_bytes((resources().layouts / "minimal.yaml").read_bytes())
    return path


@pytest.fixture
def publisher(layout: Path, tmp_path: Path) -> Iterator[Publisher]:
    publisher = Publisher(layout, tmp_path / "hall", workers=1, cache=tmp_path / "cache")
    yield publisher
    publisher.close()
    gc.unfreeze()


def outcome(publisher: Publisher) -> Event:
    told: list[Event] = []
    publisher.publish(told.append)
    return next(event for event in told if isinstance(event, Published | Broken | Failed))


def edit(layout: Path, old: str, new: str) -> None:
    text = layout.read_text("utf-8")
    assert old in text
    layout.write_text(text.replace(old, new), "utf-8")


def test_cells_that_changed_are_counted(publisher: Publisher, layout: Path, tmp_path: Path) -> None:
    first = outcome(publisher)
    assert isinstance(first, Published)
    assert first.cells >= 2
    again = outcome(publisher)
    assert isinstance(again, Published)
    assert (again.cells, again.revision) == (0, first.revision)
    edit(layout, "number: B01", "number: B77")
    edited = outcome(publisher)
    assert isinstance(edited, Published)
    assert edited.cells == 1
    assert stamp.is_fresh(tmp_path / "hall", layout, resources())


def test_a_second_publisher_counts_from_the_hall_that_is_there(
    publisher: Publisher, layout: Path, tmp_path: Path
) -> None:
    outcome(publisher)
    edit(layout, "number: B01", "number: B77")
    second = Publisher(layout, tmp_path / "hall", workers=1, cache=tmp_path / "cache")
    try:
        edited = outcome(second)
    finally:
        second.close()
    assert isinstance(edited, Published)
    assert edited.cells == 1


@pytest.mark.parametrize("collecting", [True, False])
def test_garbage_is_collected_when_all_is_told(publisher: Publisher, layout: Path, collecting: bool) -> None:
    was_on = gc.isenabled()
    told: list[bool] = []
    try:
        (gc.enable if collecting else gc.disable)()
        publisher.publish(lambda event: told.append(gc.isenabled()))
        assert told and not any(told)
        assert gc.isenabled() == collecting
        assert gc.get_freeze_count() > 0
    finally:
        (gc.enable if was_on else gc.disable)()


def test_problems_and_failures_are_told(publisher: Publisher, layout: Path, tmp_path: Path) -> None:
    edit(layout, "kind: hall", "kidn: hall")
    assert isinstance(outcome(publisher), Broken)
    edit(layout, "kidn: hall", "kind: hall")
    (tmp_path / "hall").write_text("a file where the folder should be", "utf-8")
    assert isinstance(outcome(publisher), Failed)
