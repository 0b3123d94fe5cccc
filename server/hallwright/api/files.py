"""Answer with a file of a published hall: encoded as the browser likes, cached for ever, in parts on request.

Names hold a digest of the content, so that a file never changes; the folder does, with every publish, which
is why these are not WhiteNoise's (it reads its folder once).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from flask import Response, request, send_file
from werkzeug.datastructures import Accept

from hallwright.api.faults import FaultError

TYPES = {
    ".glb": "model/gltf-binary",
    ".walk": "application/octet-stream",
    ".drones": "application/octet-stream",
    ".ttf": "font/ttf",
    ".json": "application/json",
    ".webp": "image/webp",
    ".html": "text/html",  # the charset is added on the way
}
ENCODINGS = {".br": "br", ".gz": "gzip"}  # the smallest first
PUBLIC_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
IMMUTABLE = "public, max-age=31536000, immutable"


def published(folder: Path, name: str) -> Response:
    """The file ``name`` of a hall's folder; raises FaultError 404 for names that are not public or not there."""
    path = folder / name
    if not PUBLIC_NAME.fullmatch(name) or path.suffix not in TYPES or name == "made-from.json":
        raise FaultError(404)
    hashed = re.search(r"-[0-9a-f]{16}\.", name) is not None
    return encoded(path, IMMUTABLE if hashed else "no-cache")


def encoded(path: Path, cache_control: str) -> Response:
    """This file, or its compressed sibling that the browser accepts; raises FaultError 404."""
    suffix = _sibling(path)
    actual = path.with_name(path.name + suffix)
    try:
        response = send_file(actual, mimetype=TYPES[path.suffix], conditional=True, etag=_etag(actual))
    except FileNotFoundError:
        raise FaultError(404) from None
    if suffix:
        response.headers["Content-Encoding"] = ENCODINGS[suffix]
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = cache_control
    return response


def preferred(accepted: Accept, offered: Iterable[str]) -> str:
    """The first encoding offered that the browser takes; ``identity`` if it takes none."""
    return next((encoding for encoding in offered if accepted[encoding] > 0), "identity")


def _sibling(path: Path) -> str:
    """The suffix of the form to send. A part of a file is a part of its plain form: offsets into an encoding
    would mean nothing to a reader."""
    if "Range" in request.headers:
        return ""
    there = {code: suffix for suffix, code in ENCODINGS.items() if path.with_name(path.name + suffix).is_file()}
    return there.get(preferred(request.accept_encodings, there), "")


def _etag(path: Path) -> str:
    status = path.stat()
    return f"{path.name}-{status.st_mtime_ns:x}-{status.st_size:x}"
