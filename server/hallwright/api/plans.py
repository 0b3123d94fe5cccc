"""Plans of areas as SVG, drawn from the published manifest when somebody asks, and kept until the next publish."""

from __future__ import annotations

import json

from flask import Blueprint, Response, request

from hallwright.api.faults import FaultError
from hallwright.api.files import preferred
from hallwright.api.reference.codes import HALL
from hallwright.api.reference.endpoints import Media, described
from hallwright.api.shapes import venues as shapes
from hallwright.api.text.speaking import named_language
from hallwright.api.venues import ready_hall
from hallwright.export.plan.drawing import area_of, plan_svg
from hallwright.export.plan.words import Language
from hallwright.organizer.halls import Hall, Halls
from hallwright.organizer.packing import packed

MOST_KEPT = 64


def blueprint(halls: Halls) -> Blueprint:
    """The route of plans."""
    routes = Blueprint("plans", __name__)
    kept = Kept()

    @routes.get("/api/v1/venues/<venue>/plan/<area>.svg")
    @described(
        "The plan of an area.", Media.of("image/svg+xml"), query=shapes.Language, tagged=True,
        refusals=(*HALL, "unknown_area", "bad_request"),
    )
    def plan(venue: str, area: str) -> Response:
        hall = ready_hall(halls, venue)
        language = named_language(request)
        encodings = kept.plan(hall, area, language)
        encoding = preferred(request.accept_encodings, encodings)
        response = Response(encodings[encoding], mimetype="image/svg+xml")
        response.headers["Cache-Control"] = "no-cache"
        response.headers["Vary"] = "Accept-Encoding"
        if encoding != "identity":
            response.headers["Content-Encoding"] = encoding
        response.set_etag(f"{hall.revision}-{language}-{encoding}")
        response.make_conditional(request)
        return response

    return routes


class Kept:
    """Plans that were drawn, in each encoding; the oldest make room."""

    def __init__(self) -> None:
        self._plans: dict[tuple[str, str, str, Language], dict[str, bytes]] = {}

    def plan(self, hall: Hall, area: str, language: Language) -> dict[str, bytes]:
        """The plan of an area; raises FaultError 404."""
        key = (hall.id, hall.revision, area, language)
        if key not in self._plans:
            drawn = packed(_drawn(hall, area, language))
            while len(self._plans) >= MOST_KEPT:
                del self._plans[next(iter(self._plans))]
            self._plans[key] = drawn
        return self._plans[key]


def _drawn(hall: Hall, area: str, language: Language) -> bytes:
    manifest = json.loads(hall.manifest or b"{}")
    if area_of(manifest, area) is None:
        raise FaultError(404, "unknown_area", en=f"There is no area {area!r} here.", zh=f"这里没有区域“{area}”。")
    return plan_svg(manifest, area, language)
