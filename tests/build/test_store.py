from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest

from hallwright.build.store import Store
from hallwright.errors import BuildError


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_file_is_named_by_its_content_and_compressed_beside_itself(tmp_path: Path) -> None:
    data = b"glTF" * 1000
    ref = Store(tmp_path).put("hall-c00-00-far", ".glb", data, 12, 2)
    assert (tmp_path / ref.url).read_bytes() == data
    small = (tmp_path / f"{ref.url}.br").read_bytes()
    assert brotli.decompress(small) == data
    assert gzip.decompress((tmp_path / f"{ref.url}.gz").read_bytes()) == data
    assert (ref.bytes, ref.wire, ref.triangles, ref.draws) == (4000, len(small), 12, 2)
    assert names(tmp_path) == {ref.url, f"{ref.url}.br", f"{ref.url}.gz"}


def test_the_same_content_is_not_written_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    ref = store.put("a", ".glb", b"1234")
    before = (tmp_path / ref.url).stat().st_mtime_ns
    assert store.put("a", ".glb", b"1234") == ref
    assert (tmp_path / ref.url).stat().st_mtime_ns == before


def test_a_file_that_was_cut_off_is_made_anew(tmp_path: Path) -> None:
    store = Store(tmp_path)
    ref = store.put("a", ".glb", b"1234")
    (tmp_path / ref.url).write_bytes(b"12")
    assert not store.has(ref)
    store.put("a", ".glb", b"1234")
    assert (tmp_path / ref.url).read_bytes() == b"1234"
    assert store.has(ref)


def test_pruning_takes_only_our_own_files(tmp_path: Path) -> None:
    store = Store(tmp_path)
    old, new = store.put("a", ".glb", b"old"), store.put("a", ".glb", b"new")
    for foreign in ("manifest.json", "made-from.json", "holiday.glb", "notes-0123.glb"):
        (tmp_path / foreign).write_text("mine")
    (tmp_path / ".unfinished-abc").write_text("half")
    gone = store.prune([new.url])
    assert set(gone) == {old.url, f"{old.url}.br", f"{old.url}.gz", ".unfinished-abc"}
    assert {"manifest.json", "made-from.json", "holiday.glb", "notes-0123.glb", new.url} <= names(tmp_path)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(BuildError, match="cannot be written"):
        Store(tmp_path / "taken").put("a", ".glb", b"1234")
