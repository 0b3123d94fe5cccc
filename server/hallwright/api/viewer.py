"""The viewer: its page at ``/``, the visitor's own at ``/visit``, and its bundle, which WhiteNoise serves from the
compressed files beside it.

The page's headers name what its program asks for first, so that browsers fetch that while they fetch the program.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote
from wsgiref.headers import Headers

from flask import Blueprint, Response, request
from whitenoise import WhiteNoise

from hallwright.api.faults import FaultError
from hallwright.api.files import encoded
from hallwright.api.headers import add_headers
from hallwright.api.reference.endpoints import PAGE, described
from hallwright.organizer.halls import Hall, Halls

SERVICE_WORKER = "/service-worker.js"
HASHED = re.compile(r"/assets/.+-[\w-]{8}\.\w+$")


def blueprint(folder: Path, halls: Halls) -> Blueprint:
    """The viewer's pages, checked for news each time and otherwise not sent again. ``/visit`` is one of them: what it
    tells is in the browser, and never comes here."""
    routes = Blueprint("viewer", __name__)

    @routes.get("/")
    @described("The viewer.", PAGE, tagged=True, parts=True, refusals=("no_viewer", "range_not_satisfiable"))
    def index() -> Response:
        response = page("index.html")
        response.headers["Link"] = ", ".join(f"<{url}>; rel=preload; as=fetch; crossorigin" for url in _first(halls))
        return response

    @routes.get("/visit")
    @described(
        "What this browser keeps of a visit.", PAGE, tagged=True, parts=True,
        refusals=("no_viewer", "range_not_satisfiable"),
    )
    def visit() -> Response:
        return page("visit.html")

    def page(name: str) -> Response:
        if not (folder / name).is_file():
            en, zh = "The viewer is not built; run scripts/setup.", "浏览端尚未构建，请运行 scripts/setup。"
            raise FaultError(503, "no_viewer", en=en, zh=zh)
        return encoded(folder / name, "no-cache")

    return routes


def _first(halls: Halls) -> list[str]:
    """What the program asks for first: the list of venues, and the manifest of the one that is asked for."""
    asked = request.args.get("venue")
    hall: Hall | None = halls.get(asked) if asked else next(iter(halls), None)
    ready = hall is not None and hall.manifest is not None
    return ["/api/v1/venues", *([f"/api/v1/venues/{quote(hall.id)}/manifest"] if ready and hall else [])]


def _header(headers: Headers, path: str, url: str) -> None:
    """What the bundle's files are sent with; the service worker is asked for anew each time, so it can be mended."""
    add_headers(headers, path, url)
    if url == SERVICE_WORKER:
        headers["Cache-Control"] = "no-cache"


def bundle(application: object, folder: Path) -> WhiteNoise:
    """The WSGI application, with the files of the viewer's folder before it."""
    static = WhiteNoise(
        application,
        max_age=3600,
        allow_all_origins=False,
        immutable_file_test=lambda _, url: bool(HASHED.search(url)),
        add_headers_function=_header,
        mimetypes={".wasm": "application/wasm", ".webmanifest": "application/manifest+json", ".ttf": "font/ttf"},
    )
    if folder.is_dir():
        static.add_files(str(folder))
        gone = [url for url in static.files if url.endswith((".br", ".gz")) or url in ("/index.html", "/visit.html")]
        for url in gone:
            del static.files[url]
    return static
