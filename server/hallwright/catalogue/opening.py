"""Opens model files that somebody made, with trimesh: any fault of theirs becomes a line a person can act on.

A file may name others only below its own folder, and is looked through before anything is unpacked, so that
hostile numbers cost no memory. trimesh takes half a second to import: only here, and only when it is needed.
"""

from __future__ import annotations

import io
import json
import logging
import struct
import warnings
from pathlib import Path
from typing import Any

import numpy as np

from hallwright.catalogue.sources import LARGEST_FILE
from hallwright.errors import CatalogueError

LARGEST_ROWS = 4_000_000
LARGEST_NODES = 20_000
# What may be required of us: the rest (Draco, meshopt, quantisation, KTX2) trimesh does not read.
UNDERSTOOD = {"EXT_texture_webp", "KHR_materials_unlit", "KHR_materials_pbrSpecularGlossiness", "KHR_texture_transform"}
_GLB = struct.Struct("<4sIIII")


class Beside:
    """The files a model file may name: those in its folder. Remembers what it refused."""

    def __init__(self, source: Path) -> None:
        self._folder = source.parent.resolve()
        self._left = LARGEST_FILE
        self.faults: list[str] = []

    def get(self, name: str) -> bytes:
        """The bytes of a file that is named; raises OSError when it may not be had."""
        fault = self.fault(name)
        if fault:
            self.faults.append(fault)
            raise OSError(fault)
        data = (self._folder / _plain(name)).read_bytes()
        self._left -= len(data)
        return data

    __getitem__ = get

    def fault(self, name: object) -> str:
        """Why a file may not be had; empty when it may."""
        if not isinstance(name, str) or not name.strip() or "\0" in name:
            return "refers to a file without a name; save it again"
        plain = _plain(name)
        if "://" in plain or plain.startswith("//"):
            return f"refers to '{name[:80]}' on a network; put that file into the folder and refer to it by name"
        try:
            target = (self._folder / plain).resolve()
            if not target.is_relative_to(self._folder):
                return f"refers to '{name[:80]}' outside its folder; put that file into the folder"
            if not target.is_file():
                return f"refers to '{name[:80]}', which is not in its folder; put it there"
            if target.stat().st_size > self._left:
                return f"takes more than {LARGEST_FILE // 10**6} MB with '{name[:80]}'; make the pictures smaller"
        except (OSError, ValueError):
            return f"refers to '{name[:80]}', which cannot be read"
        return ""

    def keys(self) -> list[str]:
        """No listing: files are had by name only."""
        return []


def opened(source: Path) -> Any:
    """The trimesh scene of a model file. Raises CatalogueError with every fault, a line each."""
    shown = f"{source.parent.name}/{source.name}"
    beside = Beside(source)
    data = _bytes_of(source, beside, shown)
    try:
        faults = _faults(source.suffix, data, beside)
        scene = None if faults else _loaded(data, source.suffix[1:], beside)
    except Exception as error:
        faults = beside.faults or [
            f"cannot be read ({error.__class__.__name__}); it may be cut off, or of another format: "
            "open it in the program that made it and save it again"
        ]
    complain(shown, faults or beside.faults)
    return scene


def complain(shown: str, faults: list[str]) -> None:
    """Raises CatalogueError when there are faults: a line each, in order, each once."""
    if faults:
        raise CatalogueError("\n".join(f"{shown}: {fault}." for fault in dict.fromkeys(faults)))


def _bytes_of(source: Path, beside: Beside, shown: str) -> bytes:
    fault = beside.fault(source.name)
    if fault:
        too_large = source.is_file() and source.stat().st_size > LARGEST_FILE
        complain(shown, [f"is larger than {LARGEST_FILE // 10**6} MB; simplify it" if too_large else fault])
    return beside.get(source.name)


def _plain(name: str) -> str:
    """A URI as a path: percent signs decoded, separators forward, a drive letter made to leave the folder."""
    from urllib.parse import unquote

    plain = unquote(name).strip().replace("\\", "/")
    return f"/{plain}" if plain[1:2] == ":" else plain


def _loaded(data: bytes, kind: str, beside: Beside) -> Any:
    """The scene; trimesh's log is kept quiet, since what matters is told by our own errors."""
    import trimesh

    logging.getLogger("trimesh").setLevel(logging.CRITICAL + 1)
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        # It asks a resolver for no more than ``get``.
        resolver: Any = beside
        return trimesh.load_scene(io.BytesIO(data), file_type=kind, resolver=resolver, process=False)


def _faults(kind: str, data: bytes, beside: Beside) -> list[str]:
    """What is wrong with a glTF before it is unpacked; other formats have no such numbers to look at."""
    if kind not in (".glb", ".gltf"):
        return []
    header = json.loads(_json_of(data) if kind == ".glb" else data)
    missing = sorted(set(header.get("extensionsRequired", [])) - UNDERSTOOD)
    faults = [f"needs {name}, which is not understood here; export it without" for name in missing]
    for entry in [*header.get("buffers", []), *header.get("images", [])]:
        uri = entry.get("uri")
        if uri is not None and not str(uri).startswith("data:"):
            faults.append(beside.fault(uri))
    rows = sum(max(0, int(accessor["count"])) for accessor in header.get("accessors", []))
    if rows > LARGEST_ROWS or len(header.get("nodes", [])) > LARGEST_NODES:
        faults.append(f"has more than {LARGEST_ROWS:,} numbers or {LARGEST_NODES:,} nodes; simplify it")
    return [fault for fault in (*faults, *_texture_faults(header)) if fault]


def _texture_faults(header: dict[str, Any]) -> list[str]:
    """Ways of placing textures that trimesh would silently get wrong."""
    faults = []
    for mesh in header.get("meshes", []):
        for primitive in mesh["primitives"]:
            place = primitive["attributes"].get("TEXCOORD_0")
            if place is not None and header["accessors"][place]["componentType"] != 5126:
                faults.append("has texture coordinates in integers; export them as floats")
    for material in header.get("materials", []):
        texture = material.get("pbrMetallicRoughness", {}).get("baseColorTexture", {})
        moved = texture.get("extensions", {}).get("KHR_texture_transform", {})
        if moved.get("offset", [0, 0]) != [0, 0] or moved.get("scale", [1, 1]) != [1, 1] or moved.get("rotation"):
            faults.append("moves or scales a texture (KHR_texture_transform); apply that to the texture coordinates")
    return faults


def _json_of(data: bytes) -> bytes:
    """The JSON chunk of a GLB. Raises ValueError, struct.error."""
    magic, version, length, size, kind = _GLB.unpack_from(data)
    if magic != b"glTF" or version != 2 or length > len(data) or kind != 0x4E4F534A:
        raise ValueError("no GLB of version 2")
    return data[_GLB.size : _GLB.size + size]
