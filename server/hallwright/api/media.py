"""Streams, slides and captions: files of the folder ``media`` beside a venue's layout, in parts on request.

They are no files of the published hall: an encoder may still be writing them, and a stream is long. So nothing is
compressed or kept, and every copy is asked about anew; segments of a stream never change, and may be kept.
"""

from __future__ import annotations

import re
from pathlib import Path

from flask import Blueprint, Response, send_file

from hallwright.api.faults import FaultError
from hallwright.api.reference.codes import HALL
from hallwright.api.reference.endpoints import Media, described
from hallwright.api.venues import ready_hall
from hallwright.organizer.halls import Halls

FOLDER = "media"
TYPES = {
    ".m3u8": "application/vnd.apple.mpegurl",
    ".m4s": "video/iso.segment",
    ".mp4": "video/mp4",
    ".ts": "video/mp2t",
    ".aac": "audio/aac",
    ".vtt": "text/vtt",
    ".webp": "image/webp",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
SEGMENTS = {".m4s", ".ts", ".aac"}
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}(/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){0,5}")


def blueprint(halls: Halls) -> Blueprint:
    """``/venues/{id}/media/{path}``."""
    routes = Blueprint("media", __name__)

    @routes.get("/venues/<venue>/media/<path:name>")
    @described(
        "A part of a stream, a slide or captions.", Media(tuple(dict.fromkeys(TYPES.values()))), tagged=True,
        parts=True, refusals=(*HALL, "range_not_satisfiable"),
    )
    def media(venue: str, name: str) -> Response:
        path = _found(ready_hall(halls, venue).layout.parent / FOLDER, name)
        response = send_file(path, mimetype=TYPES[path.suffix], conditional=True)
        response.headers["Cache-Control"] = "public, max-age=3600" if path.suffix in SEGMENTS else "no-cache"
        return response

    return routes


def _found(folder: Path, name: str) -> Path:
    """The file of this name; raises FaultError 404 for names that are not public, not there, or lead elsewhere."""
    if not NAME.fullmatch(name) or Path(name).suffix not in TYPES:
        raise FaultError(404)
    root, path = folder.resolve(), (folder / name).resolve()
    if not path.is_relative_to(root) or not path.is_file():
        raise FaultError(404)
    return path
