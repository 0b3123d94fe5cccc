from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.scene.signage.breaking import atoms, broken, filled, shortened


def letters(text: str) -> float:
    """A width: Chinese counts 2, everything else 1."""
    return sum(2 if character > "\u2e80" else 1 for character in text)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("智能制造", ["智", "能", "制", "造"]),
        ("Smart Manufacturing", ["Smart ", "Manufacturing"]),
        ("第12号机床", ["第", "12", "号", "机", "床"]),
        ("（国际）展区。", ["（国", "际）", "展", "区。"]),
        ("state-of-the-art R&D", ["state-of-the-art ", "R&D"]),
    ],
)
def test_text_is_parted_only_where_it_may_be(text: str, pieces: list[str]) -> None:
    assert atoms(text) == pieces


def test_lines_are_broken_evenly_and_at_spaces_first() -> None:
    assert broken("智能制造 创造美好未来", 2, letters) == ["智能制造", "创造美好未来"]
    assert broken("安徽新型工业化", 2, letters) == ["安徽新型", "工业化"]
    assert broken("Smart Making for a Better Future", 2, letters) == ["Smart Making for", "a Better Future"]
    assert broken("word", 3, letters) == ["word"]


@pytest.mark.parametrize(
    ("text", "room", "wanted"),
    [
        ("Research and Development", 24, "Research and Development"),
        ("Research and Development", 23, "Research…"),
        ("Advanced Materials (International Division)", 30, "Advanced Materials…"),
        ("Pumps, Valves & Fittings", 16, "Pumps, Valves…"),
        ("Wissenschaftsgesellschaft", 10, "Wissensch…"),
        ("合肥量子计算科技（国际部）", 20, "合肥量子计算科技…"),
        ("合肥量子、计算科技", 11, "合肥量子…"),
    ],
)
def test_shortening_never_cuts_badly(text: str, room: int, wanted: str) -> None:
    assert shortened(text, room, letters) == wanted


@given(st.text(alphabet="abc 智造（）(),、&-1", max_size=40), st.integers(3, 60))
def test_shortened_text_fits_and_is_a_beginning(text: str, room: int) -> None:
    text = " ".join(text.split())
    short = shortened(text, room, letters)
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))
    assert letters(short) <= room or len(short) <= 2


@given(st.text(alphabet="ab 智造（）", max_size=40), st.integers(1, 5))
def test_broken_lines_hold_all_of_the_text(text: str, count: int) -> None:
    text = " ".join(text.split())
    lines = broken(text, count, letters)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert len(lines) <= max(1, count)


def test_filling_gives_full_lines_or_nothing() -> None:
    assert filled("Anhui: Achievements in New Industrialisation", 17, 3, letters) == [
        "Anhui:", "Achievements in", "New…",
    ]
    assert filled("Industrialisation", 10, 3, letters) == []
