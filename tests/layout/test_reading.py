"""The door: reading, reading again, and what is shipped."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import pytest

from hallwright.layout.model import Text
from hallwright.layout.reading import Reader, check, read_venue
from tests.layout.writing import HALL, HEAD, ZONES, written

ROOT = Path(__file__).parent.parent.parent
LAYOUTS = ROOT / "layouts"


def test_the_first_layout_that_people_read_is_short_and_spotless() -> None:
    path = LAYOUTS / "minimal.yaml"
    reading = check(path)

    assert (reading.problems, reading.warnings) == ((), ())
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 24
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=venue.schema.json\n")
    assert reading.venue is not None
    assert len(reading.venue.areas[0].booths) == 9


def test_the_reference_venue_has_no_problem_and_no_warning() -> None:
    reading = check(LAYOUTS / "wmc" / "venue.yaml")

    assert [str(problem) for problem in (*reading.problems, *reading.warnings)] == []
    assert reading.venue is not None
    hall = reading.venue.area("main-hall")
    assert hall.size == (200.0, 100.0)
    assert len(hall.zones) == 6
    assert len(hall.booths) >= 300


@pytest.mark.parametrize("path", sorted((LAYOUTS / "wmc").glob("*.yaml")), ids=lambda path: path.name)
def test_every_layout_tells_editors_its_schema(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../venue.schema.json\n")


def test_a_folder_means_its_venue_file() -> None:
    assert read_venue(LAYOUTS / "wmc") == read_venue(LAYOUTS / "wmc" / "venue.yaml")


def test_a_layout_that_is_not_there(tmp_path: Path) -> None:
    reading = check(tmp_path / "venue.yaml")

    assert [str(each) for each in reading.problems] == ["venue.yaml:1:1: cannot be read: No such file or directory."]


def test_1500_booths(tmp_path: Path) -> None:
    script = [sys.executable, str(ROOT / "scripts" / "make_stress_layout"), "--out"]
    for name in ("a.yaml", "b.yaml"):
        subprocess.run([*script, str(tmp_path / name)], check=True, capture_output=True)
    reading = check(tmp_path / "a.yaml")

    assert (tmp_path / "a.yaml").read_bytes() == (tmp_path / "b.yaml").read_bytes()
    assert (reading.problems, reading.warnings) == ((), ())
    assert reading.venue is not None
    assert len(reading.venue.areas[0].booths) == 1500
    assert {booth.zone for booth in reading.venue.areas[0].booths} == set("abcdef")


def test_only_what_changed_is_read_again(tmp_path: Path) -> None:
    (tmp_path / "park.yaml").write_text(
        "areas:\n  - {id: park, kind: park, name: {en: Park, zh: 公园}, size: [50, 50], portals: "
        "[{id: in, at: [25, 1], to: hall/out}]}\n",
        encoding="utf-8",
    )
    portal = "    portals:\n      - {id: out, at: [20, 23], to: park/in}\n"
    path = tmp_path / "venue.yaml"
    path.write_text("include: [park.yaml]\n" + HEAD + HALL + portal, encoding="utf-8")
    reader = Reader()
    first = reader.check(path)
    again = reader.check(path)
    path.write_text("include: [park.yaml]\n" + HEAD + HALL + portal.replace("[20, 23]", "[21, 23]"), encoding="utf-8")
    changed = reader.check(path)

    assert first.venue is not None
    assert again.venue is not None
    assert changed.venue is not None
    assert again.venue.areas[0] is first.venue.areas[0]
    assert changed.venue.areas[0].portals[0].at == (21.0, 23.0)
    assert changed.venue.areas[1] is first.venue.areas[1]
    assert changed.files == (path, tmp_path / "park.yaml")


def test_a_resident_reader_says_the_same_as_a_new_one(tmp_path: Path) -> None:
    reader = Reader()
    path = tmp_path / "venue.yaml"
    booth = "    booths:\n      - {{number: A1, kind: {}, at: [10, 10], exhibitor: {}}}\n"
    for kind, exhibitor in [("shell", "huaxin"), ("shel", "huaxin"), ("shell", "huaxing"), ("shell", "beihe")]:
        path.write_text(HEAD + HALL + booth.format(kind, exhibitor), encoding="utf-8")
        assert reader.check(path) == check(path)


EDITS = (
    ("A{n:02}", "A{n:03}"),
    ("at: [6, 10]", "at: [6, 9]"),
    ("kind: shell, at: [6, 10]", "kind: shell, fascia: {en: Own, zh: 自}, at: [6, 10]"),
    ("at: [6, 16]", "at: [6, 11]"),  # into the other row
    ("furniture: [counter]", "furniture: [counter, stool]"),
    ("size: [3, 3]", "size: [4, 3]"),
    ("#1F6FB2", "#0B8F8C"),
    ("[38, 22], [2, 22]", "[38, 21], [2, 21]"),
    ("    booths:\n", "    booths:\n      - {number: Z1, kind: shell, at: [34, 10], exhibitor: beihe}\n"),
    ("en: Huaxin,", "en: Huaxin Works,"),
    ("id: beihe", "id: beihei"),
    ("[huaxin, beihe]", "[huaxin, nobody]"),
    ("kind: shell", "kind: shel"),
    ("exhibits: [rocket]", "exhibits: [rockets]"),
    ("rank: 1,", "rank: 2,"),
    ("zh: 乙}}", "zh: 乙}, value: 0}"),  # means nothing here, though the board is as it was
    ("size: [40, 24]", "size: [40, 15]"),
    ("hallwright: 1\n", "# one line more\nhallwright: 1\n"),
)
ROWS = """\
    booths:
      - {number: "A{n:02}", kind: shell, at: [6, 10], repeat: {count: 6, step: [4, 0]}, exhibitor: [huaxin, beihe]}
      - {number: "B{n:02}", kind: shell, at: [6, 16], repeat: {count: 6, step: [4, 0]}, exhibits: [rocket]}
      - {number: C1, kind: shell, at: [32, 16]}
    boards:
      - {id: best, kind: list, at: [20, 21], rows: [{rank: 1, name: {en: A, zh: 甲}}, {rank: 3, name: {en: B, zh: 乙}}]}
