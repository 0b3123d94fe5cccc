"""The venues of this server, their manifests and their files."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request

from hallwright.api.faults import FaultError
from hallwright.api.files import TYPES, preferred, published
from hallwright.api.reference.codes import HALL
from hallwright.api.reference.endpoints import Media, described
from hallwright.api.shapes.venues import Manifest, Venues
from hallwright.organizer.halls import Hall, Halls

RETRY_SECONDS = "1"


def blueprint(halls: Halls) -> Blueprint:
    """Routes below ``/api/v1/venues`` and ``/venues``."""
    routes = Blueprint("venues", __name__)

    @routes.get("/api/v1/venues")
    @described("All venues, built or not.", Venues)
    def list_venues() -> Response:
        response = jsonify(venues=[summary(hall) for hall in halls])
        response.headers["Cache-Control"] = "no-cache"
        return response

    @routes.get("/api/v1/venues/<venue>/manifest")
    @described("The manifest: everything of a hall but its geometry.", Manifest, refusals=HALL, tagged=True)
    def manifest(venue: str) -> Response:
        hall = ready_hall(halls, venue)
        encoding = preferred(request.accept_encodings, hall.encodings)
        response = Response(hall.encodings[encoding], mimetype="application/json")
        response.headers["Cache-Control"] = "no-cache"
        response.headers["Vary"] = "Accept-Encoding"
        if encoding != "identity":
            response.headers["Content-Encoding"] = encoding
        response.set_etag(f"{hall.revision}-{encoding}")
        response.make_conditional(request)
        return response

    @routes.get("/venues/<venue>/files/<name>")
    @described(
        "A published file.", Media(tuple(dict.fromkeys(TYPES.values()))), tagged=True, parts=True,
        refusals=(*HALL, "range_not_satisfiable"),
    )
    def file(venue: str, name: str) -> Response:
        return published(ready_hall(halls, venue).folder, name)

    return routes


def summary(hall: Hall) -> dict[str, object]:
    """A hall in one JSON object; ``id`` is null until its layout was read for the first time."""
    progress = hall.progress
    return {
        "id": hall.id or None,
        "name": hall.name or None,
        "status": hall.status,
        "revision": hall.revision or None,
        "manifest": f"/api/v1/venues/{hall.id}/manifest" if hall.id else None,
        "files": f"/venues/{hall.id}/files/" if hall.id else None,
        "progress": {"done": progress.done, "total": progress.total, "what": progress.what} if progress else None,
        "problems": len(hall.problems),
    }


def ready_hall(halls: Halls, venue: str) -> Hall:
    """The hall of this id; raises FaultError 404, or 503 with what is known of its progress or its problems."""
    hall = halls.get(venue) or halls.unnamed()
    if hall is None:
        raise FaultError(404, "unknown_venue", en=f"There is no venue {venue!r} here.", zh=f"这里没有场馆“{venue}”。")
    if hall.manifest is None:
        raise _not_yet(hall)
    return hall


def _not_yet(hall: Hall) -> FaultError:
    known = summary(hall)
    headers = {"Retry-After": RETRY_SECONDS}
    if hall.status == "broken":
        en, zh = "The hall cannot be built; its organizer is told why.", "展馆暂时无法搭建，主办方已收到提示。"
        return FaultError(503, "broken", en=en, zh=zh, headers=headers, problems=known["problems"])
    en, zh = "The hall is being built; try again in a moment.", "展馆正在搭建，请稍候。"
    return FaultError(503, "compiling", en=en, zh=zh, headers=headers, progress=known["progress"])
