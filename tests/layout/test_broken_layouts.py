"""Every layout in tests/broken_layouts says exactly what stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hallwright.errors import LayoutError
from hallwright.layout.reading import Reading, check, read_venue

FOLDER = Path(__file__).parent.parent / "broken_layouts"
LAYOUTS = sorted(FOLDER.glob("*.yaml"))


def said(reading: Reading) -> str:
    return "".join(f"{problem}\n" for problem in (*reading.problems, *reading.warnings))


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_says_what_is_expected(layout: Path) -> None:
    reading = check(layout)

    assert said(reading) == layout.with_suffix(".expected").read_text(encoding="utf-8")
    assert (reading.venue is None) == bool(reading.problems)


def test_there_are_many_and_none_is_alone() -> None:
    assert len(LAYOUTS) >= 150
    assert {path.stem for path in LAYOUTS} == {path.stem for path in FOLDER.glob("*.expected")}


def test_reading_a_venue_raises_with_every_problem() -> None:
    with pytest.raises(LayoutError) as caught:
        read_venue(FOLDER / "everything-at-once.yaml")

    assert len(caught.value.problems) >= 12
    assert "parts/broken.yaml:3:5: exhibitors[1].name: `name` is missing." in str(caught.value)


def test_a_problem_for_tools() -> None:
    problem = check(FOLDER / "kind-misspelled.yaml").problems[0]

    assert problem.to_dict() == {
        "file": "kind-misspelled.yaml",
        "line": 14,
        "column": 28,
        "path": "areas[0].booths[0].kind",
        "message": "there is no kind `shel`",
        "hint": "did you mean `shell`?",
        "severity": "error",
    }
