from __future__ import annotations

import pytest

from hallwright.scene.signage.lettering import EN_RATIO, Run, ems, lay_out

PANELS = [
    (192, 19, "fascia"), (384, 38, "fascia"), (64, 256, "banner"), (256, 96, "banner"), (128, 38, "sign"),
    (640, 360, "screen"),
]
TEXTS = [
    ("华信智能装备", "Huaxin Intelligent Equipment"), ("机器人", "Robots"), ("A12", "A12"), ("咖啡", ""),
    ("合肥某某量子计算科技股份有限公司（国际部）", "Quantum Computing Science and Technology (International)"),
]


def extent(run: Run) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a run's letters."""
    return run.x, run.y - 0.9 * run.size, run.x + run.size * ems(run.text, run.weight), run.y + 0.2 * run.size


@pytest.mark.parametrize(("zh", "en"), TEXTS)
@pytest.mark.parametrize(("width", "height", "style"), PANELS)
def test_text_stays_inside_its_panel(width: int, height: int, style: str, zh: str, en: str) -> None:
    runs = lay_out(zh, en, width, height, style, 9, True)
    assert runs
    for run in runs:
        left, top, right, bottom = extent(run)
        assert left >= -0.5
        assert right <= width + 0.5
        assert top >= -0.12 * run.size
        assert bottom <= height + 0.12 * run.size


@pytest.mark.parametrize(("width", "height", "style"), PANELS)
def test_chinese_comes_first_and_english_is_smaller(width: int, height: int, style: str) -> None:
    runs = lay_out("机器人", "Robots", width, height, style, 5, True)
    assert "".join(run.text for run in runs).startswith("机器人")
    assert runs[-1].text.endswith("Robots")
    assert runs[-1].size <= EN_RATIO * runs[0].size + 0.01


def test_one_text_is_written_once() -> None:
    assert [run.text for run in lay_out("A12", "A12", 60, 30, "number", 9, True)] == ["A12"]
    assert lay_out("", " ", 60, 30, "sign", 9, True) == ()


def test_near_text_is_never_smaller_than_asked() -> None:
    zh, en = TEXTS[-1]
    assert min(run.size for run in lay_out(zh, en, 192, 19, "fascia", 9, True)) >= 9
    assert min(run.size for run in lay_out("机器人", "Robots", 192, 19, "fascia", 9, True)) >= 9 * 0.72


def test_far_text_that_is_too_small_is_left_out() -> None:
    runs = lay_out("国际展区", "International Exhibition", 60, 14, "sign", 6, False)
    assert [run.text for run in runs] == ["国际展区"]
