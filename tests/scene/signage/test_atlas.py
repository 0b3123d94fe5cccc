from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
from PIL import Image

from hallwright.scene.graph import Label
from hallwright.scene.signage.atlas import FAR, NEAR, draw_atlas
from hallwright.scene.signage.icons import ICONS, icon, known

FASCIA = Label("b1/fascia", (0.0, 2.4, 0.0), 0.0, 3.0, 0.3, "华信智能", "Huaxin", "#FFFFFF", "#1F6FB2", style="fascia")


def labels(count: int) -> list[Label]:
    return [
        replace(FASCIA, zh=f"展商{i}", width=2.0 + i % 5 * 0.5, background=f"#{i * 8:02x}40a0") for i in range(count)
    ]


def opened(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture)).convert("RGB")


def test_panels_do_not_overlap_and_stay_inside() -> None:
    atlas = draw_atlas(labels(30), NEAR)
    boxes = np.array(atlas.rectangles) * (*atlas.size, *atlas.size)
    assert np.all(boxes >= 0)
    assert np.all(boxes[:, 2] <= atlas.size[0])
    for i, a in enumerate(boxes):
        for b in boxes[:i]:
            assert a[2] <= b[0] - 5 or b[2] <= a[0] - 5 or a[3] <= b[1] - 5 or b[3] <= a[1] - 5


def test_each_panel_shows_its_own_ground_framed_for_mipmaps() -> None:
    shown = labels(12)
    atlas = draw_atlas(shown, NEAR)
    picture = opened(atlas.picture)
    for label, (left, top, _, _) in zip(shown, atlas.rectangles, strict=True):
        x, y = round(left * atlas.size[0]), round(top * atlas.size[1])
        ground = tuple(int(label.background[i : i + 2], 16) for i in (1, 3, 5))
        assert picture.getpixel((x + 1, y + 1)) == ground
        assert picture.getpixel((x - 2, y - 2)) == ground


def test_text_is_drawn_in_the_foreground_colour() -> None:
    atlas = draw_atlas([FASCIA], NEAR)
    colors = {color for _, color in opened(atlas.picture).getcolors(1 << 16)}
    assert (255, 255, 255) in colors
    assert len(colors) <= 10


def test_equal_panels_share_a_rectangle() -> None:
    atlas = draw_atlas([FASCIA, replace(FASCIA, name="b2/fascia", owner="b2", yaw=1.0)], NEAR)
    assert atlas.rectangles[0] == atlas.rectangles[1]


def test_too_many_panels_are_drawn_smaller_rather_than_not() -> None:
    many = [replace(FASCIA, zh=f"展商{i}", width=6.0, height=3.0) for i in range(120)]
    atlas = draw_atlas(many, NEAR)
    assert max(atlas.size) <= NEAR.largest
    assert len(set(atlas.rectangles)) == 120


def test_the_far_atlas_is_small() -> None:
    near, far = draw_atlas(labels(20), NEAR), draw_atlas(labels(20), FAR)
    assert far.size[0] * far.size[1] < near.size[0] * near.size[1] / 3
    assert len(far.picture) < len(near.picture) / 2


def test_the_same_labels_give_the_same_bytes() -> None:
    assert draw_atlas(labels(9), NEAR).picture == draw_atlas(labels(9), NEAR).picture


def test_pictograms_are_drawn_and_unknown_ones_are_left_out() -> None:
    assert known("arrow-left")
    assert not known("unicorn")
    for name in (*ICONS, "left", "right"):
        share = np.asarray(icon(name, 48)).mean() / 255
        assert 0.08 < share < 0.8, name
    plain = draw_atlas([replace(FASCIA, icon="unicorn")], NEAR).picture
    assert plain == draw_atlas([FASCIA], NEAR).picture
    assert plain != draw_atlas([replace(FASCIA, icon="cafe")], NEAR).picture


def test_arrows_point_where_they_say() -> None:
    left, right = (np.asarray(icon(name, 48), float) for name in ("left", "right"))
    columns = np.arange(48)
    heads = [(np.ptp(np.flatnonzero(image[:, column] > 128)) if (image[:, column] > 128).any() else 0)
             for image in (left, right) for column in columns]
    assert np.argmax(heads[:48]) < 24 < np.argmax(heads[48:])
