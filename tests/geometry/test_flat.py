"""Primitives in one flat file come back as they were, and a broken file says so."""

from __future__ import annotations

import numpy as np
import pytest

from hallwright.geometry.flat import pack, unpack
from hallwright.geometry.mesh import Primitive
from hallwright.geometry.shapes import box


def _textured() -> Primitive:
    plain = box((1, 2, 3), (0, 0, 0), "signs")
    size = len(plain.positions)
    return Primitive("signs", plain.positions, plain.normals, plain.indices, None, np.full((size, 2), 0.25, np.float32))


def test_groups_come_back_as_they_were() -> None:
    groups = {"壳": [box((1, 1, 1), (0, 0, 0), "matte", "#FF8800"), _textured()], "empty": []}
    found, note = unpack(pack(groups, {"duration": 2.5}))
    assert note == {"duration": 2.5}
    assert list(found) == ["壳", "empty"]
    assert found["empty"] == ()
    for before, after in zip(groups["壳"], found["壳"], strict=True):
        assert after.material == before.material
        for column in ("positions", "normals", "indices", "colors", "uvs"):
            old, new = getattr(before, column), getattr(after, column)
            assert (old is None) == (new is None)
            assert old is None or (np.array_equal(old, new) and old.dtype == new.dtype)


@pytest.mark.parametrize(
    "spoil", [lambda d: b"", lambda d: d[:-4], lambda d: d[:40], lambda d: b"PK" + d, lambda d: d + b"1"]
)
def test_a_broken_file_is_refused(spoil) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match=r"."):
        unpack(spoil(pack({"a": [_textured()]})))
