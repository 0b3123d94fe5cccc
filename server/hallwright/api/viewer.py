"""The viewer: its page at ``/``, the visitor's own at ``/visit``, and its bundle, which WhiteNoise serves from the
compressed files beside it."""

from __future__ import annotations

import re
from pathlib import Path

from flask import Blueprint, Response, request
from whitenoise import WhiteNoise

from hallwright.api.faults import FaultError
from hallwright.api.files import encoded
from hallwright.api.headers import add_headers

PAGES = {"/": "index.html", "/visit": "visit.html"}
HASHED = re.compile(r"/assets/.+-[\w-]{8}\.\w+$")


def blueprint(folder: Path) -> Blueprint:
    """The viewer's pages, checked for news each time and otherwise not sent again. ``/visit`` is one of them: what it
    tells is in the browser, and never comes here."""
    routes = Blueprint("viewer", __name__)

    def page() -> Response:
        path = folder / PAGES[request.path]
        if not path.is_file():
            en, zh = "The viewer is not built; run scripts/setup.", "浏览端尚未构建，请运行 scripts/setup。"
            raise FaultError(503, "no_viewer", en=en, zh=zh)
        return encoded(path, "no-cache")

    for address in PAGES:
        routes.add_url_rule(address, view_func=page, methods=["GET"])
    return routes


def bundle(application: object, folder: Path) -> WhiteNoise:
    """The WSGI application, with the files of the viewer's folder before it."""
    static = WhiteNoise(
        application,
        max_age=3600,
        allow_all_origins=False,
        immutable_file_test=lambda _, url: bool(HASHED.search(url)),
        add_headers_function=lambda headers, *_: add_headers(headers),
        mimetypes={".wasm": "application/wasm", ".webmanifest": "application/manifest+json", ".ttf": "font/ttf"},
    )
    if folder.is_dir():
        static.add_files(str(folder))
        pages = {f"/{name}" for name in PAGES.values()}
        for url in [url for url in static.files if url.endswith((".br", ".gz")) or url in pages]:
            del static.files[url]
    return static
