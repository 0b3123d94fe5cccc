from __future__ import annotations

import struct

import pytest

from hallwright.gltf.container import pack, unpack


def test_a_packed_document_comes_back() -> None:
    document, binary = unpack(pack({"asset": {"version": "2.0"}, "name": "展馆"}, b"12345"))
    assert document == {"asset": {"version": "2.0"}, "name": "展馆"}
    assert binary == b"12345\0\0\0"


def test_chunks_are_aligned_and_the_length_is_true() -> None:
    data = pack({"asset": {"version": "2.0"}}, b"x")
    assert struct.unpack_from("<I", data, 8)[0] == len(data)
    json_length = struct.unpack_from("<I", data, 12)[0]
    assert json_length % 4 == 0
    assert len(data) % 4 == 0


def test_no_binary_chunk_without_bytes() -> None:
    assert unpack(pack({"asset": {}}, b"")) == ({"asset": {}}, b"")


@pytest.mark.parametrize("data", [b"", b"glTF", b"\0" * 64, pack({"a": 1}, b"1234")[:-4]])
def test_what_is_no_glb_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        unpack(data)
