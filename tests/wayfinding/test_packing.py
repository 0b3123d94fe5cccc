"""A network as bytes gives the same routes."""

from __future__ import annotations

import pytest

from hallwright.wayfinding.guide import Guide, Wish
from hallwright.wayfinding.packing import pack, unpack


def test_what_was_packed_is_unpacked(small: Guide) -> None:
    content = pack(small.network)
    again = unpack(content)
    assert pack(again) == content
    assert again.places == small.network.places
    assert again.areas[0].streets == small.network.areas[0].streets
    assert again.areas[1].crossings == small.network.areas[1].crossings
    for wish in (Wish("entrance", ("Y1",)), Wish("A05", ("toilets", "C01"), step_free=True, optimise=True)):
        assert Guide(again).guided(wish).hints == small.guided(wish).hints


def test_other_bytes_are_refused() -> None:
    for content in (b"", b"PK\x03\x04nonsense", b"\x93NUMPY"):
        with pytest.raises(Exception):  # noqa: B017
            unpack(content)
