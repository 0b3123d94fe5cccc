"""What boards say, who may change it, and what stays when the layout is written anew."""

from __future__ import annotations

from typing import Any

import pytest

from hallwright.errors import CommandRefused
from hallwright.live.boards import MOST_ROWS, BoardPlan
from hallwright.live.commands import ChangeBoard, Join, Rebuild
from hallwright.live.events import BoardChanged, Rebuilt
from hallwright.live.hall import Hall

T = 1_700_000_000.0


def text(en: str, zh: str = "") -> dict[str, str]:
    return {"en": en, "zh": zh or en}


PROJECTS = {"label": text("Projects signed", "签约项目"), "value": 3600, "unit": text("projects", "个")}
COUNTERS = BoardPlan("figures", "counters", "hall", (("projects", PROJECTS),))
WORKS = tuple((str(n), {"rank": n, "name": text(f"Works {n}"), "industry": text("")}) for n in (1, 2))
LIST = BoardPlan("top", "list", "hall", WORKS)
SIGNING = BoardPlan("signing", "signing", "hall")


@pytest.fixture
def hall() -> Hall:
    hall = Hall(("hall",), "r1", boards=(COUNTERS, LIST, SIGNING), now=T)
    hall.apply(Join("ada", "hall", "secret"), T)
    return hall


def refused(hall: Hall, board: str, changes: object) -> CommandRefused:
    before = hall.boards.changes()
    with pytest.raises(CommandRefused) as error:
        hall.apply(ChangeBoard(board, changes), T)
    assert hall.boards.changes() == before
    return error.value


def test_a_figure_changes_and_the_rest_of_its_row_stays(hall: Hall) -> None:
    told = hall.apply(ChangeBoard("figures", {"projects": {"value": 3601}}), T)
    assert told == (BoardChanged("figures", {"projects": {**PROJECTS, "value": 3601}}),)
    assert hall.boards.rows("figures") == {"projects": {**PROJECTS, "value": 3601}}
    assert hall.boards.changes() == {"figures": {"projects": {**PROJECTS, "value": 3601}}}


def test_what_is_the_same_is_not_told(hall: Hall) -> None:
    assert hall.apply(ChangeBoard("figures", {"projects": {"value": 3600}}), T) == ()
    assert hall.boards.changes() == {}


def test_rows_come_and_go(hall: Hall) -> None:
    pair = {"title": "Battery plant", "parties": [{"en": "A", "zh": "甲"}, {"zh": "乙"}]}
    hall.apply(ChangeBoard("signing", {"7": pair}), T)
    assert hall.boards.rows("signing")["7"]["parties"] == [text("A", "甲"), text("乙")]
    hall.apply(ChangeBoard("top", {"2": None}), T)
    assert list(hall.boards.rows("top")) == ["1"]
    assert "no such row" in str(refused(hall, "top", {"2": None}))
    hall.apply(ChangeBoard("top", {"2": {"rank": 2, "name": "Again"}}), T)
    assert hall.boards.rows("top")["2"] == {"rank": 2, "name": text("Again")}


@pytest.mark.parametrize(
    ("board", "changes", "places"),
    [
        ("figures", None, ["changes"]),
        ("figures", {}, ["changes"]),
        ("figures", [1], ["changes"]),
        ("figures", {"projects": {}}, ["projects"]),
        ("figures", {"projects": {"value": "many"}}, ["projects.value"]),
        ("figures", {"projects": {"value": True}}, ["projects.value"]),
        ("figures", {"projects": {"value": float("nan")}}, ["projects.value"]),
        ("figures", {"projects": {"value": 1e16}}, ["projects.value"]),
        ("figures", {"new": {"value": 1}}, ["new.label"]),
        ("figures", {"a b": {"value": 1}}, ["'a b'"]),
        ("figures", {"projects": {"valu": 1, "label": {"fr": "x"}}}, ["projects.valu:", "projects.label:"]),
        ("figures", {"projects": {"label": "a\u202eb"}}, ["projects.label"]),
        ("figures", {"projects": {"label": "x" * 161}}, ["projects.label"]),
        ("top", {"1": {"rank": 0}, "9": {}}, ["1.rank", "9:"]),
        ("signing", {"1": {"title": "T", "parties": ["alone"]}}, ["1.parties"]),
        ("signing", {"1": {"title": "T", "parties": ["a", 5]}}, ["1.parties"]),
    ],
)
def test_all_that_is_wrong_is_told_with_its_place(hall: Hall, board: str, changes: Any, places: list[str]) -> None:
    error = refused(hall, board, changes)
    assert error.code == "malformed"
    assert all(place in str(error) for place in places)


def test_a_board_that_is_not_there_and_a_visitor_are_refused(hall: Hall) -> None:
    assert refused(hall, "nothing", {"a": None}).code == "unknown_board"
    with pytest.raises(CommandRefused) as error:
        hall.apply(ChangeBoard("figures", {"projects": {"value": 1}}, connection="ada"), T)
    assert error.value.code == "not_allowed"


def test_a_board_does_not_grow_without_end(hall: Hall) -> None:
    row = {"title": "T", "parties": ["a", "b"]}
    for start in range(0, MOST_ROWS, 100):
        hall.apply(ChangeBoard("signing", {f"r{n}": row for n in range(start, start + 100)}), T)
    assert "at most" in str(refused(hall, "signing", {"one-more": row}))


def test_a_rebuilt_hall_keeps_changes_until_the_layout_writes_something_else_there(hall: Hall) -> None:
    hall.apply(ChangeBoard("figures", {"projects": {"value": 3700}, "guests": PROJECTS}), T)
    (rebuilt,) = hall.apply(Rebuild("r2", ("hall",), boards=(COUNTERS, LIST)), T)
    assert isinstance(rebuilt, Rebuilt)
    assert rebuilt.boards == {"figures": {"projects": {**PROJECTS, "value": 3700}, "guests": PROJECTS}}
    written = BoardPlan("figures", "counters", "hall", (("projects", {**PROJECTS, "value": 4000}),))
    (rebuilt,) = hall.apply(Rebuild("r3", ("hall",), boards=(written,)), T)
    assert isinstance(rebuilt, Rebuilt)
    assert rebuilt.boards == {"figures": {"guests": PROJECTS}}
    assert hall.boards.rows("figures")["projects"]["value"] == 4000
    hall.apply(Rebuild("r4", ("hall",), boards=(BoardPlan("figures", "list", "hall"),)), T)
    assert hall.boards.changes() == {}