"""


@pytest.mark.parametrize("edit", EDITS, ids=[new for _, new in EDITS])
def test_a_resident_reader_edits_as_a_new_one_reads(edit: tuple[str, str], tmp_path: Path) -> None:
    """There, on to another edit, and back."""
    text = HEAD + HALL + ZONES + ROWS
    path, reader = tmp_path / "venue.yaml", Reader()
    for old, new in (("", ""), edit, EDITS[0], edit, ("", "")):
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        again, fresh = reader.check(path), check(path)
        assert again == fresh
        assert repr(again.venue) == repr(fresh.venue), "equal numbers are written alike"


def test_a_row_that_nobody_edited_stays_the_same_objects(tmp_path: Path) -> None:
    path, reader = tmp_path / "venue.yaml", Reader()
    readings = []
    for number in ("C1", "C2"):
        path.write_text((HEAD + HALL + ZONES + ROWS).replace("number: C1", f"number: {number}"), encoding="utf-8")
        readings.append(reader.check(path))
        reader.tidy()
    before, after = (reading.venue.areas[0].booths for reading in readings if reading.venue)
    assert len(before) == len(after) == 13
    assert [a is b for a, b in zip(before, after, strict=True)] == [True] * 12 + [False]


def test_exhibitors_of_one_area_leave_the_others_alone(tmp_path: Path) -> None:
    park = "areas: [{id: park, kind: park, name: {en: Park, zh: 公园}, size: [50, 50], booths: [%s]}]\n"
    who = "exhibitors: [{id: a, name: {en: %s, zh: 甲}}, {id: b, name: {en: B, zh: 乙}}]\n"
    (tmp_path / "park.yaml").write_text(park % "{number: P1, kind: shell, at: [10, 10], exhibitor: b}", "utf-8")
    path, reader = tmp_path / "venue.yaml", Reader()
    path.write_text("include: [who.yaml, park.yaml]\n" + HEAD + HALL + ROWS.replace("beihe", "a"), "utf-8")
    areas = []
    for name in ("A", "Another"):
        (tmp_path / "who.yaml").write_text(who % name, "utf-8")
        reading = reader.check(path)
        assert reading.venue is not None, reading.problems
        areas.append(reading.venue.areas)
    assert areas[1][1] is areas[0][1]
    assert {booth.fascia.en for booth in areas[1][0].booths} >= {"Another", "Huaxin"}


def test_a_renamed_exhibitor_changes_the_fascia(tmp_path: Path) -> None:
    reader = Reader()
    path = tmp_path / "venue.yaml"
    (tmp_path / "who.yaml").write_text("exhibitors: [{id: a, name: {en: Old, zh: 旧}}]\n", encoding="utf-8")
    booth = "    booths:\n      - {number: A1, kind: shell, at: [10, 10], exhibitor: a}\n"
    path.write_text("include: [who.yaml]\n" + HEAD + HALL + booth, encoding="utf-8")
    reader.check(path)
    (tmp_path / "who.yaml").write_text("exhibitors: [{id: a, name: {en: New, zh: 新}}]\n", encoding="utf-8")
    venue = reader.check(path).venue

    assert venue is not None
    assert venue.areas[0].booths[0].fascia.en == "New"


def test_a_board_shows_a_table_of_another_file(tmp_path: Path) -> None:
    reader = Reader()
    path, rows = tmp_path / "venue.yaml", tmp_path / "top.yaml"
    rows.write_text("tables: [{id: top, rows: [{name: One}, {name: Two}]}]\n", encoding="utf-8")
    board = "    boards:\n      - {id: wall, kind: list, at: [20, 12], table: top}\n"
    path.write_text("include: [top.yaml]\n" + HEAD + HALL + board, encoding="utf-8")
    venue = reader.check(path).venue
    assert venue is not None
    assert [(row.rank, row.id, row.name) for row in venue.areas[0].boards[0].rows] == [
        (1, "1", Text("One", "One")), (2, "2", Text("Two", "Two")),
    ]  # fmt: skip

    rows.write_text("# moved\ntables: [{id: top, rows: [{name: One}, {title: Two}]}]\n", encoding="utf-8")
    told = [str(problem) for problem in reader.check(path).problems]
    assert [line.partition(". ")[0] for line in told] == [
        "top.yaml:2:40: tables[0].rows[1]: `name` is missing",
        "top.yaml:2:48: tables[0].rows[1].title: `title` means nothing on a board of kind list",
    ]


def test_the_top_500_has_500_places_and_nobody_twice() -> None:
    (board,) = (board for area in read_venue(LAYOUTS / "wmc").areas for board in area.boards if board.id == "top-500")
    assert [row.rank for row in board.rows] == list(range(1, 501))
    for language in ("en", "zh"):
        assert len({getattr(row.name, language) for row in board.rows}) == 500
        assert all(getattr(row.industry, language) for row in board.rows)


def test_values_are_frozen(tmp_path: Path) -> None:
    venue = written(tmp_path).venue

    assert venue is not None
    with pytest.raises(dataclasses.FrozenInstanceError):
        venue.areas[0].id = "other"  # type: ignore[misc]


def test_a_link_that_leads_out_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "layout"
    folder.mkdir()
    (tmp_path / "secret.yaml").write_text("exhibitors: []\n", encoding="utf-8")
    (folder / "inside.yaml").symlink_to(tmp_path / "secret.yaml")
    (folder / "venue.yaml").write_text("include: [inside.yaml]\n" + HEAD + HALL, encoding="utf-8")

    problems = check(folder / "venue.yaml").problems
    assert [each.message for each in problems] == ["`inside.yaml` lies outside the layout's folder"]


def test_a_link_within_the_folder_is_fine(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("exhibitors: [{id: a, name: {en: A, zh: 甲}}]\n", encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to(tmp_path / "real.yaml")
    (tmp_path / "venue.yaml").write_text("include: [link.yaml]\n" + HEAD + HALL, encoding="utf-8")

    assert check(tmp_path / "venue.yaml").problems == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "venue.yaml"
    path.write_text(HEAD + HALL, encoding="utf-8")
    path.chmod(0)

    assert "cannot be read" in check(path).problems[0].message


def test_a_file_of_more_than_5_mb(tmp_path: Path) -> None:
    path = tmp_path / "venue.yaml"
    path.write_bytes((HEAD + HALL).encode() + b"# padding\n" * 600_000)

    assert [each.message for each in check(path).problems] == [
        "the file is larger than the 5 MB that a layout file may have"
    ]


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "venue.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + (HEAD + HALL).encode())

    assert check(path).problems == ()


def test_windows_line_ends_are_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "venue.yaml"
    path.write_bytes((HEAD + HALL).replace("\n", "\r\n").encode())

    assert check(path).problems == ()


def test_a_table_that_changed_is_seen_by_the_board_that_shows_it(tmp_path: Path) -> None:
    """The area that holds the board stayed as it was: what was kept of it must not stand for the new rows."""
    (tmp_path / "venue.yaml").write_text(
        "hallwright: 1\nid: v\nname: {en: V, zh: 馆}\ninclude: [rows.yaml]\nareas:\n"
        "  - id: hall\n    kind: hall\n    name: {en: H, zh: 厅}\n    size: [40, 40]\n"
        "    spawns: [{id: door, at: [20, 5], facing: north}]\n"
        "    boards: [{id: best, kind: list, name: {en: Best, zh: 最佳}, at: [20, 30], facing: south, size: [6, 3],"
        " table: t}]\n",
        "utf-8",
    )
    reader, names = Reader(), []
    for name in ("Ada", "Wei"):
        (tmp_path / "rows.yaml").write_text(
            f"tables: [{{id: t, rows: [{{name: {{en: {name}, zh: {name}}}}}]}}]\n", "utf-8"
        )
        reading = reader.check(tmp_path / "venue.yaml")
        assert reading.venue is not None, reading.problems
        names += [row.name.en for row in reading.venue.areas[0].boards[0].rows]
    assert names == ["Ada", "Wei"]
