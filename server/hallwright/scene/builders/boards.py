"""Boards: walls of names, signings and figures. Their rows are real text in the scene; viewers that are live draw the
rows of now over them, in the rectangle that ``face`` says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hallwright.geometry.colors import hex_of, mix
from hallwright.layout.board import FOOT, Board, BoardRow
from hallwright.layout.model import Text
from hallwright.scene.graph import Group, Label, Part, Vector
from hallwright.scene.kits import kit
from hallwright.scene.pieces.boards import FACE, TONES, board_far, board_pieces
from hallwright.scene.planning import Setting, part
from hallwright.scene.pose import Pose

ROWS = {"list": 8, "signing": 4, "counters": 6}
"""Rows that stand in the scene; the others are shown by live viewers, page by page."""
_HEADING, _NOTE = 0.2, 0.08  # shares of the face's height


@dataclass(frozen=True, slots=True)
class Cell:
    """A place for text on a face, metres from its lower left corner."""

    x: float
    y: float
    width: float
    height: float


def plan(setting: Setting) -> Iterator[Part]:
    """One part a board."""
    for board in setting.area.boards:
        yield part("boards", board.id, board.at, board)


def make(planned: Part) -> Group:
    """The board's body, and its heading, first rows and small print as text."""
    board = planned.subject
    assert isinstance(board, Board)
    pose = Pose(board.at, board.facing, board.id)
    key = f"board/{board.size[0]:g}x{board.size[1]:g}/{board.style}/{board.color}"
    mesh = kit(key, lambda: board_pieces(board), lambda: board_far(board), reach=1.6, strength=0.7)
    return Group(planned.id, (pose.node("body", mesh),), tuple(_labels(board, pose)))


def face(board: Board) -> tuple[float, float]:
    """Where the middle of a board's face is in its own frame: (height, metres to the front)."""
    return FOOT + board.size[1] / 2, FACE


def _labels(board: Board, pose: Pose) -> Iterator[Label]:
    (width, height), (paper, ink, _) = board.size, TONES[board.style]
    band = hex_of(mix(board.color, paper, 0.15))
    pad = 0.03 * width
    heading = Cell(0.0, height * (1 - _HEADING), width, height * _HEADING)
    yield _label(board, pose, "heading", heading, board.name, "#FFFFFF", band, far=True, style="banner")
    if board.note:
        place = Cell(pad, height * 0.012, width - 2 * pad, height * (_NOTE - 0.012))
        yield _label(board, pose, "note", place, board.note, _quiet(board), paper)
    rows = board.rows[: ROWS[board.kind]]
    room = Cell(pad, height * (_NOTE + 0.02), width - 2 * pad, height * (1 - _HEADING - _NOTE - 0.04))
    for row, place in zip(rows, _places(board, len(rows), room), strict=True):
        yield from _row(board, pose, row, place, ink, paper)


def _places(board: Board, count: int, room: Cell) -> list[Cell]:
    """Where rows stand: counters side by side in one or two lines, others below each other; lists in two columns."""
    if not count:
        return []
    columns = {"list": 2, "signing": 1, "counters": min(count, 3)}[board.kind]
    lines = {"list": ROWS["list"] // 2, "signing": ROWS["signing"], "counters": -(-count // columns)}[board.kind]
    gap = 0.06
    width, height = (room.width + gap) / columns - gap, (room.height + gap) / lines - gap
    down_first = board.kind == "list"
    spots = [divmod(n, lines) if down_first else (n % columns, n // columns) for n in range(count)]
    return [
        Cell(room.x + c * (width + gap), room.y + room.height - (line + 1) * (height + gap) + gap, width, height)
        for c, line in spots
    ]


def _row(board: Board, pose: Pose, row: BoardRow, place: Cell, ink: str, paper: str) -> Iterator[Label]:
    tone = hex_of(mix(board.color, paper, 0.78 if board.style == "dark" else 0.86))
    if board.kind == "counters":
        value = Cell(place.x, place.y + place.height * 0.4, place.width, place.height * 0.6)
        label = Cell(place.x, place.y, place.width, place.height * 0.4)
        yield _label(board, pose, f"{row.id}/value", value, figure(row), ink, tone, far=True, style="number")
        yield _label(board, pose, f"{row.id}/label", label, row.label or Text("", ""), _quiet(board), tone)
        return
    yield _label(board, pose, row.id, place, said(row, board.kind), ink, tone)


def figure(row: BoardRow) -> Text:
    """A counter's value with its unit, its thousands parted."""
    number = f"{row.value:,.10g}" if row.value % 1 else f"{int(row.value):,}"
    unit = row.unit or Text("", "")
    return Text(f"{number} {unit.en}".strip(), f"{number}{unit.zh}")


def said(row: BoardRow, kind: str) -> Text:
    """A row of a list or of a signing in one line, in each language."""
    if kind == "list":
        name, industry = row.name or Text("", ""), row.industry or Text("", "")
        parts = [(f"{row.rank}", f"{row.rank}"), (name.en, name.zh), (industry.en, industry.zh)]
        return Text(" · ".join(en for en, _ in parts if en), " · ".join(zh for _, zh in parts if zh))
    title = row.title or Text("", "")
    pair = Text(" + ".join(party.en for party in row.parties), " + ".join(party.zh for party in row.parties))
    return Text(f"{title.en}: {pair.en}", f"{title.zh}：{pair.zh}")


def _label(
    board: Board, pose: Pose, name: str, place: Cell, text: Text, ink: str, paper: str, *, far: bool = False,
    style: str = "sign",
) -> Label:  # fmt: skip
    low, front = FOOT + place.y + place.height / 2, FACE + 0.003
    middle: Vector = (place.x + place.width / 2 - board.size[0] / 2, low, front)
    return pose.label(
        name, middle, (place.width, place.height), zh=text.zh, en=text.en, foreground=ink, background=paper,
        px_per_m=min(110.0, 760 / board.size[0]), style=style, far=far, emissive=True,
    )  # fmt: skip


def _quiet(board: Board) -> str:
    return "#C3D3DF" if board.style == "dark" else "#41525F"
