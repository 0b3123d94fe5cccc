"""Files of a published hall: named by their content, compressed beside themselves, put in place whole.

A file that is there already is not written again; what neither the newest nor the last manifest names is removed,
so that a browser in the middle of loading the last hall still finds its files.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import brotli
from isal import isal_zlib

from hallwright.errors import BuildError

# On our files 4 takes nearly twice as long as 3 for 3 % fewer bytes, and 5 half as long again.
BROTLI_QUALITY = 3
# Models are written seldom and loaded often: a tenth fewer bytes for some tens of milliseconds each.
THOROUGH_QUALITY = 9
GZIP_LEVEL = 1  # of ISA-L: five times quicker than zlib at its quickest, for 2 % more bytes
SIBLINGS = (".br", ".gz")
_OURS = re.compile(r".+-[0-9a-f]{16}\.(?:glb|walk|ttf)(?:\.br|\.gz)?")
_UNFINISHED = re.compile(r"\.unfinished-.*")


@dataclass(frozen=True, slots=True)
class FileRef:
    """A published file: ``bytes`` as it is, ``wire`` as brotli; what drawing it costs, if it is drawn."""

    url: str
    bytes: int
    wire: int
    triangles: int = 0
    draws: int = 0


def digest(data: bytes) -> str:
    """16 hex digits that name a content."""
    return sha256(data).hexdigest()[:16]


class Store:
    """The folder of a published hall. Raises BuildError when it cannot be written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(
        self, stem: str, suffix: str, data: bytes, triangles: int = 0, draws: int = 0, *, thorough: bool = False
    ) -> FileRef:
        """Keep ``data`` as ``<stem>-<hash16><suffix>`` with its compressed siblings."""
        name = f"{stem}-{digest(data)}{suffix}"
        wire = self._kept(name, len(data))
        if wire is None:
            small = brotli.compress(data, quality=THOROUGH_QUALITY if thorough else BROTLI_QUALITY)
            wire = len(small)
            for suffix_of, content in ((".br", small), (".gz", gzipped(data)), ("", data)):
                self._write(name + suffix_of, content)
        return FileRef(name, len(data), wire, triangles, draws)

    def adopt(self, file: FileRef, folder: Path) -> bool:
        """Take over a file that another store keeps in ``folder``, siblings too; False when it is not whole there."""
        if self._kept(file.url, file.bytes) == file.wire:
            return True
        if Store(folder)._kept(file.url, file.bytes) != file.wire:
            return False
        for sibling in (*SIBLINGS, ""):
            self._write(file.url + sibling, (folder / (file.url + sibling)).read_bytes())
        return True

    def replace(self, name: str, data: bytes) -> None:
        """Write a file beside its place, then put it there in one step."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, unfinished = tempfile.mkstemp(prefix=".unfinished-", dir=self.folder)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(unfinished).chmod(0o644)  # mkstemp makes files that only we may read
            Path(unfinished).replace(self.folder / name)
        except OSError as error:
            raise BuildError(f"{self.folder / name} cannot be written: {error.strerror}.") from error

    def _write(self, name: str, data: bytes) -> None:
        """Write a file that nothing names yet. The plain one comes last: while it is not whole, none of it is."""
        try:
            try:
                (self.folder / name).write_bytes(data)
            except FileNotFoundError:
                self.folder.mkdir(parents=True, exist_ok=True)
                (self.folder / name).write_bytes(data)
        except OSError as error:
            raise BuildError(f"{self.folder / name} cannot be written: {error.strerror}.") from error

    def has(self, file: FileRef | None) -> bool:
        """Whether a file of an earlier build, with its siblings, is still there."""
        return file is None or self._kept(file.url, file.bytes) == file.wire

    def prune(self, wanted: Iterable[str]) -> list[str]:
        """Remove our files that are not wanted and what a broken build left; the names removed."""
        keep = {name + suffix for name in wanted for suffix in ("", *SIBLINGS)}
        gone = [
            entry.name
            for entry in os.scandir(self.folder)
            if entry.name not in keep and (_OURS.fullmatch(entry.name) or _UNFINISHED.fullmatch(entry.name))
        ]
        for name in gone:
            (self.folder / name).unlink(missing_ok=True)
        return gone

    def _kept(self, name: str, size: int) -> int | None:
        """Bytes of the brotli sibling when the file is complete."""
        try:
            if (self.folder / name).stat().st_size != size or not (self.folder / f"{name}.gz").exists():
                return None
            return (self.folder / f"{name}.br").stat().st_size
        except OSError:
            return None


def gzipped(data: bytes) -> bytes:
    """``data`` as gzip without a time, so that equal input gives equal bytes."""
    packer = isal_zlib.compressobj(GZIP_LEVEL, isal_zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()
