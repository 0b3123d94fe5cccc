"""Boards stand on the floor, are lit, say their first rows as text, and stand in a visitor's way."""

from __future__ import annotations

import pytest

from hallwright.build.boards import board_entry
from hallwright.layout.board import FOOT, Board, BoardKind, BoardRow
from hallwright.scene.builders import boards
from hallwright.scene.builders.boards import ROWS, figure
from hallwright.scene.graph import Group
from hallwright.scene.obstacles import obstacles
from hallwright.scene.pieces.boards import FACE
from hallwright.scene.planning import Setting
from tests.scene.sample import SOUTH, hall, text, venue

ROW: dict[BoardKind, BoardRow] = {
    "list": BoardRow("1", rank=1, name=text("Works"), industry=text("Steel")),
    "signing": BoardRow("1", title=text("Plant"), parties=(text("A"), text("B"))),
    "counters": BoardRow("projects", label=text("Projects"), value=3600.0, unit=text("projects")),
}


def board(kind: BoardKind, rows: int = 1) -> Board:
    written = tuple(BoardRow(**{**{f: getattr(ROW[kind], f) for f in ROW[kind].__slots__}, "id": f"r{n}"})
                    for n in range(rows))  # fmt: skip
    name, note = text("Heading"), text("Sample")
    return Board("wall", kind, (12.0, 9.0), SOUTH, (6.0, 3.0), name, note, "dark", "#1f6fb2", written)


def built(standing: Board) -> Group:
    area = hall(boards=(standing,))
    (part,) = boards.plan(Setting(venue(area), area, None))
    return boards.make(part)


@pytest.mark.parametrize("kind", list(ROWS))
def test_what_it_says_stands_on_its_face(kind: BoardKind) -> None:
    group = built(board(kind, 20))
    rows = [label for label in group.labels if label.name.split("/")[1] not in ("heading", "note")]
    assert len(rows) == ROWS[kind] * (2 if kind == "counters" else 1)
    for label in group.labels:
        x, y, z = label.translation
        assert abs(x - 12.0) + label.width / 2 <= 3.001
        assert FOOT - 0.001 <= y - label.height / 2 < y + label.height / 2 <= FOOT + 3.001
        assert z == pytest.approx(-9.0 + FACE, abs=0.01), "it looks south"
        assert label.zh
        assert label.en
        assert label.owner == "wall"


@pytest.mark.parametrize("kind", list(ROWS))
def test_its_texts_do_not_lie_over_each_other(kind: BoardKind) -> None:
    labels = built(board(kind, 20)).labels
    for i, a in enumerate(labels):
        for b in labels[:i]:
            across = abs(a.translation[0] - b.translation[0]) < (a.width + b.width) / 2 - 1e-6
            along = abs(a.translation[1] - b.translation[1]) < (a.height + b.height) / 2 - 1e-6
            assert not (across and along), (a.name, b.name)


def test_the_heading_and_the_figures_show_from_afar() -> None:
    assert {label.name for label in built(board("counters")).labels if label.far} == {"wall/heading", "wall/r0/value"}


def test_figures_are_read_as_people_write_them() -> None:
    assert figure(BoardRow("a", value=3600.0, unit=text("x"))).en == "3,600 x"
    assert figure(BoardRow("a", value=1.5)).zh == "1.5"
    assert figure(BoardRow("a", value=1234567.0)).en == "1,234,567"


def test_a_body_is_made_once_for_boards_that_look_alike() -> None:
    one, other = built(board("list", 3)), built(board("signing", 1))
    assert one.nodes[0].mesh is other.nodes[0].mesh
    assert sum(len(p.indices) for p in one.nodes[0].mesh.primitives) < 2500
    assert sum(len(p.indices) for p in one.nodes[0].mesh.far or ()) < 60


def test_nobody_walks_through_it() -> None:
    (found,) = [each for each in obstacles(hall(boards=(board("list"),)), {}) if each.at == (12.0, 9.0)]
    assert found.size == (6.5, 0.7)


def test_the_manifest_says_where_its_face_is_and_what_the_layout_wrote() -> None:
    entry = board_entry(board("counters"))
    assert (entry["elevation"], entry["front"], entry["size"]) == (FOOT + 1.5, FACE, [6.0, 3.0])
    assert entry["rows"] == [
        {"id": "r0", "label": {"en": "Projects", "zh": "Projects·中文"}, "value": 3600,
         "unit": {"en": "projects", "zh": "projects·中文"}}
    ]  # fmt: skip
    assert board_entry(board("signing"))["rows"][0]["parties"][1]["en"] == "B"
