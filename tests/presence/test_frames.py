"""The bytes of the position socket."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallwright.presence import frames

U16 = st.integers(0, 0xFFFF)
U8 = st.integers(0, 0xFF)


@given(U8, st.integers(0, 2**40), st.lists(st.tuples(U16, U16, U16, U8, U8), max_size=64))
def test_others_come_back_as_they_went(area: int, time: int, people: list[tuple[int, ...]]) -> None:
    records = np.array(people, frames.SEEN_DTYPE)
    frame = frames.others(area, time, records.tobytes())
    assert len(frame) == 7 + 8 * len(people)
    read_area, read_time, read = frames.read_others(frame)
    assert (read_area, read_time, read.tolist()) == (area, time % 2**32, people)


@given(U8, st.lists(st.integers(0, 100_000), max_size=300))
def test_counts_come_back_as_they_went(area: int, people: list[int]) -> None:
    frame = frames.counts(area, np.array(people, np.intp))
    assert frames.read_counts(frame) == (area, {zone: min(n, 65535) for zone, n in enumerate(people[:255])})


def test_the_layout_is_the_documented_one() -> None:
    record = np.array([(0x0102, 0x0304, 0x0506, 7, 8)], frames.SEEN_DTYPE)
    assert frames.others(9, 0x0A0B0C0D, record.tobytes()) == bytes.fromhex("02 09 0d0c0b0a 01 0201 0403 0605 07 08")
    assert frames.counts(1, np.array([0, 258])) == bytes.fromhex("03 01 02 00 0000 01 0201")
    said = frames.positions(bytes.fromhex("01 0201 0403 05 01"))
    assert said.tolist() == [(1, 0x0102, 0x0304, 5, 1)]


@pytest.mark.parametrize("frame", [b"", b"\x02", b"\x03\x00\x00", b"\x02\x00\x00\x00\x00\x00\x01", bytes(15)])
def test_what_is_no_frame_of_others_is_refused(frame: bytes) -> None:
    with pytest.raises(ValueError):
        frames.read_others(frame)


@pytest.mark.parametrize("frame", [b"", b"\x02\x00\x00", b"\x03\x00\x02\x00\x00\x00"])
def test_what_is_no_frame_of_counts_is_refused(frame: bytes) -> None:
    with pytest.raises(ValueError):
        frames.read_counts(frame)
